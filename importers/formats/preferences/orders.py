"""What the numbers of a row of preferences are: candidates in their order, or the rank of each candidate."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from enum import Enum
from typing import NamedTuple

from importers.results.ballots import Order


class Row(NamedTuple):
    """Papers of one order as a file has them."""

    line: int
    papers: int
    marks: tuple[int, ...]
    """The numbers behind the number of papers."""


class Meaning(Enum):
    """What the numbers of all rows can be."""

    ORDER = "order"
    RANKS = "ranks"
    SAME = "same"
    """Either, and both give the same papers."""
    EITHER = "either"
    """Either, and the papers differ."""
    NEITHER = "neither"
    """Some rows can only be one, some only the other, or some are neither."""


def meaning(rows: Iterable[Row], candidates: int) -> Meaning:
    """What the rows can be."""
    order = ranks = same = True
    for row in rows:
        can_order, can_ranks = is_order(row.marks, candidates), is_ranks(row.marks, candidates)
        order, ranks = order and can_order, ranks and can_ranks
        if can_order and can_ranks:
            same = same and by_order(row.marks) == by_ranks(row.marks)
    if order and ranks:
        return Meaning.SAME if same else Meaning.EITHER
    if order or ranks:
        return Meaning.ORDER if order else Meaning.RANKS
    return Meaning.NEITHER


def is_order(marks: Sequence[int], candidates: int) -> bool:
    """Whether the numbers can be different candidates, and noughts nowhere but behind them."""
    bare = _without_end(marks)
    return len(set(bare)) == len(bare) and all(1 <= one <= candidates for one in bare)


def is_ranks(marks: Sequence[int], candidates: int) -> bool:
    """Whether there is a number for each candidate, and the ranks from 1 on once each beside noughts."""
    given = sorted(one for one in marks if one)
    return len(marks) == candidates and given == list(range(1, len(given) + 1))


def by_order(marks: Sequence[int]) -> Order:
    """The preferences where the numbers are candidates; a nought among them is a preference left out."""
    return tuple((one - 1,) if one else () for one in _without_end(marks))


def by_ranks(marks: Sequence[int]) -> Order:
    """The preferences where the numbers are ranks; equal ranks are equal preferences, a rank not given is left out."""
    given: dict[int, tuple[int, ...]] = {}
    for at, rank in enumerate(marks):
        if rank:
            given[rank] = (*given.get(rank, ()), at)
    return tuple(given.get(rank, ()) for rank in range(1, max(given, default=0) + 1))


def _without_end(marks: Sequence[int]) -> Sequence[int]:
    end = len(marks)
    while end and not marks[end - 1]:
        end -= 1
    return marks[:end]
