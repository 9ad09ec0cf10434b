"""On which sources it rests that somebody sits, and where somebody is counted."""

from __future__ import annotations

from typing import TypeAlias

from db.reading.citations import Citations
from db.reading.counting.balance import Balance
from db.reading.counting.grouping import Grouping

Cited: TypeAlias = dict[int, tuple[int, ...]]
"""For each term the numbers of its sources."""


def seat_sources(balance: Balance, grouping: Grouping, citations: Citations) -> Cited:
    """For each term the sources of it, and of where its holder is counted."""
    chamber = balance.chamber
    found = citations.of_terms(one.term for one in chamber.everybody)
    said = citations.of("alignment", (one for each in balance.leanings.values() for one in each.alignments))
    entries = {at: grouping.entries(one, chamber.date) for at, one in enumerate(chamber.seated)}
    named = citations.of("bloc_member", (one for several in entries.values() for one in several))
    for at, one in enumerate(chamber.seated):
        if one.term:
            more = [number for each in balance.leanings[at].alignments for number in said[each]]
            more += [number for each in entries[at] for number in named[each]]
            found[one.term] = tuple(dict.fromkeys([*found[one.term], *more]))
    return found
