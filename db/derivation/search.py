"""The words by which persons, contests and factions are found, folded as `db.matching` folds what a user types."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable

from db.derivation.touched import Touched
from db.matching import searchable

PERSONS = """
INSERT INTO person_search (rowid, words)
SELECT id, searchable(name || coalesce(
    (SELECT ' ' || group_concat(alias.name, ' ') FROM alias WHERE person_id = person.id), ''))
FROM person WHERE id {these}
"""

CONTESTS = """
INSERT INTO contest_search (rowid, words)
SELECT contest.id, searchable(
    body.name || ' ' || body.short || ' ' || section.name || ' ' || coalesce(section.full_name, '') || ' ' ||
    coalesce(contest.date, '') || ' ' || contest.kind || ' ' || contest.status || ' ' || contest.key || ' ' ||
    coalesce(contest.unit, '') || ' ' || coalesce(round.name, ''))
FROM contest
JOIN body ON body.id = contest.body_id
JOIN section ON section.id = contest.section_id
LEFT JOIN round ON round.id = contest.round_id
WHERE contest.id {these}
"""

FACTIONS = """
INSERT INTO faction_search (rowid, words)
SELECT id, searchable(name || ' ' || short || coalesce(
    (SELECT ' ' || group_concat(alias, ' ') FROM faction_alias WHERE faction_id = faction.id), ''))
FROM faction WHERE id {these}
"""


FILLING = {"person": PERSONS, "contest": CONTESTS, "faction": FACTIONS}
ALL = "IS NOT NULL"
FEW = 1_000
MANY = 0.3
"""The part of all rows from which making a search table anew is quicker than taking words out of it one by one."""


def derive_search(connection: sqlite3.Connection, touched: Touched | None = None) -> None:
    """Fill the three search tables anew, or only the rows of what was touched."""
    teach_words(connection)
    for table, filling in FILLING.items():
        if touched is None or _is_much(connection, table, touched.count(table)):
            _empty(connection, f"{table}_search")
            connection.execute(filling.format(these=ALL))
        else:
            these = f"IN (SELECT id FROM temp.touched_{table})"
            connection.execute(f"DELETE FROM {table}_search WHERE rowid {these}")
            connection.execute(filling.format(these=these))


def teach_words(connection: sqlite3.Connection) -> None:
    """Let SQL make the words of a text; not while a statement is at work."""
    connection.create_function("searchable", 1, searchable, deterministic=True)


def add_to_search(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> None:
    """Fill in the words of new rows; the connection has been taught to make them."""
    filling = FILLING[table].format(these="IN (SELECT value FROM json_each(?))")
    connection.execute(filling, [json.dumps(list(ids))])


def enter_words(connection: sqlite3.Connection, table: str, words: Iterable[tuple[int, str]]) -> None:
    """Enter the ids of new rows with their words, which must be as `searchable` makes them of what they are found by."""
    connection.executemany(f"INSERT INTO {table}_search (rowid, words) VALUES (?, ?)", words)
    connection.execute(
        "SAVEPOINT entered"
    )  # lets the search table write what it holds, and put its reading away
    connection.execute("RELEASE entered")


def _is_much(connection: sqlite3.Connection, table: str, count: int) -> bool:
    if count <= FEW:
        return False
    (rows,) = connection.execute(f"SELECT count(*) FROM {table}").fetchone()
    return bool(count >= MANY * rows)


def _empty(connection: sqlite3.Connection, table: str) -> None:
    """Make a search table again as its step of the schema makes it: much quicker than to delete its rows."""
    query = "SELECT sql FROM sqlite_master WHERE type = 'table' AND name = ?"
    (sql,) = connection.execute(query, [table]).fetchone()
    connection.execute(f"DROP TABLE {table}")
    connection.execute(sql)
