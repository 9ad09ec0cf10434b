"""Schemes are made, copied and edited; every edit can be taken back, to the byte."""

from __future__ import annotations

import sqlite3

import pytest
from records import rows_of_all, writable_copy

from db.editing.schemes import Entry, copied, dropped, entries_of, made, moved, refilled
from db.errors import Missing, SlatewatchError
from db.ledger import undo
from db.reading.schemes import every_scheme, scheme_of


@pytest.fixture
def record() -> sqlite3.Connection:
    """The small record, to be written to."""
    return writable_copy()


def blocs(connection: sqlite3.Connection, key: str, faction: str, date: str) -> list[str]:
    """Where a scheme counts a faction on a day."""
    return [one.bloc.faction.name for one in scheme_of(connection, key).of_faction(faction, date)]


def test_a_scheme_is_made_with_the_blocs_that_its_entries_name(record: sqlite3.Connection) -> None:
    key, _ = made(
        record,
        "Mine",
        "me",
        [Entry("Friends", "left"), Entry("friends", person="ada-oak"), Entry("Rest", "steady")],
    )
    assert [one.faction.name for one in scheme_of(record, key).blocs.values()] == ["Friends", "Rest"]
    assert entries_of(record, key) == [
        Entry("Friends", "left"), Entry("Friends", person="ada-oak"), Entry("Rest", "steady"),
    ]  # fmt: skip


def test_a_copy_says_the_same_and_changes_alone(record: sqlite3.Connection) -> None:
    original = every_scheme(record)[0][0]
    before = entries_of(record, original)
    key, _ = copied(record, original, "Copy")
    assert [one._replace(note=None) for one in entries_of(record, key)] == [
        one._replace(note=None) for one in before
    ]
    moved(record, key, Entry("Elsewhere", "steady"))
    assert blocs(record, key, "steady", "2018") == ["Elsewhere"]
    assert entries_of(record, original) == before


def test_from_a_day_on_a_faction_counts_elsewhere_and_before_it_as_before(record: sqlite3.Connection) -> None:
    key, _ = made(record, "Mine", None, [Entry("One", "left")])
    moved(record, key, Entry("Two", "left", valid_from="2016-06"))
    assert blocs(record, key, "left", "2016-05") == ["One"]
    assert blocs(record, key, "left", "2016-06") == ["Two"]
    moved(record, key, Entry("Three", "left"))
    assert blocs(record, key, "left", "2014") == blocs(record, key, "left", "2019") == ["Three"]
    moved(record, key, Entry("", "left"), out=True)
    assert blocs(record, key, "left", "2016") == []


def test_for_a_span_of_time_a_faction_counts_elsewhere_and_then_as_before(record: sqlite3.Connection) -> None:
    key, _ = made(
        record, "Mine", None, [Entry("One", "left", valid_to="2018"), Entry("Two", "left", valid_from="2018")]
    )
    moved(record, key, Entry("Three", "left", valid_from="2010", valid_to="2012"))
    told = {
        date: blocs(record, key, "left", date) for date in ("2009", "2010", "2011-12", "2012", "2017", "2018")
    }
    assert told == {
        "2009": ["One"], "2010": ["Three"], "2011-12": ["Three"], "2012": ["One"], "2017": ["One"], "2018": ["Two"],
    }  # fmt: skip


def test_words_of_a_leaning_are_the_same_in_any_case(record: sqlite3.Connection) -> None:
    key, _ = made(record, "Mine", None, [Entry("One", leaning="Moderate")])
    moved(record, key, Entry("Two", leaning="moderate"))
    assert entries_of(record, key) == [Entry("Two", leaning="moderate")]


def test_a_scheme_that_is_read_again_keeps_no_bloc_of_which_nothing_is_said(
    record: sqlite3.Connection,
) -> None:
    key, _ = made(record, "Mine", None, [Entry("One", "left"), Entry("Two", "steady")])
    colours = {one.faction.name: one.faction.colour for one in scheme_of(record, key).blocs.values()}
    refilled(record, key, "somebody", [Entry("Two", "left")])
    scheme = scheme_of(record, key)
    assert {one.faction.name: one.faction.colour for one in scheme.blocs.values()} == {"Two": colours["Two"]}
    assert scheme.whose == "somebody"


def test_every_edit_is_taken_back(record: sqlite3.Connection) -> None:
    key, _ = made(record, "Mine", None, [Entry("One", "left"), Entry("Two", person="ada-oak")])
    edits = (
        lambda: moved(record, key, Entry("New", "left", valid_from="2016")),
        lambda: moved(record, key, Entry("One", "steady")),
        lambda: moved(record, key, Entry("", "left"), out=True),
        lambda: refilled(record, key, None, [Entry("One", "tide")]),
        lambda: copied(record, key, "Another"),
        lambda: dropped(record, key),
    )
    for edit in edits:
        before = rows_of_all(record)
        _, number = edit()
        assert rows_of_all(record) != before
        made(record, f"Later {number}")
        undo(record, number + 1)
        undo(record, number)
        assert rows_of_all(record) == before


def test_what_cannot_be_is_told_and_changes_nothing(record: sqlite3.Connection) -> None:
    key, _ = made(record, "Mine")
    before = rows_of_all(record)
    for problem, deed in (
        ("already", lambda: made(record, " mine ".strip().title())),
        ("no name", lambda: made(record, "  ")),
        ("no faction 'nobody'", lambda: moved(record, key, Entry("One", "nobody"))),
        ("no person 'nobody'", lambda: moved(record, key, Entry("One", person="nobody"))),
        ("no scheme 'other'", lambda: moved(record, "other", Entry("One", "left"))),
        ("expected a date", lambda: moved(record, key, Entry("One", "left", valid_from="soon"))),
        (
            "after its beginning",
            lambda: moved(record, key, Entry("One", "left", valid_from="2016", valid_to="2015")),
        ),
        ("expected one", lambda: moved(record, key, Entry("One", "left", "ada-oak"))),
        ("without a bloc", lambda: moved(record, key, Entry(" ", "left"))),
    ):
        with pytest.raises((Missing, SlatewatchError), match=problem):
            deed()
        assert rows_of_all(record) == before
