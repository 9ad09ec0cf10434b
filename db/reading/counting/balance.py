"""The balance of power on a day: what each group has for certain, what it may have at the most, and what a majority is."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from db.reading.counting.grouping import Grouping, Leaning
from db.reading.seats.chamber import Chamber
from db.reading.seats.holders import Seated
from db.view import Faction

CERTAIN = "certain"
"""The votes known to be the group's are a majority."""
POSSIBLE = "possible"
"""They may be a majority, with what is unknown."""
SHORT = "short"
"""They are none, whatever is unknown."""


class Block(NamedTuple):
    """One group of holders."""

    group: Faction
    holders: tuple[Seated, ...]
    """Who is counted in it for certain; whoever a grouping counts in several groups stands in each."""
    low: int
    """Votes that are the group's for certain."""
    high: int
    """Votes that it has at the most: with whoever may belong to it, and with all that is unknown."""
    majority: str
    """`CERTAIN`, `POSSIBLE` or `SHORT`."""

    @property
    def seats(self) -> int:
        """Seats of its holders, with and without a vote."""
        return len(self.holders)

    @property
    def votes(self) -> str:
        """The votes as a range: `20`, `20 to 24`."""
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


class Balance(NamedTuple):
    """A chamber by groups."""

    chamber: Chamber
    blocks: tuple[Block, ...]
    """From left to right."""
    unknown: tuple[Seated, ...]
    """Holders whose group is not known."""
    torn: tuple[tuple[Seated, Leaning], ...]
    """Holders whom sources or the scheme put into several groups of which only one can be right."""
    leanings: tuple[Leaning, ...]
    """Where each holder is counted, in the order of `chamber.seated`."""

    @property
    def counted(self) -> Iterator[tuple[Seated, Leaning]]:
        """Every holder with where that one is counted."""
        return zip(self.chamber.seated, self.leanings, strict=True)

    @property
    def unknown_votes(self) -> int:
        """Votes of which it is not known whose they are: of holders without a known group, of seats without a known holder."""
        return self.chamber.unheld_votes + sum(one.voting for one in self.unknown)


def balance_of(chamber: Chamber, grouping: Grouping) -> Balance:
    """Count a chamber by a grouping."""
    grouping.prepare(chamber.seated)
    leanings = tuple(grouping.of(one, chamber.date) for one in chamber.seated)
    held: dict[Faction, list[Seated]] = {}
    maybe: dict[Faction, int] = {}
    unknown: list[Seated] = []
    torn: list[tuple[Seated, Leaning]] = []
    for one, leaning in zip(chamber.seated, leanings, strict=True):
        if not leaning.groups:
            unknown.append(one)
        elif leaning.all_of_them or len(leaning.groups) == 1:
            for group in leaning.groups:
                held.setdefault(group, []).append(one)
        else:
            torn.append((one, leaning))
            for group in leaning.groups:
                held.setdefault(group, [])
                maybe[group] = maybe.get(group, 0) + one.voting
    open_votes = chamber.unheld_votes + sum(one.voting for one in unknown)
    blocks, majority = [], chamber.majority
    for group in sorted(held, key=grouping.order):
        low = sum(one.voting for one in held[group])
        high = low + maybe.get(group, 0) + open_votes
        blocks.append(Block(group, tuple(held[group]), low, high, _standing(low, high, majority)))
    return Balance(chamber, tuple(blocks), tuple(unknown), tuple(torn), leanings)


def _standing(low: int, high: int, majority: int) -> str:
    if low >= majority:
        return CERTAIN
    return POSSIBLE if high >= majority else SHORT
