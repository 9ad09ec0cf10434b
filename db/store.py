"""Opening a slatewatch file for reading: read-only, checked, with problems said in one sentence."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from db.errors import Unusable
from db.schema import APPLICATION_ID, VERSION


def connect(path: Path | str) -> sqlite3.Connection:
    """Open a database for reading.  One connection a thread: it must be used where it was made.

    Raises:
        Unusable: the file is missing, no SQLite database, locked, not ours, or of another schema.
    """
    path = Path(path)
    if not path.exists():
        raise Unusable(f"{path}: there is no such file; a slatewatch database was expected.")
    if not path.is_file():
        raise Unusable(f"{path}: this is a folder; a slatewatch database was expected.")
    try:
        connection = sqlite3.connect(f"{path.resolve().as_uri()}?mode=ro", uri=True, timeout=1.0)
    except sqlite3.Error as problem:
        raise Unusable(f"{path}: the file cannot be opened ({problem}).") from None
    try:
        _check(connection, path)
    except Unusable:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection, path: Path) -> None:
    try:
        (ours,) = connection.execute("PRAGMA application_id").fetchone()
        (version,) = connection.execute("PRAGMA user_version").fetchone()
        connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone()
    except sqlite3.OperationalError as problem:
        words = "another program holds a lock on it" if "locked" in str(problem) else str(problem)
        raise Unusable(f"{path}: the database cannot be read: {words}.") from None
    except sqlite3.DatabaseError:
        raise Unusable(f"{path}: this is no SQLite database; a slatewatch database was expected.") from None
    if ours != APPLICATION_ID:
        raise Unusable(f"{path}: this SQLite database was not made by slatewatch (application id {ours}).")
    if version > VERSION:
        raise Unusable(
            f"{path}: its schema is number {version}, newer than number {VERSION}, the newest that this slatewatch knows; "
            "a newer slatewatch opens it."
        )
    if version < VERSION:
        raise Unusable(
            f"{path}: its schema is number {version}, older than number {VERSION}; `slatewatch migrate {path}` brings it up "
            "to date, keeping a copy beside it."
        )
