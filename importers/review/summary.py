"""An import in a line: for the list of imports, and above a review."""

from __future__ import annotations

from importers.review.proposal import KINDS, Plan, Proposal


def summary(plan: Plan) -> str:
    """One line: the contest, or how many there are, and how many rows of each kind."""
    return f"{_contests(plan)}: {counts(plan) or 'nothing'}"


def counts(counted: Plan | Proposal) -> str:
    """How many candidacies and seats there are of each kind: `13 new, 2 doubtful`; blank where there are none."""
    return ", ".join(f"{counted.count(kind)} {kind}" for kind in KINDS if counted.count(kind))


def _contests(plan: Plan) -> str:
    words = list(dict.fromkeys(one.words for one in plan.proposals))
    return words[0] if len(words) == 1 else f"{len(words)} contests"
