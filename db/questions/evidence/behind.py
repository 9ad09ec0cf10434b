"""What stands behind a row of the record of which no source speaks itself: a term rests on its candidacy, that on its contest."""

from __future__ import annotations

import sqlite3
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


def behind(connection: sqlite3.Connection, fact: Fact) -> Behind | None:
    """The row on which one rests of which no source speaks; None where there is none."""
    if fact.table not in BEHIND:
        return None
    table, column, why = BEHIND[fact.table]
    query = f"SELECT {column} FROM {fact.table} WHERE id = ? AND {column} IS NOT NULL"
    found = connection.execute(query, [fact.id]).fetchone()
    return Behind(Fact(table, found[0]), why) if found else None
