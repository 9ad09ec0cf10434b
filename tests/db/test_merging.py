"""Two persons become one and two again: everything moves, old keys resolve, and undoing restores every row."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest
from meaning import meaning
from records import PACKAGED, SMALL, asked, built, column, table

from db.derivation import derive
from db.errors import Missing, Unusable
from db.identity import Names
from db.identity.merging import MOVED, merged, person, proposed, set_apart
from db.ledger import importing, imports, undo, writable
from db.wayfinding.names import completions, resolve, suggest


@pytest.fixture
def record(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The packaged record, to be written to."""
    connection = writable(Path(shutil.copy(built(PACKAGED), tmp_path / "own.db")))
    yield connection
    connection.close()


@pytest.fixture
def small(tmp_path: Path) -> Iterator[sqlite3.Connection]:
    """The small record, to be written to."""
    connection = writable(Path(shutil.copy(built(SMALL), tmp_path / "small.db")))
    yield connection
    connection.close()


def whole(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Every row of every table as it is, ids and all; of derived terms and what is made anew what it means."""
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
        if "_search" not in name
        and not name.startswith(("sqlite", "_sqlite"))
        and name not in ("import", "change", "term")
    ]
    rows = {name: sorted(map(repr, connection.execute(f'SELECT * FROM "{name}"'))) for name in names}
    stated = "SELECT * FROM term WHERE basis IS NOT 'derived'"
    return rows | {
        "term": sorted(map(repr, connection.execute(stated))),
        "meaning": meaning(connection)["term"],
    }


def counted(connection: sqlite3.Connection, name: str, key: str) -> int:
    query = f"SELECT count(*) FROM {name} JOIN person ON person.id = person_id WHERE person.key = ?"
    return int(connection.execute(query, [key]).fetchone()[0])


def sound(connection: sqlite3.Connection) -> None:
    """Nothing points nowhere, and what is derived is what would be derived anew."""
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    derived = meaning(connection)
    connection.execute("BEGIN")
    derive(connection)
    again = meaning(connection)
    connection.execute("ROLLBACK")
    assert derived == again


GONE, KEPT = "lucy-powell-2010", "lucy-powell"


@pytest.mark.parametrize(("gone", "kept"), [(GONE, KEPT), (KEPT, GONE), ("mike-payne", "michael-payne")])
def test_everything_moves_and_undoing_restores_every_row(
    record: sqlite3.Connection, gone: str, kept: str
) -> None:
    before = whole(record)
    tables = ("candidacy", "term", "alignment", "division_vote", "event_person", "stage")
    expected = {name: counted(record, name, gone) + counted(record, name, kept) for name in tables}
    (name,) = record.execute("SELECT name FROM person WHERE key = ?", [kept]).fetchone()
    number = merged(record, gone, kept)
    assert {name: counted(record, name, kept) for name in tables} == expected
    assert record.execute("SELECT count(*) FROM person WHERE key = ?", [gone]).fetchone() == (0,)
    assert resolve(record, "person", gone) == kept
    assert person(record, gone).key == kept
    view = asked(record, "candidate", person=gone)
    assert len(view.rows) == expected["candidacy"]
    assert view.title.endswith(name)
    sound(record)
    undo(record, number)
    assert whole(record) == before
    assert resolve(record, "person", gone) == gone
    sound(record)


@pytest.mark.parametrize(
    ("one", "where"),
    [
        ("eve-yew", {"bloc_member.person_id": 2, "assumption.person_id": 1}),
        ("ida-may", {"vacancy.person_id": 1}),
        ("fay-ivy", {"assumption.successor_id": 1}),
    ],
)
@pytest.mark.parametrize("goes", [True, False], ids=["who goes", "who stays"])
def test_places_in_schemes_seats_left_empty_and_assumptions_move_and_come_back(
    small: sqlite3.Connection, one: str, where: dict[str, int], goes: bool
) -> None:
    with importing(small, "more", "", "") as ledger:
        ledger.insert("person", {"key": "newcomer", "name": "New Comer", "sort_name": "Comer, New"})
    before = whole(small)
    gone, kept = (one, "newcomer") if goes else ("newcomer", one)
    number = merged(small, gone, kept)
    for reference, expected in where.items():
        name, _, field = reference.partition(".")
        query = f"SELECT count(*) FROM {name} JOIN person ON person.id = {field} WHERE person.key = ?"
        assert small.execute(query, [kept]).fetchone() == (expected,)
    sound(small)
    undo(small, number)
    assert whole(small) == before


ELSEWHERE = {("term", "replaces"), ("assumption", "successor_id"), ("claim", "rival_id"), ("former_key", "person_id"), ("distinction", "person_id"),
             ("distinction", "other_id")}  # fmt: skip
"""References to a person of which a merge takes care one by one."""


def test_every_reference_to_a_person_moves(small: sqlite3.Connection) -> None:
    names = [name for (name,) in small.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {
        (name, row[3])
        for name in names
        for row in small.execute(f'PRAGMA foreign_key_list("{name}")')
        if row[2] == "person"
    }
    assert found == {(name, "person_id") for name in MOVED} | ELSEWHERE


def test_any_two_who_did_not_meet_can_be_merged_and_told_apart_again(record: sqlite3.Connection) -> None:
    people = [key for (key,) in record.execute("SELECT key FROM person ORDER BY id")]
    before = whole(record)
    done = 0
    for gone, kept in zip(people[::9], reversed(people[::9]), strict=True):
        try:
            number = merged(record, gone, kept)
        except Unusable:
            continue
        assert record.execute("PRAGMA foreign_key_check").fetchall() == []
        undo(record, number)
        done += 1
    assert done > 20
    assert whole(record) == before
    sound(record)


def test_the_name_that_went_leads_to_the_person_who_was_kept(record: sqlite3.Connection) -> None:
    merged(record, "mike-payne", "michael-payne")
    for name in ("Mike Payne", "Michael Payne"):
        assert [one.key for one in Names(record).suggest(name) if one.certain] == ["michael-payne"]
    assert asked(record, "candidates", text="mike payne").total > 0
    assert "mike-payne" not in dict(completions(record, "person", "mike-p"))
    assert "michael-payne" in suggest(record, "person", "Mike Pane")


def test_old_keys_resolve_after_a_second_merge_and_come_back_one_by_one(record: sqlite3.Connection) -> None:
    before = whole(record)
    first = merged(record, "mike-payne", "michael-payne")
    second = merged(record, "michael-payne", "lucy-powell-2010")
    assert [resolve(record, "person", key) for key in ("mike-payne", "michael-payne")] == [
        "lucy-powell-2010"
    ] * 2
    with pytest.raises(
        Unusable, match=rf"import {second} \(merge of Michael Payne into Lucy Powell\) rests on it"
    ):
        undo(record, first)
    undo(record, second)
    assert resolve(record, "person", "mike-payne") == "michael-payne"
    undo(record, first)
    assert whole(record) == before
    assert [one.undone is None for one in imports(record)] == [False, False]


def test_who_stood_in_one_contest_is_two(small: sqlite3.Connection) -> None:
    before = whole(small)
    with pytest.raises(
        Unusable, match=r"Ada Oak \(ada-oak\) and Ben Ash \(ben-ash\) cannot be merged: both stood in rtu-"
    ):
        merged(small, "ada-oak", "ben-ash")
    with pytest.raises(Unusable, match="one person already"):
        merged(small, "ada-oak", "ada-oak")
    with pytest.raises(Missing, match="no person 'nobody'"):
        merged(small, "nobody", "ada-oak")
    assert whole(small) == before
    assert imports(small) == ()


def test_who_is_declared_two_stays_two_until_that_is_undone(record: sqlite3.Connection) -> None:
    ids = {key: person(record, key).id for key in ("mike-payne", "michael-payne")}
    assert [one.key for one in Names(record).like(ids["mike-payne"])] == ["michael-payne"]
    number = set_apart(record, "mike-payne", "michael-payne", "father and son")
    assert number is not None
    assert set_apart(record, "michael-payne", "mike-payne") is None, "it has been declared already"
    assert Names(record).like(ids["mike-payne"]) == ()
    with pytest.raises(Unusable, match="declared not to be the same"):
        merged(record, "mike-payne", "michael-payne")
    with pytest.raises(Unusable, match="is one person; two were expected"):
        set_apart(record, "mike-payne", "mike-payne")
    assert imports(record)[0].name == "Mike Payne is not Michael Payne"
    assert "father and son" in imports(record)[0].summary
    undo(record, number)
    assert Names(record).like(ids["mike-payne"]) != ()
    merged(record, "mike-payne", "michael-payne")


def test_who_was_told_from_both_is_told_from_the_one_who_stays(record: sqlite3.Connection) -> None:
    before = whole(record)
    numbers = [set_apart(record, one, "ann-black") for one in ("mike-payne", "michael-payne")]
    number = merged(record, "mike-payne", "michael-payne")
    assert record.execute("SELECT count(*) FROM distinction").fetchone() == (1,)
    with pytest.raises(Unusable, match="declared not"):
        merged(record, "ann-black", "mike-payne")
    for one in (number, *numbers):
        undo(record, one or 0)
    assert whole(record) == before


def test_an_event_that_names_both_names_the_one_once(record: sqlite3.Connection) -> None:
    ids = [person(record, key).id for key in ("mike-payne", "michael-payne")]
    (event,) = record.execute("SELECT id FROM event LIMIT 1").fetchone()
    for number in ids:
        record.execute("INSERT INTO event_person (event_id, person_id) VALUES (?, ?)", [event, number])
    before = whole(record)
    number = merged(record, "mike-payne", "michael-payne")
    assert counted(record, "event_person", "michael-payne") == 1
    undo(record, number)
    assert whole(record) == before


def test_what_only_one_of_the_rows_knew_is_kept(record: sqlite3.Connection) -> None:
    record.execute("UPDATE person SET gender = 'm', note = 'once' WHERE key = 'mike-payne'")
    record.execute("UPDATE person SET gender = NULL, note = 'twice' WHERE key = 'michael-payne'")
    merged(record, "mike-payne", "michael-payne")
    assert person(record, "mike-payne")[3:] == ("Payne, Michael", "m", "twice; once")


def stand(record: sqlite3.Connection, key: str, name: str) -> int:
    """An import by which a person stands in a contest."""
    with importing(record, name, "", "") as ledger:
        values = {"person_id": person(record, key).id, "outcome": "unknown"}
        (contest,) = record.execute("SELECT id FROM contest WHERE key = 'nec-clp-2014'").fetchone()
        ledger.insert("candidacy", values | {"contest_id": contest})
    return ledger.number


def test_a_merge_is_undone_under_later_imports_that_say_nothing_of_the_person(
    record: sqlite3.Connection,
) -> None:
    number = merged(record, "mike-payne", "michael-payne")
    stand(record, "lucy-powell", "later.csv")
    other = merged(record, "sol-cuthbertson", "solomon-cuthbertson")
    undo(record, number)
    assert resolve(record, "person", "mike-payne") == "mike-payne"
    assert resolve(record, "person", "sol-cuthbertson") == "solomon-cuthbertson"
    undo(record, other)
    sound(record)


def test_a_later_import_that_says_something_of_the_person_is_named(record: sqlite3.Connection) -> None:
    number = merged(record, "mike-payne", "michael-payne")
    later = stand(record, "michael-payne", "later.csv")
    apart = set_apart(record, "mike-payne", "ann-black")
    with pytest.raises(
        Unusable, match=rf"import {later} \(later\.csv\), {apart} \(Michael Payne is not Ann Black\) rest"
    ):
        undo(record, number)
    undo(record, later)
    undo(record, apart or 0)
    undo(record, number)


def test_an_import_whose_rows_a_merge_moved_is_not_undone_before_the_merge(
    record: sqlite3.Connection,
) -> None:
    before = whole(record)
    first = stand(record, "michael-payne", "first.csv")
    number = merged(record, "mike-payne", "michael-payne")
    with pytest.raises(
        Unusable, match=rf"import {number} \(merge of Mike Payne into Michael Payne\) rests on it"
    ):
        undo(record, first)
    undo(record, number)
    undo(record, first)
    assert whole(record) == before


def test_an_import_whose_rows_no_merge_moved_is_undone_before_or_after_it(record: sqlite3.Connection) -> None:
    before = whole(record)
    first = stand(record, "mike-payne", "first.csv")
    number = merged(record, "mike-payne", "michael-payne")
    undo(record, first)
    sound(record)
    undo(record, number)
    assert whole(record) == before


def test_persons_made_after_a_merge_do_not_take_the_place_of_who_went(record: sqlite3.Connection) -> None:
    before = whole(record)
    with importing(record, "one.csv", "", "") as ledger:
        ledger.insert("person", {"key": "zed", "name": "Zed Payne", "sort_name": "Payne, Zed"})
    number = merged(record, "zed", "michael-payne")
    with importing(record, "two.csv", "", "") as ledger:
        ledger.insert("person", {"key": "zoe", "name": "Zoe New", "sort_name": "New, Zoe"})
    undo(record, number)
    assert {resolve(record, "person", key) for key in ("zed", "zoe", "michael-payne")} == {
        "zed",
        "zoe",
        "michael-payne",
    }
    undo(record, 3)
    undo(record, 1)
    assert whole(record) == before


def test_a_seat_that_passed_from_one_to_the_other_makes_them_two(record: sqlite3.Connection) -> None:
    query = "SELECT one.key, other.key FROM term JOIN person AS one ON one.id = person_id JOIN person AS other ON other.id = replaces"
    taken = list(record.execute(query))
    assert taken
    for one, other in taken:
        with pytest.raises(Unusable, match=r"took the seat|both"):
            merged(record, one, other)


def test_what_would_move_is_told_before(record: sqlite3.Connection) -> None:
    plan = proposed(record, person(record, "mike-payne"), person(record, "michael-payne"))
    assert plan.words.endswith("to Michael Payne (michael-payne); mike-payne goes on leading there")
    assert "candidac" in plan.words


def test_a_chamber_shows_the_merged_person(record: sqlite3.Connection) -> None:
    merged(record, "alice-perry", "lucy-powell")
    view = asked(record, "candidate", person="alice-perry")
    assert "Lucy Powell" in view.title
    assert "2014-08-20" in [str(cell) for cell in column(view, "date")]
    assert table(view, "terms").rows
