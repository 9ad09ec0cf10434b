"""A place on two days with what lies between them: who held each seat, on which side, and how it passed."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.lens import Lens
from db.reading.counting.assembly import Assembly
from db.reading.counting.grouping import SLATE
from db.reading.counting.sides import Sides
from db.reading.passing.between import Between, last_filled
from db.reading.passing.netting import Netting
from db.reading.passing.passages import Passages
from db.reading.passing.returned import Newcomer, Return, newcomers, returns
from db.reading.passing.stints import Stints
from db.reading.passing.succession import Change, succession
from db.reading.seats.chamber import Chamber
from db.reading.seats.holders import Seated


class Comparison(NamedTuple):
    """A place on two days, and what lies between them."""

    lens: Lens
    assembly: Assembly
    earlier: Chamber
    later: Chamber
    sides: Sides
    changes: tuple[Change, ...]
    passages: Passages
    netting: Netting
    returned: tuple[Return, ...]
    new: tuple[Newcomer, ...]

    @property
    def by_slate(self) -> bool:
        """Whether what holders stood on is all that they are counted by."""
        return self.sides.grouping.key == SLATE and self.assembly.scenario is None

    def shows(self, one: Seated, date: str) -> bool:
        """Whether the factions switched on let a holder through."""
        chosen = self.lens.factions
        return not chosen or self.assembly.factions.covers(chosen, self.keys(one, date), date)

    def keys(self, one: Seated, date: str) -> frozenset[str]:
        """The keys of the factions that a holder belongs to, by slate and as grouped."""
        groups = self.sides.of(one, date).groups
        return frozenset({one.faction.key}).union(*(self.sides.grouping.keys(group) for group in groups))

    def keys_of(self, change: Change) -> frozenset[str]:
        """The same of both holders of a seat."""
        days = ((change.before, self.earlier.date), (change.after, self.later.date))
        return frozenset().union(*(self.keys(one, day) for one, day in days if one is not None))

    @property
    def shown(self) -> tuple[Change, ...]:
        """The changes that the factions switched on let through."""
        chosen, factions = self.lens.factions, self.assembly.factions
        if not chosen:
            return self.changes
        return tuple(
            one for one in self.changes if factions.covers(chosen, self.keys_of(one), self.later.date)
        )


def compare(connection: sqlite3.Connection, lens: Lens, against: str, date: str) -> Comparison:
    """Two days of a place, seat by seat.

    Args:
        connection: to the record.
        lens: names the body; its grouping decides who is on whose side.
        against: the earlier day.
        date: the later day.

    Raises:
        Missing: the lens names what is not there.
    """
    assembly = Assembly(connection, lens, span=(against, date))
    earlier, later = assembly.chamber(against), assembly.chamber(date)
    sides = Sides(assembly.grouping, assembly.factions, earlier, later)
    between = Between(connection, assembly.place, against, date)
    passages = _passages(assembly, between, earlier, later)
    changes = succession(
        earlier, later, assembly.factions, sides, passages.leads(later.everybody), between.unrecorded
    )
    returned = returns(assembly.tenure, between)
    assembly.grouping.prepare([one.who for held in returned for one in held.sitting])
    new = newcomers(connection, assembly.place, passages, earlier, later)
    netting = Netting(changes, sides, earlier, later)
    return Comparison(
        lens, assembly, earlier, later, sides, tuple(changes), passages, netting, tuple(returned), tuple(new)
    )


def _passages(assembly: Assembly, between: Between, earlier: Chamber, later: Chamber) -> Passages:
    """Who followed whom; where a seat had no holder on the earlier day, whoever had it before is looked for too."""
    tenure, longer, place = assembly.tenure, between, assembly.place
    if earlier.empty:
        filled = last_filled(assembly.connection, place, earlier.date)
        back = min(
            (filled[one.section] for one in earlier.empty if one.section in filled), default=earlier.date
        )
        if back < earlier.date:
            span = (back, later.date)
            tenure = Assembly(assembly.connection, assembly.lens, assembly.factions, span).tenure
            longer = Between(assembly.connection, place, *span)
    sizes = [{one.section: one.seats for one in chamber.sections} for chamber in (earlier, later)]
    single = frozenset(
        section
        for section in sizes[0].keys() | sizes[1].keys()
        if {day[section] for day in sizes if section in day} == {1}
    )
    stints = Stints(tenure, longer, assembly.factions, single)
    return Passages(stints, longer, earlier.date, later.date)
