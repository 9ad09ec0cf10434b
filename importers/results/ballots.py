"""What ballot papers say before anybody counts them: the same orders put together, and the first preference of each paper.

Nothing here counts, transfers or elects: that is a rule's, and the outcome comes from a source.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from fractions import Fraction
from math import fsum
from typing import Final, NamedTuple

from importers.results.result import Papers

FIRST_PREFERENCES: Final = "first preferences"
"""The unit of a figure that counts papers so."""

Order = tuple[tuple[int, ...], ...]
"""Preferences as in `Papers`: indexes of candidates, a group for each preference; an empty group is a preference left out."""

Weight = int | Fraction


class FirstPreferences(NamedTuple):
    """Papers by their first preference."""

    votes: tuple[int | float | None, ...]
    """For each candidate; None where the rule of the count decides whether some paper is the candidate's."""
    valid: int | float | None
    """Papers with a first preference; None where the rule decides."""
    left_open: float
    """Papers whose first preference is equal between candidates, or stands behind one that was left out."""
    without: float
    """Papers that prefer nobody."""


def papers(orders: dict[Order, Weight]) -> tuple[Papers, ...]:
    """Papers of the same preferences as one, in the order in which they were met first."""
    return tuple(Papers(float(weight), order) for order, weight in orders.items())


def first_preferences(
    found: Iterable[Papers], candidates: int, withdrawn: Collection[int] = ()
) -> FirstPreferences:
    """The papers by their first preference.

    Args:
        found: the papers.
        candidates: how many there are.
        withdrawn: those who withdrew before the count, who are passed over.
    """
    piles: list[list[float]] = [[] for _ in range(candidates)]
    unsettled: set[int] = set()
    left_open: list[float] = []
    without: list[float] = []
    for one in found:
        first, settled = _first(one.preferences, withdrawn)
        if not first:
            without.append(one.papers)
        elif settled:
            piles[first[0]].append(one.papers)
        else:
            unsettled.update(first)
            left_open.append(one.papers)
    votes = tuple(None if at in unsettled else whole(fsum(pile)) for at, pile in enumerate(piles))
    valid = None if left_open else whole(fsum(weight for pile in piles for weight in pile))
    return FirstPreferences(votes, valid, fsum(left_open), fsum(without))


def _first(order: Order, withdrawn: Collection[int]) -> tuple[tuple[int, ...], bool]:
    """Who is preferred first, and whether every rule would say so."""
    for place, group in enumerate(order):
        standing = tuple(one for one in group if one not in withdrawn)
        if standing:
            return standing, len(standing) == 1 and () not in order[:place]
    return (), True


def whole(value: float) -> int | float:
    """A sum of papers, as a whole number where it is one."""
    return int(value) if value.is_integer() else value
