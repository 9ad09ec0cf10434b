"""The net of changes by group, with what it is at the least and at the most where something is unknown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property
from typing import NamedTuple

from db.reading.counting.sides import Sides
from db.reading.facts import together
from db.reading.passing.succession import (
    ABOLISHED,
    FILLED,
    KEPT,
    NEW,
    NOT_KNOWN,
    NOT_KNOWN_BEFORE,
    RECOUNTED,
    VACANT,
    Change,
)
from db.reading.seats.chamber import Chamber
from db.reading.seats.holders import Seated
from db.view import Fact, Faction


class Net(NamedTuple):
    """One group on both days."""

    group: Faction
    before: int
    after: int
    low: int
    """By how many seats it grew at the least; negative where it shrank."""
    high: int
    """And at the most."""

    @property
    def change(self) -> int:
        """By how many of the seats known to be its own it grew."""
        return self.after - self.before


class Side(NamedTuple):
    """Who has one seat on one day, as far as that is known."""

    groups: frozenset[Faction]
    """Whose it is for certain."""
    perhaps: frozenset[Faction]
    """Whose it may be, where several are stated."""
    anybody: bool
    """Whether it may be anybody's."""

    @property
    def known(self) -> bool:
        """Whether it is known whose it is, or that it is nobody's."""
        return not self.perhaps and not self.anybody


NOBODY = Side(frozenset(), frozenset(), False)
ANYBODY = Side(frozenset(), frozenset(), True)


class Netting:
    """Counts the changes of seats that count."""

    def __init__(self, changes: Sequence[Change], sides: Sides, earlier: Chamber, later: Chamber) -> None:
        self.sides, self.days = sides, (earlier.date, later.date)
        self.rolled = False
        """Whether a slate is counted by its umbrella."""
        self.emptied = {one.section for one in later.vacancies}
        self.changes = [change for change in changes if change.counted]
        self.seats = [self._both(change) for change in self.changes]
        kinds = Counter(change.kind for change in self.changes)
        unheld = [sum(chamber.not_known.values()) for chamber in (earlier, later)]
        self.open_before = max(0, unheld[0] - kinds[NOT_KNOWN_BEFORE])
        emptied = max(0, kinds[VACANT] - sum(later.vacancies.values()))
        self.open_after = max(0, unheld[1] - kinds[NOT_KNOWN] - emptied)

    @cached_property
    def settled(self) -> list[tuple[Side, Side]]:
        """Seats of which it is known on both days whose they are."""
        return [pair for pair in self.seats if pair[0].known and pair[1].known]

    @property
    def exact(self) -> bool:
        """Whether nothing is unknown."""
        return len(self.settled) == len(self.seats) and not self.open_before and not self.open_after

    def of_settled(self) -> dict[Faction, int]:
        """By how many seats each group grew, counting those alone that are known on both days and passed from side to side."""
        net: Counter[Faction] = Counter()
        for change, (before, after) in zip(self.changes, self.seats, strict=True):
            if change.kind in (*KEPT, RECOUNTED) or not before.known or not after.known:
                continue
            net.update(after.groups)
            net.subtract(before.groups)
        return dict(net)

    def is_sure(self, group: Faction, change: int) -> bool:
        """Whether a gain or a loss stays one, whoever it was that has or had the group's seats on the other day."""
        gone = sum(group in before.groups and not after.known for before, after in self.seats)
        come = sum(group in after.groups and not before.known for before, after in self.seats)
        return change - gone > 0 or change + come < 0

    def groups(self) -> list[Net]:
        """Every group on both days, from left to right."""
        counts: list[Counter[Faction]] = [Counter() for _ in range(4)]
        held, holds, at_most, may_hold = counts
        passed = self._passed()
        for before, after in passed:
            held.update(before.groups)
            holds.update(after.groups)
            at_most.update(before.groups | before.perhaps)
            may_hold.update(after.groups | after.perhaps)
        low = -self.open_before - sum(before.anybody for before, _ in passed)
        high = self.open_after + sum(after.anybody for _, after in passed)
        days = [Counter(group for pair in self.seats for group in pair[at].groups) for at in (0, 1)]
        known = {group for pair in self.seats for side in pair for group in side.groups | side.perhaps}
        return [
            Net(
                group,
                days[0][group],
                days[1][group],
                low + holds[group] - at_most[group],
                high + may_hold[group] - held[group],
            )
            for group in sorted(known, key=self.sides.grouping.order)
        ]

    def facts_of(self, group: Faction) -> tuple[Fact, ...]:
        """What the seats of a group on both days rest on, those that it may have among them."""
        own = (
            one
            for change, pair in zip(self.changes, self.seats, strict=True)
            for holder, day, side in zip((change.before, change.after), self.days, pair, strict=True)
            if holder is not None and group in side.groups | side.perhaps
            for one in self.sides.facts_of(holder, day)
        )
        return together(own)

    def _passed(self) -> list[tuple[Side, Side]]:
        """Seats without those of which one person has been on one side, or on one that is not known, all the time."""
        return [
            pair
            for change, pair in zip(self.changes, self.seats, strict=True)
            if pair[0] != pair[1] or not change.same_person
        ]

    def unknown(self) -> tuple[list[Seated], list[Seated]]:
        """Holders of both days whose group is not known for certain."""
        before, after = (change.before for change in self.changes), (change.after for change in self.changes)
        return self._uncertain(before, self.days[0]), self._uncertain(after, self.days[1])

    def _uncertain(self, holders: Iterable[Seated | None], day: str) -> list[Seated]:
        return [one for one in holders if one is not None and not self.sides.certain(one, day)]

    def _both(self, change: Change) -> tuple[Side, Side]:
        before = self._side(change.before, self.days[0], absent=change.kind in (NEW, FILLED))
        gone = change.kind == ABOLISHED or (change.kind == VACANT and change.section.section in self.emptied)
        after = self._side(change.after, self.days[1], absent=gone)
        return before, after

    def _side(self, one: Seated | None, day: str, *, absent: bool) -> Side:
        if one is None:
            return NOBODY if absent else ANYBODY
        leaning = self.sides.of(one, day)
        groups = frozenset(self.sides.rolled(group, one, day) for group in leaning.groups)
        self.rolled |= groups != frozenset(leaning.groups)
        if not groups:
            return ANYBODY
        if leaning.all_of_them or len(groups) == 1:
            return Side(groups, frozenset(), False)
        return Side(frozenset(), groups, False)
