"""Whether figures bear out a published statement: pure, of a stated figure and the lowest and highest that it may be.

The words of a claim are taken at their plain meaning; this table is the only place that says what they allow:

- **exactly** (also where a claim says nothing else): the stated figure.  It *holds* where the computed figure, written as
  slatewatch writes it (percentages with one decimal, counts whole), is the stated one; it *holds when rounded* where only
  rounding to the decimals that were printed makes it so: 55 for 55.2.
- **about**: within a twentieth of the stated figure, or within what its printed decimals leave open, whichever is wider.
- **almost**: not above the stated figure, and at most a twentieth of it below.
- **over**, **under**: truly above, truly below; how far is not asked.
- **at least**, **at most**: the stated figure or beyond it; *holds when rounded* where rounding brings it there.

Where the figures leave a range, a verdict is given only if the whole of it leads to the same one.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from fractions import Fraction
from typing import NamedTuple

from db.measures.printed import decimals as printed_decimals

TOLERANCE = Fraction(1, 20)
"""How far "about" and "almost" reach: a twentieth of what is stated."""

DECIMALS = 9
"""Of a stated figure at the most: more are noise of binary fractions."""


class Verdict(StrEnum):
    """What the figures make of a claim."""

    HOLDS = "holds"
    ROUNDED = "holds when rounded"
    FAILS = "does not hold"
    OPEN = "cannot be checked"

    @property
    def order(self) -> int:
        """What does not hold comes first, what holds last."""
        return (Verdict.FAILS, Verdict.OPEN, Verdict.ROUNDED, Verdict.HOLDS).index(self)


class Stated(NamedTuple):
    """A figure as it was published."""

    value: Fraction
    sense: str = "exactly"
    decimals: int = 0
    """Printed."""
    shown: int = 0
    """Decimals with which the measure is written here."""

    @classmethod
    def of(cls, value: float, sense: str, shown: int, decimals: int | None = None) -> Stated:
        """A stored figure, with the decimals that it shows unless more were printed (20.0)."""
        own = printed_decimals(value, DECIMALS)
        return cls(exact(value), sense, own if decimals is None else max(own, decimals), shown)

    @property
    def slack(self) -> Fraction:
        """Half a unit of the last printed decimal."""
        return _half(self.decimals)

    @property
    def aim(self) -> Fraction:
        """The figure that fits best."""
        return self.value * (1 - TOLERANCE / 2) if self.sense == "almost" else self.value


def exact(value: float) -> Fraction:
    """A figure as its decimals say, without what binary fractions add."""
    return Fraction(repr(float(value)))


def judge(stated: Stated, low: Fraction, high: Fraction) -> Verdict:
    """The verdict on a stated figure.

    Args:
        stated: the figure with its sense.
        low: the lowest that the figures give.
        high: the highest, the same where they give one.
    """
    nearest = min(max(stated.aim, low), high)
    found = {_of_one(stated, value) for value in (low, high, nearest)}
    if len(found) == 1:
        return found.pop()
    return Verdict.OPEN if Verdict.FAILS in found else Verdict.ROUNDED


def worst_of(verdicts: Iterable[Verdict]) -> Verdict:
    """The verdict on a claim of several figures: as good as the worst of them."""
    worst = (Verdict.HOLDS, Verdict.ROUNDED, Verdict.OPEN, Verdict.FAILS)
    return max(verdicts, key=worst.index, default=Verdict.OPEN)


def _of_one(stated: Stated, value: Fraction) -> Verdict:
    if _fits(stated, value):
        return Verdict.HOLDS
    return Verdict.ROUNDED if _fits_rounded(stated, value) else Verdict.FAILS


def _fits(stated: Stated, value: Fraction) -> bool:
    reach = abs(stated.value) * TOLERANCE
    gap = value - stated.value
    return {
        "exactly": abs(gap) <= _half(max(stated.shown, stated.decimals)),
        "about": abs(gap) <= max(reach, stated.slack),
        "almost": -reach <= gap <= 0,
        "over": gap > 0,
        "under": gap < 0,
        "at least": gap >= 0,
        "at most": gap <= 0,
    }[stated.sense]


def _fits_rounded(stated: Stated, value: Fraction) -> bool:
    gap = value - stated.value
    return {
        "exactly": abs(gap) <= stated.slack,
        "at least": gap >= -stated.slack,
        "at most": gap <= stated.slack,
    }.get(stated.sense, False)


def _half(decimals: int) -> Fraction:
    return Fraction(1, 2 * 10**decimals)
