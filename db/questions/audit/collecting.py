"""Running the checks: every finding is counted, the first of each kind are kept, so that memory does not grow with the record."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from db.questions.audit.finding import Finding, Scope
from db.questions.audit.kinds import FAMILIES, KINDS

CAP = 500
"""Findings of one kind that are kept."""


@dataclass
class Collected:
    """What the checks of a place have found."""

    kept: dict[str, list[Finding]] = field(default_factory=lambda: defaultdict(list))
    """By kind, at most `CAP` of each."""
    found: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """By kind, all."""
    explained_unkept: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    """By kind, those that are explained and not kept."""

    def every(self) -> list[Finding]:
        """What is kept, the weightiest kinds first."""
        return [one for kind in KINDS for one in self.kept.get(kind, ())]


def collected(scope: Scope, explained: Iterable[tuple[str, str, int]]) -> Collected:
    """Run all checks.

    Args:
        scope: where to look.
        explained: kind, table and id of the row of every explanation on record.
    """
    known = frozenset(explained)
    result = Collected()
    for family in FAMILIES:
        for one in family(scope):
            result.found[one.kind] += 1
            kept = result.kept[one.kind]
            if len(kept) < CAP:
                kept.append(one)
            elif (one.kind, *one.fact) in known:
                result.explained_unkept[one.kind] += 1
    return result
