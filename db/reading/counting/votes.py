"""The returns of a contest: votes and seats by whatever holders are grouped by, or in words why they cannot be told."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from fractions import Fraction
from typing import NamedTuple

from db.measures.proportionality import Figure, percentages
from db.reading.contests.poll import Candidate, Contest, candidates
from db.reading.counting.grouping import Grouping
from db.reading.facts import together
from db.reading.seats.holders import Seated
from db.view import Fact, Faction
from db.wording import count


class Side(NamedTuple):
    """What counts as one: a group, or an independent, who shares a ticket with nobody."""

    group: Faction
    person: int = 0
    """Id of the independent; 0 for a group."""


class Portion(NamedTuple):
    """What a side has."""

    votes: Fraction
    """0 where `Returns.no_votes` says that they cannot be told."""
    seats: int
    facts: tuple[Fact, ...] = ()
    """The candidacies that it counts, and what places each on the side."""

    def with_more(self, more: Portion) -> Portion:
        """Both together."""
        return Portion(self.votes + more.votes, self.seats + more.seats, self.facts + more.facts)


class Returns(NamedTuple):
    """A contest by sides."""

    contest: Contest
    candidates: tuple[Candidate, ...]
    sides: dict[Side, Portion]
    unknown: tuple[Portion, ...]
    """A portion for each candidate of whom it is not known on which side."""
    apart: str
    """Why sides cannot be told apart; blank where they can."""
    no_votes: str
    """Why votes cannot be told; blank where they can."""
    no_seats: str
    """Why seats cannot be told; blank where they can."""
    total: Figure
    """What shares are of, as in the contest's own view: the stated total, else the sum."""
    vote_shares: dict[Side, Fraction]
    """Votes of each side in percent."""
    seat_shares: dict[Side, Fraction]
    """Seats of each side in percent."""
    unknown_shares: tuple[tuple[Fraction, Fraction], ...]
    """Votes and seats in percent of each candidate whose side is not known."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The contest and all its candidacies."""
        return together([self.contest.fact], *(one.facts for one in (*self.sides.values(), *self.unknown)))

    def facts_of(self, side: Side) -> tuple[Fact, ...]:
        """What the votes and seats of a side rest on; nothing where it has none."""
        portion = self.sides.get(side)
        if portion is None:
            return ()
        stood = (one for one in portion.facts if one.table == "candidacy")
        return together(stood, portion.facts, [self.contest.fact])

    @property
    def seats(self) -> int:
        """Seats of which it is known who won them."""
        return sum(one.seats for one in (*self.sides.values(), *self.unknown))


def is_alone(grouping: Grouping, group: Faction) -> bool:
    """Whether those of a group are counted one by one: independents, who are no side together."""
    return grouping.factions.kinds.get(group.key) == "independent"


def alone(group: Faction, key: str, name: str) -> Faction:
    """An independent as a side of one: named after the person, in the colour of all of them."""
    return group._replace(key=f"{group.key}: {key}", name=f"{name} ({group.name})", short=name)


def named(returns: Returns, side: Side) -> Faction:
    """A side as it is shown."""
    if not side.person:
        return side.group
    one = next(one for one in returns.candidates if one.person == side.person)
    return alone(side.group, one.person_key, one.name)


def returns_of(connection: sqlite3.Connection, grouping: Grouping, contest: Contest) -> Returns:
    """The returns of a contest, its candidates grouped by the rules that hold for holders."""
    stood = tuple(one for one in candidates(connection, grouping.factions, contest.id) if one.stood)
    people = {one.id: as_holder(one, contest) for one in stood}
    grouping.prepare(list(people.values()))
    no_votes = _no_votes(contest, stood)
    sides: dict[Side, Portion] = {}
    unknown: list[Portion] = []
    overlapping = []
    for one in stood:
        leaning = grouping.of(people[one.id], contest.date or "")
        votes = Fraction(0 if no_votes else one.votes or 0)
        portion = Portion(votes, int(one.elected), (one.fact, *leaning.facts))
        if len(leaning.groups) != 1:
            unknown.append(portion)
            overlapping += [one.name] if leaning.all_of_them and leaning.groups else []
            continue
        group = leaning.groups[0]
        side = Side(group, one.person if is_alone(grouping, group) else 0)
        before = sides.get(side, Portion(Fraction(0), 0))
        sides[side] = before.with_more(portion)
    apart = _overlap(len(overlapping)) or ("" if sides else f"no candidate's {grouping.key} is on record")
    total, seats = _total(contest, (*sides.values(), *unknown)), sum(one.elected for one in stood)
    return Returns(
        contest,
        stood,
        sides,
        tuple(unknown),
        apart,
        no_votes,
        _no_seats(contest, stood),
        total,
        percentages({side: one.votes for side, one in sides.items()}, total),
        percentages({side: one.seats for side, one in sides.items()}, seats),
        tuple(
            (100 * one.votes / (Fraction(total) or 1), Fraction(100 * one.seats, seats or 1))
            for one in unknown
        ),
    )


def _total(contest: Contest, portions: Sequence[Portion]) -> Figure:
    if contest.unit == "percent":
        return 100
    return contest.total or sum(one.votes for one in portions)


def _overlap(number: int) -> str:
    return f"{count(number, 'candidate counts', 'candidates count')} with several" if number else ""


def as_holder(one: Candidate, contest: Contest) -> Seated:
    """A candidate as the grouping knows holders: by person, slate, day and candidacy."""
    return Seated(
        0, contest.section_id, one.person, one.person_key, one.name, one.name, contest.section_name, one.slate,
        contest.date, "elected", "", True, one.basis or "", "", None, contest.key, None, False, one.id, None, "",
    )  # fmt: skip


def _no_votes(contest: Contest, stood: tuple[Candidate, ...]) -> str:
    if contest.status != "declared":
        return "there is no result yet"
    if not any(one.votes is not None for one in stood):
        return "no votes are on record"
    if contest.figures != "complete" or any(one.votes is None for one in stood):
        return "some candidates or votes are not on record"
    if any((one.votes or 0) < 0 for one in stood):
        return "a figure on record is below nought"
    return "" if any(one.votes for one in stood) else "nobody has a vote"


def _no_seats(contest: Contest, stood: tuple[Candidate, ...]) -> str:
    won = sum(one.elected for one in stood)
    if contest.status != "declared":
        return "there is no result yet"
    if not won:
        return "who was elected is not on record"
    seats = contest.seats
    if seats is not None and won != seats:
        return f"{count(won, 'candidate')} elected on record for {count(seats, 'seat')}"
    return ""
