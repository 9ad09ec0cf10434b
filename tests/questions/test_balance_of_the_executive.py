"""The balance of power on the packaged record's National Executive Committee, as it is known from print."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, asked, by, column, opened, table

from db.lens import Lens
from db.reading.counting.assembly import Assembly
from db.reading.seats.chamber import Chamber
from db.view import Hemicycle, View


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The packaged record."""
    return opened(PACKAGED)


def chamber(record: sqlite3.Connection, date: str, body: str = "nec", section: str | None = None) -> Chamber:
    """A body or section on a day."""
    return Assembly(record, Lens(body=body, section=section), span=(date, date)).chamber(date)


def blocs(view: View) -> dict[str, int]:
    """Seats by bloc, without those that are unknown."""
    groups = column(view, "faction")
    return {str(group): int(str(row.cells[1])) for group, row in zip(groups, view.rows, strict=True)}


@pytest.mark.parametrize(
    ("date", "seats"),
    [
        ("2014-10-01", 33),
        ("2016-10-01", 35),
        ("2018-02-01", 39),
        ("2020-03-01", 38),
        ("2020-11-13", 39),
        ("2026-01-25", 39),
    ],
)
def test_the_executive_has_as_many_voting_seats_as_its_rules_gave_it(
    record: sqlite3.Connection, date: str, seats: int
) -> None:
    assert chamber(record, date).total == seats
    view = asked(record, "composition", body="nec", date=date)
    assert sum(blocs(view).values()) == seats
    assert f"of the {seats} seats of the NEC" in view.findings[0]


def test_the_disabled_members_seat_was_first_filled_with_the_results_of_november_2020(
    record: sqlite3.Connection,
) -> None:
    before, after = chamber(record, "2020-11-11"), chamber(record, "2020-11-13")
    assert after.total == before.total + 1 == 39
    assert [one.person_name for one in after.seated if one.section_name == "disabled members"] == [
        "Ellen Morrison"
    ]


@pytest.mark.parametrize(("date", "expected"), [
    ("2020-04-04", {"lf-progress": 2}),
    ("2020-11-13", {"grassroots-voice": 5, "ltw": 3, "openlabour": 1}),
    ("2024-09-18", {"ltw": 4, "clga": 3, "openlabour": 1, "labour-women": 1}),
])  # fmt: skip
def test_the_members_section_is_as_it_was_reported(
    record: sqlite3.Connection, date: str, expected: dict[str, int]
) -> None:
    view = asked(record, "composition", body="nec", section="clp", date=date)
    held = by(view, "faction", "seats")
    assert {key: held.get(key) for key in expected} == expected
    assert sum(held.values()) == 9  # type: ignore[arg-type]
    assert len(held) == len(expected) or date == "2020-04-04"


@pytest.mark.parametrize(
    "date", ["2014-10-01", "2016-10-01", "2018-02-01", "2020-03-01", "2020-11-13", "2024-09-30"]
)
def test_where_names_are_missing_the_view_says_how_many_seats_and_in_which_section(
    record: sqlite3.Connection, date: str
) -> None:
    missing = chamber(record, date).not_known
    (said,) = [
        note
        for note in asked(record, "composition", body="nec", date=date).notes
        if note.startswith("No holder on record on this day")
    ]
    assert missing
    assert all(f"{one.name} {number} of {one.seats}" in said for one, number in missing.items())
    drawing = asked(record, "composition", body="nec", date=date).drawing
    assert isinstance(drawing, Hemicycle)
    assert drawing.vacant == sum(missing.values())


def test_a_seat_that_a_source_calls_vacant_is_told_apart_from_one_that_is_not_known(
    record: sqlite3.Connection,
) -> None:
    found = chamber(record, "2024-07-25")
    assert {one.key: number for one, number in found.vacancies.items()} == {"lg": 1, "ss": 1}
    assert "lg" not in {one.key for one in found.not_known}
    notes = asked(record, "composition", body="nec", date="2024-07-25").notes
    assert any(
        note.startswith("Standing empty on this day, as a source says")
        and "councillors' section 1 of 2" in note
        and "socialist societies 1 of 1" in note
        for note in notes
    )


def test_three_seats_stood_empty_before_the_by_elections_of_april_2020(record: sqlite3.Connection) -> None:
    found = chamber(record, "2020-03-01")
    assert {one.key: number for one, number in found.vacancies.items()} == {"clp": 2, "bame": 1}
    assert found.votes == found.total - 3 - 1, "three empty seats, and one held by somebody suspended"
    assert chamber(record, "2020-04-04").vacancies == {}


def test_labourlist_counted_fourteen_on_the_left_in_november_2020(record: sqlite3.Connection) -> None:
    view = asked(record, "composition", body="nec", scheme="labourlist-2020", date="2020-11-24")
    seats = blocs(view)
    assert seats["bloc:left"] == 14
    assert seats["bloc:swing"] == 4
    assert seats["bloc:starmer"] == 7
    assert sum(seats.values()) == 39
    assert any("is a judgement (LabourList), not a fact" in note for note in view.notes)


def test_the_new_statesman_named_its_swing_voters_of_2016(record: sqlite3.Connection) -> None:
    holders = table(
        asked(record, "composition", body="nec", scheme="new-statesman-2016", date="2016-10-05"), "holders"
    )
    swing = [
        str(name)
        for name, groups in zip(column(holders, "person"), column(holders, "group"), strict=True)
        if [one.key for one in groups] == ["bloc:swing"]  # type: ignore[union-attr]
    ]
    assert sorted(swing) == ["Alice Perry", "Alun Davies", "Ann Black", "Diana Holland", "Keith Vaz"]


def test_left_futures_counted_alice_perry_for_the_left_of_2014(record: sqlite3.Connection) -> None:
    seats = blocs(
        asked(record, "composition", body="nec", section="clp", scheme="left-futures", date="2014-08-20")
    )
    assert {key: seats[key] for key in ("bloc:left", "bloc:right", "bloc:independent")} == {
        "bloc:left": 4, "bloc:right": 1, "bloc:independent": 1,
    }  # fmt: skip
    councillors = blocs(
        asked(record, "composition", body="nec", section="lg", scheme="left-futures", date="2014-09-30")
    )
    assert councillors == {"bloc:left": 1, "none": 1}


def test_in_1998_the_alliance_won_four_of_six_and_in_2000_the_leadership_had_more(
    record: sqlite3.Connection,
) -> None:
    at = {"body": "nec", "section": "clp", "scheme": "leadership-1998"}
    assert blocs(asked(record, "composition", date="1998-09-27", **at)) == {
        "bloc:alliance": 4,
        "bloc:leadership": 2,
    }
    later = blocs(asked(record, "composition", date="2000-06-01", **at))
    assert later["bloc:leadership"] > later["bloc:alliance"]


def test_the_officers_are_known_on_the_days_on_which_they_are_listed_and_not_between(
    record: sqlite3.Connection,
) -> None:
    assert len(chamber(record, "2021-01-21", "nec-officers").seated) == 10
    between = chamber(record, "2023-01-01", "nec-officers")
    assert (between.total, len(between.seated), between.unheld_votes) == (10, 0, 10)
    assert len(chamber(record, "2026-01-25", "nec-officers").seated) == 10


def test_officers_bring_the_slates_of_their_seats_on_the_executive(record: sqlite3.Connection) -> None:
    slates = by(
        table(asked(record, "composition", body="nec-officers", date="2026-01-25"), "holders"),
        "person",
        "faction",
    )
    assert slates["Abdi Duale"] == "ltw"
    assert slates["Gurinder Singh Josan"] == "labourfirst"
    assert slates["Keir Starmer"] == "none"
    slates = by(
        table(asked(record, "composition", body="nec-officers", date="2021-01-21"), "holders"),
        "person",
        "faction",
    )
    assert slates["Ann Black"] == "openlabour"


def cites(view: View, key: str, row: int) -> set[str]:
    """The keys of the sources of a row of the view, or of one of its tables."""
    rows = view.rows if key == "rows" else table(view, key).rows
    return {view.sources[number - 1].key for number in rows[row].sources}


def test_whom_a_scheme_places_is_shown_with_the_page_that_says_so(record: sqlite3.Connection) -> None:
    view = asked(record, "composition", body="nec", scheme="new-statesman-2016", date="2016-10-05")
    names = column(table(view, "holders"), "person")
    assert "ns-2016-09a" in cites(view, "holders", names.index("Rhea Wolfson"))
    assert "ns-2016-10" in cites(view, "holders", names.index("Diana Holland"))
    assert "ns-2016-09a" in cites(view, "rows", column(view, "faction").index("bloc:corbyn"))


def test_a_vacancy_is_shown_with_the_page_that_states_it(record: sqlite3.Connection) -> None:
    view = asked(record, "composition", body="nec", date="2024-07-25")
    vacant = [row.key for row in view.rows].index("vacant")
    assert cites(view, "rows", vacant) == {"ll-2024-07-ab", "ll-2024-08-noms"}


def test_in_a_division_too_whom_a_scheme_places_is_shown_with_the_page_that_says_so(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "division", body="nec", scheme="wings", division="nec-2020-11-24")
    names = column(view, "person")
    assert "prog-ltw" in cites(view, "rows", names.index("Luke Akehurst"))


def test_a_holder_last_attested_long_before_the_day_is_told_with_when(record: sqlite3.Connection) -> None:
    view = asked(record, "composition", body="nec", date="2018-02-01")
    assert (
        "Shown as still in office since no end is on record, though last attested before this day: Sadiq Khan in June 2012 "
        "and Joanne Cairns on 23 January 2018."
    ) in view.notes
    assert "last attested June 2012" in str(by(table(view, "holders"), "person", "note")["Sadiq Khan"])
    view = asked(record, "composition", body="nec", date="2020-11-24")
    told = next(one for one in view.notes if one.startswith("Shown as still in office"))
    assert "Kathy Abu-Bakir" not in told, "attested in that month"


def test_why_there_are_fewer_votes_than_seats_stands_beside_the_majority(record: sqlite3.Connection) -> None:
    view = asked(record, "composition", body="nec", date="2020-03-01")
    assert view.findings[1] == (
        "No slate is known to have had a majority (18 of 34 votes, since three seats stand empty and one holder has no "
        "vote); 27 votes are without a known slate or holder."
    )
