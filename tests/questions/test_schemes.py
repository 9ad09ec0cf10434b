"""What schemes say, how they count a body, and because of whom two of them differ."""

from __future__ import annotations

import sqlite3

import pytest
from records import PACKAGED, SMALL, asked, by, column, opened, table, writable_copy

from db.editing.schemes import Entry, made, moved

DAY = "2018-05-01"


@pytest.fixture
def record() -> sqlite3.Connection:
    """The small record with two schemes of ours."""
    connection = writable_copy()
    made(connection, "Plain", "me", [Entry("Left", "left"), Entry("Right", "steady")])
    made(
        connection,
        "Finer",
        "me",
        [Entry("Left", "left"), Entry("Right", "steady"), Entry("Right", person="ada-oak")],
    )
    return connection


def test_a_row_a_scheme_with_what_it_makes_of_the_votes(record: sqlite3.Connection) -> None:
    view = asked(record, "schemes", body="rtu", date=DAY)
    assert {"Plain", "Finer"} <= set(column(view, "name"))
    assert by(view, "name", "counts")["Plain"] == "Left 4 to 5, Right 1 to 2"
    assert by(view, "name", "majority")["Plain"] == "Left"
    assert any("Plain gives Left a majority" in said or "Left a majority" in said for said in view.findings)


def test_a_scheme_tells_what_it_counts_where(record: sqlite3.Connection) -> None:
    view = asked(record, "scheme", body="rtu", date=DAY, scheme="finer")
    assert column(view, "member") == ["Tenants' Left Alliance", "Steady Hands", "Ada Oak"] or set(
        column(view, "member")
    ) == {"Tenants' Left Alliance", "Steady Hands", "Ada Oak"}
    assert "counts two factions and one person in two blocs" in view.findings[0]
    assert by(table(view, "counts"), "faction", "voting") == {"bloc:left": 3, "bloc:right": 2, "none": 1}


def test_two_schemes_side_by_side_show_because_of_whom_they_differ(record: sqlite3.Connection) -> None:
    view = asked(record, "scheme", body="rtu", date=DAY, scheme="plain", beside="finer")
    assert column(view, "person") == ["Ada Oak"]
    assert column(view, "why_other") == ["Finer names Ada Oak"]
    assert (
        "Plain counts Left 4 to 5 and Right 1 to 2; Finer counts Left 3 to 4 and Right 2 to 3"
        in view.findings[1]
    )
    assert "Plain and Finer differ on one of the six holders: Ada Oak" in view.findings[0]


def test_whom_one_of_two_schemes_does_not_count_is_unknown_to_it(record: sqlite3.Connection) -> None:
    made(record, "Empty", "me", [])
    view = asked(record, "scheme", body="rtu", date=DAY, scheme="plain", beside="empty")
    assert view.rows and {one.key for groups in column(view, "other") for one in groups} == {"none"}


def test_the_filter_leaves_the_schemes_and_names_the_blocs_that_count_its_factions(
    record: sqlite3.Connection,
) -> None:
    view = asked(record, "schemes", body="rtu", date=DAY, factions="left")
    assert by(view, "name", "counts")["Plain"] == "Left 4 to 5"
    assert by(view, "name", "scheme")["Plain"] == "plain"


def test_factions_stand_before_persons_and_persons_before_words(record: sqlite3.Connection) -> None:
    made(
        record,
        "All",
        None,
        [Entry("Left", leaning="left"), Entry("Left", person="ada-oak"), Entry("Left", "left")],
    )
    assert column(asked(record, "scheme", scheme="all"), "kind") == ["faction", "person", "leaning"]


def test_of_two_schemes_too_each_row_names_the_pages_that_it_rests_on() -> None:
    view = asked(
        opened(PACKAGED), "scheme", body="nec", date="2020-11-24", scheme="wings", beside="labourlist-2020"
    )
    counted = [row for row in table(view, "counts").rows if row.key.endswith("bloc:left")]
    assert len(counted) == 2 and all(row.sources for row in (*view.rows, *counted)) and view.sources


def test_schemes_that_count_alike_say_so(record: sqlite3.Connection) -> None:
    view = asked(record, "scheme", body="rtu", date=DAY, scheme="plain", beside="plain")
    assert not view.rows and "alike" in view.empty


def test_a_faction_in_two_blocs_is_named(record: sqlite3.Connection) -> None:
    moved(record, "plain", Entry("Right", "left", valid_from="2019"))
    record.execute("UPDATE bloc_member SET valid_to = NULL")
    view = asked(record, "scheme", scheme="plain", body="rtu", date="2020")
    assert any("counts Tenants' Left Alliance twice, in Left and Right" in note for note in view.notes)


def test_a_record_without_schemes_says_how_to_make_one() -> None:
    connection = writable_copy()
    for name in ("assumption", "scenario", "bloc_member", "bloc", "scheme"):
        connection.execute(f"DELETE FROM {name}")
    view = asked(connection, "schemes", body="rtu")
    assert view.empty == "The record holds no scheme yet." and view.widen == (("N", "make one"),)
    assert opened(SMALL) is not connection
