"""The list of a division against the composition of its day: who of the seat-holders is named how, who is not, who is too many.

- An entry belongs to the seat that its person holds on the day, in the section that the list gives if there are several.
- Somebody listed who holds no seat on record is taken to sit in one of that section whose holder is not known, if there is one.
- Whoever has a vote, or is named with one, counts; so do seats whose holder nobody names.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cached_property
from itertools import chain, repeat
from typing import NamedTuple

from db.measures.tally import Figures, Fit, Range, Side, Split, bounds, broke, fit_of, line_of
from db.reading.counting.balance import Balance
from db.reading.counting.grouping import Grouping, Leaning, facts_of
from db.reading.counting.sweep import Count, count_of
from db.reading.divisions import Division, Entry
from db.reading.facts import facts, together
from db.reading.seats.holders import Seated
from db.view import Fact, Faction

STRANGER = Leaning((), "holds no seat on record that day")
ATTENDS = Leaning((), "attends without a vote")


class Member(NamedTuple):
    """Somebody who sat that day, or is listed, or both."""

    seat: Seated | None
    """None for somebody listed who holds no seat on record."""
    leaning: Leaning
    entry: Entry | None
    """None for somebody whom the list does not have."""
    again: bool = False
    """Whether the list has the person before already, for the only seat there is: counted once."""

    @property
    def side(self) -> Side | None:
        """The side named."""
        return self.entry.side if self.entry else None

    @property
    def counts(self) -> bool:
        """Whether a vote may have been cast: by whoever has one, is named with one, or is listed without a seat on record."""
        return not self.again and (self.seat is None or self.seat.voting or self.side is not None)

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The vote, the seat held that day, and what places its holder."""
        vote = facts("division_vote", [self.entry.id if self.entry else None])
        return together(vote, facts_of(self.seat, self.leaning) if self.seat else ())

    @property
    def groups(self) -> tuple[Faction, ...]:
        """The groups that the member is counted with for certain."""
        certain = self.leaning.all_of_them or len(self.leaning.groups) == 1
        return self.leaning.groups if certain else ()


class Party(NamedTuple):
    """A group in a division."""

    group: Faction
    split: Split
    line: Side | None
    """The side it took, where enough are named to say so; never that of independents, who are no group."""


class Roll:
    """A division, its list and the composition of its day."""

    def __init__(
        self, division: Division, entries: Sequence[Entry], balance: Balance, grouping: Grouping
    ) -> None:
        self.division, self.balance, self.grouping = division, balance, grouping
        self.listed = bool(entries)
        """Whether there is a list at all."""
        self.members = tuple(_matched(entries, balance))

    @property
    def strangers(self) -> list[Member]:
        """Those listed who hold no seat on record that day."""
        return [one for one in self.members if one.seat is None and not one.again]

    @property
    def unlisted(self) -> list[Member]:
        """Seat-holders on record, with a vote, whom the list does not have; nobody where there is no list."""
        return [
            one for one in self.members if self.listed and one.entry is None and one.seat and one.seat.voting
        ]

    def on(self, side: Side) -> list[Member]:
        """Those named on a side who count."""
        return [one for one in self.members if one.counts and one.side == side]

    @cached_property
    def counted(self) -> Count:
        """The composition of the day in numbers."""
        return count_of(self.balance)

    @cached_property
    def unheld(self) -> int:
        """Votes of seats whose holder neither the record nor the list names."""
        spare = {one.section: number for one, number in self.balance.chamber.not_known.items() if one.voting}
        for one in self.strangers:
            section = one.entry.section if one.entry else None
            if section is not None and spare.get(section, 0):
                spare[section] -= 1
        return sum(spare.values())

    @cached_property
    def whole(self) -> Split:
        """Everybody who may have voted."""
        return self._split(self.members, self.unheld)

    @cached_property
    def one_sided(self) -> bool:
        """Whether only one side was counted, as of a walk-out: nobody is known to be against, and nobody to be not."""
        published = self.division.figures
        one = published.of(Side.FOR) is not None and published.of(Side.AGAINST) is None
        return one and not self.whole.against

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The groups, from left to right."""
        found: dict[Faction, list[Member]] = defaultdict(list)
        for one in self.members:
            for group in one.groups:
                found[group].append(one)
        splits = {group: self._split(members) for group, members in found.items()}
        return tuple(
            Party(group, splits[group], line_of(splits[group]) if is_group(group, self.grouping) else None)
            for group in sorted(splits, key=self.grouping.order)
        )

    @cached_property
    def unknown(self) -> Split:
        """Those of whom no group is known, with the seats of which no holder is."""
        return self._split([one for one in self.members if not one.leaning.groups], self.unheld)

    @cached_property
    def torn(self) -> Split:
        """Those whom sources or the scheme put into several groups, of which only one can be right."""
        return self._split([one for one in self.members if one.leaning.groups and not one.groups])

    def bounds(self, side: Side, part: Split) -> Range | None:
        """How many of some can have voted on a side."""
        return bounds(side, self.division.figures, part, self.whole)

    def broke(self, member: Member) -> bool | None:
        """Whether a member voted against the line of a group; None where no group of the member's has one."""
        found = [broke(member.side, self._lines[group]) for group in member.groups if member.counts]
        said = [one for one in found if one is not None]
        return any(said) if said else None

    def facts_of(self, member: Member) -> tuple[Fact, ...]:
        """What a member's vote rests on; where it is judged by the line of a group, the votes of that group too."""
        if self.broke(member) is None:
            return member.facts
        own = set(member.groups)
        return together(member.facts, self._votes(one for one in self.members if own & {*one.groups}))

    def _votes(self, members: Iterable[Member]) -> tuple[Fact, ...]:
        return facts("division_vote", (one.entry.id for one in members if one.entry and one.side))

    @cached_property
    def _lines(self) -> dict[Faction, Side | None]:
        return {party.group: party.line for party in self.parties}

    def _split(self, members: Iterable[Member], unheld: int = 0) -> Split:
        return Split.among([*(one.side for one in members if one.counts), *[None] * unheld])


def is_group(group: Faction, grouping: Grouping) -> bool:
    """Whether its members may be expected to vote as one: independents are none, nor is a bloc of nobody else."""
    kinds = grouping.factions.kinds
    own = {kinds[key] for key in grouping.keys(group) if key in kinds}
    return own != {"independent"}


def fit(division: Division, counted: Count, grouping: Grouping) -> Fit:
    """Whether the published count of a division fits into the composition of its day."""
    if division.figures == Figures():
        return Fit.NO_FIGURES
    if not division.date:
        return Fit.NO_DATE
    if not counted.total or not counted.sized:
        return Fit.NO_SEATS
    if counted.overlapping:
        return Fit.OVERLAP
    groups = [votes for group, votes in counted.low.items() if is_group(group, grouping)]
    return fit_of(division.figures, groups, max(0, counted.votes - sum(groups)))


def _matched(entries: Sequence[Entry], balance: Balance) -> Iterable[Member]:
    """Every seat with its entry, then whoever is listed besides."""
    everybody = balance.chamber.everybody
    held: dict[int, list[int]] = defaultdict(list)
    for at, seat in enumerate(everybody):
        held[seat.person].append(at)
    taken: dict[int, Entry] = {}
    left: list[Entry] = []
    for entry in entries:
        free = [at for at in held[entry.person] if at not in taken]
        if not free:
            left.append(entry)
            continue
        best = min(free, key=lambda at: (everybody[at].section != entry.section, not everybody[at].voting))
        taken[best] = entry
    counted = chain(balance.leanings, repeat(ATTENDS))
    for at, (seat, leaning) in enumerate(zip(everybody, counted, strict=False)):
        if leaning is not ATTENDS or at in taken:
            yield Member(seat, leaning, taken.get(at))
    seen = {entry.person for entry in taken.values()}
    for entry in left:
        yield Member(None, STRANGER, entry, again=entry.person in seen)
        seen.add(entry.person)
