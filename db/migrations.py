"""Bringing a file to the current schema.  The only module, with those that load records, that imports sqlite_utils."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Callable
from pathlib import Path

from sqlite_utils import Database, Migrations

from db.errors import Unusable
from db.schema import APPLICATION_ID, STEPS, VERSION, statements

PAGE = 16_384
"""Bytes of a page of a new file: of large ones there are fewer to find, to fill and to write.  Older files keep theirs."""

migrations = Migrations("slatewatch")


def _step(number: int, name: str) -> Callable[[Database], None]:
    def apply(database: Database) -> None:
        for statement in statements(name):
            database.execute(statement)
        database.execute(f"PRAGMA user_version = {number}")

    return apply


for _number, _name in enumerate(STEPS, 1):
    migrations(name=_name)(_step(_number, _name))


def _free_name(path: Path, version: int) -> Path:
    """A name beside the file that no earlier copy has."""
    copy = path.with_name(f"{path.name}.schema-{version}")
    number = 1
    while copy.exists():
        number += 1
        copy = path.with_name(f"{path.name}.schema-{version}-{number}")
    return copy


def create(path: Path | str) -> Database:
    """Make an empty database of the current schema, foreign keys enforced."""
    database = Database(str(path))
    database.execute(f"PRAGMA page_size = {PAGE}")
    database.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    database.execute("PRAGMA foreign_keys = ON")
    migrations.apply(database)
    return database


def migrate(path: Path) -> Path | None:
    """Bring an older file up to date, after a copy beside it.

    Returns:
        The copy of the file as it was, or None where nothing was to be done.

    Raises:
        Unusable: the file is missing, not ours, newer than this program, or locked.
    """
    if not path.is_file():
        raise Unusable(f"{path}: there is no such file; a slatewatch database was expected.")
    try:
        database = Database(sqlite3.connect(path, timeout=1.0))
        (ours,) = database.execute("PRAGMA application_id").fetchone()
        (version,) = database.execute("PRAGMA user_version").fetchone()
    except sqlite3.DatabaseError as problem:
        raise Unusable(f"{path}: the database cannot be read ({problem}).") from None
    if ours != APPLICATION_ID or version > VERSION:
        raise Unusable(
            f"{path}: not a slatewatch database of schema {VERSION} or older; it was left as it was."
        )
    if version == VERSION:
        return None
    copy = _free_name(path, version)
    shutil.copy2(path, copy)
    database.execute("PRAGMA foreign_keys = ON")
    migrations.apply(database)
    database.close()
    return copy
