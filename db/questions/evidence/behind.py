"""What stands behind a row of the record of which no source speaks itself: a term rests on its candidacy, that on its contest."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final, NamedTuple

from db.view import Fact

BEHIND: Final = {
    "term": ("candidacy", "candidacy_id", "derived: a source of the candidacy that won the seat, held until the next election"),
    "candidacy": ("contest", "contest_id", "a source of the contest that the row is part of"),
}  # fmt: skip
"""The table of what stands behind, the column that names its row, and what is said of its sources."""


class Behind(NamedTuple):
    """A row on which another one rests."""

    fact: Fact
    why: str
    """What is said of its sources where they are those of the other."""


def behind(connection: sqlite3.Connection, fact: Fact) -> Iterator[Behind]:
    """The rows on which one rests of which no source speaks, the nearest first."""
    while fact.table in BEHIND:
        table, column, why = BEHIND[fact.table]
        query = f"SELECT {column} FROM {fact.table} WHERE id = ? AND {column} IS NOT NULL"
        found = connection.execute(query, [fact.id]).fetchone()
        if found is None:
            return
        fact = Fact(table, found[0])
        yield Behind(fact, why)
