"""A person's candidacies in the order of time, each change of slate told, and the seats held."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from db.reading.factions import Factions
from db.reading.facts import facts
from db.reading.parts import in_parts, marks
from db.view import NO_SLATE, Fact, Faction
from db.wording import plain_number


class Stood(NamedTuple):
    """One candidacy of the person."""

    id: int
    contest_id: int
    contest: str
    date: str | None
    body_key: str
    body: str
    section_key: str
    section: str
    slate: Faction
    departed: Faction | None
    """The last known slate before, where this one is another and under no common umbrella."""
    departed_from: int | None
    """Id of the candidacy that stood on it."""
    votes: int | float | None
    unit: str | None
    share: float | None
    rank: int | None
    outcome: str
    sitting: bool | None
    nominations: int | None
    description: str | None
    basis: str | None
    note: str | None

    def facts(self, backed: Backed) -> tuple[Fact, ...]:
        """The candidacy, its endorsements, its contest, and the candidacy on the slate that it left."""
        left = facts("candidacy", [self.departed_from])
        return Fact("candidacy", self.id), *backed.facts, Fact("contest", self.contest_id), *left

    @property
    def change_of_slate(self) -> str | None:
        """`from Ind to LtW`."""
        return f"from {self.departed.short} to {self.slate.short}" if self.departed else None


class Sat(NamedTuple):
    """One term of the person in a seat."""

    id: int
    since: str | None
    until: str | None
    body_key: str
    body: str
    section_key: str
    section: str
    gained: str | None
    ended: str | None
    represents: str | None
    basis: str | None
    note: str | None
    is_open: bool
    """Whether no source says when it ended; `until` is then when it was last attested, or None."""
    is_attested: bool
    """Whether no source says when it began; `since` is then when it was first attested."""
    candidacy: int | None
    """Id of the candidacy that won it."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The term and the candidacy that won it."""
        return Fact("term", self.id), *facts("candidacy", [self.candidacy])


_SAT = """
SELECT term.id, since, until, body.key, body.short, section.key, section.name, how_gained, why_ended, represents, basis,
       term.note, "end" IS NULL AND ended_by IS NULL AND basis IS NOT 'derived', start IS NULL AND contest_id IS NULL,
       candidacy_id
FROM term JOIN section ON section.id = term.section_id JOIN body ON body.id = section.body_id
WHERE person_id = ? ORDER BY since IS NULL, since
"""

_STOOD = """
SELECT candidacy.id, contest.id, contest.key, contest.date, body.key, body.short, section.key, section.name, slate_id, votes,
       unit, share, rank, outcome, sitting, candidacy.nominations, description, candidacy.basis, candidacy.note
FROM candidacy
JOIN contest ON contest.id = candidacy.contest_id
JOIN body ON body.id = contest.body_id
JOIN section ON section.id = contest.section_id
WHERE person_id = ?
ORDER BY contest.date IS NULL, contest.date, contest.id
"""


def career(connection: sqlite3.Connection, factions: Factions, person: int) -> list[Stood]:
    """All candidacies of a person, undated ones last."""
    found = []
    last: tuple[Faction | None, int | None] = None, None
    for row in connection.execute(_STOOD, [person]):
        slate, date = factions.get(row[8]), row[3]
        departed = last if _departs(last[0], slate, factions, date) else (None, None)
        last = last if slate is NO_SLATE else (slate, row[0])
        votes, unit, share, rank, outcome, sitting = row[9:15]
        figures = (plain_number(votes), unit if votes is not None else None, share, rank, outcome)
        rest = (None if sitting is None else bool(sitting), *row[15:])
        found.append(Stood._make((*row[:8], slate, *departed, *figures, *rest)))
    return found


def terms(connection: sqlite3.Connection, person: int) -> list[Sat]:
    """All terms of a person, undated ones last."""
    return [
        Sat._make((*row[:12], bool(row[12]), bool(row[13]), row[14]))
        for row in connection.execute(_SAT, [person])
    ]


def _departs(last: Faction | None, slate: Faction, factions: Factions, date: str | None) -> bool:
    if last is None or slate in (NO_SLATE, last):
        return False
    return not factions.allied(last.key, slate.key, date)


class Backed(NamedTuple):
    """The endorsements of a candidacy."""

    by: tuple[str, ...] = ()
    """Who backed it; those whose backing was not sought are marked."""
    facts: tuple[Fact, ...] = ()
    """The rows that say so."""


def endorsements(
    connection: sqlite3.Connection, factions: Factions, candidacies: Sequence[int]
) -> dict[int, Backed]:
    """Who backed each of some candidacies."""
    found = dict.fromkeys(candidacies, Backed())
    for some in in_parts(candidacies):
        query = f"""
            SELECT id, candidacy_id, faction_id, sought FROM endorsement
            WHERE candidacy_id IN ({marks(len(some))}) ORDER BY id
        """
        for number, candidacy, faction, sought in connection.execute(query, some):
            by, rows = found[candidacy]
            name = factions.get(faction).name + (" (unsought)" if sought == 0 else "")
            found[candidacy] = Backed((*by, name), (*rows, Fact("endorsement", number)))
    return found
