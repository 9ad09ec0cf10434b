"""Votes, papers and totals beside each other: how many votes a paper carries, and which totals may go with which."""

from __future__ import annotations

from collections.abc import Sequence

from db.measures.methods import is_of_preferences
from db.measures.printed import rounds_or_cuts_to

EXACT = 1e-6
"""Of what is added up; less is noise of binary fractions."""


FEWEST_A_PAPER = 1.05
"""Votes that a paper carries on average at the least, where it may carry several; our judgement."""


def votes_of_a_paper(said: float | None, method: str, unit: str, seats: float | None) -> int | None:
    """How many votes a paper may carry: as said, else one for a vote of preferences, else a vote a seat; None if not known."""
    if said is not None:
        return int(said)
    if is_of_preferences(method, unit):
        return 1
    return None if seats is None else int(seats)


def differ(one: float, other: float) -> bool:
    """Whether two figures that should be one are two."""
    return abs(one - other) > EXACT


def may_be_papers(valid: float, together: float, per_paper: int | None, ballots: float | None = None) -> bool:
    """Whether valid votes may count papers that carry several of the votes that add to `together`.

    No papers are more than the ballots, where those are known, and papers that may carry several votes carry more than
    `FEWEST_A_PAPER` on average: what is nearer to the sum of the votes is that sum, with a slip.
    """
    if per_paper == 1 or (ballots is not None and valid > ballots):
        return False
    return valid * FEWEST_A_PAPER < together and (per_paper is None or together <= valid * per_paper)


def turnouts(
    electorate: float, ballots: float | None, valid: float | None, per_paper: int | None
) -> list[float]:
    """The turnouts in percent that figures give: some count all papers, some the valid votes where a paper is one vote."""
    voters = [ballots] + [valid] * (per_paper == 1)
    return [100 * one / electorate for one in voters if one is not None]


def turnout_fits(printed: float, turnouts: Sequence[float]) -> bool:
    """Whether a printed turnout is one of some, rounded or cut off at its last decimal; none contradict it."""
    return not turnouts or any(rounds_or_cuts_to(one, printed) for one in turnouts)
