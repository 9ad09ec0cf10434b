"""Stepping through the dates of change with the brackets."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, SMALL, asked, opened, tiny

from db.lens import Lens
from db.questions import ask
from db.wayfinding.steps import step, steps

DATES = ("2014-06-10", "2016-06-14", "2017-01", "2017-03-07", "2018-05-01", "2020-05-05")
MEMBERS = Lens(body="rtu", section="members")


@pytest.fixture(scope="module")
def record() -> sqlite3.Connection:
    """The small record."""
    return opened(SMALL)


def test_the_dates_of_change_are_results_ends_and_rules_in_their_order(record: sqlite3.Connection) -> None:
    assert steps(record, MEMBERS) == DATES


def test_a_contest_to_come_is_no_change_yet(record: sqlite3.Connection) -> None:
    assert not any(date.startswith("2026") for date in steps(record, Lens(body="rtu")))


def test_the_body_changes_whenever_one_of_its_sections_does(record: sqlite3.Connection) -> None:
    assert set(steps(record, Lens(body="rtu"))) > set(DATES)


def test_stepping_forward_visits_every_date_and_stops_at_the_last(record: sqlite3.Connection) -> None:
    lens, visited = MEMBERS.at(date="2000"), []
    for _ in range(len(DATES) + 3):
        lens = step(record, lens, 1)
        visited.append(lens.date)
    assert visited == [*DATES, *[DATES[-1]] * 3]


def test_stepping_back_visits_every_date_and_stops_at_the_first(record: sqlite3.Connection) -> None:
    lens, visited = MEMBERS.at(date="2030"), []
    for _ in range(len(DATES) + 3):
        lens = step(record, lens, -1)
        visited.append(lens.date)
    assert visited == [*DATES[::-1], *[DATES[0]] * 3]


def test_from_the_open_date_which_is_the_last_one_steps_back_to_the_one_before(
    record: sqlite3.Connection,
) -> None:
    assert step(record, MEMBERS, -1).date == DATES[-2]
    assert step(record, MEMBERS, 1) == MEMBERS


def test_between_two_dates_both_are_next(record: sqlite3.Connection) -> None:
    between = MEMBERS.at(date="2015-01-01")
    assert step(record, between, 1).date == DATES[1]
    assert step(record, between, -1).date == DATES[0]


def test_a_date_given_as_a_contest_steps_as_the_day_of_that_contest(record: sqlite3.Connection) -> None:
    lens = MEMBERS.at(date="rtu-m-2016")
    assert step(record, lens, 1).date == DATES[2]
    assert step(record, lens, -1).date == DATES[0]


def test_a_contest_gives_way_to_the_date_stepped_to(record: sqlite3.Connection) -> None:
    lens = step(record, Lens(body="rtu", section="members", contest="rtu-m-2016"), 1)
    assert (lens.contest, lens.date) == (None, DATES[2])


def test_stepping_keeps_place_filter_and_order(record: sqlite3.Connection) -> None:
    lens = Lens(
        body="rtu", section="members", date="2016", factions=frozenset({"left"}), text="a", sort="-seats"
    )
    assert step(record, lens, 1) == lens.at(date="2016-06-14")


def test_a_record_without_a_date_does_not_step() -> None:
    record = tiny()
    assert steps(record, Lens(body="b")) == ()
    assert step(record, Lens(body="b"), 1) == Lens(body="b")


def test_composition_differs_across_every_step_of_a_result(record: sqlite3.Connection) -> None:
    for date in ("2016-06-14", "2017-03-07", "2018-05-01"):
        before = step(record, MEMBERS.at(date=date), -1)
        assert (
            asked(record, "composition", body="rtu", section="members", date=date).rows
            != asked(record, "composition", body="rtu", section="members", date=str(before.date)).rows
        )


def test_every_body_of_the_packaged_record_steps_from_end_to_end() -> None:
    packaged = opened(PACKAGED)
    for (body,) in packaged.execute("SELECT key FROM body").fetchall():
        dates = steps(packaged, Lens(body=body))
        assert list(dates) == sorted(set(dates))
        lens = Lens(body=body, date="0001")
        walked = [lens := step(packaged, lens, 1) for _ in dates]
        assert [one.date for one in walked] == list(dates)


def test_without_a_dated_change_the_last_day_on_which_a_holder_is_attested_is_looked_at() -> None:
    read = [{"source": "page", "publisher": "p", "title": "t", "date": "2020-03-04"}]
    record = tiny(terms=[{"body": "b", "section": "s", "person": "ann", "sources": "page"}], sources=read)
    assert steps(record, Lens(body="b")) == ()
    assert ask(record, "composition", Lens(body="b")).seen.date == "2020-03-04"


def test_seats_of_a_rule_without_a_date_are_told_without_one() -> None:
    record = tiny(rules=[{"body": "b", "section": "s", "seats": 3}])
    said = ask(record, "composition", Lens(body="b")).findings[0]
    assert said == "No slate is on record for any of the three seats of the Board."
    assert (
        ask(record, "changes", Lens(body="b")).words
        == ask(record, "measures", Lens(body="b")).words
        == "Board"
    )
