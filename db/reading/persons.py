"""Keys of persons, those that they had before a merge among them: old ids go on resolving."""

from __future__ import annotations

import sqlite3


def person_of(connection: sqlite3.Connection, key: str) -> int | None:
    """The id of the person of a key, or of one who had it before a merge; None where nobody has or had it."""
    query = """
        SELECT id, 0 AS former FROM person WHERE key = ?1
        UNION ALL SELECT person_id, 1 FROM former_key WHERE key = ?1 ORDER BY former LIMIT 1
    """
    row = connection.execute(query, [key]).fetchone()
    return int(row[0]) if row else None


def is_taken(connection: sqlite3.Connection, key: str) -> bool:
    """Whether a person has the key, or had it before a merge."""
    return person_of(connection, key) is not None
