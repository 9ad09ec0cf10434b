"""Shares, turnout and growth: percentages as floats."""

from __future__ import annotations


def share(votes: float | None, total: float | None) -> float | None:
    """Votes in percent of a total; None where either is not known or the total is nought."""
    if votes is None or not total:
        return None
    return 100.0 * votes / total


def growth(now: float | None, before: float | None) -> float | None:
    """How much a figure grew on an earlier one, in percent of the earlier one."""
    if now is None or not before:
        return None
    return 100.0 * (now - before) / before


def turnout(ballots: float | None, electorate: float | None) -> float | None:
    """Ballots in percent of the electorate."""
    return share(ballots, electorate)
