"""Contests held together and reported as one: who stood in any of them."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple, TypeAlias

from db.reading.contests.poll import Candidate, Contest, candidates, contests
from db.reading.factions import Factions
from db.view import NO_SLATE, Faction

Stood: TypeAlias = list[tuple[Contest, Candidate]]


class Round(NamedTuple):
    """A round as stored, with its contests and everybody who stood in them."""

    key: str
    name: str
    date: str | None
    note: str | None
    held: list[Contest]
    stood: Stood

    @property
    def positions(self) -> int:
        """How many seats were filled together, as far as that is on record."""
        return sum(contest.seats or 0 for contest in self.held)


def is_round(connection: sqlite3.Connection, key: str) -> bool:
    """Whether a key is that of a round."""
    return connection.execute("SELECT 1 FROM round WHERE key = ?", [key]).fetchone() is not None


def read_round(connection: sqlite3.Connection, factions: Factions, key: str) -> Round:
    """The round of a key that is one."""
    query = "SELECT name, date, note FROM round WHERE key = ?"
    name, date, note = connection.execute(query, [key]).fetchone()
    held = contests(connection, "round.key = ? ORDER BY section.position, contest.id", [key])
    stood = [(contest, one) for contest in held for one in candidates(connection, factions, contest.id)]
    return Round(key, name, date, note, held, stood)


def standing_for(one: Candidate) -> set[Faction]:
    """Whom somebody stood for or was endorsed by."""
    return {*one.endorsements, one.slate} - {NO_SLATE}
