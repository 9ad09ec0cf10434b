"""Totals, papers, shares, turnout, quotas and margins, recomputed from the figures on record.

What cannot be recomputed, because figures are missing, is no finding.
"""

from __future__ import annotations

from collections.abc import Iterator

from db.measures.papers import EXACT, differ, may_be_papers, turnout_fits, turnouts
from db.measures.published_shares import Polled, misfits
from db.measures.quotas import droop, is_usual
from db.questions.audit.finding import Finding
from db.questions.audit.polls import Poll
from db.questions.audit.written import figure, votes
from db.wording import count

OUT_OF_DATE = 1e-6
"""Points by which a kept share differs from the one that its votes give: more than the noise of binary fractions."""


def votes_above_papers(poll: Poll) -> Iterator[Finding]:
    """More votes than papers or than members: for one candidate, or for all by the votes that a paper carries."""
    if not poll.counts_papers:
        return
    for field, words in (("ballots", "ballot papers"), ("electorate", "members of the electorate")):
        limit = getattr(poll.held, field)
        if limit is None:
            continue
        over = [(one, had) for one, had in poll.counted if had > limit]
        for one, had in over:
            yield poll.of_one("votes-above-papers", one, figure(had), f"at most {limit:,} {words}", "votes")
        per_paper = poll.per_paper
        if not over and per_paper is not None and poll.together > limit * per_paper + EXACT:
            yield poll.of_itself(
                "votes-above-papers", f"{figure(poll.together)} votes together",
                f"at most {limit * per_paper:,}: {limit:,} {words}, {count(per_paper, 'vote')} each", field, "valid_votes",
            )  # fmt: skip
        if over:
            return


def total_against_votes(poll: Poll) -> Iterator[Finding]:
    """Valid votes that are not the sum of all candidates' votes."""
    valid = poll.held.valid_votes
    if valid is None or not poll.complete or poll.in_percent or not poll.counts_papers:
        return
    if may_be_papers(valid, poll.together, poll.per_paper, poll.held.ballots) or not differ(
        valid, poll.together
    ):
        return
    yield poll.of_itself(
        "total-against-votes", f"{valid:,} valid votes",
        f"{figure(poll.together)}, the sum of {count(len(poll.counted), 'figure')}", "valid_votes", fitting=poll.together,
    )  # fmt: skip


def votes_above_total(poll: Poll) -> Iterator[Finding]:
    """More votes on record than valid votes in all, where some candidates' votes are not on record."""
    valid = poll.held.valid_votes
    if valid is None or poll.complete or poll.in_percent or not poll.counts_papers:
        return
    papers = may_be_papers(valid, poll.together, poll.per_paper, poll.held.ballots)
    if poll.together > valid + EXACT and not papers:
        yield poll.of_itself(
            "total-against-votes",
            f"{valid:,} valid votes",
            f"at least the {figure(poll.together)} on record",
            "valid_votes",
        )


def papers_against_papers(poll: Poll) -> Iterator[Finding]:
    """More papers than members, or more valid votes than papers can carry."""
    held = poll.held
    if held.ballots is None or not poll.counts_papers:
        return
    if held.electorate is not None and held.ballots > held.electorate:
        yield poll.of_itself(
            "papers-against-papers", f"{held.ballots:,} ballot papers", f"at most {held.electorate:,}, the electorate",
            "ballots", "electorate",
        )  # fmt: skip
    if held.valid_votes is not None and poll.per_paper and held.valid_votes > held.ballots * poll.per_paper:
        yield poll.of_itself(
            "papers-against-papers", f"{held.valid_votes:,} valid votes",
            f"at most {held.ballots * poll.per_paper:,}: {held.ballots:,} ballot papers, {count(poll.per_paper, 'vote')} each",
            "valid_votes", "ballots",
        )  # fmt: skip


def share_against_votes(poll: Poll) -> Iterator[Finding]:
    """A printed share that does not follow from the votes, beside the shares of the others."""
    if poll.in_percent:
        pairs = [(one, had) for one, had in poll.counted if one.published_share is not None]
        for one, had in pairs:
            if differ(had, one.published_share or 0.0):
                yield poll.of_one(
                    "share-against-votes",
                    one,
                    f"a share of {one.published_share:g}%",
                    f"{had:g}%, as in votes",
                    "share",
                )
        return
    known = [
        (one, Polled(had, one.published_share))
        for one, had in poll.counted
        if one.published_share is not None
    ]
    for position, fitting in misfits([polled for _, polled in known]):
        one, polled = known[position]
        yield poll.of_one(
            "share-against-votes", one, f"a share of {polled.share:g}% with {votes(poll.held.unit, polled.votes)}",
            f"about {fitting:g}%, by the others' shares", "share", "votes",
        )  # fmt: skip


def percent_above_all(poll: Poll) -> Iterator[Finding]:
    """Percentages that add to more than a hundred, where a paper is one vote."""
    if poll.in_percent and poll.per_paper == 1:
        rounding = 0.5 * len(poll.counted)
        if poll.together > 100 + rounding:
            yield poll.of_itself(
                "percent-above-all", f"{poll.together:.6g}% together", "at most 100%", "votes"
            )


def share_out_of_date(poll: Poll) -> Iterator[Finding]:
    """A share that the database keeps and that the votes and the total no longer give: a row was changed by hand."""
    total = poll.held.total
    if poll.in_percent or not total:
        return
    for one, had in poll.counted:
        kept = one.share
        if kept is not None and kept == one.published_share:
            continue  # taken as printed, which `share_against_votes` looks at
        if kept is None or abs(kept - 100.0 * had / total) > OUT_OF_DATE:
            yield poll.of_one(
                "share-out-of-date", one, "no kept share" if kept is None else f"a kept share of {kept:.2f}%",
                f"{100.0 * had / total:.2f}%: {figure(had)} of {figure(total)}",
            )  # fmt: skip


def turnout_against_figures(poll: Poll) -> Iterator[Finding]:
    """A printed turnout that is not the part of the electorate that voted."""
    held = poll.held
    if held.turnout is None or not held.electorate:
        return
    parts = turnouts(held.electorate, held.ballots, held.valid_votes, poll.per_paper)
    if not turnout_fits(held.turnout, parts):
        voters = held.ballots if held.ballots is not None else held.valid_votes
        yield poll.of_itself(
            "turnout-against-figures", f"a turnout of {held.turnout:g}%",
            f"{parts[0]:.2f}%: {voters:,} of {held.electorate:,}", "turnout", fitting=parts[0],
        )  # fmt: skip


def quota_against_votes(poll: Poll) -> Iterator[Finding]:
    """A printed quota that follows from the valid votes and the seats by none of the usual rules."""
    quota, seats = poll.held.quota, poll.held.seats
    if quota is None or not seats:
        return
    bases: list[float] = [poll.held.valid_votes] if poll.held.valid_votes else []
    if poll.complete and poll.of_preferences:
        bases.append(poll.together)
    if bases and not any(is_usual(quota, valid, seats) for valid in bases):
        yield poll.of_itself(
            "quota-against-votes", f"the quota {figure(quota)}",
            f"{droop(bases[0], seats):,} (Droop) or another usual one of {figure(bases[0])} valid votes and "
            f"{count(seats, 'seat')}", "quota", "valid_votes", "seats",
        )  # fmt: skip
