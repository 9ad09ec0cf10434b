"""A folder from a database: what `build` makes from it is the same record again, and is written in the same bytes again.

One file for each kind of row that there is, UTF-8, lines ending in LF, the rows in the order of their keys so that a change shows
as a change of few lines.
"""

from __future__ import annotations

import csv
import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import groupby
from operator import attrgetter
from pathlib import Path

from db.dumping import records
from db.dumping.queries import fields
from db.errors import SlatewatchError
from db.records import FILES, Record
from importers.folder.cells import written


def write(connection: sqlite3.Connection, folder: Path, *, replace: bool = False) -> None:
    """Write the record of a database as a folder of CSV files, whole or not at all.

    Args:
        connection: to the database, which is only read.
        folder: where the files go; it is made.
        replace: whether the record files of a folder that is there may be replaced; its other files stay as they are.

    Raises:
        SlatewatchError: the folder is there already, or cannot be written.
    """
    if folder.exists() and not (replace and folder.is_dir()):
        hint = "a folder was expected" if not folder.is_dir() else "--force replaces its record files"
        raise SlatewatchError(f"{folder} exists already; {hint}.")
    try:
        with _beside(folder) as making, _one_state(connection):
            _write_files(connection, making)
            if folder.is_dir():
                _replace_files(making, folder)
            else:
                making.rename(folder)
    except OSError as problem:
        raise SlatewatchError(f"{folder} cannot be written: {(problem.strerror or '').lower()}.") from None


@contextmanager
def _beside(folder: Path) -> Iterator[Path]:
    """A folder to write to, beside the one wanted; gone afterwards unless it was moved there."""
    place = Path(os.path.realpath(folder))
    making = place.with_name(f".{place.name[:200]}.{os.getpid()}.making")
    place.parent.mkdir(parents=True, exist_ok=True)
    making.mkdir()
    try:
        yield making
    finally:
        shutil.rmtree(making, ignore_errors=True)


@contextmanager
def _one_state(connection: sqlite3.Connection) -> Iterator[None]:
    """The database as it is now, whatever another program writes to it meanwhile."""
    outer = connection.in_transaction
    if not outer:
        connection.execute("BEGIN")
    try:
        yield
    finally:
        if not outer:
            connection.execute("ROLLBACK")


def _write_files(connection: sqlite3.Connection, folder: Path) -> None:
    for kind, rows in groupby(records(connection), key=_kind):
        with (folder / f"{kind.FILE}.csv").open("w", encoding="utf-8", newline="") as file:
            plain = csv.writer(file, lineterminator="\n")
            quoted = csv.writer(file, lineterminator="\n", quoting=csv.QUOTE_ALL)
            names = fields(kind)
            plain.writerow(_columns(kind))
            values = attrgetter(*names)
            for row in rows:
                cells = [written(value) for value in values(row)]
                writer = quoted if any("\r" in cell for cell in cells) else plain
                writer.writerow(cells)


def _kind(record: Record) -> type[Record]:
    return type(record)


def _columns(kind: type[Record]) -> list[str]:
    encoded = dict(zip(kind.__struct_fields__, kind.__struct_encode_fields__, strict=True))
    return [encoded[name] for name in fields(kind)]


def _replace_files(making: Path, folder: Path) -> None:
    """Put the new files in the place of the old; where that fails, the old are put back."""
    old = making / "old"
    old.mkdir()
    new = [path.name for path in making.glob("*.csv")]
    try:
        for kind in FILES:
            if (path := folder / f"{kind.FILE}.csv").exists():
                path.rename(old / path.name)
        for name in new:
            (making / name).rename(folder / name)
    except OSError:
        for path in old.iterdir():
            path.replace(folder / path.name)
        raise
