"""Printed shares that do not follow from the printed votes, by the whole that most of them agree on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from db.measures.printed import cuts_to, decimals, rounds_to

TOTALS_TRIED = 50
"""Whole votes implied by the shares that are compared; more would tell nothing new."""


class Polled(NamedTuple):
    """A candidate's votes, and their share in percent as printed."""

    votes: float
    share: float


class Misfit(NamedTuple):
    """A share that does not follow."""

    position: int
    """Of the candidate."""
    fitting: float
    """The share that would follow, as exact as the others are printed."""


def misfits(polled: Sequence[Polled]) -> list[Misfit]:
    """The shares that do not follow from the votes.

    The whole is not always the sum of the votes found: a list may be cut, or shares may be of ballots, not of votes.
    Shares of the sum may also all be cut off at their last decimal.
    """
    together = sum(one.votes for one in polled)
    printed = max((decimals(one.share) for one in polled), default=0)
    if together and all(cuts_to(100 * one.votes / together, one.share, printed) for one in polled):
        return []
    judged = [(_wrong(polled, whole, printed), whole) for whole in (together, *_implied(polled)) if whole > 0]
    wrong, whole = min(judged, key=lambda one: len(one[0]), default=([], 0.0))
    return [Misfit(at, round(100 * polled[at].votes / whole, printed)) for at in wrong]


def _wrong(polled: Sequence[Polled], whole: float, printed: int) -> list[int]:
    """Positions of the shares that are not of this whole."""
    return [at for at, one in enumerate(polled) if not rounds_to(100 * one.votes / whole, one.share, printed)]


def _implied(polled: Sequence[Polled]) -> list[float]:
    """The wholes the shares imply, those of the largest shares first, as they are the most exact."""
    telling = sorted((one for one in polled if one.share > 0), key=lambda one: -one.share)[:TOTALS_TRIED]
    together = sum(one.share for one in telling)
    mean = [100 * sum(one.votes for one in telling) / together] if together else []
    return [*mean, *(100 * one.votes / one.share for one in telling)]
