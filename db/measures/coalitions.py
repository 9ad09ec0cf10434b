"""Minimal winning coalitions: those that win and would lose with any one member gone."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import cache
from itertools import accumulate, islice
from operator import add
from typing import Generic, NamedTuple, TypeVar

Side = TypeVar("Side", bound=Hashable)

LONGEST = 100
"""Coalitions of more members are counted and not listed: nobody reads them."""


class Coalitions(NamedTuple, Generic[Side]):
    """Minimal winning coalitions: how many there are, and the smallest of them."""

    total: int
    smallest: tuple[tuple[Side, ...], ...]
    """Those with the fewest members first, and of these those with the largest members; members by size."""


def minimal_winning(weights: Mapping[Side, int], quota: int, most: int = 20) -> Coalitions[Side]:
    """Count all minimal winning coalitions and list the smallest.

    Source: von Neumann and Morgenstern, Theory of Games and Economic Behavior (1944).

    Args:
        weights: votes of each side.
        quota: votes that win.
        most: how many to list at the most.

    Raises:
        ValueError: the quota is below one.
    """
    if quota < 1:
        raise ValueError(f"A quota of {quota} is won by nobody's votes.")
    sides = sorted((side for side, weight in weights.items() if weight > 0), key=lambda side: -weights[side])
    sizes = [weights[side] for side in sides]
    total = _count(sizes, quota)
    listed = islice(_smallest(sizes, quota), most)
    return Coalitions(total, tuple(tuple(sides[at] for at in members) for members in listed))


def _count(sizes: Sequence[int], quota: int) -> int:
    """A coalition is minimal if it loses without its smallest member: count by that member the sets of larger ones."""
    losing = [1] + [0] * (quota - 1)
    found = 0
    for size in sizes:
        found += sum(losing[max(0, quota - size) :])
        losing = losing[:size] + list(map(add, losing[size:], losing))
    return found


def _smallest(sizes: Sequence[int], quota: int) -> Iterator[tuple[int, ...]]:
    """Positions of the members, coalition by coalition; only ways that end in one are gone."""
    upto = [0, *accumulate(sizes)]

    @cache
    def completed(start: int, members: int, missing: int) -> bool:
        """Whether so many members from a position on can bring what is missing, and not before the last of them."""
        if missing < 1 or start + members > len(sizes) or upto[start + members] - upto[start] < missing:
            return False
        return members == 1 or any(
            completed(at + 1, members - 1, missing - sizes[at])
            for at in range(start, len(sizes) - members + 1)
        )

    def ways(start: int, members: int, missing: int) -> Iterator[tuple[int, ...]]:
        for at in range(start, len(sizes)):
            if members == 1:
                if sizes[at] < missing:
                    return
                yield (at,)
            elif completed(at + 1, members - 1, missing - sizes[at]):
                for rest in ways(at + 1, members - 1, missing - sizes[at]):
                    yield (at, *rest)

    for members in range(1, min(len(sizes), LONGEST) + 1):
        yield from ways(0, members, quota)
