"""From what a user types to the row of the record that is meant, by its id: for whoever writes of it."""

from __future__ import annotations

import sqlite3

from db.errors import Missing
from db.matching import folded
from db.wayfinding.names import resolve


def row_of(connection: sqlite3.Connection, kind: str, text: str, body: str | None = None) -> int:
    """The id of something of the record given by key or by name.

    Args:
        connection: to the record.
        kind: as `names.resolve` knows them, which is a table too.
        text: a key, a name, an abbreviation or another spelling.
        body: for a section, the key of its body.

    Raises:
        Missing: nothing has that name, or several have; or of contests a round has it.
    """
    return row_of_key(connection, kind, resolve(connection, kind, text, body), body)


def row_of_key(connection: sqlite3.Connection, kind: str, key: str, body: str | None = None) -> int:
    """The id of something of the record given by its key.

    Raises:
        Missing: nothing has that key; of contests a round may have it.
    """
    query, values = f'SELECT id FROM "{kind}" WHERE key = ?', [key]
    if kind == "section" and body is not None:
        query, values = f"{query} AND body_id = (SELECT id FROM body WHERE key = ?)", [key, body]
    row = connection.execute(query, values).fetchone()
    if row is None and kind == "contest":
        raise Missing(f"{key} is a round of several contests; one of them was expected.")
    if row is None:
        raise Missing(f"There is no {kind} {key!r} in this record.")
    return int(row[0])


def bloc_of(connection: sqlite3.Connection, scheme: str, text: str) -> int:
    """The id of a bloc given by its key, its name or its short name.

    Raises:
        Missing: there is no such scheme, or it has no such bloc; the sentence names those that it has.
    """
    query = "SELECT id, key, name, short FROM bloc WHERE scheme_id = ? ORDER BY position, id"
    rows = connection.execute(query, [row_of(connection, "scheme", scheme)]).fetchall()
    for number, *names in rows:
        if folded(text).strip() in map(folded, names):
            return int(number)
    known = ", ".join(key for _, key, *_ in rows)
    raise Missing(f"The scheme {scheme} has no bloc {text!r}; its blocs are {known or 'not on record'}.")
