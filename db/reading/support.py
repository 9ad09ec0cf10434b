"""What a source supports, and what it alone supports: rows of the record as a whole, and values of their fields."""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

from db.view import Fact

COUNTED: Final = 5_000
"""Of a source with more citations than that it is not counted in lists how many of its rows rest on it alone."""

FIRST: Final = (
    "contest",
    "candidacy",
    "term",
    "division",
    "division_vote",
    "event",
    "rule",
    "vacancy",
    "alignment",
    "endorsement",
)
"""The tables whose rows are told first."""

_ALONE = """
FROM citation AS own WHERE own.source_id = {source} AND NOT EXISTS (
    SELECT 1 FROM citation AS other WHERE other.entity = own.entity AND other.entity_id = own.entity_id
      AND other.field IS own.field AND other.source_id <> own.source_id)
"""
"""Citations beside which there is none of another source, of the same row or of the same field of it."""

ROWS_ALONE: Final = f"""
SELECT count(DISTINCT own.entity || own.entity_id) {_ALONE.format(source="source.id")} AND own.field IS NULL
"""
"""How many rows rest on a source alone, of the table `source` in a query around it."""

_EVERY = "FROM citation AS own WHERE own.source_id = {source}"


class Supported(NamedTuple):
    """A row that a source supports, or a field of it."""

    fact: Fact
    field: str | None
    """None for the row as a whole."""
    value: str | None
    place: str | None


class Support(NamedTuple):
    """What a source supports."""

    total: int
    """Of all of it."""
    shown: tuple[Supported, ...]
    """The first of it, table by table."""


def support_of(connection: sqlite3.Connection, source: int, most: int, *, alone: bool = False) -> Support:
    """What a source supports, as far as a page shows it.

    Args:
        connection: to the record.
        source: its id.
        most: how much is read.
        alone: whether only that counts which no other source supports.
    """
    condition = (_ALONE if alone else _EVERY).format(source="?")
    tables = f"SELECT own.entity, count(*) {condition} GROUP BY own.entity"
    counts = dict(connection.execute(tables, [source]).fetchall())
    shown: list[Supported] = []
    for table in sorted(counts, key=lambda one: (FIRST.index(one) if one in FIRST else len(FIRST), one)):
        query = (
            f"SELECT own.entity, own.entity_id, own.field, own.value, own.place {condition} AND own.entity = ? "
            "ORDER BY own.id LIMIT ?"
        )
        for entity, row, *said in connection.execute(query, [source, table, most - len(shown)]):
            shown.append(Supported(Fact(entity, row), *said))
    return Support(sum(counts.values()), tuple(shown))


def disputable(connection: sqlite3.Connection, source: int, most: int) -> list[Fact]:
    """Rows of whose fields something is stated, by this source or of a row that it supports: few, found from those statements."""
    query = """
        SELECT DISTINCT said.entity, said.entity_id FROM citation AS said INDEXED BY citation_field
        WHERE said.field IS NOT NULL AND EXISTS (
            SELECT 1 FROM citation AS own WHERE own.entity = said.entity AND own.entity_id = said.entity_id AND own.source_id = ?)
        LIMIT ?
    """
    return [Fact(table, row) for table, row in connection.execute(query, [source, most])]
