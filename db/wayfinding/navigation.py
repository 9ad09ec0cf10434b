"""The tree on the left: bodies, their sections, the contests of each."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.dates import written
from db.lens import Lens, Place


class Node(NamedTuple):
    """One line of the tree."""

    kind: str
    """`body`, `section` or `contest`."""
    key: str
    """Unique in the tree."""
    label: str
    hint: str
    place: Place


def bodies(connection: sqlite3.Connection, limit: int = -1) -> tuple[Node, ...]:
    """All bodies, or the first ones, in the order of the record."""
    rows = connection.execute(
        "SELECT key, short, (SELECT count(*) FROM section WHERE body_id = body.id) FROM body ORDER BY id LIMIT ?",
        [limit],
    )
    return tuple(
        Node("body", key, short, f"{sections}", Place("composition", Lens(body=key)))
        for key, short, sections in rows
    )


def children(connection: sqlite3.Connection, node: Node) -> tuple[Node, ...]:
    """The sections of a body, the sections and contests of a section; nothing of a contest."""
    lens = node.place.lens
    if node.kind == "body":
        return _sections(connection, lens, None)
    if node.kind == "section":
        return _sections(connection, lens, lens.section) + _contests(connection, lens)
    return ()


def _sections(connection: sqlite3.Connection, lens: Lens, parent: str | None) -> tuple[Node, ...]:
    query = """
        SELECT section.key, section.name, (SELECT count(*) FROM contest WHERE section_id = section.id)
        FROM section JOIN body ON body.id = section.body_id LEFT JOIN section AS parent ON parent.id = section.parent_id
        WHERE body.key = ? AND parent.key IS ? ORDER BY section.position, section.id
    """
    return tuple(
        Node(
            "section",
            f"{lens.body}/{key}",
            name,
            f"{contests}" if contests else "",
            Place("composition", lens.at(section=key)),
        )
        for key, name, contests in connection.execute(query, [lens.body, parent])
    )


def _contests(connection: sqlite3.Connection, lens: Lens) -> tuple[Node, ...]:
    query = """
        SELECT contest.key, contest.date, contest.kind, contest.seats FROM contest
        JOIN section ON section.id = contest.section_id JOIN body ON body.id = contest.body_id
        WHERE body.key = ? AND section.key = ? ORDER BY contest.date IS NULL, contest.date DESC
    """
    kinds = {"by-election": "by-election", "additional": "new seats"}
    return tuple(
        Node(
            "contest",
            key,
            written(date, short=True) or "no date",
            kinds.get(kind, ""),
            Place("contest", lens.at(contest=key)),
        )
        for key, date, kind, seats in connection.execute(query, [lens.body, lens.section])
    )
