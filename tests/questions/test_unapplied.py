"""What of a scenario does not fit the days of an answer is told, on the days that were counted; what fits is not told to fail."""

from __future__ import annotations

import sqlite3

import pytest
from records import asked, cell, column, table, writable_copy

from db.editing.scenarios import Supposed, suppose
from db.view import View
from db.wording import count, number_word


@pytest.fixture
def record() -> sqlite3.Connection:
    """The small record, to be written to."""
    return writable_copy()


def of(record: sqlite3.Connection, name: str, key: str) -> int:
    """The id of a row by its key."""
    (number,) = record.execute(f'SELECT id FROM "{name}" WHERE key = ?', [key]).fetchone()
    return int(number)


def given(record: sqlite3.Connection, person: str, taker: str) -> Supposed:
    """The seat of a member goes to somebody new."""
    section, holder = of(record, "section", "members"), of(record, "person", person)
    faction = of(record, "faction", "left")
    return Supposed("seat", section_id=section, person_id=holder, newcomer=taker, faction_id=faction)


def filled(record: sqlite3.Connection, taker: str, faction: str) -> Supposed:
    """Somebody on record takes a seat of the members without a known holder."""
    section, person = of(record, "section", "members"), of(record, "person", taker)
    return Supposed(
        "fill", section_id=section, successor_id=person, faction_id=of(record, "faction", faction)
    )


def in_bloc(record: sqlite3.Connection, person: str, scheme: str, key: str) -> Supposed:
    """Somebody is counted with a bloc."""
    query = (
        "SELECT bloc.id FROM bloc JOIN scheme ON scheme.id = scheme_id WHERE scheme.key = ? AND bloc.key = ?"
    )
    (bloc,) = record.execute(query, [scheme, key]).fetchone()
    return Supposed("leaning", person_id=of(record, "person", person), bloc_id=bloc)


def not_applied(view: View) -> list[str]:
    """The notes on what does not fit, without the name of the scenario."""
    return [note.removeprefix("Scenario Test: ") for note in view.notes if "pplied " in note]


@pytest.mark.parametrize("date", [None, "2013", "2030"])
@pytest.mark.parametrize("section", [None, "members"])
def test_a_division_tells_what_does_not_fit_the_day_of_the_vote_whatever_day_is_looked_at(
    record: sqlite3.Connection, date: str | None, section: str | None
) -> None:
    suppose(record, "Test", [given(record, "gus-bay", "Una New"), given(record, "ben-ash", "Bo New")])
    looked = {name: text for name, text in (("date", date), ("section", section)) if text}
    key, day = record.execute("SELECT key, date FROM division WHERE body_id = 1 ORDER BY date").fetchone()
    there = asked(record, "composition", body="rtu", date=day, scenario="test")
    view = asked(record, "division", division=key, body="rtu", scenario="test", **looked)
    assert not_applied(view) == not_applied(there)
    assert not_applied(view)
    assert view.seen.date == day


@pytest.mark.parametrize("view", ["timeline", "divisions"])
def test_where_many_days_are_counted_it_is_told_on_how_many_each_assumption_is_applied(
    record: sqlite3.Connection, view: str
) -> None:
    record.execute("INSERT INTO division (key, body_id, date, kind, subject) SELECT 'pay', body_id, '2018-06-01', kind, "
                   "'Pay' FROM division WHERE key = 'rent-2016'")  # fmt: skip
    elsewhere = in_bloc(record, "eve-yew", "strike", "for")
    suppose(record, "Test", [given(record, "gus-bay", "Una New"), elsewhere])
    answer = asked(record, view, body="rtu", date="2013", scenario="test")
    days = sorted({row.date for row in answer.rows if row.date})
    fitting = [
        day
        for day in days
        if not any(
            "Gus Bay" in note
            for note in not_applied(asked(record, "composition", body="rtu", date=day, scenario="test"))
        )
    ]
    said = not_applied(answer)
    assert len(said) == 2
    assert "Gus Bay goes to Una New" in said[0]
    assert 0 < len(fitting) < len(days)
    assert said[0].startswith(f"Applied on {number_word(len(fitting))} of {count(len(days), 'day')}: ")
    assert "does not hold that seat" in said[0]
    assert said[1].startswith(f"Applied on none of {count(len(days), 'day')}: ")
    assert "not counted by the blocs of For a rent strike" in said[1]
    assert not any("2013" in note for note in said)


@pytest.mark.parametrize(
    ("view", "scheme", "beside", "said"),
    [
        ("schemes", "", "", "Applied by one of two schemes: "),
        ("scheme", "strike", "", ""),
        ("scheme", "sides", "", "Not applied on 1 May 2018: "),
        ("scheme", "sides", "strike", "Applied by one of two schemes: "),
    ],
)
def test_it_is_told_by_how_many_schemes_a_bloc_that_is_assumed_is_counted(
    record: sqlite3.Connection, view: str, scheme: str, beside: str, said: str
) -> None:
    suppose(record, "Test", [in_bloc(record, "gus-bay", "strike", "for")])
    named = {name: key for name, key in (("scheme", scheme), ("beside", beside)) if key}
    told = not_applied(asked(record, view, body="rtu", date="2018-05-01", scenario="test", **named))
    assert len(told) == bool(said)
    for one in told:
        assert one.startswith(f"{said}Gus Bay is counted with")
        assert "not counted by the blocs of For a rent strike" in one


def test_of_two_assumptions_in_the_same_words_only_the_one_refused_is_shown_as_not_applied(
    record: sqlite3.Connection,
) -> None:
    twice = filled(record, "fay-ivy", "left")
    suppose(record, "Test", [twice, twice])
    view = asked(record, "scenarios", body="rtu", date="2020-05-05", scenario="test")
    applied = column(table(view, "assumptions"), "applied")
    assert applied == ["applied", "not applied, since Fay Ivy sits there already on the day"]


def test_whoever_takes_a_seat_stands_for_the_side_of_the_assumption_that_was_applied(
    record: sqlite3.Connection,
) -> None:
    suppose(record, "Test", [filled(record, "fay-ivy", "left"), filled(record, "fay-ivy", "steady")])
    view = asked(record, "composition", body="rtu", date="2020-05-05", scenario="test")
    holders = table(view, "holders")
    (row,) = [row for row in holders.rows if cell(holders, row, "person") == "Fay Ivy"]
    assert [one.key for one in cell(holders, row, "group")] == ["left"]  # type: ignore[union-attr]


def test_a_day_that_is_not_counted_is_not_told_of(record: sqlite3.Connection) -> None:
    suppose(record, "Test", [given(record, "gus-bay", "Una New")])
    view = asked(record, "composition", body="rtu", date="2018-05-01", against="2013", scenario="test")
    assert not_applied(view) == []
    compared = asked(record, "changes", body="rtu", date="2018-05-01", against="2013", scenario="test")
    assert not_applied(compared)[0].startswith("Not applied in 2013: ")
