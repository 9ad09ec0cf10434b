"""What follows from the rows is the same whether all is derived anew or only what an import or an undoing touched."""

from __future__ import annotations

import contextlib
import sqlite3
from typing import Any

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from records import SMALL, opened, writable_copy

from db.derivation import derive
from db.derivation.search import FEW
from db.indexes import set_aside
from db.ledger import Ledger, importing, imports, undo

SETTINGS = settings(
    derandomize=True,
    deadline=None,
    database=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.too_slow],
)

DERIVED = (
    "SELECT id, total FROM contest",
    "SELECT id, share, date, sort_name, body_id, section_id FROM candidacy",
    "SELECT slate_id, candidacies FROM tally",
    "SELECT rowid, words FROM person_search",
    "SELECT rowid, words FROM contest_search",
    "SELECT rowid, words FROM faction_search",
    'SELECT section_id, person_id, start, "end", contest_id, candidacy_id, since, until, last_known, basis, how_gained FROM term',
)
TABLES = ("person", "alias", "contest", "candidacy", "faction", "faction_alias", "rule", "term", "citation", "source", "body",
          "section", "round")  # fmt: skip
DATES = ("2010", "2014-06", "2014-06-10", "2016-06-15", "2018-05-01", "2019", None)
UPDATES: dict[str, tuple[tuple[str, tuple[Any, ...]], ...]] = {
    "contest": (("date", DATES), ("valid_votes", (None, 1, 900)), ("seats", (1, 2, 4)), ("kind", ("regular", "by-election")),
                ("status", ("declared", "voting")), ("unit", ("percent", "votes")), ("key", ("new-key",)), ("section_id", (1, 2))),
    "candidacy": (("votes", (None, 3, 77.5)), ("outcome", ("elected", "not elected", "unknown")), ("slate_id", (None, 1, 2, 3)),
                  ("published_share", (None, 12.5)), ("person_id", (1, 2, 3, 4, 5)), ("contest_id", (1, 2, 3))),
    "person": (("name", ("Zoë Zed", "Ada Oak")), ("sort_name", ("Zed, Zoë", "Oak, Ada"))),
    "alias": (("name", ("Other Name",)), ("person_id", (1, 2))),
    "faction": (("name", ("Moon Party",)), ("short", ("Moon",))),
    "faction_alias": (("alias", ("Lunar",)),),
    "rule": (("seats", (None, 1, 2, 3)), ("term_years", (None, 1, 2.5)), ("valid_to", (None, "2016"))),
    "term": (("end", DATES), ("start", DATES), ("person_id", (1, 2, 3)), ("contest_id", (None, 1, 2)), ("ended_by", (None, 3))),
    "citation": (("source_id", (1, 2, 3)), ("entity_id", (1, 2, 3))),
    "source": (("date", DATES),),
    "body": (("name", ("Another Body",)), ("short", ("AB",))),
    "section": (("name", ("another section",)),),
    "round": (("name", ("Another Round",)),),
}  # fmt: skip


def derived(connection: sqlite3.Connection) -> list[list[str]]:
    """All that is derived, in an order of its own."""
    return [sorted(map(repr, connection.execute(query))) for query in DERIVED]


def ids(connection: sqlite3.Connection, table: str) -> list[int]:
    """The rows that an import may change: of the terms those that are stated."""
    stated = "WHERE basis IS NOT 'derived'" if table == "term" else ""
    return [row for (row,) in connection.execute(f"SELECT id FROM {table} {stated} ORDER BY id")]


def add(ledger: Ledger, pick: int, number: int) -> None:
    """Write one or several new rows."""
    connection = ledger.connection
    some = {table: ids(connection, table)[pick % len(ids(connection, table))] for table in TABLES}
    date, name = DATES[pick % len(DATES)], f"New {number}"
    person = ledger.insert("person", {"key": f"new-{number}", "name": name, "sort_name": f"{number}, New"})
    if pick % 7 == 0:
        ledger.insert("alias", {"person_id": some["person"], "name": name})
        ledger.insert("rule", {"section_id": some["section"], "valid_from": date, "seats": pick % 3 + 1})
        ledger.insert(
            "term",
            {
                "section_id": some["section"],
                "person_id": person,
                "start": date,
                "contest_id": some["contest"],
            },
        )
        ledger.insert("citation", {"source_id": some["source"], "entity": "term", "entity_id": some["term"]})
    contest = some["contest"]
    if pick % 2:
        (body,) = connection.execute("SELECT body_id FROM section WHERE id = ?", [some["section"]]).fetchone()
        values = {
            "key": f"c-{number}",
            "body_id": body,
            "section_id": some["section"],
            "date": date,
            "figures": "complete",
        }
        contest = ledger.insert("contest", values)
    outcome = ("elected", "not elected", "pending")[pick % 3]
    rows = [(contest, person, pick, outcome, some["faction"] if pick % 4 else None)]
    if pick % 5 == 0 and contest != some["contest"]:
        rows.append((contest, some["person"], 9, "elected", None))
    (first,) = connection.execute("SELECT max(id) + 1 FROM candidacy").fetchone()
    connection.executemany(
        "INSERT INTO candidacy (contest_id, person_id, votes, outcome, slate_id) VALUES (?, ?, ?, ?, ?)", rows
    )
    ledger.made("candidacy", first, first + len(rows) - 1)


def change(ledger: Ledger, pick: int) -> None:
    """Change one value of one row; a change that the schema does not allow is left out."""
    tables = list(UPDATES)
    table = tables[pick % len(tables)]
    rows = ids(ledger.connection, table)
    column, values = UPDATES[table][pick // 13 % len(UPDATES[table])]
    ledger.connection.execute("SAVEPOINT one")
    try:
        ledger.update(table, rows[pick // 7 % len(rows)], {column: values[pick // 5 % len(values)]})
    except sqlite3.IntegrityError:
        ledger.connection.execute("ROLLBACK TO one")
    ledger.connection.execute("RELEASE one")


def run(connection: sqlite3.Connection, steps: list[list[int]]) -> None:
    """Imports of a few changes each, and after some of them the undoing of the newest."""
    for number, picks in enumerate(steps):
        with importing(connection, f"{number}.csv", "digest", "summary") as ledger:
            for at, pick in enumerate(picks):
                if pick % 2:
                    change(ledger, pick // 2)
                else:
                    add(ledger, pick // 2, number * 100 + at)
        if sum(picks) % 3 == 0:
            undo(connection, imports(connection)[0].number)


@SETTINGS
@given(st.lists(st.lists(st.integers(0, 4_000), min_size=1, max_size=5), min_size=1, max_size=4))
@example([[14, 28, 3, 5], [42, 1201], [7, 2, 3]])
def test_deriving_what_was_touched_comes_to_the_same_as_deriving_everything(steps: list[list[int]]) -> None:
    connection = writable_copy()
    run(connection, steps)
    found = derived(connection)
    derive(connection)
    assert found == derived(connection)
    assert connection.execute("PRAGMA foreign_key_check").fetchall() == []


@pytest.mark.parametrize("table", UPDATES)
def test_whatever_value_changes_what_follows_from_it_is_derived_anew(table: str) -> None:
    connection = writable_copy()
    connection.execute("INSERT INTO import (id, name, digest, made, summary) VALUES (1, '', '', '', '')")
    for row in ids(connection, table)[:12]:
        for column, values in UPDATES[table]:
            for value in values:
                connection.execute("BEGIN")
                ledger = Ledger(connection, 1)
                with contextlib.suppress(sqlite3.IntegrityError):
                    ledger.update(table, row, {column: value})
                derive(connection, ledger.touched)
                found = derived(connection)
                derive(connection)
                assert found == derived(connection), (row, column, value)
                connection.execute("ROLLBACK")


@SETTINGS
@given(st.lists(st.integers(0, 4_000), min_size=1, max_size=8))
def test_undoing_restores_what_is_derived(picks: list[int]) -> None:
    connection = writable_copy()
    before = derived(connection)
    run(connection, [picks])
    for one in imports(connection):
        if one.undone is None:
            undo(connection, one.number)
    assert derived(connection) == before


def test_many_rows_made_in_one_go_are_one_change_and_are_undone_together() -> None:
    connection = writable_copy()
    before = derived(connection)
    many = FEW * 6
    with importing(connection, "many.csv", "digest", "summary") as ledger:
        (first,) = connection.execute("SELECT max(id) + 1 FROM person").fetchone()
        connection.executemany(
            "INSERT INTO person (key, name, sort_name) VALUES (?, ?, ?)",
            ((f"many-{number}", f"Many {number}", f"{number}, Many") for number in range(many)),
        )
        ledger.made("person", first, first + many - 1)
    assert connection.execute("SELECT entity, last_id - entity_id + 1 FROM change").fetchall() == [
        ("person", many)
    ]
    assert connection.execute("SELECT count(*) FROM person_search WHERE words MATCH 'many'").fetchone() == (
        many,
    )
    undo(connection, ledger.number)
    assert derived(connection) == before
    names = "SELECT name FROM sqlite_master WHERE type = 'index' ORDER BY name"
    assert connection.execute(names).fetchall() == opened(SMALL).execute(names).fetchall()


def test_indexes_stay_where_rows_of_a_table_refer_to_each_other(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("db.indexes.FEW", 1)
    connection = writable_copy()
    with set_aside(connection, ["section"], 10**6) as any_gone:
        assert not any_gone
    with set_aside(connection, ["candidacy"], 10**6) as any_gone:
        assert any_gone


def test_making_indexes_anew_leaves_the_settings_as_they_were() -> None:
    connection = writable_copy()
    connection.execute("PRAGMA cache_size = -12345")
    with set_aside(connection, ["candidacy"], 10**6) as any_gone:
        assert any_gone
    found = [connection.execute(f"PRAGMA {name}").fetchone() for name in ("cache_size", "threads")]
    assert found == [(-12345,), (0,)]
