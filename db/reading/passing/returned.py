"""Sitting members who stood again at the elections between two days, how they fared, and who is new."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from db.reading.facts import facts
from db.reading.held import Held
from db.reading.parts import in_parts, marks
from db.reading.passing.between import Between, Stood
from db.reading.passing.passages import Arrival, Passages
from db.reading.place import Where
from db.reading.seats.chamber import Chamber
from db.reading.seats.holders import Seated, Tenure
from db.view import Fact


class Sitting(NamedTuple):
    """One member who held a seat on the eve of an election to it."""

    who: Seated
    stood: Stood | None

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The term on the eve, and the candidacy at the election."""
        return *self.who.facts, *facts("candidacy", [self.stood.id if self.stood else None])

    @property
    def again(self) -> bool:
        """Whether the member stood again, as far as the record has the candidates."""
        return self.stood is not None and self.stood.outcome != "withdrawn"

    @property
    def returned(self) -> bool | None:
        """Whether the member was elected again; None where the record does not say, or the member did not stand."""
        known = {"elected": True, "not elected": False}
        return known.get(self.stood.outcome) if self.stood else None


@dataclass(frozen=True)
class Return:
    """The sitting members at one regular election."""

    held: Held
    section: str
    sitting: tuple[Sitting, ...]

    def of(self, people: frozenset[int]) -> Return:
        """The same for some of the members (ids of persons) only."""
        return replace(self, sitting=tuple(one for one in self.sitting if one.who.person in people))

    @cached_property
    def stood(self) -> tuple[Sitting, ...]:
        """Who stood again, as far as the record has the candidates."""
        return tuple(one for one in self.sitting if one.again)

    @cached_property
    def returned(self) -> tuple[Sitting, ...]:
        """Who was elected again."""
        return tuple(one for one in self.stood if one.returned)

    @cached_property
    def beaten(self) -> tuple[Sitting, ...]:
        """Who stood again and was not elected."""
        return tuple(one for one in self.stood if one.returned is False)

    @property
    def decided(self) -> int:
        """Members who stood again and of whom it is known how they fared."""
        return len(self.returned) + len(self.beaten)

    @cached_property
    def retired(self) -> tuple[Sitting, ...] | None:
        """Who did not stand again; None where the record lacks candidates, or not all seats were up."""
        if not self.held.complete or not self.held.whole:
            return None
        return tuple(one for one in self.sitting if not one.again)


def returns(tenure: Tenure, between: Between) -> list[Return]:
    """The regular elections between the days at which somebody sat whose candidacy or whose not standing is on record."""
    regular = [held for held in between.contests if held.kind == "regular"]
    found = []
    for held in regular:
        members = tenure.on_the_eve(held.section, held.date)
        stood = between.candidacies[held.id]
        each = tuple(Sitting(one, stood.get(one.person)) for one in members)
        election = Return(held, members[0].section_name if members else "", each)
        if election.stood or election.retired:
            found.append(election)
    return found


class Newcomer(NamedTuple):
    """A member of the later day who was none on the earlier one."""

    who: Seated
    arrival: Arrival
    again: bool
    """Whether the record has the person in a seat here in an earlier spell."""


SAT = """
SELECT DISTINCT term.person_id FROM term JOIN section ON section.id = term.section_id
WHERE term.person_id IN ({marks}) AND section.body_id = ? AND (? IS NULL OR ? IN (section.id, section.parent_id))
  AND term.since <= ? AND term.until <= ?
"""


def newcomers(
    connection: sqlite3.Connection, place: Where, passages: Passages, earlier: Chamber, later: Chamber
) -> list[Newcomer]:
    """New members whose coming between the days is on record, and not only that they were there later."""
    sat = {one.person for one in earlier.everybody}
    found = []
    for one in later.seated:
        arrival = passages.came(one) if one.person not in sat else None
        if arrival is not None and (arrival.date or arrival.contest):
            found.append((one, arrival))
    old = _sat_before(connection, place, [one.person for one, _ in found], earlier.date)
    return [Newcomer(one, arrival, one.person in old) for one, arrival in found]


def _sat_before(connection: sqlite3.Connection, place: Where, people: list[int], date: str) -> set[int]:
    """Who of some people had held a seat of the place until some day up to a date."""
    old: set[int] = set()
    for some in in_parts(people):
        query = SAT.format(marks=marks(len(some)))
        place_and_day = (place.body, place.section, place.section, date, date)
        old |= {person for (person,) in connection.execute(query, [*some, *place_and_day])}
    return old
