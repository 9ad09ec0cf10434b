"""Who would be elected by the votes alone, where a source has no outcomes: proposed as derived, never taken for granted."""

from __future__ import annotations

from typing import NamedTuple

from db.measures.methods import elects_the_most_votes, is_of_preferences, may_override_votes
from importers.results.result import Result


class Derived(NamedTuple):
    """The outcome of each candidate by the votes, or None and the reason why they tell none."""

    outcomes: tuple[str, ...] | None
    reason: str


def proposed_outcomes(result: Result, seats: int | None, quota_rule: str, method: str) -> Derived:
    """The first by votes as elected, the others as not elected.

    Args:
        result: as read.
        seats: to be filled.
        quota_rule: of the contest, blank where it has none.
        method: of the contest; blank where it is not known, which tells nothing.

    Returns:
        outcomes only where every candidate's votes are known, the method is a plurality (first past the post, block vote),
        no rule could override the order, and no tie stands at the edge.
    """
    reason = _against(result, seats, quota_rule, method)
    if reason or seats is None:
        return Derived(None, reason)
    standing = [one for one in result.candidates if one.outcome != "withdrawn"]
    ordered = sorted((one.votes or 0 for one in standing), reverse=True)
    if len(ordered) > seats and ordered[seats - 1] == ordered[seats]:
        return Derived(
            None, f"The last seat is tied with {ordered[seats]:,} votes; the source must say who took it."
        )
    least = ordered[min(seats, len(ordered)) - 1]
    outcomes = tuple(
        "withdrawn"
        if one.outcome == "withdrawn"
        else "elected"
        if (one.votes or 0) >= least
        else "not elected"
        for one in result.candidates
    )
    noun = "seat" if seats == 1 else "seats"
    return Derived(outcomes, f"{seats} {noun} by the most votes ({method}); the source states no outcome.")


def _against(result: Result, seats: int | None, quota_rule: str, method: str) -> str:
    """Why the votes do not tell who was elected; blank where they do."""
    said = [str(one.value) for one in result.facts if one.field in ("quota_rule", "method")]
    unit = str(result.fact("unit") or "")
    standing = [one for one in result.candidates if one.outcome != "withdrawn"]
    rule = quota_rule or next(filter(may_override_votes, (result.title, *said)), "")
    if any(one.outcome in ("elected", "not elected") for one in result.candidates):
        return "The source states outcomes."
    if result.stages or is_of_preferences(" ".join((method, *said)), unit):
        return "Preferences are transferred; the first count does not decide."
    if not method:
        return "The method is not known."
    if not elects_the_most_votes(method):
        return f"The method {method!r} may not elect those with the most votes."
    if rule:
        return f"A rule may override the order of votes: {rule}."
    if seats is None or seats < 1:
        return "The number of seats is not known."
    if not standing or any(one.votes is None for one in standing):
        return "The votes of some candidates are not known."
    if any(one.name.casefold() == "ron" or "re-open" in one.name.casefold() for one in standing):
        return "Nominations may have been re-opened."
    return ""
