"""How many votes would have changed a seat: the formulas, pure, for contests in which whoever has most votes is elected.

A seat changes when the winner has fewer votes than somebody who was not elected; at as many votes each a lot would have
decided, so that one more is needed.  Votes given anew to the runner-up change the seat of the weakest winner only; votes
moved from a winner to the runner-up count twice between these two, but a winner who stands above others has to fall
below them as well.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import floor
from typing import NamedTuple

DECIMALS = 6
"""More than any published figure has."""


class Runner(NamedTuple):
    """Somebody who stood to the end."""

    id: int
    votes: float
    elected: bool
    group: str
    """Key of the slate."""


class Rung(NamedTuple):
    """One seat: who won it, who would have had it next, and what would have changed it."""

    winner: Runner
    runner_up: Runner
    gap: float
    """Votes between them; negative where a rule overrode the order of votes."""
    fewer: int | None
    """Votes that the winner would have had to lose, others unchanged; of the weakest winner also those that the runner-up
    would have needed in addition.  None where the figures are no whole votes."""
    moved: int | None
    """Votes that would have had to go from the winner to the runner-up."""
    weakest: bool
    """Whether the winner is the one with the fewest votes."""


class Crossing(NamedTuple):
    """The smallest swing between two groups that changes a seat."""

    points: float
    """In percent of all votes."""
    loses: Runner
    gains: Runner


def rungs(runners: Sequence[Runner], *, whole: bool = True) -> list[Rung]:
    """Each seat against the best of those who were not elected, the narrowest first; none where all or nobody was elected.

    Args:
        runners: all who stood.
        whole: whether the figures are votes; percentages are not.
    """
    won = sorted((one for one in runners if one.elected), key=lambda one: (one.votes, one.id))
    lost = [one for one in runners if not one.elected]
    if not won or not lost:
        return []
    best = max(lost, key=lambda one: (one.votes, -one.id))
    return [_rung(one, best, _floor_of(won, one), whole=whole) for one in won]


def _floor_of(won: Sequence[Runner], one: Runner) -> float:
    """The fewest votes that one of the other winners has."""
    return min((other.votes for other in won if other is not one), default=one.votes)


def _rung(winner: Runner, best: Runner, others: float, *, whole: bool) -> Rung:
    gap = round(winner.votes - best.votes, DECIMALS)
    weakest = winner.votes <= others
    if not whole or gap < 0:
        return Rung(winner, best, gap, None, None, weakest)
    below = (
        floor(round(winner.votes - others, DECIMALS)) + 1
    )  # votes to lose until the other winners stand above
    return Rung(winner, best, gap, floor(gap) + 1, max(floor(gap / 2) + 1, below), weakest)


def swung(runners: Sequence[Runner], source: str, target: str, points: float, total: float) -> list[Runner]:
    """The same candidates after a swing: votes leave those of one group evenly, and go to those of another evenly.

    Args:
        runners: all who stood.
        source: the group that loses.
        target: the group that gains.
        points: of all votes, in percent.
        total: all votes.

    Raises:
        ValueError: one of the groups has no candidate, or one of the source's has not so many votes to lose.
    """
    rates = _rates(runners, source, target)
    votes = points * total / 100
    moved = [
        one._replace(votes=round(one.votes + votes * rate, DECIMALS))
        for one, rate in zip(runners, rates, strict=True)
    ]
    if any(one.votes < 0 for one in moved):
        raise ValueError("not so many votes")
    return moved


def _rates(runners: Sequence[Runner], source: str, target: str) -> list[float]:
    """What of each vote of a swing every candidate loses or gains."""
    leave, come = (sum(one.group == group for one in runners) for group in (source, target))
    if not leave or not come or source == target:
        raise ValueError("no candidate of the group")
    shares = {source: -1 / leave, target: 1 / come}
    return [shares.get(one.group, 0.0) for one in runners]


def first_change(runners: Sequence[Runner], source: str, target: str, total: float) -> Crossing | None:
    """The smallest swing from one group to another at which two candidates change places; beyond it the seat is another's.

    Returns:
        None where no swing within the votes of the source changes a seat, or one of the groups has no candidate.
    """
    try:
        rates = _rates(runners, source, target)
    except ValueError:
        return None
    moving = [*zip(runners, rates, strict=True)]
    most = min(-one.votes / rate for one, rate in moving if rate < 0)
    found = [
        (max(won.votes - lost.votes, 0.0) / (up - down), won, lost)
        for won, down in moving
        if won.elected
        for lost, up in moving
        if not lost.elected and up > down
    ]
    if not found or not total:
        return None
    votes, won, lost = min(found, key=lambda one: (one[0], one[1].id, one[2].id))
    return Crossing(100 * votes / total, won, lost) if votes <= most else None


def elected(runners: Sequence[Runner], seats: int) -> tuple[frozenset[int], frozenset[int]]:
    """Who is elected by votes alone, and between whom a lot would have to decide.

    Returns:
        Ids of the elected; ids of those of whom some have to be drawn, since they have as many votes as the last seat.
    """
    ranked = sorted(runners, key=lambda one: -one.votes)
    if seats <= 0 or seats >= len(ranked):
        return frozenset(one.id for one in ranked[: max(seats, 0)]), frozenset()
    last = ranked[seats - 1].votes
    if ranked[seats].votes < last:
        return frozenset(one.id for one in ranked[:seats]), frozenset()
    sure = frozenset(one.id for one in ranked if one.votes > last)
    return sure, frozenset(one.id for one in ranked if one.votes == last)
