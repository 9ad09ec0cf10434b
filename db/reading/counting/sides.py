"""On which side each holder stands on two days, by the grouping of the lens, and whether two of them stand on one."""

from __future__ import annotations

from collections.abc import Hashable

from db.reading.counting.grouping import ALIGNMENT, ENDORSEMENT, SLATE, Grouping, Leaning, facts_of
from db.reading.factions import Factions
from db.reading.seats.chamber import Chamber
from db.reading.seats.holders import Seated
from db.view import Fact, Faction


class Sides:
    """The holders of two chambers of one place by group."""

    def __init__(self, grouping: Grouping, factions: Factions, earlier: Chamber, later: Chamber) -> None:
        self.grouping, self.factions, self.day = grouping, factions, later.date
        grouping.prepare(earlier.everybody + later.everybody)
        self._found: dict[tuple[int, int, int, str], Leaning] = {}

    def of(self, one: Seated, date: str) -> Leaning:
        """Where a holder is counted on a day."""
        key = (one.term, one.section, one.person, date)
        if key not in self._found:
            self._found[key] = self.grouping.of(one, date)
        return self._found[key]

    def facts_of(self, one: Seated, date: str) -> tuple[Fact, ...]:
        """What it rests on that somebody sits and is counted there on a day."""
        return facts_of(one, self.of(one, date))

    def certain(self, one: Seated, date: str) -> tuple[Faction, ...]:
        """The groups that a holder is counted in for certain; none where they are not known."""
        leaning = self.of(one, date)
        return leaning.groups if leaning.all_of_them or len(leaning.groups) == 1 else ()

    def alike(self, some: tuple[Faction, ...], others: tuple[Faction, ...]) -> bool:
        """Whether two holders' groups are one side: a group of both or, where slates count, a common umbrella."""
        if {one.key for one in some} & {one.key for one in others}:
            return True
        if self.grouping.key not in (SLATE, ALIGNMENT):
            return False
        return any(self.factions.allied(one.key, other.key, self.day) for one in some for other in others)

    def in_words_only(self, one: Seated, date: str) -> bool:
        """Whether a holder is counted by a statement that names no faction: words, which publishers choose differently."""
        if all(fact.table != "alignment" for fact in self.of(one, date).facts):
            return False
        return any(statement.faction is None for statement in self.grouping.alignments(one, date))

    def key(self, one: Seated, date: str) -> Hashable:
        """What holders of one side have in common, for pairing them; None by slate, which pairs them anyway."""
        if self.grouping.key == SLATE:
            return None
        return tuple(sorted(group.key for group in self.certain(one, date))) or None

    def rolled(self, group: Faction, one: Seated, date: str) -> Faction:
        """The group that a net counts: of a slate its outermost umbrella when the seat was won, else the group itself."""
        if self.grouping.key not in (SLATE, ALIGNMENT) or not self.factions.knows(group.key):
            return group
        return self.factions.named(self.factions.rolled_up(group.key, one.since or date))

    @property
    def overlapping(self) -> bool:
        """Whether one holder may be counted with several groups."""
        return self.grouping.key == ENDORSEMENT
