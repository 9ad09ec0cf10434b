"""An import in a line: for the list of imports, and above a review."""

from __future__ import annotations

from collections import Counter

from importers.review.proposal import KINDS, Plan, Proposal, Proposed, ProposedSeat


def summary(plan: Plan) -> str:
    """One line of what is stored: the contest, or how many there are, and how many candidacies and seats of each kind."""
    changing = [one for one in plan.proposals if one.changes]
    words = list(dict.fromkeys(one.words for one in changing))
    contests = words[0] if len(words) == 1 else f"{len(words)} contests"
    items = [item for one in changing for item in one.items if item.stored]
    kinds = Counter(item.kind for item in items if isinstance(item, Proposed | ProposedSeat))
    said = ", ".join(f"{kinds[kind]} {kind}" for kind in KINDS if kinds[kind])
    return f"{contests}: {said or ('what it is like' if items else 'nothing')}"


def counts(counted: Plan | Proposal) -> str:
    """How many candidacies and seats there are of each kind: `13 new, 2 doubtful`; blank where there are none."""
    return ", ".join(f"{counted.count(kind)} {kind}" for kind in KINDS if counted.count(kind))
