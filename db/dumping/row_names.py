"""What the files of a record call any of its rows, and which row a name is of.

A row is called by its file and its name there, as `candidacies nec-clp-2012/kate-osamor`; see `db.naming`.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable, Iterator
from typing import Final

from db.dumping.queries import QUERIES, STATED, Query
from db.dumping.records import rows
from db.naming import UNIQUE, name_of, numbered
from db.reading.parts import in_parts, marks
from db.records import Explanation, Record
from db.view import Fact

TABLES: Final = {query.kind.FILE: query.table for query in QUERIES} | {Explanation.FILE: "explanation"}
"""The files whose rows have names, and their tables."""

FILES: Final = {table: file for file, table in TABLES.items()}

BY_TABLE: Final = {
    query.table: query._replace(joined=query.joined.replace("CROSS JOIN", "JOIN")) for query in QUERIES
}
"""How the rows of a table are read where only a few are wanted: SQLite begins with those."""

NARROWING: Final = {
    "sections": 2, "rules": 2, "candidacies": 2, "endorsements": 3, "terms": 3, "vacancies": 2, "memberships": 2,
    "division_votes": 2, "blocs": 2, "bloc_members": 2, "identifiers": 2, "distinctions": 2,
}  # fmt: skip
"""How many of the columns that name a row of a file are looked up, where they are more than one."""

_NUMBERED = re.compile(r"([0-9]+):(.+)", re.DOTALL)


def row_names(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[int, str]:
    """Rows of a table by their files and names; those that are gone, and those of no file, are left out.

    A term that follows from a candidacy stands in no file: it is named by that.
    """
    if table == "explanation":
        return {number: f"{Explanation.FILE} {name}" for number, name in _explanations(connection, ids)}
    query = BY_TABLE.get(table)
    if query is None:
        return {}
    found = {}
    for some in in_parts(ids):
        for number, record in rows(connection, query, f"{table}.id IN ({marks(len(some))})", some):
            found[number] = f"{query.kind.FILE} {_name(connection, query, number, record)}"
        if table == "term":
            found |= _following(connection, some)
    return found


def row_named(connection: sqlite3.Connection, file: str, name: str) -> Fact | None:
    """The row of a file that has a name; None where no row has."""
    table = TABLES[file]
    if table == "explanation":
        every = (row for (row,) in connection.execute("SELECT id FROM explanation").fetchall())
        return next((Fact(table, row) for row, one in _explanations(connection, every) if one == name), None)
    position = _NUMBERED.fullmatch(name)
    plain = [number for number, _ in rows_called(connection, BY_TABLE[table], name)]
    if plain or position is None:
        return Fact(table, plain[0]) if plain else None
    alike = [number for number, _ in rows_called(connection, BY_TABLE[table], position[2])]
    wanted = int(position[1][:9])
    return Fact(table, alike[wanted - 1]) if 1 < wanted <= len(alike) else None


def rows_called(connection: sqlite3.Connection, query: Query, name: str) -> list[tuple[int, Record]]:
    """The rows of a file that would be called so if no other were, in the order of the file."""
    columns = query.kind.NAME
    parts = name.split("/", len(columns) - 1)[: NARROWING.get(query.kind.FILE, 1)]
    condition = " AND ".join(f"{query.value(column)} = ?" for column in columns[: len(parts)])
    return [row for row in rows(connection, query, condition, parts) if name_of(row[1]) == name]


def _name(connection: sqlite3.Connection, query: Query, number: int, record: Record) -> str:
    """The name of a row among those that are called alike."""
    name = name_of(record)
    if query.kind.FILE in UNIQUE:
        return name
    return numbered(name, [one for one, _ in rows_called(connection, query, name)].index(number) + 1)


def _following(connection: sqlite3.Connection, terms: list[int]) -> dict[int, str]:
    """The names of terms that nobody stated: those of the candidacies that won them."""
    query = f"SELECT id, candidacy_id FROM term WHERE candidacy_id IS NOT NULL AND NOT {STATED} AND id IN ({marks(len(terms))})"
    won = dict(connection.execute(query, terms).fetchall())
    names = row_names(connection, "candidacy", won.values())
    return {term: names[candidacy] for term, candidacy in won.items() if candidacy in names}


def _explanations(connection: sqlite3.Connection, ids: Iterable[int]) -> Iterator[tuple[int, str]]:
    """Explanations by what they explain of which row."""
    query = "SELECT kind, entity, entity_id FROM explanation WHERE id = ?"
    for number in ids:
        for kind, entity, row in connection.execute(query, [number]).fetchall():
            for name in row_names(connection, entity, [row]).values():
                file, _, own = name.partition(" ")
                yield number, f"{kind}/{file}/{own}"
