"""How votes or seats moved between two contests or days.  Shares are in percent, results in points."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from fractions import Fraction
from typing import NamedTuple, TypeVar

from db.measures.proportionality import Figure

Side = TypeVar("Side", bound=Hashable)


class Pair(NamedTuple):
    """The figures of two sides in one contest."""

    one: Figure
    other: Figure


def butler(before: Pair, after: Pair) -> Fraction:
    """Swing to the first side from the second, in points of all votes: the mean of what one gained and the other lost.

    Source: http://www.politicsresources.net/area/uk/swing.htm
    """
    gained = Fraction(after.one) - Fraction(before.one)
    lost = Fraction(before.other) - Fraction(after.other)
    return (gained + lost) / 2


def steed(before: Pair, after: Pair) -> Fraction | None:
    """Swing to the first side from the second, in points of the votes of the two alone; None where neither has any.

    Source: http://www.politicsresources.net/area/uk/swing.htm
    """
    if not before.one + before.other or not after.one + after.other:
        return None
    return _of_two(after) - _of_two(before)


def _of_two(pair: Pair) -> Fraction:
    return 100 * Fraction(pair.one) / (Fraction(pair.one) + Fraction(pair.other))


def pedersen(before: Mapping[Side, Figure], after: Mapping[Side, Figure]) -> Fraction | None:
    """Volatility: half the sum of what each side gained or lost, 0 to 100; None where there is nothing to compare.

    Source: Pedersen, European Journal of Political Research 7 (1979), 1-26.
    """
    if not any(before.values()) or not any(after.values()):
        return None
    sides = dict.fromkeys([*before, *after])
    moved = (abs(Fraction(after.get(one, 0)) - Fraction(before.get(one, 0))) for one in sides)
    return sum(moved, Fraction(0)) / 2


def pedersen_range(
    before: Mapping[Side, Figure], after: Mapping[Side, Figure]
) -> tuple[Fraction, Fraction] | None:
    """Bounds of volatility where the sides do not add up to a hundred, since it is not known whose the rest is.

    Volatility is a hundred less what both have in common.  They have the least in common where none of the rest belongs to
    a side of the other, and the most where each rest fills what its side lacks and the remainders are of the same sides.
    """
    if not any(before.values()) or not any(after.values()):
        return None
    sides = dict.fromkeys([*before, *after])
    pairs = [(Fraction(before.get(one, 0)), Fraction(after.get(one, 0))) for one in sides]
    common = sum((min(pair) for pair in pairs), Fraction(0))
    rest_before = 100 - sum((one for one, _ in pairs), Fraction(0))
    rest_after = 100 - sum((one for _, one in pairs), Fraction(0))
    filled_before = min(
        rest_before, sum((max(later - one, Fraction(0)) for one, later in pairs), Fraction(0))
    )
    filled_after = min(rest_after, sum((max(one - later, Fraction(0)) for one, later in pairs), Fraction(0)))
    most = common + filled_before + filled_after
    most += min(rest_before - filled_before, rest_after - filled_after)
    return 100 - most, 100 - common
