"""The slates of a contest: who stood on each, and what they won together."""

from __future__ import annotations

from collections import defaultdict
from typing import NamedTuple

from db.reading.contests.poll import Candidate, Contest, Poll
from db.reading.factions import Factions
from db.reading.facts import together
from db.view import NO_SLATE, Fact, Faction
from db.wording import plain_number


def by_slate(candidates: list[Candidate]) -> dict[Faction, list[Candidate]]:
    """Candidates by the slate stood on."""
    found: dict[Faction, list[Candidate]] = defaultdict(list)
    for one in candidates:
        found[one.slate].append(one)
    return found


def slate_shares(contest: Contest | None, candidates: list[Candidate]) -> dict[Faction, float]:
    """Share of each slate; none where the table is incomplete, since a slate's other candidates may be missing."""
    if contest is None or contest.figures != "complete":
        return {}
    return {
        slate: sum(one.share for one in members if one.share is not None)
        for slate, members in by_slate(candidates).items()
        if all(one.share is not None for one in members if one.stood)
    }


class SlateTotal(NamedTuple):
    """What the candidates of one slate won together."""

    slate: Faction
    members: tuple[Candidate, ...]
    votes: int | float | None
    """None where a figure is missing, or the figures are percentages."""
    share: float | None
    change: float | None
    """In points on the contest before; None where the two may not be compared, and where no slate is known."""
    seats: int | None
    """As far as is known; None before anybody is known to be elected, and where nobody is but somebody may have been."""

    def facts(self, poll: Poll) -> tuple[Fact, ...]:
        """What the totals count; where a change is known, those before too."""
        now = (one.fact for one in self.members)
        if self.change is None or poll.earlier is None:
            return together(now, [poll.contest.fact])
        before = (one.fact for one in poll.earlier_candidates if one.slate == self.slate)
        return together(now, [poll.contest.fact], before, [poll.earlier.fact])


def slate_totals(poll: Poll, factions: Factions) -> list[SlateTotal]:
    """The slates of a contest, the most successful first; those who stood on no known slate are one of them."""
    shares = slate_shares(poll.contest, poll.candidates)
    earlier = slate_shares(poll.earlier, poll.earlier_candidates) if poll.comparable else {}
    decided = any(one.elected for one in poll.candidates)
    counted = poll.contest.figures == "complete" and poll.contest.unit != "percent"
    found = []
    for slate, members in by_slate(poll.candidates).items():
        whole = counted and all(one.votes is not None for one in members if one.stood)
        votes = plain_number(sum(one.votes or 0 for one in members)) if whole else None
        compared = slate in shares and slate in earlier
        compared = compared and _same(slate, {*shares, *earlier}, factions, poll.contest.date)
        change = shares[slate] - earlier[slate] if compared else None
        seats = sum(one.elected for one in members)
        told = seats or (decided and not any(one.outcome == "unknown" for one in members))
        found.append(
            SlateTotal(slate, tuple(members), votes, shares.get(slate), change, seats if told else None)
        )
    return sorted(
        found,
        key=lambda one: (-(one.seats or 0), -(one.share or 0), -len(one.members), factions.order(one.slate)),
    )


def _same(slate: Faction, beside: set[Faction], factions: Factions, day: str | None) -> bool:
    """Whether a slate is one thing in two contests, so that a change of its share is its own.

    Votes on no known slate are no slate.  Those of whom no slate is known may have stood as independents.  A slate beside
    which one of its allies stood, in one of the contests, has given its votes away or taken others': both were one before.

    Args:
        slate: which has votes in both contests.
        beside: the slates of both contests.
        factions: who is allied.
        day: of the later contest.
    """
    if slate is NO_SLATE or (factions.kinds[slate.key] == "independent" and NO_SLATE in beside):
        return False
    others = beside - {slate, NO_SLATE}
    return not any(factions.allied(slate.key, other.key, day) for other in others)
