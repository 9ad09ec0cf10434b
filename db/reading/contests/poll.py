"""One contest as it is stored: its facts, its candidates, and the contest before it."""

from __future__ import annotations

import re
import sqlite3
from collections import defaultdict
from typing import NamedTuple

from db.reading.factions import Factions
from db.reading.facts import facts
from db.view import Fact, Faction


class Contest(NamedTuple):
    """The stored facts of a contest."""

    id: int
    key: str
    body: str
    body_short: str
    body_name: str
    section: str
    section_id: int
    section_name: str
    round_id: int | None
    round: str | None
    round_name: str | None
    kind: str
    status: str
    nominations_open: str | None
    nominations_close: str | None
    ballot_open: str | None
    ballot_close: str | None
    date: str | None
    method: str | None
    seats: int | None
    quota_rule: str | None
    nominations_needed: str | None
    unit: str | None
    electorate: int | None
    electorate_words: str | None
    ballots: int | None
    valid_votes: int | None
    quota: float | None
    turnout: float | None
    figures: str
    total: float | None
    basis: str | None
    note: str | None

    @property
    def fact(self) -> Fact:
        """The contest itself, as rows of answers rest on it."""
        return Fact("contest", self.id)


class Candidate(NamedTuple):
    """One candidacy as stored, with its slate and endorsements."""

    id: int
    person: int
    person_key: str
    name: str
    description: str | None
    votes: float | None
    published_share: float | None
    share: float | None
    rank: int | None
    outcome: str
    elected_stage: int | None
    sitting: bool | None
    slate: Faction
    slate_label: str | None
    nominations: int | None
    basis: str | None
    note: str | None
    endorsements: tuple[Faction, ...]
    unsought: tuple[Faction, ...]
    backings: tuple[int, ...] = ()
    """Ids of the endorsements, in their order."""

    @property
    def backers(self) -> tuple[str, ...]:
        """Names of those who endorsed the candidacy; those whose backing was not sought are marked."""
        return tuple(
            faction.name + (" (unsought)" if faction in self.unsought else "")
            for faction in self.endorsements
        )

    @property
    def fact(self) -> Fact:
        """The candidacy itself, as rows of answers rest on it."""
        return Fact("candidacy", self.id)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The candidacy and its endorsements."""
        return self.fact, *facts("endorsement", self.backings)

    def backed_by(self, faction: Faction) -> tuple[Fact, ...]:
        """The endorsements by one faction."""
        own = zip(self.endorsements, self.backings, strict=True)
        return facts("endorsement", (number for backer, number in own if backer == faction))

    @property
    def stood(self) -> bool:
        """Whether the candidate stood to the end, or has votes all the same."""
        return self.outcome != "withdrawn" or self.votes is not None

    @property
    def elected(self) -> bool:
        """Whether a source says that the candidate won a seat."""
        return self.outcome == "elected"


_CONTEST = """
SELECT contest.id, contest.key, body.key, body.short, body.name, section.key, section.id, section.name, round.id, round.key,
       round.name,
       contest.kind, contest.status, nominations_open, nominations_close, ballot_open, ballot_close, contest.date, method, seats,
       quota_rule, nominations_needed, unit, electorate, electorate_words, ballots, valid_votes, quota, turnout, figures, total,
       contest.basis, contest.note
FROM contest
JOIN body ON body.id = contest.body_id
JOIN section ON section.id = contest.section_id
LEFT JOIN round ON round.id = contest.round_id
"""

_CANDIDATES = """
SELECT candidacy.id, person.id, person.key, person.name, description, votes, published_share, share, rank, outcome, elected_stage,
       sitting, slate_id, slate_label, nominations, candidacy.basis, candidacy.note
FROM candidacy JOIN person ON person.id = candidacy.person_id
WHERE contest_id = ?
ORDER BY votes IS NULL, votes DESC, rank IS NULL, rank, outcome <> 'elected', nominations DESC, person.sort_name
"""


def contests(connection: sqlite3.Connection, where: str, values: list[object]) -> list[Contest]:
    """Contests by an SQL condition on `contest`, `section`, `body` and `round`."""
    return [Contest(*row) for row in connection.execute(f"{_CONTEST} WHERE {where}", values)]


def candidates(connection: sqlite3.Connection, factions: Factions, contest: int) -> list[Candidate]:
    """The candidates of a contest: by votes where known, else by rank."""
    backers: dict[int, list[tuple[Faction, int | None, int]]] = defaultdict(list)
    query = """
        SELECT endorsement.id, candidacy_id, faction_id, sought FROM endorsement JOIN candidacy ON candidacy.id = candidacy_id
        WHERE contest_id = ? ORDER BY endorsement.id
    """
    for number, candidacy, faction, sought in connection.execute(query, [contest]):
        backers[candidacy].append((factions.get(faction), sought, number))
    found = []
    for row in connection.execute(_CANDIDATES, [contest]):
        own = backers[row[0]]
        values = list(row)
        values[11] = None if row[11] is None else bool(row[11])
        values[12] = factions.get(row[12])
        unsought = tuple(faction for faction, sought, _ in own if sought == 0)
        values += [tuple(faction for faction, *_ in own), unsought, tuple(number for *_, number in own)]
        found.append(Candidate(*values))
    return found


def before(connection: sqlite3.Connection, contest: Contest) -> Contest | None:
    """The section's last regular contest before a contest; None where none is on record."""
    if contest.date is None:
        return None
    condition = "contest.section_id = ? AND contest.kind = 'regular' AND contest.date < ? AND contest.status = 'declared'"
    earlier = contests(
        connection, f"{condition} ORDER BY contest.date DESC LIMIT 1", [contest.section_id, contest.date]
    )
    return earlier[0] if earlier else None


def comparable(one: Contest, other: Contest | None) -> bool:
    """Whether figures of two contests may be compared: same unit, and neither is counted by transfers if the other is not."""
    return other is not None and one.unit is not None and one.unit == other.unit


class Poll(NamedTuple):
    """A contest with its candidates, and those of the contest before it."""

    contest: Contest
    candidates: list[Candidate]
    earlier: Contest | None
    earlier_candidates: list[Candidate]

    @property
    def comparable(self) -> bool:
        """Whether earlier shares of slates may stand beside these."""
        return comparable(self.contest, self.earlier)

    @property
    def alike(self) -> bool:
        """Whether totals and shares of persons may too: as many votes a ballot, since for as many seats."""
        return self.comparable and self.earlier is not None and self.contest.seats == self.earlier.seats

    @property
    def earlier_of(self) -> dict[int, Candidate]:
        """For each candidacy (by its id) the same person's in the contest before, where their shares may be compared."""
        before = {one.person: one for one in self.earlier_candidates if self.alike and one.share is not None}
        return {
            one.id: before[one.person]
            for one in self.candidates
            if one.share is not None and one.person in before
        }

    @property
    def changes(self) -> dict[int, float]:
        """By how many points the share of each candidacy (by its id) differs from the person's share before."""
        before = self.earlier_of
        return {
            one.id: (one.share or 0) - (before[one.id].share or 0)
            for one in self.candidates
            if one.id in before
        }


def read_poll(connection: sqlite3.Connection, factions: Factions, contest: Contest) -> Poll:
    """A contest with what it is compared with."""
    earlier = before(connection, contest)
    earlier_candidates = candidates(connection, factions, earlier.id) if earlier else []
    return Poll(contest, candidates(connection, factions, contest.id), earlier, earlier_candidates)


def is_lifted(poll: Poll, one: Candidate) -> bool:
    """Whether a candidate was elected below one who was not, under a quota rule."""
    if not (one.elected and poll.contest.quota_rule and one.rank):
        return False
    return any(
        other.outcome == "not elected" and other.rank and other.rank < one.rank for other in poll.candidates
    )


def threshold(contest: Contest, one: Candidate) -> str | None:
    """How a candidate's nominations stand against those needed, before the result."""
    needed = re.match(r"[0-9]+", contest.nominations_needed or "")
    if contest.status == "declared" or one.nominations is None or needed is None:
        return None
    short = int(needed.group()) - one.nominations
    return f"{short} short of {needed.group()}" if short > 0 else "reached"
