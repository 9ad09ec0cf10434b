"""What is doubtful about the candidates of a result: nothing is mended, every doubt names its place."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from db.matching import folded
from db.measures.published_shares import Polled, misfits
from importers.results.result import Doubt, Found


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


def _shares(candidates: Sequence[Found], votes: str, share: str, words: str) -> Iterator[Doubt]:
    """Shares that do not follow from the votes."""
    known = [
        (one, Polled(float(count), float(part)))
        for one in candidates
        if (count := getattr(one, votes)) is not None and (part := getattr(one, share)) is not None
    ]
    for position, fitting in misfits([polled for _, polled in known]):
        one, polled = known[position]
        yield (
            one.origin,
            f"{one.name}: found the {words} {polled.share:g} %, expected about {fitting:g} % "
            f"by {polled.votes:,.10g} votes and the other candidates' shares.",
        )
