"""Records for tests: the small one, the hostile one, the packaged one, and tiny ones written in the test itself."""

from __future__ import annotations

import csv
import io
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple, TypeAlias

import msgspec

from db.lens import Lens
from db.loading import load
from db.migrations import create
from db.questions import ask
from db.records import FILES, Record
from db.store import connect
from db.view import Cell, Faction, Row, Table, View
from importers.folder import build
from importers.packaged import RECORD

HERE = Path(__file__).parent
SMALL = HERE / "small_record"
HOSTILE = HERE / "hostile_record"
PACKAGED = RECORD
IN_MEMORY = "/dev/shm" if Path("/dev/shm").is_dir() else None
"""Where files are made fast that have to last for one example only."""

Rows: TypeAlias = Sequence[Mapping[str, object]]


@cache
def built(folder: Path) -> Path:
    """The database made from a folder, made once."""
    path = Path(tempfile.mkdtemp(prefix="slatewatch-test-")) / f"{folder.name}.db"
    build(folder, path)
    return path


@cache
def opened(folder: Path) -> sqlite3.Connection:
    """A connection for reading the database made from a folder."""
    return connect(built(folder))


def writable_copy() -> sqlite3.Connection:
    """The small record in memory, to be written to."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    opened(SMALL).backup(connection)
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def with_cell(path: Path, row: int, column: int, text: str) -> bytes:
    """A file of separated values with one cell replaced; rows and columns are counted on from the first where they end."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    line = rows[1 + row % (len(rows) - 1)]
    line[column % len(line)] = text
    out = io.StringIO(newline="")
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode("utf-8", "surrogatepass")


class Placed(NamedTuple):
    """A row of a tiny record."""

    file: str
    line: int
    record: Record


KINDS = {kind.FILE: kind for kind in FILES}

TINY: dict[str, Rows] = {
    "bodies": [{"body": "b", "name": "Board", "short": "Board"}],
    "sections": [{"body": "b", "section": "s", "name": "members"}],
    "factions": [
        {"faction": "left", "name": "Left", "short": "Left", "position": 1},
        {"faction": "right", "name": "Right", "short": "Right", "position": 9},
    ],
}
"""What nearly every tiny record begins with."""


def tiny(**files: Rows) -> sqlite3.Connection:
    """A record in memory: the rows given for each file, on the ground of `TINY`; persons are made as rows name them."""
    wanted: dict[str, Rows] = {**TINY, **files}
    named = {str(row["person"]) for rows in files.values() for row in rows if row.get("person")}
    named -= {str(row["person"]) for row in files.get("persons", ())}
    people = [{"person": key, "name": key.title(), "sort_name": key.title()} for key in sorted(named)]
    wanted["persons"] = [*files.get("persons", ()), *people]
    database = create(":memory:")
    load(database, list(_placed(wanted)))
    connection: sqlite3.Connection = database.conn
    return connection


def _placed(files: Mapping[str, Rows]) -> Iterator[Placed]:
    for name, kind in KINDS.items():
        for line, row in enumerate(files.get(name, ()), 2):
            yield Placed(f"{name}.csv", line, msgspec.convert(dict(row), kind))


def write_folder(folder: Path, files: Mapping[str, Rows]) -> Path:
    """A record folder with these rows."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, rows in files.items():
        columns = list(dict.fromkeys(column for row in rows for column in row))
        with (folder / f"{name}.csv").open("w", encoding="utf-8", newline="") as file:
            writer = csv.DictWriter(file, columns)
            writer.writeheader()
            writer.writerows(rows)
    return folder


def asked(
    connection: sqlite3.Connection, view: str, *, factions: str = "", text: str = "", **place: str
) -> View:
    """A question with its lens in keywords; `factions` are keys separated by blanks."""
    return ask(connection, view, Lens(factions=frozenset(factions.split()), text=text).at(**place))


def cell(view: View | Table, row: Row, column: str) -> Cell:
    """One cell by the key of its column."""
    return row.cells[[one.key for one in view.columns].index(column)]


def column(view: View | Table, key: str) -> list[Cell]:
    """All cells of a column; factions as their keys."""
    cells = [cell(view, row, key) for row in view.rows]
    return [one.key if isinstance(one, Faction) else one for one in cells]


def by(view: View | Table, key: str, value: str) -> dict[Cell, Cell]:
    """One column told by another: `by(view, "person", "votes")`."""
    return dict(zip(column(view, key), column(view, value), strict=True))


def table(view: View, key: str) -> Table:
    """A further table of a view."""
    (found,) = [one for one in view.tables if one.key == key]
    return found


def rows_of_all(record: sqlite3.Connection) -> dict[str, list[str]]:
    """Every row of every table of the record."""
    names = [
        name
        for (name,) in record.execute(
            "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '%_search%' AND name NOT LIKE 'sqlite%'"
        )
        if name not in ("import", "change", "term", "_sqlite_migrations")
    ]
    rows = {name: sorted(map(repr, record.execute(f'SELECT * FROM "{name}"'))) for name in names}
    terms = 'SELECT section_id, person_id, start, "end", contest_id, since, until, basis FROM term'
    return rows | {"term": sorted(map(repr, record.execute(terms)))}
