"""A scheme as a CSV file: one row for each faction, person or leaning, with its bloc; made to be edited in a spreadsheet.

Columns (in any order, the first two suffice): `bloc`, `faction`, `person`, `leaning`, `from`, `to`, `note`.  Factions and
persons are given by key or by name.
"""

from __future__ import annotations

import csv
import io
import sqlite3
from collections.abc import Iterable
from pathlib import Path
from typing import Final

from db.dates import is_date
from db.editing.schemes import Entry
from db.errors import Missing
from db.wayfinding.names import resolve
from importers.documents.document import BadFile
from importers.documents.encoding import decode
from importers.folder import cells
from importers.results.text import clean

COLUMNS: Final = ("bloc", "faction", "person", "leaning", "from", "to", "note")
MOST: Final = 20_000
"""Rows at the most."""


def read_scheme(connection: sqlite3.Connection, path: Path) -> list[Entry]:
    """What a file says.

    Raises:
        BadFile: it is no such file, or names what is not in the record; the line is named.
    """
    try:
        text = decode(path.name, path.read_bytes())
    except OSError as problem:
        raise BadFile(f"{path.name}: the file cannot be read ({problem.strerror}).") from None
    rows = csv.reader(io.StringIO(text.replace("\0", ""), newline=""))
    entries: list[Entry] = []
    try:
        names = _columns(path, next(rows, []))
        for row in rows:
            if any(cell.strip() for cell in row):
                entries.append(_entry(connection, path, rows.line_num, names, row))
            if len(entries) > MOST:
                raise BadFile(
                    f"{path.name}, line {rows.line_num}: found more than {MOST:,} rows, expected a scheme."
                )
    except csv.Error as problem:
        raise BadFile(
            f"{path.name}, line {rows.line_num}: found no row of separated values ({problem})."
        ) from None
    return entries


def written_scheme(entries: Iterable[Entry]) -> str:
    """The same as a text of such a file."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(COLUMNS)
    for one in entries:
        writer.writerow([cells.written(cell) for cell in one])
    return out.getvalue()


def _columns(path: Path, header: list[str]) -> list[str]:
    names = [name.strip().casefold() for name in header]
    unknown = [name for name in names if name and name not in COLUMNS]
    if "bloc" not in names or unknown:
        found = (
            clean(unknown[0])[:40] if unknown else ", ".join(clean(name)[:40] for name in names) or "nothing"
        )
        raise BadFile(
            f"{path.name}, line 1: found {found!r}, expected the columns {', '.join(COLUMNS)}, of which bloc must be there."
        )
    return names


def _entry(connection: sqlite3.Connection, path: Path, line: int, names: list[str], row: list[str]) -> Entry:
    if len(row) > len(names):
        raise BadFile(
            f"{path.name}, line {line}: found {len(row)} cells, expected the {len(names)} of the first line."
        )
    said = {name: clean(cells.read(cell)) for name, cell in zip(names, row, strict=False) if name}
    try:
        faction, person = (
            resolve(connection, kind, text) if (text := said.get(kind)) else None
            for kind in ("faction", "person")
        )
    except Missing as problem:
        raise BadFile(f"{path.name}, line {line}: {problem}") from None
    if not said.get("bloc"):
        raise BadFile(f"{path.name}, line {line}: found no bloc, expected the name of one.")
    subjects = [one for one in (faction, person, said.get("leaning")) if one]
    if len(subjects) != 1:
        raise BadFile(
            f"{path.name}, line {line}: found {len(subjects) or 'none'} of faction, person and leaning, expected one."
        )
    for column in ("from", "to"):
        if (date := said.get(column)) and not is_date(date):
            raise BadFile(
                f"{path.name}, line {line}, column {column}: found {date[:40]!r}, expected a date such as 2020-04-05."
            )
    return Entry(
        said["bloc"], faction, person, said.get("leaning") or None, said.get("from") or None, said.get("to") or None,
        said.get("note") or None,
    )  # fmt: skip
