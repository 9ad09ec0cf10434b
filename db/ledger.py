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
from db.derivation.touched import Touched
from db.errors import Missing, Unusable
from db.indexes import set_aside
from db.resting import resting_on
from db.store import connect

Values = dict[str, Any]


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
        self.touched = Touched(connection)

    def insert(self, table: str, values: Values) -> int:
        """Write a new row.

        Returns:
            Its id.
        """
        made = _insert(self.connection, table, values)
        self.made(table, made, made)
        return made

    def made(self, table: str, first: int, last: int, *, derived: bool = False) -> None:
        """Say that all rows of a span of ids are new and of this import: one entry for as many rows as there are.

        Args:
            table: theirs.
            first: the lowest of their ids.
            last: the highest.
            derived: whether their figures and words for the search are filled already.
        """
        self.connection.execute(
            "INSERT INTO change (import_id, entity, entity_id, last_id) VALUES (?, ?, ?, ?)",
            [self.number, table, first, last if last > first else None],
        )
        if not derived:
            self.touched.rows(table, first, last)

    def update(self, table: str, row: int, values: Values) -> None:
        """Change a row, keeping what it was."""
        self._keep(table, row)
        _set(self.connection, table, row, values)
        self.touched.rows(table, row, row)

    def delete(self, table: str, row: int) -> None:
        """Take a row away, keeping what it was.

        Only a row below one that stays: a later row would be given the id of the last, and stand where this one belongs.
        """
        self._keep(table, row)
        self.connection.execute(f'DELETE FROM "{table}" WHERE id = ?', [row])

    def _keep(self, table: str, row: int) -> None:
        cursor = self.connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', [row])
        before = dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))
        self.touched.rows(table, row, row)
        self.connection.execute(
            "INSERT INTO change (import_id, entity, entity_id, before) VALUES (?, ?, ?, ?)",
            [self.number, table, row, json.dumps(before)],
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
        ledger = Ledger(connection, int(cursor.lastrowid or 0))
        yield ledger
        derive(connection, ledger.touched)


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
    if resting := resting_on(connection, number):
        names = ", ".join(f"{later} ({found[later].name})" for later in resting)
        raise Unusable(
            f"import {number} ({one.name}) cannot be undone: import {names} rests on it; undo that first."
        )
    with transaction(connection):
        touched = _take_back(connection, number)
        _set(connection, "import", number, {"undone": _now()})
        derive(connection, touched)
    return one


def _take_back(connection: sqlite3.Connection, number: int) -> Touched:
    """Put everything back that the import changed, the last change first."""
    query = "SELECT entity, entity_id, coalesce(last_id, entity_id), before FROM change WHERE import_id = ? ORDER BY id DESC"
    changes = connection.execute(query, [number]).fetchall()
    touched = Touched(connection)
    for table, first, last, _ in changes:
        touched.rows(table, first, last)
    forget_terms(connection, touched)
    for table, first, last, before in changes:
        if before is None:
            _remove(connection, table, first, last)
        else:
            _restore(connection, table, json.loads(before))
            touched.rows(table, first, first)
    return touched


def _remove(connection: sqlite3.Connection, table: str, first: int, last: int) -> None:
    """Delete the rows of a span; of many, with the indexes set aside meanwhile."""
    with set_aside(connection, [table], last - first + 1):
        connection.execute(f'DELETE FROM "{table}" WHERE id BETWEEN ? AND ?', [first, last])


def _restore(connection: sqlite3.Connection, table: str, before: Values) -> None:
    """A row as it was, whether it was changed or taken away."""
    if connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', [before["id"]]).fetchone():
        _set(connection, table, before["id"], before)
    else:
        _insert(connection, table, before)


def _insert(connection: sqlite3.Connection, table: str, values: Values) -> int:
    marks = ", ".join("?" * len(values))
    names = ", ".join(f'"{name}"' for name in values)
    made = connection.execute(f'INSERT INTO "{table}" ({names}) VALUES ({marks})', list(values.values()))
    return int(made.lastrowid or 0)


def _set(connection: sqlite3.Connection, table: str, row: int, values: Values) -> None:
    sets = ", ".join(f'"{name}" = ?' for name in values)
    connection.execute(f'UPDATE "{table}" SET {sets} WHERE id = ?', [*values.values(), row])


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
