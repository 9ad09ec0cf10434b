"""The arithmetic of a recorded vote: who voted how as far as named, between which bounds the rest lies, what it fits.

Pure functions of counts.  A published total leaves so many votes that no list names; how many of them came from a group can only
be said between two bounds, which are exact: each of the two could have happened, and nothing beyond them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple


class Side(StrEnum):
    """How somebody voted."""

    FOR = "for"
    AGAINST = "against"
    ABSTAINING = "abstaining"
    ABSENT = "absent"


_SIDES = {
    "for": Side.FOR, "against": Side.AGAINST, "abstaining": Side.ABSTAINING, "abstained": Side.ABSTAINING,
    "absent": Side.ABSENT,
}  # fmt: skip
WALKED_OUT = "walked out"

ATTENDANCE = "attendance"
"""The kind of division that counts who came or left."""


def side_of(vote: str | None, kind: str) -> Side | None:
    """The side that a word of the record means; None where somebody is only listed, or the word is none of ours.

    Args:
        vote: `for`, `against`, `abstaining`, `absent`, `walked out`, `listed`.
        kind: of the division; where attendance is counted, those who walked out are the first of its figures.
    """
    word = (vote or "").strip().casefold()
    if word == WALKED_OUT:
        return Side.FOR if kind == ATTENDANCE else Side.ABSENT
    return _SIDES.get(word)


class Figures(NamedTuple):
    """Published totals; None where none is published."""

    for_: int | None = None
    against: int | None = None
    abstaining: int | None = None

    def of(self, side: Side) -> int | None:
        """The total of a side; nobody publishes how many stayed away."""
        return {Side.FOR: self.for_, Side.AGAINST: self.against, Side.ABSTAINING: self.abstaining}.get(side)

    @property
    def counted(self) -> int:
        """All votes that are published."""
        return sum(one or 0 for one in self)


class Split(NamedTuple):
    """How a group voted as far as named."""

    votes: int
    """Those in it who could vote."""
    for_: int = 0
    against: int = 0
    abstaining: int = 0
    absent: int = 0

    @classmethod
    def among(cls, sides: Iterable[Side | None]) -> Split:
        """The split of people by their sides; None for somebody whose vote is not named."""
        every = list(sides)
        return cls(len(every), *(every.count(side) for side in Side))

    def of(self, side: Side) -> int:
        """How many are named on a side."""
        return self[1 + list(Side).index(side)]

    @property
    def named(self) -> int:
        """How many are named at all."""
        return sum(self[1:])

    @property
    def unnamed(self) -> int:
        """How many could vote and are not named."""
        return self.votes - self.named


class Range(NamedTuple):
    """From the least to the most that it can be."""

    low: int
    high: int

    def __str__(self) -> str:
        """`3`, `2 to 5`."""
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


def adds_up(figures: Figures, whole: Split) -> bool:
    """Whether the named votes can be among the published ones: none too many on a side, and voters enough for the rest."""
    rests = _rests(figures, whole)
    return all(rest >= 0 for rest in rests) and sum(rests) <= whole.unnamed


def bounds(side: Side, figures: Figures, part: Split, whole: Split) -> Range | None:
    """How many of a group can have voted on a side.

    Of `rest` votes of the side that are not named, at most all unnamed of the group cast one, and at least those that the unnamed
    outside the group are too few to cast: `max(0, rest - others) <= x <= min(unnamed, rest)`.

    Args:
        side: for, against or abstaining.
        figures: the published totals.
        part: the group.
        whole: everybody who could vote, the group among them.

    Returns:
        None where the side has no published total, or the list does not add up with the totals.
    """
    total = figures.of(side)
    if total is None or not adds_up(figures, whole):
        return None
    rest, named = total - whole.of(side), part.of(side)
    others = whole.unnamed - part.unnamed
    return Range(named + max(0, rest - others), named + min(part.unnamed, rest))


def _rests(figures: Figures, whole: Split) -> list[int]:
    sides = [side for side in Side if figures.of(side) is not None]
    return [(figures.of(side) or 0) - whole.of(side) for side in sides]


LEAST = 3
"""Members of a group named for or against, fewer of whom show no line of the group."""


def line_of(split: Split) -> Side | None:
    """The side that a group took: that of more than half of its members named for or against.

    At least three have to be named so, and they have to be at least half of the group; else nobody can be said to have
    broken with it, and None comes back.  Abstaining and staying away are no breach.
    """
    spoken = split.for_ + split.against
    if spoken < LEAST or 2 * spoken < split.votes or split.for_ == split.against:
        return None
    return Side.FOR if split.for_ > split.against else Side.AGAINST


def broke(side: Side | None, line: Side | None) -> bool | None:
    """Whether a vote is against the line of its group; None where there is no line, or the vote is neither for nor against."""
    if line is None or side not in (Side.FOR, Side.AGAINST):
        return None
    return side is not line


YES, NO, OPEN = "yes", "no", "open"
"""Whether a published count fits: open where that cannot be said."""


class Fit(StrEnum):
    """Whether a published count fits into a composition, and if that cannot be said, why."""

    FITS = "fits"
    """The groups can be divided between the sides so that nobody need have voted against the own one."""
    TOO_MANY = "too many"
    """More votes are published than could be cast."""
    DIVIDED = "divided"
    """However the groups are divided, somebody voted against the own one, or the record is wrong."""
    ANYHOW = "anyhow"
    """It would fit whichever side each group had taken."""
    ONE_SIDED = "one-sided"
    """Only one side is published."""
    NO_FIGURES = "no figures"
    """None is published."""
    NO_DATE = "no date"
    """Which composition it belongs to is not on record."""
    NO_SEATS = "no seats"
    """How many votes there were is not on record."""
    OVERLAP = "overlap"
    """Holders are counted with several groups, so that groups cannot be divided between sides."""

    @property
    def verdict(self) -> str:
        """`YES`, `NO` or `OPEN`."""
        if self is Fit.FITS:
            return YES
        return NO if self in (Fit.TOO_MANY, Fit.DIVIDED) else OPEN


def fit_of(figures: Figures, groups: Sequence[int], free: int) -> Fit:
    """Whether a published count can have come from groups that each kept to one side.

    With `s` the votes of the groups on the first side and `k` those of all groups, the unknown have to bring
    `max(0, for - s) + max(0, against - (k - s))` votes, which may not be more than they have.  Whoever is in a group may abstain
    or stay away.  All sums `s` are tried at once: they are the bits that are set in a number.

    Args:
        figures: the published totals.
        groups: votes of each group that may be expected to vote as one.
        free: votes of everybody else: of no known group, or of no known holder.
    """
    known = sum(groups)
    if figures == Figures():
        return Fit.NO_FIGURES
    if figures.counted > known + free:
        return Fit.TOO_MANY
    if figures.for_ is None or figures.against is None:
        return Fit.ONE_SIDED
    sums = 1
    for votes in groups:
        sums |= sums << votes
    fitting = [
        max(0, figures.for_ - one) + max(0, figures.against - (known - one)) <= free
        for one in range(known + 1)
        if sums >> one & 1
    ]
    if not any(fitting):
        return Fit.DIVIDED
    return Fit.ANYHOW if all(fitting) else Fit.FITS
