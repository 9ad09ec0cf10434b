"""Keys for rows that are made."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Callable

from db.matching import words_of
from db.reading.persons import is_taken

LONGEST = 60


def free_key(connection: sqlite3.Connection, table: str, name: str) -> str:
    """A key that no row of a table has, nor had before a merge: the words of the name, with a number where they are taken."""
    if table == "person":
        return unused(name, table, lambda key: is_taken(connection, key))
    query = f'SELECT 1 FROM "{table}" WHERE key = ?'
    return unused(name, table, lambda key: connection.execute(query, [key]).fetchone() is not None)


def section_key(connection: sqlite3.Connection, body: int, name: str) -> str:
    """A key that no other section of the body has; sections of other bodies may."""
    query = "SELECT 1 FROM section WHERE body_id = ? AND key = ?"
    return unused(name, "section", lambda key: connection.execute(query, [body, key]).fetchone() is not None)


def unused(name: str, otherwise: str, taken: Callable[[str], bool]) -> str:
    """The words of a name as a key that is not taken; `otherwise` where the name has none."""
    wish = re.sub(r"[^a-z0-9]+", "-", "-".join(words_of(name)))[:LONGEST].strip("-") or otherwise
    key, number = wish, 1
    while taken(key):
        number += 1
        key = f"{wish}-{number}"
    return key
