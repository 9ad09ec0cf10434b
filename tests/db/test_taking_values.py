"""Of values that sources state another one is shown: with a reason, in every view, and all of it can be taken back."""

from __future__ import annotations

import sqlite3
from typing import Any

import pytest
from records import Rows, asked, by, rows_of_all
from stated import cited, poll

from db.editing.taking import offers, taken
from db.errors import Missing, SlatewatchError
from db.ledger import undo
from db.view import Fact


def record(*citations: dict[str, Any], **files: Rows) -> sqlite3.Connection:
    """The contest, to be written to."""
    made = poll(*citations, **files)
    made.commit()
    made.isolation_level = None
    made.execute("PRAGMA foreign_keys = ON")
    return made


def ann(connection: sqlite3.Connection) -> Fact:
    query = "SELECT candidacy.id FROM candidacy JOIN person ON person.id = person_id WHERE person.key = 'ann'"
    return Fact("candidacy", connection.execute(query).fetchone()[0])


def flags(connection: sqlite3.Connection, field: str) -> dict[str, tuple[int, str | None]]:
    query = "SELECT value, chosen, reason FROM citation WHERE field = ?"
    return {value: (chosen, reason) for value, chosen, reason in connection.execute(query, [field])}


def test_a_figure_that_is_taken_is_shown_and_every_share_follows() -> None:
    connection = record(cited("votes", "60", "press", 1, reason="the table"), cited("votes", "160"))
    before = rows_of_all(connection)
    words, number = taken(connection, ann(connection), "votes", "160", "  a  later count ")
    assert words == "Votes of Ann, Board members 2014: 160 is shown from now on"
    assert flags(connection, "votes") == {"60": (0, None), "160": (1, "a later count")}
    view = asked(connection, "contest", contest="c")
    assert by(view, "person", "votes")["Ann"] == 160 and by(view, "person", "share")["Bob"] == 20.0
    assert by(asked(connection, "disputes"), "shown", "others") == {"160": ("60",)}
    assert by(asked(connection, "disputes"), "shown", "reason") == {"160": "a later count"}
    undo(connection, number)
    assert rows_of_all(connection) == before


def test_a_value_that_only_the_sources_of_the_row_stand_for_is_kept_beside() -> None:
    """An import that kept a conflict cites only the value that it brought."""
    connection = record(cited("votes", "66"))
    before = rows_of_all(connection)
    _, number = taken(connection, ann(connection), "votes", "66", "a recount")
    assert flags(connection, "votes") == {"60": (0, None), "66": (1, "a recount")}
    taken(connection, ann(connection), "votes", "60", "no recount")
    assert flags(connection, "votes") == {"60": (1, "no recount"), "66": (0, None)}
    undo(connection, number + 1)
    undo(connection, number)
    assert rows_of_all(connection) == before


def test_a_slate_that_words_name_is_taken_with_them() -> None:
    connection = record(cited("slate", "Right"))
    taken(connection, ann(connection), "slate", "right", "the leaflet says so")
    assert by(asked(connection, "contest", contest="c"), "person", "slate")["Ann"] == "right"
    (label,) = connection.execute(
        "SELECT slate_label FROM candidacy WHERE id = ?", [ann(connection).id]
    ).fetchone()
    assert label == "Right"


def test_words_that_name_no_faction_need_to_be_told_which_is_meant() -> None:
    connection = record(cited("slate", "backed by both sides"))
    assert [one.names_none for one in offers(connection, ann(connection), "slate")[1]] == [False, True]
    before = rows_of_all(connection)
    with pytest.raises(SlatewatchError, match="names no faction on record"):
        taken(connection, ann(connection), "slate", "backed by both sides", "both")
    with pytest.raises(Missing):
        taken(connection, ann(connection), "slate", "backed by both sides", "both", "nobody")
    assert rows_of_all(connection) == before
    _, number = taken(connection, ann(connection), "slate", "backed by both sides", "both", "none")
    assert by(asked(connection, "contest", contest="c"), "person", "slate")["Ann"] == "none"
    undo(connection, number)
    taken(connection, ann(connection), "slate", "backed by both sides", "both", "Right")
    assert by(asked(connection, "contest", contest="c"), "person", "slate")["Ann"] == "right"


def test_a_finding_that_is_no_column_only_moves_the_choice() -> None:
    connection = record(cited("lead over Bob", "20", "press", 1), cited("lead over Bob", "25"))
    before = rows_of_all(connection)["candidacy"]
    taken(connection, ann(connection), "lead over Bob", "25", "as printed")
    assert flags(connection, "lead over Bob") == {"20": (0, None), "25": (1, "as printed")}
    assert rows_of_all(connection)["candidacy"] == before


def test_a_day_that_is_none_cannot_be_taken_and_a_flag_can() -> None:
    of_contest = cited("date", "in August", row="c")
    connection = record(of_contest, cited("sitting", "0", "press", 1), cited("sitting", "1"))
    contest = Fact("contest", connection.execute("SELECT id FROM contest").fetchone()[0])
    with pytest.raises(SlatewatchError, match="“in August” is no date"):
        taken(connection, contest, "date", "in August", "why not")
    taken(connection, ann(connection), "sitting", "1", "as the blog has it")
    assert by(asked(connection, "contest", contest="c"), "person", "sitting")["Ann"] is True


def test_a_day_of_a_contest_moves_everybody_who_stood_in_it() -> None:
    connection = record(cited("date", "2014-08-22", row="c"))
    (contest,) = connection.execute("SELECT id FROM contest").fetchone()
    taken(connection, Fact("contest", contest), "date", "2014-08-22", "the day of the count")
    assert connection.execute("SELECT DISTINCT date FROM candidacy").fetchall() == [("2014-08-22",)]


def test_a_word_that_the_file_of_the_row_could_not_hold_is_refused() -> None:
    counted = [cited(name, "counted", row="c") for name in ("status", "kind", "basis")]
    connection = record(*counted, cited("basis", "derived", row="c"))
    contest = Fact("contest", connection.execute("SELECT id FROM contest").fetchone()[0])
    for field, first in (("status", "announced"), ("kind", "regular"), ("basis", "derived")):
        with pytest.raises(SlatewatchError, match=f"“counted” is no {field}; expected one of {first}, "):
            taken(connection, contest, field, "counted", "why not")


@pytest.mark.parametrize(
    ("field", "value", "said"),
    [
        (
            "votes",
            "61",
            "No source states “61” for the votes of Ann, Board members 2014; stated are “60” and “about 70”",
        ),
        ("votes", "about 70", "“about 70” is no figure"),
        (
            "rank",
            "2",
            "No two sources differ on the rank of Ann, Board members 2014; they differ on outcome, sitting and votes",
        ),
        ("outcome", "won", "“won” is no outcome; expected one of elected"),
        ("sitting", "perhaps", "“perhaps” is neither 0 nor 1"),
        ("outcome", "[/]", "No source states “\\[/\\]”"),
    ],
)
def test_what_cannot_be_taken_is_refused_in_a_sentence_and_nothing_changes(
    field: str, value: str, said: str
) -> None:
    connection = record(
        cited("votes", "about 70"),
        cited("outcome", "won"),
        cited("sitting", "perhaps"),
        cited("sitting", "0"),
    )
    before = rows_of_all(connection)
    with pytest.raises(SlatewatchError, match=said):
        taken(connection, ann(connection), field, value, "why not")
    with pytest.raises(SlatewatchError, match="A reason is needed"):
        taken(connection, ann(connection), field, value, "  ")
    assert rows_of_all(connection) == before
    assert connection.execute("SELECT count(*) FROM import").fetchone() == (0,)
