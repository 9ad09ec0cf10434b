"""Counts of a ballot as facts, within the limits of the record; what is beyond them is a doubt."""

from __future__ import annotations

from typing import Final, NamedTuple

from importers.results.figures import LONGEST, Figure
from importers.results.result import COUNTS, Doubt, Fact

MOST: Final = 10_000_000_000
SEATS: Final = 1_000
LIMITS: Final[dict[str, tuple[str, float, float]]] = {
    "turnout": ("a turnout in percent", 0, 100),
    "seats": ("a number of seats", 1, SEATS),
    "votes_per_ballot": ("a number of votes", 1, SEATS),
    "quota": ("a quota", 0, MOST),
}
_WHOLE: Final = ("a whole number", 0, MOST)
_PARTS: Final = frozenset({"turnout", "quota", "total", "valid_votes"})
"""What need not be a whole number; votes may be weighted."""


class Told(NamedTuple):
    """What is said of a contest beside its candidates."""

    facts: tuple[Fact, ...] = ()
    counts: tuple[Fact, ...] = ()
    doubts: tuple[Doubt, ...] = ()

    def beside(self, other: Told) -> Told:
        """Both, and each thing once: what stands nearer comes first."""
        mine = {(one.field, one.value) for one in (*self.facts, *self.counts)}
        return Told(
            (*self.facts, *(one for one in other.facts if (one.field, one.value) not in mine)),
            (*self.counts, *(one for one in other.counts if (one.field, one.value) not in mine)),
            (*self.doubts, *(one for one in other.doubts if one not in self.doubts)),
        )


NOTHING: Final = Told()


def told(sort: str, value: Figure, origin: str, *, certain: bool = True) -> Told:
    """A figure under a label that `totals.counted` knows.

    Args:
        sort: what it counts.
        value: as printed.
        origin: where it stands.
        certain: whether the label can mean nothing else.
    """
    if sort == "turnout" and not value.percent and value.value > 100:
        return told("ballots", value, origin, certain=False)
    what, least, most = LIMITS.get(sort, _WHOLE)
    whole = sort not in _PARTS and isinstance(value.value, float)
    if not least <= value.value <= most or whole or (value.percent and sort != "turnout"):
        printed = f"{value.value:,}{' %' if value.percent else ''}"[:LONGEST]
        named = sort.replace("_", " ")
        sentence = (
            f"Found {printed} as the {named}, expected {what} from {least:,} to {most:,}; it was left out."
        )
        return Told(doubts=((origin, sentence),))
    number = float(value.value) if sort == "turnout" else value.value
    fact = Fact(sort, number, origin, certain=certain)
    return Told(counts=(fact,)) if sort in COUNTS else Told(facts=(fact,))
