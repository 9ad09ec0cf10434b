"""The findings and notes of a result, in sentences that may be printed."""

from __future__ import annotations

from db.dates import written
from db.measures import growth
from db.reading.citations import Citations
from db.reading.contests.gains import NONE, Gains
from db.reading.contests.pending import before_the_result
from db.reading.contests.poll import Candidate, Contest, Poll, is_lifted
from db.reading.contests.winners import others, own_slates, winners
from db.reading.factions import Factions
from db.wording import count, few, listed, number_word, plain_number, sentence, signed, was

FEW = 6
"""More names than these are not listed in a sentence."""


def findings(
    poll: Poll, factions: Factions, gains: Gains = NONE, chosen: frozenset[str] = frozenset()
) -> tuple[str, ...]:
    """One to three sentences on the contest, before or after its result.

    Args:
        poll: the contest with its candidates.
        factions: for who belongs to whom.
        gains: the seats that passed from slate to slate by it.
        chosen: keys of the factions switched on: what their slates won comes first.
    """
    if not poll.candidates:
        return ()
    if poll.contest.status != "declared":
        said = before_the_result(poll)
    elif not any(one.elected for one in poll.candidates):
        said = [_not_on_record(poll)]
    else:
        said = _result(poll, factions, gains, chosen)
    return tuple(sentence(one) for one in said if one)


def _not_on_record(poll: Poll) -> str:
    standing = [one.name for one in poll.candidates if one.stood]
    day = f" of {written(poll.contest.date)}" if poll.contest.date else ""
    known = count(len(standing), "candidate is known", "candidates are known")
    return f"the result{day} is not on record; {known}" + (
        f": {listed(standing)}" if 0 < len(standing) <= FEW else ""
    )


def _result(poll: Poll, factions: Factions, gains: Gains, chosen: frozenset[str]) -> list[str]:
    first = "; ".join(filter(None, (winners(poll, factions, gains), _missing(poll))))
    rest = "; ".join(filter(None, (others(poll, factions), _comings(poll, gains))))
    if not (own := own_slates(poll, factions, chosen)):
        return [first, rest, _votes(poll)]
    foremost, further = own
    last = _comings(poll, gains) or _votes(poll)
    return [first, further or rest, last if further else _votes(poll)] if foremost else [further, first, last]


def _missing(poll: Poll) -> str:
    """That some of the winners are not on record."""
    missing = (poll.contest.seats or 0) - sum(one.elected for one in poll.candidates)
    return f"of {count(missing, 'seat')} the result is not on record" if missing > 0 else ""


def _comings(poll: Poll, gains: Gains) -> str:
    """Who came in and which sitting members were not elected, but for those of whom the sentence before tells."""
    went = [one.name for one in poll.candidates if one.outcome == "not elected" and one.sitting]
    went = [name for name in went if name not in gains.told]
    lost = f"{few(went, FEW, 'sitting member')}{_apposed(went)} {was(len(went))} not elected" if went else ""
    return "; ".join(filter(None, (_new(poll, gains), lost)))


def _new(poll: Poll, gains: Gains) -> str:
    elected = [one for one in poll.candidates if one.elected]
    came = [one.name for one in elected if one.sitting is False]
    if len(elected) < 2:
        return ""  # the sentence before names the one
    if len(came) == len(elected):
        who = "neither" if len(came) == 2 else f"not one of the {number_word(len(came))}"
        return f"{who} was a sitting member"  # but some may have sat before
    rest = [name for name in came if name not in gains.told]
    return f"{few(rest, FEW, 'member')} came in" if rest else ""


def _apposed(went: list[str]) -> str:
    if len(went) > FEW:
        return ""
    return ", a sitting member," if len(went) == 1 else ", sitting members,"


def _lifted(poll: Poll) -> str:
    lifted = [one for one in poll.candidates if is_lifted(poll, one)]
    if not lifted:
        return ""
    lowest = max(one.rank for one in lifted if one.rank)
    over = [
        one.name for one in poll.candidates if one.outcome == "not elected" and one.rank and one.rank < lowest
    ]
    names = listed([one.name for one in lifted])
    return f"{names} {was(len(lifted))} elected below {listed(over)} by the rule: {poll.contest.quota_rule}"


def _votes(poll: Poll) -> str:
    """The total, its growth, the narrowest margin, and whom a rule lifted over others."""
    contest, said = poll.contest, []
    if contest.total is not None:
        grown = growth(contest.total, poll.earlier.total) if poll.alike and poll.earlier else None
        words = f"{plain_number(contest.total):,} {contest.unit or 'votes'} in all"
        if grown is not None and poll.earlier:
            words += f", {signed(grown, 1)}% on {written(poll.earlier.date)}"
        said.append(words)
    if margin := narrowest(poll):
        winner, loser, votes = margin
        if votes:
            said.append(f"{winner.name} was elected {_gap(contest, votes)} ahead of {loser.name}")
        else:
            said.append(f"{winner.name} was elected with as many votes as {loser.name}")
    said += filter(None, [_lifted(poll)])
    return "; ".join(said)


def _gap(contest: Contest, votes: float) -> str:
    if contest.unit == "percent":
        return f"{votes:.2f} points"
    number = plain_number(votes)
    return f"{number:,} vote{'' if number == 1 else 's'}"


def narrowest(poll: Poll) -> tuple[Candidate, Candidate, float] | None:
    """The last elected, the first not elected and the gap; None where a figure is missing or a rule overrode the order."""
    won = [one for one in poll.candidates if one.elected]
    lost = [one for one in poll.candidates if one.outcome == "not elected"]
    missing = any(one.votes is None or one.outcome == "unknown" for one in poll.candidates if one.stood)
    if not won or not lost or missing:
        return None
    last, first = min(won, key=lambda one: one.votes or 0), max(lost, key=lambda one: one.votes or 0)
    gap = (last.votes or 0) - (first.votes or 0)
    return (last, first, gap) if gap >= 0 and "transferable" not in (poll.contest.method or "") else None


def notes(poll: Poll, citations: Citations) -> tuple[str, ...]:
    """What a reader has to know about the figures."""
    contest, said = poll.contest, []
    if contest.figures == "partial" and any(one.votes is not None for one in poll.candidates):
        said.append(
            "The table is incomplete: some figures or candidates are missing, so shares are as published or left out."
        )
    if contest.valid_votes and contest.figures == "complete":
        total = sum(one.votes or 0 for one in poll.candidates)
        if total != contest.valid_votes:
            said.append(
                f"The figures add up to {plain_number(total):,}; shares are of the published total, {contest.valid_votes:,}."
            )
    if off := [one for one in poll.candidates if _misprinted(one)]:
        words = [
            f"{one.name} {one.published_share:g}% (the votes give {one.share:.2f}%)"
            for one in off
            if one.share is not None
        ]
        said.append(f"Published shares that do not follow from the votes: {'; '.join(words)}.")
    if poll.earlier and poll.comparable and not poll.alike:
        day = written(poll.earlier.date)
        said.append(
            f"Totals and shares of persons are not compared with {day}: it filled another number of seats."
        )
    if poll.earlier and not poll.comparable and contest.unit:
        unit = poll.earlier.unit or "figures that are not on record"
        said.append(f"No change is shown: {written(poll.earlier.date)} was counted in {unit}.")
    if any(one.unsought for one in poll.candidates):
        words = [
            f"{one.name} ({listed([faction.name for faction in one.unsought])})"
            for one in poll.candidates
            if one.unsought
        ]
        said.append(f"Endorsements that the candidate had not sought: {'; '.join(words)}.")
    if contest.note:
        said.append(sentence(citations.explained(contest.note)))
    return tuple(said)


def _misprinted(one: Candidate) -> bool:
    """Whether a published share differs from the computed one by more than its own rounding."""
    if one.votes is None or one.published_share is None or one.share is None:
        return False
    decimals = len(str(one.published_share).partition(".")[2]) if one.published_share % 1 else 0
    rounding: float = 0.51 * 10.0 ** -max(decimals, 1)
    return abs(one.share - one.published_share) > rounding
