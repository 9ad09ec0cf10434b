"""Where a lens looks: ids and names of its body, section, contest and person, and the whole of it in words."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.errors import Missing
from db.lens import Lens
from db.reading.factions import Factions


class Where(NamedTuple):
    """Ids and names of what a lens names; None where it is open."""

    body: int | None
    body_short: str
    body_name: str
    section: int | None
    section_name: str


def where(connection: sqlite3.Connection, lens: Lens) -> Where:
    """Look up body and section of a lens.

    Raises:
        Missing: there is no such body or section.
    """
    if lens.body is None:
        return Where(None, "", "", None, "")
    body = connection.execute("SELECT id, short, name FROM body WHERE key = ?", [lens.body]).fetchone()
    if body is None:
        raise Missing(f"There is no body {lens.body!r} in this record.")
    if lens.section is None:
        return Where(body[0], body[1], body[2], None, "")
    query = "SELECT id, name FROM section WHERE body_id = ? AND key = ?"
    section = connection.execute(query, [body[0], lens.section]).fetchone()
    if section is None:
        raise Missing(f"{body[1]} has no section {lens.section!r} in this record.")
    return Where(body[0], body[1], body[2], section[0], section[1])


def in_words(lens: Lens, factions: Factions, *place: str | None) -> str:
    """A lens in words.

    Args:
        lens: for the grouping, the factions, the text and the sort.
        factions: for their names.
        place: the words of the place and the day, in their order; blanks are left out.
    """
    words = [word for word in place if word]
    if lens.grouping and lens.grouping not in ("slate", "bloc"):
        words.append(f"by {lens.grouping}")
    if lens.factions:
        on = sorted((factions.named(key) for key in lens.factions if factions.knows(key)), key=factions.order)
        words.append(" + ".join(faction.short for faction in on))
    if lens.text:
        words.append(f"matching “{lens.text}”")
    if lens.sort:
        words.append(f"sorted by {lens.sort_column}{', descending' if lens.descending else ''}")
    return ", ".join(words) or "the whole record"
