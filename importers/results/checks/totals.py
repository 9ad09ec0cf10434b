"""Votes, papers and totals that do not fit each other."""

from __future__ import annotations

from collections.abc import Iterator

from db.measures.methods import counts_papers, is_of_preferences
from db.measures.papers import EXACT, differ, may_be_papers, turnout_fits, turnouts
from importers.results.checks.stored import Values
from importers.results.result import Doubt


def above_ballots(values: Values) -> Iterator[Doubt]:
    """More votes than papers: for one candidate, and for all together by the votes that a paper carries.

    Card votes, weighted votes and percentages are no papers and are not held against them.
    """
    if not counts_papers(values.words("unit"), values.words("method")):
        return
    for field, words in (("ballots", "ballot papers"), ("electorate", "members of the electorate")):
        limit = values.number(field)
        if limit is None:
            continue
        over = [one for one in values.result.candidates if one.votes is not None and one.votes > limit[0]]
        for one in over:
            yield (
                one.origin,
                f"Found {one.votes:,} votes for {one.name}, expected at most the {limit[0]:,.10g} {words}.",
            )
        together, per_ballot = values.together, values.per_ballot
        if not over and per_ballot is not None and together > limit[0] * per_ballot + EXACT:
            yield (
                limit[1],
                f"Found {together:,.10g} votes together, expected at most {limit[0] * per_ballot:,.10g}: "
                f"{limit[0]:,.10g} {words} with {per_ballot:,} {'vote' if per_ballot == 1 else 'votes'} each.",
            )
        if over:
            return


def sum_differs(values: Values) -> Iterator[Doubt]:
    """A printed total, or valid votes, that are not the sum of all candidates' votes."""
    if not values.is_complete:
        return
    together = values.together
    for one in values.result.counts:
        if one.field == "total" and differ(float(one.value), together):
            yield (
                one.origin,
                f"Found the total {one.value:,}, expected {together:,.10g}, the sum of the votes above it.",
            )
    valid = values.fact("valid_votes")
    ballots = values.number("ballots")
    of_ballots = ballots[0] if ballots else None
    if valid is None or may_be_papers(float(valid.value), together, values.per_ballot, of_ballots):
        return
    if differ(float(valid.value), together):
        yield (
            valid.origin,
            f"Found {valid.value:,} valid votes, expected {together:,.10g}, the sum of the candidates' votes.",
        )


def papers_differ(values: Values) -> Iterator[Doubt]:
    """Valid and spoilt papers that are not the ballots, where a paper is one vote; more papers returned than issued."""
    valid, ballots = values.number("valid_votes"), values.number("ballots")
    spoilt, issued = values.number("spoilt"), values.number("issued")
    if valid and ballots and spoilt and values.per_ballot == 1 and differ(valid[0] + spoilt[0], ballots[0]):
        yield (
            ballots[1],
            f"Found {ballots[0]:,.10g} ballot papers, expected {valid[0] + spoilt[0]:,.10g}: "
            f"{valid[0]:,.10g} valid and {spoilt[0]:,.10g} that did not count.",
        )
    if issued and ballots and ballots[0] > issued[0]:
        yield (
            ballots[1],
            f"Found {ballots[0]:,.10g} ballot papers returned, expected at most the {issued[0]:,.10g} issued.",
        )


def turnout_differs(values: Values) -> Iterator[Doubt]:
    """A turnout that is not the part of the electorate that voted, rounded or cut off at its last printed place.

    Some count the valid votes, some all papers: either is taken where a paper is one vote.
    """
    turnout, electorate = values.number("turnout"), values.number("electorate")
    if turnout is None or electorate is None or electorate[0] <= 0:
        return
    ballots, valid = values.number("ballots"), values.number("valid_votes")
    votes = valid and valid[0]
    parts = turnouts(electorate[0], ballots and ballots[0], votes, values.per_ballot)
    if not turnout_fits(turnout[0], parts):
        voters = ballots[0] if ballots else votes
        yield (
            turnout[1],
            f"Found a turnout of {turnout[0]:g} %, expected {parts[0]:.2f} %: {voters:,.10g} of {electorate[0]:,.10g}.",
        )


def quota_reached(values: Values) -> Iterator[Doubt]:
    """Somebody with a quota of first preferences who is said not to have been elected."""
    quota = values.number("quota")
    if quota is None or not is_of_preferences(values.words("method"), values.words("unit")):
        return
    for one in values.result.candidates:
        if one.outcome == "not elected" and one.votes is not None and one.votes >= quota[0] > 0:
            yield (
                one.origin,
                f"{one.name} has {one.votes:,} first preferences and is not elected, "
                f"expected fewer than the quota {quota[0]:,.10g}.",
            )
