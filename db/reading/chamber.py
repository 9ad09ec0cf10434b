"""A body or section on one day: its seats by the rules, who sits in them, and what can be counted of that."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import NamedTuple

from db.reading.factions import Factions
from db.reading.holders import Seated, Seats, seated_on, seats_on
from db.reading.place import Where
from db.view import Faction


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

    @property
    def everybody(self) -> tuple[Seated, ...]:
        """Holders and those who attend."""
        return self.seated + self.attending

    @property
    def empty(self) -> dict[Seats, int]:
        """Sections with more seats than known holders, and how many more."""
        held: dict[int, int] = defaultdict(int)
        for one in self.seated:
            held[one.section] += 1
        return {
            one: one.seats - held[one.section]
            for one in self.sections
            if one.seats is not None and one.seats > held[one.section]
        }

    @property
    def crowded(self) -> dict[Seats, int]:
        """Sections with more holders on record than seats, and how many holders."""
        found = {one: sum(other.section == one.section for other in self.seated) for one in self.sections}
        return {one: held for one, held in found.items() if one.seats is not None and held > one.seats}

    @property
    def vacant(self) -> int:
        """Seats without a known holder."""
        return sum(self.empty.values())

    @property
    def total(self) -> int:
        """All seats."""
        return self.vacant + len(self.seated)

    @property
    def votes(self) -> int:
        """Votes that can be cast: those of holders who have one, and of seats whose holder is not known."""
        unknown = sum(number for one, number in self.empty.items() if one.voting)
        return unknown + sum(one.voting for one in self.seated)

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


def chamber_on(connection: sqlite3.Connection, factions: Factions, place: Where, date: str) -> Chamber:
    """Read the chamber of a place on a day."""
    body = place.body or 0
    sections = seats_on(connection, body, place.section, date)
    everybody = seated_on(connection, factions, body, place.section, date)
    voteless = {one.section for one in sections if not one.voting} if place.section is None else set()
    return Chamber(
        place,
        date,
        tuple(one for one in sections if one.section not in voteless),
        tuple(one for one in everybody if one.section not in voteless),
        tuple(one for one in everybody if one.section in voteless),
    )
