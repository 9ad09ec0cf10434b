"""What the tables of a database say, whatever the numbers of their rows are: for comparing two databases, or one before and after."""

from __future__ import annotations

import re
import sqlite3
from typing import Any

Meaning = tuple[Any, ...]
SEARCHES = {"person_search": "person", "contest_search": "contest", "faction_search": "faction"}
ASIDE = {"import", "change"}
"""What was imported when is no part of the record."""


def meaning(connection: sqlite3.Connection) -> dict[str, list[str]]:
    """Every table with its rows in an order of their own, each reference replaced by the row it leads to."""
    return _Meanings(connection).tables()


class _Meanings:
    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        rows = connection.execute(
            "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table'"
        )
        self.names = sorted(
            name for (name,) in rows if not name.startswith(("sqlite_", "_sqlite_")) and "_search" not in name
        )
        self.columns: dict[str, list[str]] = {}
        self.references: dict[str, dict[str, str]] = {}
        self.rows: dict[str, dict[int, tuple[object, ...]]] = {}
        for name in {*self.names} - ASIDE:
            keys = connection.execute(f'PRAGMA foreign_key_list("{name}")').fetchall()
            self.references[name] = {row[3]: row[2] for row in keys}
            cursor = connection.execute(f'SELECT rowid, * FROM "{name}"')
            self.columns[name] = [one[0] for one in cursor.description][1:]
            self.rows[name] = {row[0]: row[1:] for row in cursor}
        self.known: dict[tuple[str, int], Meaning] = {}

    def tables(self) -> dict[str, list[str]]:
        found = {name: sorted(repr(self.of(name, one)) for one in rows) for name, rows in self.rows.items()}
        for name, table in SEARCHES.items():
            words = self.connection.execute(f"SELECT rowid, words FROM {name}")
            found[name] = sorted(repr((self.of(table, row), sorted(text.split()))) for row, text in words)
        return found

    def of(self, table: str, number: int) -> Meaning:
        if (table, number) not in self.known:
            row = dict(zip(self.columns[table], self.rows[table][number], strict=True))
            self.known[table, number] = tuple(
                (column, self._value(table, row, column)) for column in row if column != "id"
            )
        return self.known[table, number]

    def _value(self, table: str, row: dict[str, Any], column: str) -> object:
        value = row[column]
        if value is None:
            return None
        if wanted := self.references[table].get(column):
            return self.of(wanted, value)
        if column == "entity_id":
            return self.of(row["entity"], value) if value in self.rows[row["entity"]] else "gone"
        if table == "distinction" and column in ("person_id", "other_id"):
            return None
        if table == "ballot" and column == "preferences":
            return [
                self.of("candidacy", int(part)) if part.isdigit() else part
                for part in re.split("([>=])", value)
            ]
        return value
