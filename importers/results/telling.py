"""How much of what is wrong is told: a spoiled file has a fault in every line."""

from __future__ import annotations

from collections.abc import Iterable

from importers.results.result import Doubt

SHOWN = 50


def few(doubts: Iterable[Doubt], most: int = SHOWN) -> tuple[Doubt, ...]:
    """The first doubts, and one that says how many more there are."""
    told: list[Doubt] = []
    more, place = 0, ""
    for doubt in doubts:
        if len(told) < most:
            told.append(doubt)
        else:
            more, place = more + 1, doubt[0]
    if more:
        told.append((place, f"Found {more:,} more of this kind up to here, expected none."))
    return tuple(told)
