"""Seats against those elected, outcomes and ranks against votes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from db.measures.methods import elects_otherwise
from db.questions.audit.finding import Cited, Finding
from db.questions.audit.polls import Poll, Stood
from db.questions.audit.written import votes
from db.wording import count


def more_elected_than_seats(poll: Poll) -> Iterator[Finding]:
    """More are elected than there were seats."""
    elected, seats = sum(one.elected for one in poll.candidates), poll.held.seats
    if seats is not None and elected > seats:
        yield poll.of_itself(
            "more-elected-than-seats",
            f"{elected:,} elected",
            f"at most {count(seats, 'seat')}",
            "seats",
            fitting=elected,
        )


def fewer_elected_than_seats(poll: Poll) -> Iterator[Finding]:
    """Somebody is not elected although seats are left, and everybody's outcome is known."""
    elected, seats = sum(one.elected for one in poll.candidates), poll.held.seats
    lost = any(one.outcome == "not elected" for one in poll.candidates)
    if seats is not None and elected < seats and lost and poll.decided:
        yield poll.of_itself(
            "fewer-elected-than-seats",
            f"{elected:,} elected, others not",
            f"{count(seats, 'seat')} filled",
            "seats",
            fitting=elected,
        )


def elected_before_the_result(poll: Poll) -> Iterator[Finding]:
    """Outcomes of a contest that is said not to be over, or a pending one of a contest that is."""
    over = poll.held.status == "declared"
    odd = [one for one in poll.candidates if (one.outcome == "pending" if over else one.elected)]
    for one in odd:
        yield poll.of_one(
            "outcome-against-status", one, f"{one.outcome} in a contest that is {poll.held.status}",
            "an outcome" if over else "a contest that is declared", "outcome",
        )  # fmt: skip


def outcome_against_votes(poll: Poll) -> Iterator[Finding]:
    """Somebody elected with fewer votes than somebody who is not, where most votes elect."""
    lost = _most(poll, "not elected")
    won = _least(poll)
    if lost is None or won is None or poll.of_preferences or elects_otherwise(poll.held.method):
        return
    if (won.votes or 0) >= (lost.votes or 0):
        return
    found = f"elected with {votes(poll.held.unit, won.votes)}, others not with {votes(poll.held.unit, lost.votes)}"
    if poll.rule_words:
        yield poll.of_one("rule-decided", won, found, f"by votes alone another; the rule: {poll.rule_words}")
    else:
        yield poll.of_one(
            "outcome-against-votes", won, found, "no more votes for anybody not elected", "outcome", "votes"
        )


def _most(poll: Poll, outcome: str) -> Stood | None:
    of_it = [one for one, _ in poll.counted if one.outcome == outcome]
    return max(of_it, key=lambda one: one.votes or 0, default=None)


def _least(poll: Poll) -> Stood | None:
    return min((one for one, _ in poll.counted if one.elected), key=lambda one: one.votes or 0, default=None)


def rank_against_votes(poll: Poll) -> Iterator[Finding]:
    """Somebody with more votes than somebody ranked better; told once a candidate."""
    if poll.of_preferences:
        return  # ranked by the end of the count
    ranked = sorted(
        (one for one, _ in poll.counted if one.rank), key=lambda one: (one.rank or 0, -(one.votes or 0))
    )
    for better, one in pairwise(ranked):
        more = (one.votes or 0) > (better.votes or 0)
        if more or (one.rank == better.rank and one.votes != better.votes):
            bar = votes(poll.held.unit, better.votes)
            finding = poll.of_one(
                "rank-against-votes", one, f"rank {one.rank} with {votes(poll.held.unit, one.votes)}",
                f"no more than the {bar} at rank {better.rank}" if more else f"another rank than that of {bar}",
                "rank", "votes",
            )  # fmt: skip
            beside = (Cited(better.fact, "rank"), Cited(better.fact, "votes"))
            yield finding._replace(facts=(better.fact, *finding.facts), cited=finding.cited + beside)


def rank_out_of_place(poll: Poll) -> Iterator[Finding]:
    """A rank that no candidate of a complete result has by the votes, where ranks follow them: told of the first only.

    Of candidates with as many votes each may have any of their places, or all of them one.
    """
    ranked = sorted(((one, had) for one, had in poll.counted if one.rank), key=lambda one: one[0].rank or 0)
    if poll.of_preferences or not poll.complete or any(rank_against_votes(poll)):
        return
    every = [had for _, had in poll.counted]
    for one, had in ranked:
        dense = 1 + len({other for other in every if other > had})
        last = sum(other >= had for other in every)
        if not dense <= (one.rank or 0) <= last:
            first = 1 + sum(other > had for other in every)
            yield poll.of_one(
                "rank-against-votes", one, f"rank {one.rank} with {votes(poll.held.unit, had)}",
                f"rank {first}: {first - 1:,} had more", "rank", "votes",
            )  # fmt: skip
            return


def quota_reached(poll: Poll) -> Iterator[Finding]:
    """Somebody with a quota of first preferences who is said not to have been elected."""
    quota = poll.held.quota
    if quota is None or not poll.of_preferences or poll.held.unit != "first preferences":
        return
    for one, had in poll.counted:
        if one.outcome == "not elected" and had >= quota > 0:
            yield poll.of_one(
                "quota-reached", one, f"not elected with {votes(poll.held.unit, had)}",
                f"fewer than the quota {quota:,.10g}", "outcome", "votes",
            )  # fmt: skip
