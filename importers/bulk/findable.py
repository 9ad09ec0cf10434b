"""New rows that are to be found by their words: the words are made for many at a time, as soon as the rows are written."""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from typing import Final

from db.derivation.search import add_to_search

TABLES: Final = ("person", "contest", "faction")


class Findable:
    """Ids of rows that were written and cannot be found yet."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.waiting = {table: array("q") for table in TABLES}

    def add(self, table: str, ids: Iterable[int]) -> None:
        """Note rows that were written."""
        if table in self.waiting:
            self.waiting[table].extend(ids)

    def make(self, least: int = 1) -> None:
        """Make the words of the rows of each table of which at least so many wait."""
        for table, ids in self.waiting.items():
            if len(ids) >= least:
                add_to_search(self.connection, table, sorted(ids))
                del ids[:]
