"""Where the audit of a lens looks, and what that is called."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.errors import Missing
from db.lens import Lens
from db.questions.audit.finding import Scope
from db.reading.described import described
from db.reading.place import where


class Looked(NamedTuple):
    """A scope and its name."""

    scope: Scope
    words: str


def looked(connection: sqlite3.Connection, lens: Lens) -> Looked:
    """The contest of a lens, all contests of its round, else its section, its body, or everything.

    Raises:
        Missing: the lens names what is not there.
    """
    if lens.contest is not None:
        return _contests(connection, lens.contest)
    place = where(connection, lens)
    words = ", ".join(filter(None, (place.body_short, place.section_name))) or "the whole record"
    query = "SELECT id FROM section WHERE id = ?1 UNION ALL SELECT id FROM section WHERE parent_id = ?1"
    parts = tuple(row[0] for row in connection.execute(query, [place.section])) if place.section else ()
    return Looked(Scope(connection, place.body, place.section, parts), words)


def _contests(connection: sqlite3.Connection, key: str) -> Looked:
    one = connection.execute("SELECT id FROM contest WHERE key = ?", [key]).fetchone()
    if one is not None:
        return Looked(Scope(connection, contests=one), described(connection, "contest", one)[one[0]].words)
    query = "SELECT contest.id, round.name FROM round CROSS JOIN contest ON round_id = round.id WHERE round.key = ?"
    rows = connection.execute(query, [key]).fetchall()
    if not rows:
        raise Missing(f"There is no contest {key!r} in this record.")
    return Looked(Scope(connection, contests=tuple(row[0] for row in rows)), rows[0][1])
