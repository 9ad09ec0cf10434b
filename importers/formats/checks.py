"""Counts of a contest that cannot be counts: fewer voters than a candidate has votes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from importers.results.result import Doubt, Fact, Found

COUNTED = frozenset({"electorate", "ballots", "valid_votes"})


def sound(facts: Iterable[Fact], candidates: Sequence[Found]) -> tuple[tuple[Fact, ...], tuple[Doubt, ...]]:
    """The facts without the counts that are less than one candidate's votes, and a doubt for each of those.

    A percentage in the field of a count shows so, and a nought that stands for unknown.
    """
    best = max(candidates, key=lambda one: one.votes or 0, default=None)
    kept: list[Fact] = []
    doubts: list[Doubt] = []
    for fact in facts:
        if best and fact.field in COUNTED and isinstance(fact.value, int) and fact.value < (best.votes or 0):
            doubts.append((fact.origin, _sentence(fact, best)))
        else:
            kept.append(fact)
    return tuple(kept), tuple(doubts)


def _sentence(fact: Fact, best: Found) -> str:
    return (
        f"Found {fact.value:,} as the {fact.field.replace('_', ' ')}, expected at least the {best.votes:,} votes of "
        f"{best.name}; it was not taken."
    )
