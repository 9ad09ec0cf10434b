"""The findings and notes of a result, in sentences that may be printed."""

from __future__ import annotations

from db.dates import written
from db.measures import growth
from db.reading.citations import Citations
from db.reading.contests.poll import Candidate, Poll, is_lifted
from db.reading.contests.slates import by_slate, slate_shares
from db.reading.factions import Factions
from db.view import NO_SLATE, Faction
from db.wording import count, listed, number_word, plain_number, sentence, signed

STATUS = {
    "announced": "the contest is announced",
    "nominating": "nominations are open",
    "voting": "voting is open",
}
"""What is said of a contest before its result."""


def findings(poll: Poll, factions: Factions) -> tuple[str, ...]:
    """One to three sentences on the contest, before or after its result."""
    if not poll.candidates:
        return ()
    if poll.contest.status != "declared":
        return _before(poll)
    if not any(one.elected for one in poll.candidates):
        return (
            sentence(
                f"The result is not on record; {count(len(poll.candidates), 'candidate is', 'candidates are')} known"
            ),
        )
    said = [_seats(poll, factions), _newcomers(poll), _votes(poll)]
    return tuple(sentence(one) for one in said if one)


def _before(poll: Poll) -> tuple[str, ...]:
    """Who stands, before the result."""
    contest = poll.contest
    standing = [one for one in poll.candidates if one.outcome != "withdrawn"]
    seats = f" for {count(contest.seats, 'seat')}" if contest.seats is not None else ""
    said = [f"{count(len(standing), 'candidate')}{seats}; {STATUS[contest.status]}"]
    slates = {slate: members for slate, members in by_slate(standing).items() if slate is not NO_SLATE}
    if slates:
        parts = [f"{slate.name} {number_word(len(members))}" for slate, members in slates.items()]
        said.append(f"By slate: {listed(parts)}")
    if sitting := [one.name for one in standing if one.sitting]:
        said.append(f"Sitting members standing: {listed(sitting)}")
    return tuple(map(sentence, said))


def _seats(poll: Poll, factions: Factions) -> str:
    """Who won how many seats, with the share of the foremost slate where it is known."""
    won = {slate: sum(one.elected for one in members) for slate, members in by_slate(poll.candidates).items()}
    ranked = sorted(
        ((slate, seats) for slate, seats in won.items() if seats and slate is not NO_SLATE),
        key=lambda pair: -pair[1],
    )
    seats = poll.contest.seats or sum(won.values())
    missing = seats - sum(won.values())
    unknown = f"; of {count(missing, 'seat')} the result is not on record" if missing > 0 else ""
    if not ranked:
        return f"Elected: {listed([one.name for one in poll.candidates if one.elected])}{unknown}"
    (first, most), *others = ranked
    if seats == 1:
        person = next(one for one in poll.candidates if one.elected)
        return f"{person.name} ({first.name}) won the seat{_with_share(poll, first)}"
    words = f"{_the(first, factions)} won {number_word(most)} of the {number_word(seats)} seats{_with_share(poll, first)}"
    rest = [f"{slate.name} {number_word(number)}" for slate, number in others]
    if won.get(NO_SLATE):
        rest.append(f"{number_word(won[NO_SLATE])} without a known slate")
    return words + (f"; {listed(rest)}" if rest else "") + unknown


def _the(faction: Faction, factions: Factions) -> str:
    article = factions.kinds.get(faction.key) == "umbrella" and not faction.name.startswith("Labour to")
    return f"the {faction.name}" if article else faction.name


def _with_share(poll: Poll, slate: Faction) -> str:
    part = slate_shares(poll.contest, poll.candidates).get(slate)
    if part is None:
        return ""
    unit = (
        ""
        if poll.contest.unit in (None, "percent")
        else f" of {poll.contest.unit if poll.contest.unit != 'votes' else 'votes'}"
    )
    words = f" with {part:.1f}%{unit}"
    earlier = slate_shares(poll.earlier, poll.earlier_candidates).get(slate) if poll.comparable else None
    if earlier is None or poll.earlier is None:
        return words
    moved = part - earlier
    direction = "up" if moved >= 0.05 else "down" if moved <= -0.05 else "unchanged"
    amount = f" {abs(moved):.1f} points" if direction != "unchanged" else ""
    return f"{words}, {direction}{amount} on {written(poll.earlier.date)}"


def _newcomers(poll: Poll) -> str:
    """Who came in and which sitting members were not elected."""
    came = [one.name for one in poll.candidates if one.elected and one.sitting is False]
    went = [one.name for one in poll.candidates if one.outcome == "not elected" and one.sitting]
    lifted = _lifted(poll)
    said = []
    if len(came) == 1 and len(went) == 1:
        said.append(f"{came[0]} came in, and {went[0]}, a sitting member, was not elected")
    elif came and went:
        said.append(f"New: {listed(came)}; sitting and not elected: {listed(went)}")
    elif went:
        said.append(f"Sitting and not elected: {listed(went)}")
    return "; ".join(filter(None, [*said, lifted]))


def _lifted(poll: Poll) -> str:
    lifted = [one.name for one in poll.candidates if is_lifted(poll, one)]
    if not lifted:
        return ""
    ranks = [one.rank for one in poll.candidates if is_lifted(poll, one) and one.rank]
    over = [
        one.name
        for one in poll.candidates
        if one.outcome == "not elected" and one.rank and one.rank < max(ranks)
    ]
    verb = "was" if len(lifted) == 1 else "were"
    return f"{listed(lifted)} {verb} elected below {listed(over)} by the rule: {poll.contest.quota_rule}"


def _votes(poll: Poll) -> str:
    """The total, its growth, and the narrowest margin."""
    contest, said = poll.contest, []
    if contest.total is not None:
        grown = growth(contest.total, poll.earlier.total) if poll.alike and poll.earlier else None
        words = f"{plain_number(contest.total):,} {contest.unit or 'votes'} in all"
        if grown is not None and poll.earlier:
            words += f", {signed(grown, 1)}% on {written(poll.earlier.date)}"
        said.append(words)
    if margin := narrowest(poll):
        winner, loser, votes = margin
        unit = "points" if contest.unit == "percent" else "votes"
        gap = f"{votes:.2f}" if contest.unit == "percent" else f"{plain_number(votes):,}"
        said.append(f"{winner.name} was elected {gap} {unit} ahead of {loser.name}")
    return "; ".join(said)


def narrowest(poll: Poll) -> tuple[Candidate, Candidate, float] | None:
    """The last elected, the first not elected and the gap; None where a figure is missing or a rule overrode the order."""
    won = [one for one in poll.candidates if one.elected]
    lost = [one for one in poll.candidates if one.outcome == "not elected"]
    if not won or not lost or any(one.votes is None for one in won + lost):
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
