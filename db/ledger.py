"""Imports: each is one transaction, kept with all that it changed, so that it can be undone.

Everything that an import writes goes through a `Ledger`.  What is derived from the rows is derived anew at the end, of an
import as of an undoing, and needs no entry.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, NamedTuple

from db.derivation import derive
from db.derivation.terms import forget_terms
from db.errors import Missing, Unusable
from db.store import connect

Values = dict[str, Any]

REFERENCES = {
    "person": (("candidacy", "person_id"),),
    "contest": (("candidacy", "contest_id"),),
    "source": (("citation", "source_id"),),
}
"""Which rows of other tables an import may hang onto a row that an earlier one made."""


class Import(NamedTuple):
    """One import."""

    number: int
    name: str
    """Of the file."""
    digest: str
    """SHA-256 of its bytes: which of several files of one name it was."""
    made: str
    undone: str | None
    summary: str


class Ledger:
    """One import in progress."""

    def __init__(self, connection: sqlite3.Connection, number: int) -> None:
        self.connection = connection
        self.number = number

    def insert(self, table: str, values: Values) -> int:
        """Write a new row.

        Returns:
            Its id.
        """
        marks = ", ".join("?" * len(values))
        names = ", ".join(f'"{name}"' for name in values)
        cursor = self.connection.execute(
            f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(values.values())
        )
        made = int(cursor.lastrowid or 0)
        self._note(table, made, None)
        return made

    def update(self, table: str, row: int, values: Values) -> None:
        """Change a row, keeping what it was."""
        cursor = self.connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', [row])
        before = dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))
        _set(self.connection, table, row, values)
        self._note(table, row, json.dumps(before))

    def _note(self, table: str, row: int, before: str | None) -> None:
        self.connection.execute(
            "INSERT INTO change (import_id, entity, entity_id, before) VALUES (?, ?, ?, ?)",
            [self.number, table, row, before],
        )


def writable(path: Path) -> sqlite3.Connection:
    """Open a database for writing.

    Raises:
        Unusable: the file is missing, no SQLite database, locked, not ours, or of another schema.
    """
    connect(path).close()
    connection = sqlite3.connect(path, timeout=5.0, isolation_level=None)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[None]:
    """All of it or none; references are looked at when all of it is there.

    Raises:
        Unusable: another program is writing to the file.
    """
    try:
        connection.execute("BEGIN IMMEDIATE")
    except sqlite3.OperationalError as problem:
        raise Unusable(f"the database cannot be written: {problem}; it was left as it was.") from None
    try:
        connection.execute("PRAGMA defer_foreign_keys = ON")
        yield
        connection.execute("COMMIT")
    except BaseException:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        raise


@contextmanager
def importing(connection: sqlite3.Connection, name: str, digest: str, summary: str) -> Iterator[Ledger]:
    """An import, from its first row to what is derived from it."""
    with transaction(connection):
        cursor = connection.execute(
            "INSERT INTO import (name, digest, made, summary) VALUES (?, ?, ?, ?)",
            [name, digest, _now(), summary],
        )
        yield Ledger(connection, int(cursor.lastrowid or 0))
        derive(connection)


def imports(connection: sqlite3.Connection) -> tuple[Import, ...]:
    """All imports, the newest first."""
    query = "SELECT id, name, digest, made, undone, summary FROM import ORDER BY id DESC"
    return tuple(Import(*row) for row in connection.execute(query))


def undo(connection: sqlite3.Connection, number: int) -> Import:
    """Take an import back: rows that it made go, rows that it changed are as they were.

    Raises:
        Missing: there is no such import, or it has been undone already.
        Unusable: a later import rests on it.
    """
    found = {one.number: one for one in imports(connection)}
    one = found.get(number)
    if one is None:
        raise Missing(f"There is no import number {number}; `slatewatch imports` lists them.")
    if one.undone:
        raise Missing(f"Import {number} ({one.name}) was undone already, on {one.undone[:10]}.")
    if resting := _resting_on(connection, number):
        names = ", ".join(f"{later} ({found[later].name})" for later in resting)
        raise Unusable(
            f"import {number} ({one.name}) cannot be undone: import {names} rests on it; undo that first."
        )
    with transaction(connection):
        _take_back(connection, number)
        _set(connection, "import", number, {"undone": _now()})
        derive(connection)
    return one


def _take_back(connection: sqlite3.Connection, number: int) -> None:
    forget_terms(connection)
    query = "SELECT entity, entity_id, before FROM change WHERE import_id = ? ORDER BY id DESC"
    for table, row, before in connection.execute(query, [number]).fetchall():
        if before is None:
            connection.execute(f'DELETE FROM "{table}" WHERE id = ?', [row])
        else:
            _set(connection, table, row, json.loads(before))


def _set(connection: sqlite3.Connection, table: str, row: int, values: Values) -> None:
    sets = ", ".join(f'"{name}" = ?' for name in values)
    connection.execute(f'UPDATE "{table}" SET {sets} WHERE id = ?', [*values.values(), row])


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


def _resting_on(connection: sqlite3.Connection, number: int) -> list[int]:
    """Later imports that changed the same rows, or hang on rows that this one made."""
    later = "SELECT later.import_id FROM change AS later JOIN import ON import.id = later.import_id WHERE undone IS NULL"
    queries = [
        f"""{later} AND later.import_id > :number AND EXISTS (
            SELECT 1 FROM change AS own WHERE own.import_id = :number
            AND own.entity = later.entity AND own.entity_id = later.entity_id)"""
    ]
    for table, hanging in REFERENCES.items():
        queries += [
            f"""{later} AND later.import_id > :number AND later.entity = '{other}' AND later.entity_id IN (
                SELECT hung.id FROM "{other}" AS hung JOIN change AS own ON own.entity_id = hung.{column}
                WHERE own.import_id = :number AND own.entity = '{table}' AND own.before IS NULL)"""
            for other, column in hanging
        ]
    found = {row[0] for query in queries for row in connection.execute(query, {"number": number})}
    return sorted(found)
