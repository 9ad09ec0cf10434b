"""Which contest a table belongs to by who stands in it: the one on record in which they stood, with these figures or none."""

from __future__ import annotations

import sqlite3
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from db.dates import agree
from db.identity import Names
from importers.results.result import Found, Result

MOST: Final = 0.6
"""Part of the candidates that must have stood in the contest."""

FEWEST: Final = 3
"""Of fewer candidates nothing is concluded."""


class Alike(NamedTuple):
    """A contest in which most of the candidates stood."""

    contest: int
    stood: int
    agreeing: int
    differing: int
    open: bool
    """Whether no figure of it is on record yet, and it has not been declared."""

    @property
    def certain(self) -> bool:
        """Whether the figures are those on record, or the contest waits for its result."""
        return self.agreeing > 2 * self.differing if self.agreeing else self.open and not self.differing


def by_candidates(
    connection: sqlite3.Connection, names: Names, result: Result, date: str = ""
) -> Alike | None:
    """The contest in which most of the candidates of a result stood; None where there is none, or more than one.

    Whoever stood together before may do so again: figures and outcomes that differ from those on record speak against it.

    Args:
        connection: to the record.
        names: of persons.
        result: whose contest is looked for.
        date: of the contest, if it is known from elsewhere; a contest of another date is none.
    """
    people = {one: person for one in result.candidates if (person := _person(names, one)) is not None}
    if len(result.candidates) < FEWEST:
        return None
    date = date or str(result.fact("date") or "")
    alike = [
        one
        for one in _contests(connection, people)
        if one.stood >= max(FEWEST, MOST * len(result.candidates))
        and one.differing <= one.agreeing
        and _is_then(connection, one.contest, date)
    ]
    best = sorted(alike, key=lambda one: (-one.agreeing, -one.stood, not one.open))
    if not best or (len(best) > 1 and best[0][1:] == best[1][1:]):
        return None
    return best[0]


def _person(names: Names, found: Found) -> int | None:
    exact = [one.person for one in names.suggest(found.name) if one.exact]
    return exact[0] if len(exact) == 1 else None


def _contests(connection: sqlite3.Connection, people: dict[Found, int]) -> Iterable[Alike]:
    """The contests in which any of the people stood."""
    stood: Counter[int] = Counter()
    agreeing: Counter[int] = Counter()
    differing: Counter[int] = Counter()
    told: dict[int, bool] = defaultdict(bool)
    query = """
        SELECT contest_id, votes, outcome, contest.status, contest.figures FROM candidacy
        JOIN contest ON contest.id = contest_id WHERE person_id = ?
    """
    for found, person in people.items():
        for contest, votes, outcome, status, figures in connection.execute(query, [person]):
            stood[contest] += 1
            told[contest] |= status == "declared" or figures != "none"
            if votes is not None and found.votes is not None:
                (agreeing if votes == found.votes else differing)[contest] += 1
            elif {outcome, found.outcome} == {"elected", "not elected"}:
                differing[contest] += 1
    for contest, count in stood.items():
        yield Alike(contest, count, agreeing[contest], differing[contest], not told[contest])


def _is_then(connection: sqlite3.Connection, contest: int, date: str) -> bool:
    """Whether a contest was held when the source says, as far as both say so."""
    (held,) = connection.execute("SELECT date FROM contest WHERE id = ?", [contest]).fetchone()
    return not date or not held or agree(held, date)
