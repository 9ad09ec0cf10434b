"""On which rows of the record it rests that somebody sits, and where somebody is counted."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from db.reading.counting.balance import Balance
from db.reading.counting.grouping import facts_of
from db.reading.facts import together
from db.reading.seats.holders import Seated
from db.view import Fact, Faction

SeatFacts: TypeAlias = dict[tuple[int, int], tuple[Fact, ...]]
"""For each holder, by section and person: the term, the candidacy by which it is held, and what places the holder."""


def seat_facts(balance: Balance) -> SeatFacts:
    """What each seat of a balance rests on, attendants' among them."""
    found = {one.place: one.facts for one in balance.chamber.attending}
    return found | {one.place: facts_of(one, leaning) for one, leaning in balance.counted}


def of_group(
    balance: Balance, group: Faction, holders: Iterable[Seated], rests: SeatFacts
) -> tuple[Fact, ...]:
    """What the count of a group rests on: its holders for certain, then those who may be its own."""
    perhaps = (one for one, leaning in balance.torn if group in leaning.groups)
    return of_all((*holders, *perhaps), rests)


def of_all(holders: Iterable[Seated], rests: SeatFacts) -> tuple[Fact, ...]:
    """What a count of some holders rests on."""
    return together(*(rests.get(one.place, ()) for one in holders))
