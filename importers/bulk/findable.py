"""New rows that are to be found by their words: the words are entered for many at a time, as soon as the rows are written."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Sequence
from typing import Final

from db.derivation.search import add_to_search, enter_words, teach_words

TABLES: Final = ("person", "contest", "faction")

MANY: Final = 6_000
"""Rows whose words are entered in one go."""


class Findable:
    """Rows that were written and cannot be found yet."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        teach_words(connection)
        self.waiting = {table: array("q") for table in TABLES}
        self.words: dict[str, list[str]] = {table: [] for table in TABLES}
        """Of those that wait, where they are known already."""

    def add(self, table: str, ids: Iterable[int], words: Sequence[str] = ()) -> None:
        """Note rows that were written, of each of which the words are known, or of none."""
        if table in self.waiting:
            self.waiting[table].extend(ids)
            self.words[table] += words
            if len(self.waiting[table]) >= MANY:
                self._make(table)

    def make(self) -> None:
        """Make all that wait to be found."""
        for table in TABLES:
            self._make(table)

    def _make(self, table: str) -> None:
        ids, words = self.waiting[table], self.words[table]
        if words:
            enter_words(self.connection, table, sorted(zip(ids, words, strict=True)))
        elif ids:
            add_to_search(self.connection, table, sorted(ids))
        del ids[:], words[:]
