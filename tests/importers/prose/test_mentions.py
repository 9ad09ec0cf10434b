"""What stands in a text by name: bodies, sections, factions, persons, dates and figures."""

from __future__ import annotations

import pytest
from record_of import packaged

from importers.prose.mentions import Finder


def found(kind: str, *texts: str) -> list[str]:
    finder = Finder(packaged(), texts)
    return [one.keys[0] for text in texts for one in finder.mentions(text) if one.kind == kind]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Meanwhile Jane Doe beat Zoë O’Leary-Smith.", ["Jane Doe", "Zoë O’Leary-Smith"]),
        ("Cllr Jane Doe, Ms Ann van der Berg and Sir John Roe MP stood.", ["Jane Doe", "Ann van der Berg", "John Roe"]),
        ("Former Labour minister Jane Doe’s seat", ["Jane Doe"]),
        ("Jane Doe’s rival Roe", ["Jane Doe"]),
        ("The General Secretary of the Trade Union Congress met the Islington North Labour Party.", []),
        ("SUBSCRIBE TO OUR DAILY EMAIL", []),
        ("Emily Black, not Emily White", ["Emily Black", "Emily White"]),
    ],
)  # fmt: skip
def test_names_of_persons_are_found_without_titles_and_places(text: str, names: list[str]) -> None:
    assert found("person", text) == names


def test_a_surname_means_the_one_person_named_in_full_with_it() -> None:
    assert found("person", "Jane Doe stood.", "Ms Doe won.", "Doe said") == ["Jane Doe"] * 3


def test_a_surname_that_two_persons_bear_means_neither() -> None:
    assert found("person", "Jane Doe and John Doe stood.", "Doe won.") == ["Jane Doe", "John Doe"]


def test_two_spellings_of_one_person_on_record_are_one() -> None:
    assert found("person", "Pete Willsman stood; Peter Willsman lost.") == ["Pete Willsman"] * 2


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("backed by Centre Left Grassroots Alliance", ["clga"]),
        ("Labour To Win’s and L2W's", ["ltw", "ltw"]),
        ("progress was made by momentum", []),
        ("Progress and Momentum-backed", ["progress", "momentum"]),
        ("the left won, the Right lost", []),
        ("Forward Momentum and Momentum Renewal, but Momentum Chair Jane Doe", ["momentum"]),
        ("Mu and Ga", []),
    ],
)
def test_factions_are_found_where_they_are_printed_as_names(text: str, keys: list[str]) -> None:
    assert found("faction", text) == keys


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("on January 12th and on 28th June 2024", ["--01-12", "2024-06-28"]),
        ("in August 2014 and in 2012, not 1,829 or 30 February", ["2014-08", "2012"]),
        ("in July/August", ["--07"]),
        ("the 1980s, and 2014 votes", []),
        ("You may march", []),
    ],
)
def test_dates_are_as_precise_as_they_are_said(text: str, keys: list[str]) -> None:
    assert found("date", text) == keys


def test_money_ordinals_ranges_and_times_are_no_figures() -> None:
    assert found("figure", "£10, 12th, 3.5m, 9am, 10-12 but 1,829 and (239,998)") == ["1829", "239998"]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("the NEC’s socialist society representative", "nec/ss"),
        ("representatives of Labour councillors", "nec/lg"),
        ("the Constituency Labour Party (CLP) rep section", "nec/clp"),
        ("the two places reserved for councillors", "nec/lg"),
        ("the youth members’ representative", "nec/youth"),
    ],
)
def test_sections_are_found_by_what_people_call_them(text: str, key: str) -> None:
    assert found("section", text) == [key]


@pytest.mark.parametrize(
    "text", ["her own CLP", "MPs vote today", "a parliamentary seat", "young members", "the women"]
)
def test_words_that_mean_a_section_only_beside_others_mean_none_alone(text: str) -> None:
    assert found("section", text) == []
