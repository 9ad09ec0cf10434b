"""New rows that wait to be written; their ids are given one after the other, so that few entries of the ledger tell of all."""

from __future__ import annotations

import sqlite3
from typing import Any, Final

from db.ledger import Ledger


def _free(table: str, also: str = "") -> str:
    """SQL for a key that is free: the second value, else the third, else the third with the id.

    Args:
        table: that must not have the key.
        also: another table that must not have it either.
    """

    def is_free(wish: str) -> str:
        queries = (f"NOT EXISTS (SELECT 1 FROM {one} WHERE key = {wish})" for one in (table, also) if one)
        return " AND ".join(queries)

    return f"CASE WHEN {is_free('?2')} THEN ?2 WHEN {is_free('?3')} THEN ?3 ELSE ?3 || '-' || ?1 END"


INSERTS: Final[dict[str, str]] = {
    "body": "INSERT INTO body (id, key, name, short) VALUES (?, ?, ?, ?)",
    "section": "INSERT INTO section (id, body_id, key, name, position) VALUES (?, ?, ?, ?, ?)",
    "faction": "INSERT INTO faction (id, key, name, short, sign, colour, kind) VALUES (?, ?, ?, ?, ?, '#808080', 'label')",
    "contest": "INSERT INTO contest (id, key, body_id, section_id, kind, status, date, seats, unit, electorate, figures, total) "
    f"VALUES (?1, {_free('contest')}, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
    "person": f"INSERT INTO person (id, key, name, sort_name, gender) VALUES (?1, {_free('person', 'former_key')}, ?4, ?5, ?6)",
    "candidacy": "INSERT OR IGNORE INTO candidacy (id, contest_id, person_id, name_as_printed, votes, published_share, rank, "
    "outcome, sitting, slate_id, slate_label, share, date, sort_name, body_id, section_id) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
    "citation": "INSERT INTO citation (id, source_id, entity, entity_id, field, value, place, chosen) "
    "VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    "identifier": "INSERT INTO identifier (id, entity, entity_id, scheme, value) VALUES (?, ?, ?, ?, ?)",
}
"""How a row of each table is written, in the order in which they refer to each other."""


class Batches:
    """The rows that wait, table by table."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.waiting: dict[str, list[tuple[Any, ...]]] = {table: [] for table in INSERTS}
        self.first = {table: _next(connection, table) for table in INSERTS}
        self.next = dict(self.first)
        self.lines: list[int] = []
        """Of the candidacies that wait."""
        self.twice: list[tuple[int, int]] = []
        """Candidacies that were not written, since the person stands in the contest already: contest and line."""

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
            written = self.connection.executemany(INSERTS[table], rows).rowcount
            if table == "candidacy":
                if written < len(rows):
                    self._find_twice(rows)
                self.lines.clear()
            rows.clear()

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

    def _find_twice(self, rows: list[tuple[Any, ...]]) -> None:
        for row, line in zip(rows, self.lines, strict=True):
            if self.connection.execute("SELECT 1 FROM candidacy WHERE id = ?", row[:1]).fetchone() is None:
                self.twice.append((row[1], line))


def _next(connection: sqlite3.Connection, table: str) -> int:
    (following,) = connection.execute(f"SELECT coalesce(max(id), 0) + 1 FROM {table}").fetchone()
    return int(following)
