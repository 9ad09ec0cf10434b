"""New rows that wait to be written; their ids are given one after the other, so that few entries of the ledger tell of all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any, Final

from db.ledger import Ledger
from importers.bulk.apart import ROWS, TWICE
from importers.bulk.findable import Findable
from importers.bulk.names import name_as_key

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "body": ("id", "key", "name", "short"),
    "section": ("id", "body_id", "key", "name", "position"),
    "faction": ("id", "key", "name", "short", "sign", "colour", "kind"),
    "contest": ("id", "key", "key", "body_id", "section_id", "kind", "status", "date", "seats", "unit", "electorate", "figures",
                "total"),
    "person": ("id", "name", "sort_name", "gender"),
    "candidacy": ("id", "contest_id", "person_id", "name_as_printed", "votes", "published_share", "rank", "outcome", "sitting",
                  "slate_id", "slate_label", "share", "date", "sort_name", "body_id", "section_id"),
    "citation": ("id", "source_id", "entity", "entity_id", "field", "value", "place", "chosen"),
    "identifier": ("id", "entity", "entity_id", "scheme", "value"),
}  # fmt: skip
"""The columns of the rows of each table, in the order in which they refer to each other; of two keys the first that is free.

Persons get theirs when they are written."""

Names = tuple[str, ...]
"""Of columns."""
Values = tuple[tuple[Any, ...], ...]
"""Of each column."""

ALSO: Final = {"person": "former_key"}
"""Another table that must not have a key either."""


@cache
def _statement(table: str, columns: tuple[str, ...]) -> str:
    """SQL that writes a row.  A person who stands in the contest already is passed over."""
    ignoring = "OR IGNORE " if table == "candidacy" else ""
    if columns[1:3] != ("key", "key"):
        marks = ", ".join("?" * len(columns))
        return f"INSERT {ignoring}INTO {table} ({', '.join(columns)}) VALUES ({marks})"
    marks = ", ".join(f"?{at}" for at in range(4, len(columns) + 1))
    tables = [table, *filter(None, [ALSO.get(table)])]
    first, second = (
        " AND ".join(f"NOT EXISTS (SELECT 1 FROM {one} WHERE key = {wish})" for one in tables)
        for wish in ("?2", "?3")
    )
    key = f"CASE WHEN {first} THEN ?2 WHEN {second} THEN ?3 ELSE ?3 || '-' || ?1 END"
    return f"INSERT INTO {table} (id, key, {', '.join(columns[3:])}) VALUES (?1, {key}, {marks})"


class Batches:
    """The rows that wait, table by table."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.findable = Findable(connection)
        self.waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
        self.first = {table: _next(connection, table) for table in COLUMNS}
        self.next = dict(self.first)
        self.lines: list[int] = []
        """Of the candidacies that wait."""
        self.twice: list[tuple[int, int]] = []
        """Candidacies that were not written, since the person stands in the contest already: contest and line."""
        self.apart: Callable[..., None] | None = None
        """Where rows are sent to be written by another process."""

    def add(self, table: str, *values: Any) -> int:  # noqa: ANN401
        """Let a row wait, and give its id."""
        number = self.next[table]
        self.next[table] = number + 1
        self.waiting[table].append((number, *values))
        return number

    def flush(self) -> None:
        """Write all that waits."""
        for table, rows in self.waiting.items():
            if not rows:
                continue
            columns = _filled(table, rows)
            lines = self.lines if table == "candidacy" else []
            if self.apart:
                self.apart(ROWS, table, *columns, lines)
            else:
                self.write(table, *columns, lines)
            if lines:
                self.lines.clear()
            rows.clear()

    def write(self, table: str, names: Names, values: Values, lines: list[int]) -> None:
        """Write rows.

        Args:
            table: theirs.
            names: of the columns that any of them fills.
            values: of each of these columns.
            lines: of candidacies, so that it can be said who is named twice.
        """
        ids = values[0]
        if table == "person":
            names, values = _keyed(names, values)
        rows = zip(*values, strict=True)
        written = self.connection.executemany(_statement(table, names), rows).rowcount
        if lines and written < len(lines):
            self._find_twice(ids, values[1], lines)
        self.findable.add(table, ids)

    def name_twice(self, contest: int, line: int) -> None:
        """Note that a row names somebody who stands in the contest already."""
        if self.apart:
            self.apart(TWICE, contest, line)
        else:
            self.twice.append((contest, line))

    def made(self, table: str) -> int:
        """How many ids of a table were given."""
        return self.next[table] - self.first[table]

    def enter(self, ledger: Ledger) -> None:
        """Tell the ledger of all rows; what follows from them is for the caller to derive."""
        for table, first in self.first.items():
            last = self.next[table] - 1
            query = f"SELECT 1 FROM {table} WHERE id BETWEEN ? AND ? LIMIT 1"
            if last >= first and self.connection.execute(query, [first, last]).fetchone():
                ledger.made(table, first, last, derived=True)

    def _find_twice(self, ids: Iterable[int], contests: Iterable[int], lines: Iterable[int]) -> None:
        for number, contest, line in zip(ids, contests, lines, strict=True):
            if self.connection.execute("SELECT 1 FROM candidacy WHERE id = ?", [number]).fetchone() is None:
                self.twice.append((contest, line))


def _keyed(names: Names, values: Values) -> tuple[Names, Values]:
    """The columns of persons with those of their keys."""
    ids, words = values[:2]
    keys = tuple(map(name_as_key, words))
    others = tuple(f"{key}-{number}" for key, number in zip(keys, ids, strict=True))
    return ("id", "key", "key", *names[1:]), (ids, keys, others, *values[1:])


def _filled(table: str, rows: list[tuple[Any, ...]]) -> tuple[Names, Values]:
    """The columns that any row fills, and their values: to bind a NULL takes as long as to bind five values."""
    filled = [
        (name, values)
        for name, values in zip(COLUMNS[table], zip(*rows, strict=True), strict=True)
        if values.count(None) < len(rows)
    ]
    return tuple(name for name, _ in filled), tuple(values for _, values in filled)


def _next(connection: sqlite3.Connection, table: str) -> int:
    (following,) = connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()
    return int(following)
