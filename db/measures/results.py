"""By how much candidates won or missed a seat."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

DECIMALS = 6
"""More than any published figure has: what binary fractions add beyond them is noise."""


class Result(NamedTuple):
    """A candidate's figure and whether it won a seat."""

    votes: float | None
    elected: bool


def margins(results: Sequence[Result]) -> list[float | None]:
    """By how many votes each candidate won or missed a seat.

    For the elected: votes above the best candidate not elected (negative where a quota rule lifted them over it).
    For the others: votes short of the weakest of the elected (negative; positive where a quota rule overrode them).
    None where a figure that it needs is not known.
    """
    won = [one.votes for one in results if one.elected and one.votes is not None]
    lost = [one.votes for one in results if not one.elected and one.votes is not None]
    whole = all(one.votes is not None for one in results)
    best_lost, weakest_won = max(lost, default=None), min(won, default=None)
    found: list[float | None] = []
    for one in results:
        bar = best_lost if one.elected else weakest_won
        known = one.votes is not None and bar is not None and whole
        found.append(round(one.votes - bar, DECIMALS) if known else None)  # type: ignore[operator]
    return found
