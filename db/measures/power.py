"""Voting power, exact: how often each side turns a losing coalition into a winning one.

Coalitions are not listed but counted, by how many members and how many votes they have, so that the work grows with sides
times votes and not with the number of coalitions.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping
from fractions import Fraction
from itertools import accumulate
from math import comb, factorial
from operator import add, sub
from typing import NamedTuple, TypeAlias, TypeVar

Side = TypeVar("Side", bound=Hashable)
Table: TypeAlias = list[list[int]]
"""How many losing coalitions have `row` members and `column` votes; columns end below the quota."""


class Power(NamedTuple):
    """The voting power of one side."""

    swings: int
    """Winning coalitions that lose if the side leaves."""
    banzhaf: Fraction
    """Its part of all swings: the normalised Banzhaf index."""
    absolute: Fraction
    """Its swings by the number of coalitions of the others: how likely its vote decides if each of them tosses a coin."""
    shapley: Fraction
    """Its part of the orders of joining in which it makes the coalition win: the Shapley-Shubik index."""


def majority(votes: int) -> int:
    """Votes that are more than half."""
    return votes // 2 + 1


def power(weights: Mapping[Side, int], quota: int) -> dict[Side, Power]:
    """The voting power of each side; nothing where all together have fewer votes than the quota.

    Sources: Banzhaf, Rutgers Law Review 19 (1965), 317-343; Penrose, Journal of the Royal Statistical Society 109 (1946),
    53-57; Shapley and Shubik, American Political Science Review 48 (1954), 787-792.

    Args:
        weights: votes of each side, none below nought.
        quota: votes that win, at least one.

    Raises:
        ValueError: a weight or the quota is too small.
    """
    if quota < 1 or any(weight < 0 for weight in weights.values()):
        raise ValueError(f"A quota of {quota} with weights {sorted(weights.values())} is no voting body.")
    if sum(weights.values()) < quota:
        return {}
    sizes = Counter(min(weight, quota) for weight in weights.values() if weight)
    pivots = {0: [0]} | _pivots(sizes, quota)
    held = {side: pivots[min(weight, quota)] for side, weight in weights.items()}
    players, dummies = sum(sizes.values()), len(weights) - sum(sizes.values())
    orders = [factorial(size) * factorial(players - 1 - size) for size in range(players)]
    total = sum(sum(counts) for counts in held.values())
    return {
        side: Power(
            sum(counts) << dummies,
            Fraction(sum(counts), total),
            Fraction(sum(counts), 1 << players - 1),
            Fraction(sum(map(int.__mul__, counts, orders)), factorial(players)),
        )
        for side, counts in held.items()
    }


def _pivots(sizes: Counter[int], quota: int) -> dict[int, list[int]]:
    """For a side of each size: how many coalitions of the others it makes win, by the number of their members."""
    (commonest, times), *_ = sizes.most_common(1)
    losing = sum(votes < quota for votes in accumulate(sorted(sizes.elements())))
    table = _alike(commonest, times, losing, quota)
    for size in (sizes - Counter({commonest: times})).elements():
        table = _joined(table, size)
    return {size: [sum(row[quota - size :]) for row in _left(table, size)] for size in sizes}


def _alike(size: int, times: int, losing: int, quota: int) -> Table:
    """The table of sides of one size alone, with room for as many members as can lose together."""
    table = [[0] * quota for _ in range(losing + 1)]
    for members in range(min(times, (quota - 1) // size) + 1):
        table[members][members * size] = comb(times, members)
    return table


def _joined(table: Table, size: int) -> Table:
    """The table with one more side."""
    below = [[0] * len(table[0]), *table]
    return [row[:size] + list(map(add, row[size:], old)) for row, old in zip(table, below, strict=False)]


def _left(table: Table, size: int) -> Table:
    """The table with one side less."""
    found: Table = []
    before = [0] * len(table[0])
    for row in table:
        before = row[:size] + list(map(sub, row[size:], before))
        found.append(before)
    return found
