"""Contests with everyone who stood in them, one after the other, as the checks of results read them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from db.measures.methods import counts_papers, is_of_preferences
from db.measures.papers import votes_of_a_paper
from db.questions.audit.finding import Cited, Finding, Scope
from db.view import Fact

POLLS = """
SELECT contest.id, section_id, round_id, kind, status, date, coalesce(method, ''), seats, coalesce(quota_rule, ''),
       coalesce(unit, ''), electorate, ballots, valid_votes, quota, turnout, votes_per_ballot, figures, total,
       (SELECT id FROM rule WHERE rule.section_id = contest.section_id AND contest.date IS NOT NULL
           AND (valid_from IS NULL OR valid_from <= contest.date) AND (valid_to IS NULL OR contest.date < valid_to) LIMIT 1)
FROM contest WHERE {where} ORDER BY contest.id
"""

STOOD = """
SELECT contest.id, candidacy.id, candidacy.person_id, votes, published_share, share, rank, outcome, elected_stage, slate_id
FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id WHERE {where} ORDER BY contest.id, candidacy.id
"""

RULED = "SELECT id, quota_rule, seats FROM rule WHERE quota_rule IS NOT NULL"
"""Such rules are few."""


class Stood(NamedTuple):
    """One candidacy."""

    id: int
    person: int
    votes: float | None
    published_share: float | None
    share: float | None
    rank: int | None
    outcome: str
    elected_stage: int | None
    slate: int | None

    @property
    def fact(self) -> Fact:
        """Its row."""
        return Fact("candidacy", self.id)

    @property
    def elected(self) -> bool:
        """Whether a source says so."""
        return self.outcome == "elected"


class Held(NamedTuple):
    """A contest as it is on record."""

    id: int
    section: int
    round: int | None
    kind: str
    status: str
    date: str | None
    method: str
    seats: int | None
    quota_rule: str
    unit: str
    electorate: int | None
    ballots: int | None
    valid_votes: int | None
    quota: float | None
    turnout: float | None
    votes_per_ballot: int | None
    figures: str
    total: float | None
    rule: int | None
    """Id of the rule of the section on the day."""


class Ruled(NamedTuple):
    """A rule of a section, as far as it bears on who is elected."""

    id: int
    words: str
    seats: int | None


class Poll:
    """A contest and its candidates."""

    def __init__(self, held: Held, candidates: tuple[Stood, ...], ruled: Ruled | None = None) -> None:
        self.held, self.candidates = held, candidates
        self.ruled = ruled
        """What the rule of the section says on who is elected; None where it says nothing."""

    @property
    def fact(self) -> Fact:
        """The row of the contest."""
        return Fact("contest", self.held.id)

    @cached_property
    def counted(self) -> tuple[tuple[Stood, float], ...]:
        """Those whose votes are known, with their votes."""
        return tuple((one, one.votes) for one in self.candidates if one.votes is not None)

    @cached_property
    def together(self) -> float:
        """All votes that are known."""
        return sum(votes for _, votes in self.counted)

    @cached_property
    def complete(self) -> bool:
        """Whether all candidates are on record, and all who did not withdraw with their votes."""
        return (
            self.held.figures == "complete"
            and bool(self.counted)
            and all(one.votes is not None or one.outcome == "withdrawn" for one in self.candidates)
        )

    @cached_property
    def decided(self) -> bool:
        """Whether the outcome of every candidate is known."""
        return bool(self.candidates) and all(
            one.outcome not in ("unknown", "pending") for one in self.candidates
        )

    @property
    def rule_words(self) -> str:
        """A rule on who is elected, of the contest or else of its section; blank where there is none."""
        return self.held.quota_rule or (self.ruled.words if self.ruled else "")

    @cached_property
    def of_preferences(self) -> bool:
        """Whether votes may be transferred."""
        return is_of_preferences(self.held.method, self.held.unit)

    @cached_property
    def in_percent(self) -> bool:
        """Whether the figures are percentages."""
        return self.held.unit == "percent"

    @cached_property
    def counts_papers(self) -> bool:
        """Whether a figure is a number of papers."""
        return counts_papers(self.held.unit, self.held.method)

    @cached_property
    def per_paper(self) -> int | None:
        """How many votes a paper may carry."""
        held = self.held
        return votes_of_a_paper(held.votes_per_ballot, held.method, held.unit, held.seats)

    def of_itself(
        self, kind: str, found: str, expected: str, *fields: str, fitting: float | None = None
    ) -> Finding:
        """A finding on the contest, which notes on some of its fields may explain; `fitting` as of `Cited`."""
        cited = tuple(Cited(self.fact, field, fitting) for field in fields)
        return Finding(kind, self.fact, found, expected, cited=cited)

    def of_one(self, kind: str, one: Stood, found: str, expected: str, *fields: str) -> Finding:
        """A finding on a candidacy, which notes on some of its fields may explain."""
        cited = tuple(Cited(one.fact, field) for field in fields)
        return Finding(kind, one.fact, found, expected, (self.fact,), cited)


def polls(scope: Scope, only: str = "1") -> Iterator[Poll]:
    """The contests of a place, one at a time, so that memory does not grow with the record.

    Args:
        scope: where to look.
        only: a further condition in SQL.
    """
    where, values = scope.of_contests
    where = f"{where} AND ({only})"
    rules = {number: Ruled(number, *rule) for number, *rule in scope.connection.execute(RULED)}
    stood = _stood(scope.connection, where, values)
    following = next(stood, None)
    for row in scope.connection.execute(POLLS.format(where=where), values):
        held = Held(*row)
        candidates: tuple[Stood, ...] = ()
        if following is not None and following[0] == held.id:
            candidates, following = following[1], next(stood, None)
        yield Poll(held, candidates, rules.get(held.rule or 0))


def _stood(
    connection: sqlite3.Connection, where: str, values: list[int]
) -> Iterator[tuple[int, tuple[Stood, ...]]]:
    rows = connection.execute(STOOD.format(where=where), values)
    for contest, several in groupby(rows, key=itemgetter(0)):
        yield contest, tuple(Stood(*one[1:]) for one in several)
