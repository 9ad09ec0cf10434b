"""Ballot papers and the names of the candidates as a result: first preferences are counted, nothing else follows."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from typing import Final, NamedTuple

from importers.results.ballots import FIRST_PREFERENCES, FirstPreferences, first_preferences
from importers.results.checking import doubts_of
from importers.results.result import Doubt, Fact, Found, Papers, Result

MOST: Final = 10_000
"""Candidates and seats of one election."""
PAPERS: Final = 10_000_000_000
"""The most papers that one line may stand for."""
_WARD = re.compile(r"\bward\b", re.I)


class Ballots(NamedTuple):
    """What a file of ballots holds."""

    title: str
    candidates: tuple[Found, ...]
    papers: tuple[Papers, ...]
    seats: int
    header: str
    """Where the seats stand."""
    place: str
    """Where the papers stand: `lines 2 to 97`."""
    withdrawn: Collection[int] = ()


def result(ballots: Ballots, facts: Iterable[Fact], doubts: Iterable[Doubt]) -> Result:
    """The result: votes are first preferences, and the papers as they are.

    Args:
        ballots: the papers and who stood.
        facts: what else is known of the contest.
        doubts: what was wrong in the file.
    """
    counted = first_preferences(ballots.papers, len(ballots.candidates), ballots.withdrawn)
    found = tuple(_candidate(ballots, counted, at) for at in range(len(ballots.candidates)))
    stated = (
        Fact("seats", ballots.seats, ballots.header),
        Fact("unit", FIRST_PREFERENCES, ballots.place),
        *_valid(ballots, counted),
        *facts,
    )
    told = (*doubts, *_doubts(ballots, counted), *doubts_of(found))
    return Result(ballots.title, found, told, facts=stated, papers=ballots.papers)


def _candidate(ballots: Ballots, counted: FirstPreferences, at: int) -> Found:
    one = ballots.candidates[at]
    if at in ballots.withdrawn:
        return one._replace(outcome="withdrawn")
    return one._replace(votes=counted.votes[at])


def _valid(ballots: Ballots, counted: FirstPreferences) -> Iterator[Fact]:
    if isinstance(counted.valid, int):
        yield Fact("valid_votes", counted.valid, ballots.place)


def _doubts(ballots: Ballots, counted: FirstPreferences) -> Iterator[Doubt]:
    place = ballots.place
    if counted.left_open:
        yield (
            place,
            f"Found {counted.left_open:,.10g} papers whose first preference is shared or left out, expected one first "
            "preference on each; who has those votes is the rule's to say, so votes of these candidates stay unknown.",
        )
    if counted.without:
        yield (
            place,
            f"Found {counted.without:,.10g} papers without a preference for a candidate who stood, expected at least one; "
            "they count for nobody.",
        )
    if isinstance(counted.valid, float):
        yield (
            place,
            f"Found papers that come to {counted.valid:,.10g}, expected a whole number; the valid votes stay unknown.",
        )
    if ballots.seats > len(ballots.candidates):
        yield (
            ballots.header,
            f"Found {ballots.seats:,} seats for {len(ballots.candidates):,} candidates, expected no more seats.",
        )


def ward(title: str, origin: str) -> tuple[Fact, ...]:
    """The section, where a free title names a ward; not certain, as a title may say anything."""
    return (Fact("section", title, origin, title, certain=False),) if _WARD.search(title) else ()


def lines(first: int, last: int) -> str:
    """The place of several lines."""
    return f"line {first}" if first >= last else f"lines {first} to {last}"
