"""The lowest and the highest value of a measure where it is not known on which side some candidates or votes are.

Of gaps (seats less votes of a side, in points) the highest value is reached.  The lowest may not be: it is that of gaps that
could be split at will, and no way of placing whole candidates is under it.
"""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping, Sequence
from fractions import Fraction
from itertools import product
from math import sqrt
from typing import TypeVar

Side = TypeVar("Side", bound=Hashable)


def gallagher_range(known: Sequence[Fraction], unknown: Sequence[Fraction]) -> tuple[float, float]:
    """Bounds of the least squares of gaps, where the unknown may be on any side, on a further one together, or alone.

    Squares grow most with all that is above nought on the highest side, and all that is below on the lowest; they shrink most
    where the one takes from what the other has.

    Args:
        known: gaps of the sides.
        unknown: gaps of candidates of whom it is not known on which side they are.
    """
    above = sum((gap for gap in unknown if gap > 0), Fraction(0))
    below = -sum((gap for gap in unknown if gap < 0), Fraction(0))
    low = _levelled([gap for gap in known if gap > 0], below) + _levelled(
        [-gap for gap in known if gap < 0], above
    )
    places = [
        *known,
        Fraction(0),
        Fraction(0),
    ]  # two further sides, one for what is above and one for what is below
    order = sorted(range(len(places)), key=lambda at: places[at])
    high = max(
        2 * (places[to] * above - places[by] * below) for to, by in product(order[-2:], order[:2]) if to != by
    )
    high += sum((gap * gap for gap in (*known, above, below)), Fraction(0))
    return sqrt(low / 2), sqrt(high / 2)


def _levelled(sizes: list[Fraction], amount: Fraction) -> Fraction:
    """The least sum of squares of some sizes of which so much may be taken away: the largest are levelled first."""
    sizes = sorted(sizes, reverse=True)
    for number in range(1, len(sizes) + 1):
        level = (sum(sizes[:number]) - amount) / number
        if level >= (sizes[number] if number < len(sizes) else 0):
            return number * level * level + sum((size * size for size in sizes[number:]), Fraction(0))
    return Fraction(0)


def loosemore_hanby_range(
    known: Sequence[Fraction], unknown: Sequence[Fraction]
) -> tuple[Fraction, Fraction]:
    """Bounds of half the sum of absolute gaps: highest with each of the unknown alone."""
    above = sum((gap for gap in unknown if gap > 0), Fraction(0))
    below = -sum((gap for gap in unknown if gap < 0), Fraction(0))
    over = sum((gap for gap in known if gap > 0), Fraction(0))
    under = -sum((gap for gap in known if gap < 0), Fraction(0))
    low = over - min(over, below) + under - min(under, above)
    return low / 2, (over + under + above + below) / 2


def placements(
    weights: Mapping[Side, int], votes: Iterable[Iterable[Side]], most: int
) -> list[tuple[dict[Side, int], int]] | None:
    """Every way in which single votes may belong to sides: the weights then, and how many votes stay alone.

    Args:
        weights: votes of each side for certain.
        votes: for each further vote the sides to which it may belong.
        most: ways to find at the most.

    Returns:
        None where there are more.
    """
    names = tuple(weights)
    found = {tuple(weights.values()): 0}
    for options in votes:
        places = [names.index(one) for one in options]
        following = {vector: alone + 1 for vector, alone in found.items()}
        for vector, alone in found.items():
            for at in places:
                following[(*vector[:at], vector[at] + 1, *vector[at + 1 :])] = alone
        found = following
        if len(found) > most:
            return None
    return [(dict(zip(names, vector, strict=True)), alone) for vector, alone in found.items()]
