"""A contest as a race for its seats: whose votes decided them, or in words why that cannot be told."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from db.measures.narrow import Runner
from db.reading.contests.poll import Contest, contests
from db.reading.factions import Factions
from db.reading.facts import facts, together
from db.reading.parts import in_parts, marks
from db.view import Fact, Faction
from db.wording import count, number_word

EXACT = "exactly"
"""The figures are complete, and whoever had most votes was elected."""
MOST = "at most"
"""The table is incomplete: somebody whose figures are missing may have been nearer."""
UNRULED = "by votes alone"
"""A rule on who is elected did not change the outcome, but it could have changed that of other votes."""
LAST_STAGE = "at most, by the last stage"
"""Counted by transfers: the gap of the last stage, with the stages before it as they were."""

TRANSFERS = ("transferable", "stv", "alternative vote", "preferential")
"""Words of a method by which votes are transferred."""


class Candidate(NamedTuple):
    """Somebody who stood."""

    id: int
    """Of the candidacy."""
    person: int
    person_key: str
    name: str
    votes: float | None
    outcome: str
    slate: Faction


class Race(NamedTuple):
    """One contest."""

    contest: Contest
    candidates: dict[int, Candidate]
    """By the id of the candidacy, those who withdrew without votes left out."""
    runners: tuple[Runner, ...]
    """Those whose votes decide; none where that cannot be told."""
    stated: str
    """How surely: `EXACT`, `MOST`, `UNRULED` or `LAST_STAGE`; blank where it cannot be told."""
    refusal: str
    """Why it cannot be told, without a capital and a full stop; blank where it can."""
    stages: Mapping[int, int] = {}
    """Where the figures are those of a stage: the row of each, by the id of the candidacy."""

    def facts_of(self, *candidacies: int) -> tuple[Fact, ...]:
        """What the figures of some candidacies rest on."""
        at_stage = (self.stages.get(one) for one in candidacies)
        return together(facts("candidacy", candidacies), facts("stage", at_stage), [self.contest.fact])

    @property
    def whole(self) -> bool:
        """Whether the figures are votes, of which there are whole ones only."""
        return self.contest.unit != "percent"

    @property
    def total(self) -> float | None:
        """All votes, of which shares are."""
        return 100.0 if not self.whole else self.contest.total


CANDIDATES = """
SELECT contest_id, candidacy.id, person.id, person.key, person.name, votes, outcome, slate_id
FROM candidacy JOIN person ON person.id = person_id WHERE contest_id IN ({marks}) ORDER BY candidacy.id
"""

STAGES = """
SELECT contest_id, stage, action, person_id, votes, id FROM stage
WHERE contest_id IN ({marks}) AND votes IS NOT NULL AND person_id IS NOT NULL ORDER BY contest_id, stage, id
"""

BALLOTS = """
SELECT id FROM contest WHERE id IN ({marks}) AND EXISTS (SELECT 1 FROM ballot WHERE ballot.contest_id = contest.id)
"""


class Count(NamedTuple):
    """What is on record of a count by transfers."""

    stages: Sequence[tuple[int, str, int, float, int]]
    """Stage, action, person, votes and the id of the row."""
    ballots: bool


def races(
    connection: sqlite3.Connection, factions: Factions, where: str, values: Sequence[object]
) -> list[Race]:
    """Contests as races, read in one go.

    Args:
        connection: to the record.
        factions: of the record.
        where: an SQL condition on `contest`, `section`, `body` and `round`, with its order.
        values: its values.
    """
    found = contests(connection, where, list(values))
    stood: dict[int, list[Candidate]] = defaultdict(list)
    stages: dict[int, list[tuple[int, str, int, float, int]]] = defaultdict(list)
    ballots: set[int] = set()
    for some in in_parts([one.id for one in found]):
        for row in connection.execute(CANDIDATES.format(marks=marks(len(some))), some):
            contest, number, person, key, name, votes, outcome, slate = row
            one = Candidate(number, person, key, name, votes, outcome, factions.get(slate))
            stood[contest].append(one)
    for some in in_parts([one.id for one in found if by_transfers(one)]):
        for contest, *stage in connection.execute(STAGES.format(marks=marks(len(some))), some):
            stages[contest].append((stage[0], stage[1], stage[2], stage[3], stage[4]))
        ballots |= {number for (number,) in connection.execute(BALLOTS.format(marks=marks(len(some))), some)}
    return [_race(one, stood[one.id], Count(stages[one.id], one.id in ballots)) for one in found]


def by_transfers(contest: Contest) -> bool:
    """Whether votes were transferred from candidate to candidate."""
    method = (contest.method or "").casefold()
    return contest.unit == "first preferences" or any(word in method for word in TRANSFERS)


def _race(contest: Contest, stood: list[Candidate], counted: Count) -> Race:
    candidates = {one.id: one for one in stood if one.outcome != "withdrawn" or one.votes is not None}
    refusal = _refusal(contest, [*candidates.values()])
    if refusal:
        return Race(contest, candidates, (), "", refusal)
    if by_transfers(contest):
        return _by_stages(contest, candidates, counted)
    known = tuple(
        Runner(one.id, one.votes, one.outcome == "elected", one.slate.key)
        for one in candidates.values()
        if one.votes is not None
    )
    refusal = _silent(contest, candidates, known)
    stated = MOST if len(known) < len(candidates) or contest.figures != "complete" else EXACT
    if contest.quota_rule and stated == EXACT:
        stated = UNRULED
    return Race(contest, candidates, () if refusal else known, "" if refusal else stated, refusal)


def _refusal(contest: Contest, stood: list[Candidate]) -> str:
    """Why nothing can be told whatever the figures are."""
    if contest.status != "declared":
        return "there is no result yet"
    won = sum(one.outcome == "elected" for one in stood)
    lost = sum(one.outcome == "not elected" for one in stood)
    if not won:
        return "the result is not on record"
    if contest.seats is not None and won < contest.seats:
        missing = number_word(contest.seats - won)
        return f"of {missing} of {count(contest.seats, 'seat')} the result is not on record"
    if open_ones := len(stood) - won - lost:
        return f"of {count(open_ones, 'candidate')} it is not known whether they were elected"
    if not lost:
        return "nobody is on record who stood and was not elected"
    return ""


def _silent(contest: Contest, candidates: dict[int, Candidate], known: tuple[Runner, ...]) -> str:
    """Why the figures do not tell it."""
    if not known:
        return "the votes are not on record"
    silent = [one.name for one in candidates.values() if one.votes is None and one.outcome == "elected"]
    if silent:
        return f"the votes of {count(len(silent), 'winner')} are not on record"
    lost = [one.votes for one in known if not one.elected]
    if not lost:
        return "the votes of nobody who was not elected are on record"
    if min(one.votes for one in known if one.elected) < max(lost):
        rule = f": {contest.quota_rule}" if contest.quota_rule else ", which is not on record"
        return f"votes alone did not decide: a candidate with fewer votes was elected over one with more, by a rule{rule}"
    return ""


def _by_stages(contest: Contest, candidates: dict[int, Candidate], counted: Count) -> Race:
    """The gap at the last stage of a count by transfers at which a winner and somebody who missed both had votes."""
    for stage in sorted({stage for stage, *_ in counted.stages}, reverse=True):
        rows = [row for row in counted.stages if row[0] == stage and row[3] > 0]
        votes = {person: figure for _, _, person, figure, _ in rows}
        runners = tuple(
            Runner(one.id, votes[one.person], one.outcome == "elected", one.slate.key)
            for one in candidates.values()
            if one.person in votes
        )
        won = [one.votes for one in runners if one.elected]
        lost = [one.votes for one in runners if not one.elected]
        if won and lost:
            if min(won) < max(lost):
                break
            of_person = {person: number for _, _, person, _, number in rows}
            stages = {one.id: of_person[candidates[one.id].person] for one in runners}
            return Race(contest, candidates, runners, LAST_STAGE, "", stages)
    why = "it was counted by transfers, and " + _unrecounted(counted)
    return Race(contest, candidates, (), "", why)


def _unrecounted(counted: Count) -> str:
    if counted.ballots:
        return "its ballots are on record, but are not recounted here"
    if counted.stages:
        return "no stage on record sets a winner above somebody who missed"
    return "neither ballots nor the votes at each stage of the count are on record"
