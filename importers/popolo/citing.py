"""The sources of a row as Popolo has them: links with a note; Popolo has no place for a source without an address."""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

Values = dict[str, Any]

CITED = """
SELECT DISTINCT source_id FROM citation WHERE entity = ? AND entity_id = ? AND field IS NULL ORDER BY source_id
"""


class Cited(NamedTuple):
    """A source in words, and its address where it has one."""

    words: str
    address: str | None


class Citing:
    """The sources of a database."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        query = "SELECT id, publisher, title, date, key, address FROM source"
        self.sources = {row[0]: Cited(_words(*row[1:5]), row[5]) for row in connection.execute(query)}

    def of(self, entity: str, number: int) -> tuple[list[Values], list[str]]:
        """The links of a row, and the words of its sources that have no address, both in the order of their words."""
        cited = sorted(self.sources[source] for (source,) in self.connection.execute(CITED, [entity, number]))
        links = [{"url": one.address, "note": one.words} for one in cited if one.address]
        return links, [one.words for one in cited if not one.address]


def _words(publisher: str | None, title: str | None, date: str | None, key: str) -> str:
    return ", ".join(filter(None, (publisher, title, date))) or key
