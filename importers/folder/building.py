"""A database from a folder: all of it or none."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from db.errors import BadRecord
from importers.folder.reading import read


def build(folder: Path, path: Path) -> None:
    """Make a database from a folder, all of it or none: it is made beside its place and moved there when whole.

    Raises:
        BadRecord: the folder cannot be loaded; nothing is left behind.
    """
    from db.loading import load
    from db.migrations import create

    if path.is_dir():
        raise BadRecord(f"{path}: found a folder, expected the name of a file to make.")
    making = path.with_name(f".{path.name}.making")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        making.unlink(missing_ok=True)
        database = create(making)
    except (OSError, sqlite3.OperationalError) as problem:
        raise BadRecord(f"{path}: the file cannot be made there ({problem}).") from None
    try:
        load(database, read(folder))
        database.close()
        making.replace(path)
    finally:
        database.close()
        making.unlink(missing_ok=True)
