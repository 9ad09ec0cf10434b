"""The checks that look at one contest after the other: all of them in one pass over the record."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from db.questions.audit import completeness, figures, outcomes
from db.questions.audit.finding import Finding, Scope
from db.questions.audit.polls import Poll, polls

CHECKS: tuple[Callable[[Poll], Iterator[Finding]], ...] = (
    outcomes.more_elected_than_seats,
    outcomes.fewer_elected_than_seats,
    outcomes.elected_before_the_result,
    outcomes.outcome_against_votes,
    outcomes.rank_against_votes,
    outcomes.rank_out_of_place,
    outcomes.quota_reached,
    figures.votes_above_papers,
    figures.total_against_votes,
    figures.votes_above_total,
    figures.papers_against_papers,
    figures.share_against_votes,
    figures.percent_above_all,
    figures.share_out_of_date,
    figures.turnout_against_figures,
    figures.quota_against_votes,
    completeness.no_date,
    completeness.no_outcome,
)


def findings(scope: Scope) -> Iterator[Finding]:
    """What is wrong with contests, by what stands in them alone."""
    for poll in polls(scope):
        for check in CHECKS:
            yield from check(poll)
