"""A body or section on one day: its seats by the rules, who sits in them, and what can be counted of that."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from typing import NamedTuple, TypeAlias

from db.dates import includes
from db.reading.factions import Factions
from db.reading.place import Where
from db.reading.seats.holders import Seated, Seats
from db.view import Faction

Refusals: TypeAlias = tuple[tuple[int, str], ...]
"""Assumptions of a scenario that do not fit a day: the id of each with the reason, without a capital and a full stop."""


class Chamber(NamedTuple):
    """Seats and holders of a place on a day."""

    place: Where
    date: str
    sections: tuple[Seats, ...]
    """Sections whose seats count."""
    seated: tuple[Seated, ...]
    """Holders of those seats."""
    attending: tuple[Seated, ...]
    """Who attends in an office without a vote, such as a secretary."""
    stated_vacant: Mapping[int, int] = {}
    """Seats of which a source says that they stand empty, by the id of the section."""
    unapplied: Refusals = ()
    """What a scenario assumes and could not be applied."""

    @property
    def everybody(self) -> tuple[Seated, ...]:
        """Holders and those who attend."""
        return self.seated + self.attending

    @property
    def _held(self) -> Counter[int]:
        """How many holders each section has, by its id."""
        return Counter(one.section for one in self.seated)

    @property
    def empty(self) -> dict[Seats, int]:
        """Sections with more seats than known holders, and how many more."""
        held = self._held
        return {
            one: one.seats - held[one.section]
            for one in self.sections
            if one.seats is not None and one.seats > held[one.section]
        }

    @property
    def vacancies(self) -> dict[Seats, int]:
        """Sections with seats that stand empty, as a source says, and how many."""
        found = {
            one: min(number, self.stated_vacant.get(one.section, 0)) for one, number in self.empty.items()
        }
        return {one: number for one, number in found.items() if number}

    @property
    def not_known(self) -> dict[Seats, int]:
        """Sections with seats of which the record does not say who holds them, and how many."""
        vacancies = self.vacancies
        found = {one: number - vacancies.get(one, 0) for one, number in self.empty.items()}
        return {one: number for one, number in found.items() if number}

    @property
    def crowded(self) -> dict[Seats, int]:
        """Sections with more holders on record than seats, and how many holders."""
        held = self._held
        return {
            one: held[one.section]
            for one in self.sections
            if one.seats is not None and held[one.section] > one.seats
        }

    @property
    def without_holder(self) -> int:
        """Seats without a known holder, those that stand empty among them."""
        return sum(self.empty.values())

    @property
    def total(self) -> int:
        """All seats."""
        return self.without_holder + len(self.seated)

    @property
    def unheld_votes(self) -> int:
        """Votes of seats whose holder is not known."""
        return sum(number for one, number in self.not_known.items() if one.voting)

    @property
    def votes(self) -> int:
        """Votes that can be cast: those of holders who have one, and of seats whose holder is not known."""
        return self.unheld_votes + sum(one.voting for one in self.seated)

    @property
    def majority(self) -> int:
        """Votes that are more than half of those that can be cast."""
        return self.votes // 2 + 1

    def groups(self, factions: Factions) -> list[tuple[Faction, list[Seated]]]:
        """Holders by the slate each stood on, from left to right."""
        held: dict[Faction, list[Seated]] = defaultdict(list)
        for one in self.seated:
            held[one.faction].append(one)
        return sorted(held.items(), key=lambda pair: factions.order(pair[0]))


def stale_on(last: str | None, date: str) -> bool:
    """Whether a day on which somebody was last attested lies before another for certain."""
    return last is not None and last < date and not includes(last, date)
