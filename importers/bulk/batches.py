"""New rows that wait to be written; their ids are given one after the other, so that few entries of the ledger tell of all."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from typing import Any, Final, cast

from db.ledger import Ledger
from importers.bulk.apart import ROWS, TWICE
from importers.bulk.findable import Findable

COLUMNS: Final[dict[str, tuple[str, ...]]] = {
    "body": ("id", "key", "name", "short"),
    "section": ("id", "body_id", "key", "name", "position"),
    "faction": ("id", "key", "name", "short", "sign", "colour", "kind"),
    "contest": ("id", "key", "key", "body_id", "section_id", "kind", "status", "date", "seats", "unit", "electorate", "figures",
                "total"),
    "person": ("id", "key", "name", "sort_name", "gender", "words"),
    "candidacy": ("id", "contest_id", "person_id", "name_as_printed", "votes", "published_share", "rank", "outcome", "sitting",
                  "slate_id", "slate_label", "share", "date", "sort_name", "body_id", "section_id"),
    "citation": ("id", "source_id", "entity", "entity_id", "field", "value", "place", "chosen"),
    "identifier": ("id", "entity", "entity_id", "scheme", "value"),
}  # fmt: skip
"""The columns of the rows of each table, in the order in which they refer to each other; of two keys the first that is free."""

WORDS: Final = "words"
"""By which a row is to be found: no column of its own table."""

Names = tuple[str, ...]
"""Of columns."""
Columns = Sequence[Sequence[Any]]
"""Their values."""

ALSO: Final = {"person": "former_key"}
"""Another table that must not have a key either."""

SECOND: Final = {"contest": "?3", "person": "?2 || '-' || ?1"}
"""The key of a row whose first one is not free."""


@cache
def _statement(table: str, columns: tuple[str, ...]) -> str:
    """SQL that writes a row.  A person who stands in the contest already is passed over."""
    ignoring = "OR IGNORE " if table == "candidacy" else ""
    marks = {name: f"?{at}" for at, name in enumerate(columns, 1)}
    if table in SECOND:
        marks["key"] = _free(table)
    return f"INSERT {ignoring}INTO {table} ({', '.join(marks)}) VALUES ({', '.join(marks.values())})"


def _free(table: str) -> str:
    """SQL of the first key that no other row has."""
    second = SECOND[table]
    tables = [table, *filter(None, [ALSO.get(table)])]
    is_free, is_second_free = (
        " AND ".join(f"NOT EXISTS (SELECT 1 FROM {one} WHERE key = {wish})" for one in tables)
        for wish in ("?2", second)
    )
    return f"CASE WHEN {is_free} THEN ?2 WHEN {is_second_free} THEN {second} ELSE {second} || '-' || ?1 END"


class Batches:
    """The rows that wait, table by table."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.findable = Findable(connection)
        self.waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in COLUMNS}
        self.candidacies: tuple[list[Any], ...] = tuple([] for _ in COLUMNS["candidacy"])
        """Those that wait, column by column."""
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

    def stand(self, lines: Sequence[int], *columns: Iterable[Any]) -> None:
        """Let candidacies wait.

        Args:
            lines: of each.
            columns: without the ids.
        """
        first, count = self.next["candidacy"], len(lines)
        self.next["candidacy"] = first + count
        self.lines += lines
        for waiting, values in zip(self.candidacies, (range(first, first + count), *columns), strict=True):
            waiting += values

    def flush(self) -> None:
        """Write all that waits."""
        for table, rows in self.waiting.items():
            if rows:
                self._flush(table, tuple(zip(*rows, strict=True)), [])
                rows.clear()
            elif table == "candidacy" and self.lines:
                self._flush(table, self.candidacies, self.lines)
                for values in (*self.candidacies, self.lines):
                    values.clear()

    def _flush(self, table: str, columns: Columns, lines: list[int]) -> None:
        names, values = _filled(table, columns)
        if self.apart:
            self.apart(ROWS, table, names, values, lines)
        else:
            self.write(table, names, values, lines)

    def write(self, table: str, names: Names, values: Columns, lines: list[int]) -> None:
        """Write rows.

        Args:
            table: theirs.
            names: of the columns that any of them fills.
            values: of each of these columns.
            lines: of candidacies, so that it can be said who is named twice.
        """
        ids, words = values[0], cast("Sequence[str]", ())
        if names[-1] == WORDS:
            names, values, words = names[:-1], values[:-1], values[-1]
        rows = zip(*values, strict=True)
        written = self.connection.executemany(_statement(table, names), rows).rowcount
        if lines and written < len(lines):
            self._find_twice(ids, values[1], lines)
        self.findable.add(table, ids, words)

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


def _filled(table: str, columns: Columns) -> tuple[Names, Columns]:
    """The columns that any row fills: to bind a NULL takes as long as to bind five values."""
    count = len(columns[0])
    filled = [
        (name, values)
        for name, values in zip(COLUMNS[table], columns, strict=True)
        if values[0] is not None or values.count(None) < count
    ]
    return tuple(name for name, _ in filled), tuple(values for _, values in filled)


def _next(connection: sqlite3.Connection, table: str) -> int:
    (following,) = connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()
    return int(following)
