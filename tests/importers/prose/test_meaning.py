"""Titles, captions and sentences lead to the section and the contest that they mean."""

from __future__ import annotations

import pytest
from record_of import packaged

from importers.prose.meaning import meant


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("NEC CLP section 2014", ("nec", "clp", "nec-clp-2014")),
        ("Results: National Executive Committee, constituency section, 8 August 2016", ("nec", "clp", "nec-clp-2016")),
        ("NEC by-election April 2020 (CLP)", ("nec", "clp", "nec-clp-2020apr")),
        ("NEC members’ section, November 2020", ("nec", "clp", "nec-clp-2020nov")),
        ("CAC: Constituency Labour Party (CLP) representatives 2023", ("cac", "clp", "cac-clp-2023")),
        ("Labour's ruling body: the places reserved for councillors in 2016", ("nec", "lg", "nec-lg-2016")),
        ("NEC youth rep 2018", ("nec", "youth", "nec-youth-2018")),
        ("National women's committee, CLP section, 2021", ("nwc", "clp", "nwc-clp-2021")),
        ("Women's conference arrangements committee 2022", ("wcac", "clp", "wcac-clp-2022")),
        ("National Constitutional Committee 2021 (CLP)", ("ncc", "clp", "ncc-clp-2021")),
        ("NPF East of England 2012", ("npf", "clp-ee", "npf-clp-2012-ee")),
        ("NEC socialist societies 2023", ("nec", "ss", "nec-ss-2023")),
        ("NEC treasurer 2010", ("nec", "treasurer", "nec-treasurer-2010")),
        ("Young Labour chair 2018", ("ylnc", "chair", "yl-chair-2018")),
        ("NEC disabled members’ representative 2022", ("nec", "disabled", "nec-disabled-2022")),
    ],
)  # fmt: skip
def test_a_title_that_names_body_section_and_year_finds_its_contest(
    words: str, place: tuple[str, str, str]
) -> None:
    (one,) = meant(words, packaged())
    assert (one.body, one.section, one.contest) == place
    assert one.certain
    assert "names the body" in one.reason


def test_a_section_without_its_body_may_be_of_several_and_none_is_certain() -> None:
    found = meant("The full CLP votes were as follows:", packaged())
    assert {one.body for one in found} >= {"nec", "cac", "ncc"}
    assert not any(one.certain for one in found)


def test_a_body_without_a_section_offers_its_sections_with_those_contested_then_first() -> None:
    first, *others = meant("Conference Arrangements Committee 2023", packaged())
    assert (first.section, first.contest) == ("clp", "cac-clp-2023")
    assert not any(one.certain for one in (first, *others))


def test_the_year_of_the_document_counts_only_where_the_words_say_none() -> None:
    known = packaged()
    assert meant("NEC CLP section", known, year="2014-08-20")[0].contest == "nec-clp-2014"
    assert meant("NEC CLP section 2012", known, year="2014")[0].contest == "nec-clp-2012"
    assert meant("NEC CLP section", known)[0].contest == ""


def test_two_years_in_a_title_are_no_date() -> None:
    assert meant("NEC CLP section, 2012 and 2014", packaged())[0].date == ""


@pytest.mark.parametrize(
    "words", ["", "Results", "Parish council of Little Snoring", "General election 2019", "[/]"]
)
def test_words_that_name_no_body_and_no_section_give_nothing(words: str) -> None:
    assert meant(words, packaged()) == ()


@pytest.mark.parametrize(
    "words",
    [
        "UNISON National Executive Council elections 2027", "UNISON NEC 2027: members", "Unite's NEC, members' section",
        "Welsh Executive Committee, members' section, 2027", "Scottish Executive Committee 2027: councillors",
    ],
)  # fmt: skip
def test_a_body_of_another_organisation_is_none_on_record(words: str) -> None:
    assert not any(one.certain for one in meant(words, packaged()))


@pytest.mark.parametrize("words", ["Welsh NEC rep 2027", "Labour's NEC: Welsh Labour representative 2027"])
def test_a_nation_before_the_short_name_of_a_body_is_its_section(words: str) -> None:
    assert [(one.body, one.section) for one in meant(words, packaged())] == [("nec", "welsh")]
