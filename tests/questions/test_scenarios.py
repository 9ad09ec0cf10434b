"""The list of scenarios, and one of them beside the facts, on the small record."""

from __future__ import annotations

import sqlite3

import pytest
from records import SMALL, asked, by, cell, column, opened, table, tiny, writable_copy

from db.editing.scenarios import Supposed, suppose
from db.lens import Lens, Place
from db.view import View

NAME = "Had Fay Ivy won in 2017"


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


@pytest.fixture(scope="module")
def beside(record: sqlite3.Connection) -> View:
    """The scenario that comes with it, beside the facts of the day of the by-election."""
    return asked(record, "scenarios", body="rtu", date="2017-03-07", scenario="fay-instead")


def test_scenarios_are_listed_with_what_they_suppose(record: sqlite3.Connection) -> None:
    view = asked(record, "scenarios", body="rtu", date="2017-03-07", factions="left")
    assert column(view, "name") == [NAME]
    assert column(view, "assumed") == [
        (
            "RTU members' section: the seat of Gus Bay goes to Fay Ivy (Grassroots / Tidewater)",
            "Eve Yew is counted with Left (Left and right) on every day",
        )
    ]
    assert view.rows[0].opens == Place(
        "scenarios", Lens(body="rtu", date="2017-03-07", scenario="fay-instead")
    )
    assert asked(record, "scenarios", text="nobody").empty


def test_a_record_without_scenarios_says_how_one_is_made() -> None:
    view = asked(tiny(), "scenarios")
    assert view.empty == "No scenario has been made yet."
    assert view.widen[0][0] == "W"


def test_groups_stand_beside_the_facts_with_the_difference(beside: View) -> None:
    assert by(beside, "faction", "seats")["steady"] == 2
    assert by(beside, "faction", "seats_if")["steady"] == 1
    assert by(beside, "faction", "seats_change") == {
        "left": 0,
        "grass": 0,
        "ind": 0,
        "steady": -1,
        "joint": 1,
    }
    assert by(beside, "faction", "votes_change")["joint"] == 1
    assert sum(column(beside, "seats")) == sum(column(beside, "seats_if"))  # type: ignore[arg-type]
    assert beside.title.startswith(f"Scenario {NAME}: ")
    assert "Grassroots / Tidewater one instead of none (+1)" in beside.findings[0]


def test_seats_that_change_name_who_gives_way_and_cite_only_the_facts(beside: View) -> None:
    exchanged = table(beside, "exchanged")
    (row,) = exchanged.rows
    assert [cell(exchanged, row, key) for key in ("before", "after")] == ["Gus Bay", "Fay Ivy"]
    assert row.sources


def test_what_could_not_be_applied_is_said_in_its_row(record: sqlite3.Connection) -> None:
    view = asked(record, "scenarios", body="rtu", date="2014-06-10", scenario="fay-instead")
    applied = column(table(view, "assumptions"), "applied")
    assert applied == [
        "not applied, since Gus Bay does not hold that seat on the day",
        "not applied, since holders are not counted by the blocs of Left and right here",
    ]
    assert "no group would have had more or fewer" in view.findings[0]


def test_a_majority_that_changes_is_said_to() -> None:
    record = tiny(
        rules=[{"body": "b", "section": "s", "valid_from": "2010", "seats": 3}],
        contests=[{"contest": "c", "body": "b", "section": "s", "date": "2010", "seats": 3}],
        candidacies=[
            {"contest": "c", "person": "ann", "outcome": "elected", "slate": "left"},
            {"contest": "c", "person": "ben", "outcome": "elected", "slate": "left"},
            {"contest": "c", "person": "cy", "outcome": "elected", "slate": "right"},
        ],
    )
    person, right = (
        record.execute(f"SELECT id FROM {name} WHERE key = ?", [key]).fetchone()[0]
        for name, key in (("person", "ann"), ("faction", "right"))
    )
    record.isolation_level = None
    suppose(record, "Ann crosses", [Supposed("leaning", person_id=person, faction_id=right)])
    view = asked(record, "scenarios", body="b", scenario="ann-crosses")
    assert view.findings[1] == (
        "Scenario Ann crosses: A majority is 2 of 3 votes; Right would have it for certain instead of Left."
    )


def test_the_way_back_to_the_facts_and_to_other_scenarios_stands_below(beside: View) -> None:
    ways = table(beside, "others")
    assert column(ways, "name") == ["the facts"]
    opens = ways.rows[0].opens
    assert opens is not None
    assert (opens.view, opens.lens.scenario) == ("scenarios", None)


def test_a_day_without_seats_is_told() -> None:
    record = writable_copy()
    suppose(record, "Early", [])
    view = asked(record, "scenarios", body="rtu", date="1900", scenario="early")
    assert "nothing can be supposed" in view.empty
