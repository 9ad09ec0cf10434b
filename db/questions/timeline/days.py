"""The days of a timeline: what happened on each, and how the seats are counted from then on."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import NamedTuple

from db.lens import Lens
from db.reading.counting.assembly import Assembly
from db.reading.counting.grouping import ALIGNMENT, BLOC
from db.reading.counting.sweep import Count, counted
from db.reading.facts import together
from db.reading.happening import Happening, happenings
from db.reading.happening.value import DEFECTION
from db.view import SEVERAL, Fact, Faction
from db.wayfinding.steps import day_of, steps

LEANINGS = {
    ALIGNMENT: frozenset({"alignment"}),
    BLOC: frozenset({"alignment", "membership", "bloc_member"}),
}
"""Tables whose rows change where holders are counted, by the grouping that they bear upon."""


class Day(NamedTuple):
    """A day of change."""

    date: str
    happened: tuple[Happening, ...]
    seats: Count
    facts: tuple[Fact, ...]
    """What it rests on that all this happened."""


class Chronicle:
    """All the days of change of a place, as a lens sees it, in their order."""

    def __init__(self, assembly: Assembly, days: tuple[Day, ...], date: str | None) -> None:
        self.assembly, self.days = assembly, days
        self.date = date
        """The day looked at; None where the lens leaves it open."""
        self.whole = assembly.place.section is None
        self.most = max((one.seats.total for one in days), default=0)

    def drawn(self, day: Day) -> tuple[tuple[Faction, int], ...]:
        """Each seat of a day once: groups from left to right, then who is counted with several, then who with none."""
        grouping = self.assembly.grouping
        seats = day.seats.drawn(grouping.unknown, SEVERAL)
        return tuple((one, seats[one]) for one in sorted(seats, key=lambda one: grouping.drawn_order(one)))

    def changed(self, before: Day | None, day: Day) -> set[Faction]:
        """The groups that have more or fewer seats than the day before; all that have any on the first day."""
        held = before.seats.held if before is not None else {}
        now = day.seats.held
        return {one for one in {*held, *now} if held.get(one, 0) != now.get(one, 0)}

    def partial(self, day: Day) -> bool:
        """Whether the record has less than half of a body's seats on a day: then nothing is said of its majority."""
        return self.whole and day.seats.total * 2 < self.most

    def leaders(self, day: Day) -> tuple[Faction, ...]:
        """The groups that each have a majority of the votes for certain; several only where they overlap.

        None where none has, or none can be stated.
        """
        if not day.seats.sized or self.partial(day):
            return ()
        some = (one for one, votes in day.seats.low.items() if votes >= day.seats.majority)
        return tuple(sorted(some, key=self.assembly.grouping.order))

    @property
    def unseen(self) -> int:
        """Terms that begin or end in the count on none of the days: no source states when."""
        days = {one.date for one in self.days}
        return sum(
            since not in days or (until is not None and until not in days)
            for since, until in self.assembly.tenure.spans
        )


def chronicle(connection: sqlite3.Connection, lens: Lens) -> Chronicle:
    """What happened to the place of a lens.

    Args:
        connection: to the record.
        lens: names the body.

    Raises:
        Missing: the lens names what is not there.
    """
    assembly = Assembly(connection, lens)
    found = happenings(
        connection,
        assembly.place,
        factions=assembly.factions,
        scheme=assembly.grouping.scheme,
        tenure=assembly.tenure,
    )
    happened: dict[str, list[Happening]] = defaultdict(list)
    for one in found:
        if _counts(one, assembly.grouping.key):
            happened[one.date].append(one)
    dates = sorted({*steps(connection, lens), *happened})
    counts = counted(assembly, dates)
    days = tuple(_day(one, happened[one.date]) for one in counts)
    return Chronicle(assembly, days, day_of(connection, lens.date))


def _day(count: Count, happened: list[Happening]) -> Day:
    return Day(count.date, tuple(happened), count, together(*(one.facts for one in happened)))


def _counts(one: Happening, grouping: str) -> bool:
    """Whether something that happened is told where holders are grouped so."""
    table = one.facts[0][0]
    return one.kind == DEFECTION or table not in LEANINGS[BLOC] or table in LEANINGS.get(grouping, ())
