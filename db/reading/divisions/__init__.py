"""Divisions as they are on record: the published count, and who is named in it."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from db.measures.tally import Figures, Side, side_of
from db.reading.facts import listed, together
from db.reading.parts import in_parts, marks
from db.view import Fact

VOTE, ESTIMATE, COMPOSITION = "vote", "estimate", "composition"
"""Kinds of division beside `ATTENDANCE`: votes that were cast, somebody's estimate of them, a description of the sides."""


class Division(NamedTuple):
    """A recorded vote, or a published count of sides."""

    id: int
    key: str
    date: str
    """As precise as known; blank where none is."""
    date_end: str
    kind: str
    subject: str
    figures: Figures
    members: int | None
    """How many members the source says that there were."""
    note: str
    named: int
    """Persons who are listed in it."""
    listed: tuple[Fact, ...] = ()
    """The rows that list them, the first ones only of very many."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The division and the rows that list persons in it."""
        return together([Fact("division", self.id)], self.listed)


class Entry(NamedTuple):
    """One person in the list of a division."""

    id: int
    person: int
    person_key: str
    person_name: str
    sort_name: str
    section: int | None
    """Id of the section that the list gives, or of the one that it is part of."""
    section_name: str
    represents: str
    vote: str
    leaning: str
    role: str
    note: str
    side: Side | None
    """None for somebody who is only listed."""


_COLUMNS = """
    division.id, division.key, coalesce(division.date, ''), coalesce(date_end, ''), division.kind, subject, "for", against,
    abstaining, total_members, coalesce(division.note, ''),
    (SELECT count(*) FROM division_vote AS listed WHERE listed.division_id = division.id),
    (SELECT group_concat(id) FROM division_vote AS listed WHERE listed.division_id = division.id)
"""


def divisions_of(connection: sqlite3.Connection, body: int | None) -> list[Division]:
    """The divisions of a body, the newest first."""
    query = f"SELECT {_COLUMNS} FROM division WHERE body_id = ? ORDER BY coalesce(date, '') DESC, id DESC"
    return [_division(row) for row in connection.execute(query, [body])]


def divisions_named(connection: sqlite3.Connection, person: int) -> list[tuple[str, Division]]:
    """The dated divisions that list a person, the newest first, each with the key of its body."""
    query = f"""
        SELECT body.key, {_COLUMNS} FROM division_vote CROSS JOIN division ON division.id = division_vote.division_id
        JOIN body ON body.id = division.body_id
        WHERE division_vote.person_id = ? AND division.date IS NOT NULL
        GROUP BY division.id ORDER BY division.date DESC, division.id DESC
    """
    return [(row[0], _division(row[1:])) for row in connection.execute(query, [person])]


def body_of_division(connection: sqlite3.Connection, key: str) -> str | None:
    """The key of the body that a division was held in; None where there is no such division."""
    query = "SELECT body.key FROM division JOIN body ON body.id = body_id WHERE division.key = ?"
    found = connection.execute(query, [key]).fetchone()
    return None if found is None else str(found[0])


def neighbours_of(connection: sqlite3.Connection, key: str) -> list[str]:
    """The keys of all divisions of the body that a division was held in, the oldest first."""
    query = """
        SELECT other.key FROM division JOIN division AS other ON other.body_id = division.body_id
        WHERE division.key = ? ORDER BY coalesce(other.date, ''), other.id
    """
    return [str(other) for (other,) in connection.execute(query, [key])]


def entries_of(connection: sqlite3.Connection, divisions: Iterable[Division]) -> dict[int, list[Entry]]:
    """Who is listed in each of some divisions, by the id of the division."""
    kinds = {one.id: one.kind for one in divisions if one.named}
    found: dict[int, list[Entry]] = defaultdict(list)
    for some in in_parts(kinds):
        query = f"""
            SELECT division_id, division_vote.id, person.id, person.key, person.name, person.sort_name,
                   coalesce(section.parent_id, section.id), coalesce(section.name, ''), coalesce(represents, ''),
                   coalesce(vote, ''), coalesce(leaning, ''), coalesce(role, ''), coalesce(division_vote.note, '')
            FROM division_vote JOIN person ON person.id = person_id LEFT JOIN section ON section.id = section_id
            WHERE division_id IN ({marks(len(some))}) ORDER BY division_vote.id
        """
        for row in connection.execute(query, some):
            found[row[0]].append(_entry(row, kinds[row[0]]))
    return found


def _division(row: tuple[Any, ...]) -> Division:
    number, key, date, date_end, kind, subject, for_, against, abstaining, members, note, named, entries = row
    figures = Figures(for_, against, abstaining)
    return Division(
        number,
        key,
        date,
        date_end,
        kind,
        subject,
        figures,
        members,
        note,
        named,
        listed("division_vote", entries),
    )


def _entry(row: tuple[Any, ...], kind: str) -> Entry:
    _, number, person, key, name, sort_name, section, section_name, represents, vote, leaning, role, note = (
        row
    )
    side = side_of(vote, kind)
    return Entry(
        number,
        person,
        key,
        name,
        sort_name,
        section,
        section_name,
        represents,
        vote,
        leaning,
        role,
        note,
        side,
    )
