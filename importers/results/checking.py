"""What is doubtful about the candidates of a result: nothing is mended, every doubt names its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from db.matching import folded
from importers.results.figures import decimals
from importers.results.result import Doubt, Found

DECIMALS = 4
"""Of a share that tell anything; more come of a division."""

TOTALS_TRIED = 50
"""Whole votes implied by the shares that are compared; more would tell nothing new."""


def doubts_of(candidates: Sequence[Found]) -> tuple[Doubt, ...]:
    """All doubts about candidates, in the order of the kinds of doubt."""
    return (
        *_twice(candidates),
        *_against_ranks(candidates),
        *_shares(candidates, "votes", "share", "share"),
        *_shares(candidates, "previous_votes", "previous_share", "share before"),
    )


def _twice(candidates: Sequence[Found]) -> Iterator[Doubt]:
    seen: dict[str, str] = {}
    for one in candidates:
        first = seen.setdefault(folded(one.name), one.origin)
        if first != one.origin:
            yield one.origin, f"{one.name} was found a second time, expected once; the first is at {first}."


def _against_ranks(candidates: Sequence[Found]) -> Iterator[Doubt]:
    """Whoever has more votes than someone ranked better; told once a candidate."""
    ranked = sorted((one for one in candidates if one.rank and one.votes is not None), key=_rank)
    for better, one in pairwise(ranked):
        if (one.votes or 0) > (better.votes or 0) and _rank(one) > _rank(better):
            yield (
                one.origin,
                f"{one.name} has rank {one.rank} with {one.votes:,} votes, expected no more than the "
                f"{better.votes:,} of {better.name} at rank {better.rank}.",
            )


def _rank(one: Found) -> int:
    return one.rank or 0


class _Pair(NamedTuple):
    """A candidate's votes and share."""

    one: Found
    votes: float
    share: float


def _shares(candidates: Sequence[Found], votes: str, share: str, words: str) -> Iterator[Doubt]:
    """Shares that do not follow from the votes, by the whole that most of them agree on.

    The whole is not always the sum of the votes found: a list may be cut, or shares may be of ballots, not of votes.
    """
    pairs = [
        _Pair(one, float(count), float(part))
        for one in candidates
        if (count := getattr(one, votes)) is not None and (part := getattr(one, share)) is not None
    ]
    wholes = [sum(pair.votes for pair in pairs), *_implied(pairs)]
    printed = max((decimals(pair.share, DECIMALS) for pair in pairs), default=0)
    judged = [[pair for pair in pairs if not _follows(pair, whole, printed)] for whole in wholes if whole > 0]
    wrong = min(judged, key=len, default=[])
    whole = next((one for one in wholes if one > 0 and len(wrong) == _count(pairs, one, printed)), 0.0)
    for pair in wrong:
        fitting = round(100 * pair.votes / whole, printed)
        yield (
            pair.one.origin,
            f"{pair.one.name}: found the {words} {pair.share:g} %, expected about {fitting:g} % "
            f"by {pair.votes:,.10g} votes and the other candidates' shares.",
        )


def _count(pairs: Sequence[_Pair], whole: float, printed: int) -> int:
    return sum(not _follows(pair, whole, printed) for pair in pairs)


def _implied(pairs: Sequence[_Pair]) -> list[float]:
    """The wholes the shares imply, those of the largest shares first, as they are the most exact."""
    telling = sorted((pair for pair in pairs if pair.share > 0), key=lambda pair: -pair.share)[:TOTALS_TRIED]
    together = sum(pair.share for pair in telling)
    mean = [100 * sum(pair.votes for pair in telling) / together] if together else []
    return [*mean, *(100 * pair.votes / pair.share for pair in telling)]


def _follows(pair: _Pair, whole: float, printed: int) -> bool:
    """Within half a unit of the last of the decimals `printed`, or cut off instead of rounded."""
    return abs(100 * pair.votes / whole - pair.share) <= 0.55 * 10.0**-printed + 1e-9
