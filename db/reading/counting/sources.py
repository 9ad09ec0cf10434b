"""On which sources it rests that somebody sits, and where somebody is counted."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain
from typing import TypeAlias

from db.reading.citations import Citations
from db.reading.counting.balance import Balance
from db.reading.counting.grouping import Leaning

Cited: TypeAlias = dict[int, tuple[int, ...]]
"""For each term the numbers of its sources."""


def seat_sources(balance: Balance, citations: Citations) -> Cited:
    """For each term the sources of it, and of where its holder is counted."""
    found = citations.of_terms(one.term for one in balance.chamber.everybody)
    placed = leaning_sources(balance.leanings, citations)
    for one, more in zip(balance.chamber.seated, placed, strict=True):
        if one.term:
            found[one.term] = tuple(dict.fromkeys([*found[one.term], *more]))
    return found


def leaning_sources(leanings: Sequence[Leaning], citations: Citations) -> list[tuple[int, ...]]:
    """For each leaning the sources of the statements and of the scheme's rows that it rests on."""
    said = citations.of("alignment", (number for one in leanings for number in one.alignments))
    named = citations.of("bloc_member", (number for one in leanings for number in one.entries))
    return [
        (
            *chain.from_iterable(said[each] for each in one.alignments),
            *chain.from_iterable(named[each] for each in one.entries),
        )
        for one in leanings
    ]
