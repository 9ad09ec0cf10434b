"""Who won a contest, by slate, with how many votes: the sentences that a result begins with."""

from __future__ import annotations

from collections.abc import Mapping

from db.dates import written
from db.reading.contests.gains import Gains, in_words
from db.reading.contests.poll import Candidate, Poll
from db.reading.contests.slates import SlateTotal, slate_totals
from db.reading.factions import Factions
from db.view import NO_SLATE, Faction
from db.wording import as_percent, count, few, listed, moved, number_word, part_of, the, was

NAMES = 6
"""More winners than these are counted and not named."""


def winners(poll: Poll, factions: Factions, gains: Gains) -> str:
    """Who won how many seats, with the share of the foremost slate where it is known, and what passed from slate to slate."""
    elected = [one for one in poll.candidates if one.elected]
    won = _won(poll, factions)
    if len(elected) == 1 and _seats(poll) == 1:
        return _single(poll, elected[0], won, gains)
    if not won:
        names = few([one.name for one in elected], NAMES, "candidate")
        return _and(f"{names} {was(len(elected))} elected{_to(poll)}", in_words(gains))
    first = [one for one in won if one.seats == won[0].seats]
    if len(first) > 1:
        return _and(_level(poll, first), in_words(gains))
    return _and(_of_slate(poll, won[0]), in_words(gains, won[0].slate))


def _and(*words: str) -> str:
    return "; ".join(filter(None, words))


def others(poll: Poll, factions: Factions) -> str:
    """What those won who were not foremost: `Labour First and an independent won one seat each`."""
    won = _won(poll, factions)
    rest = [one for one in won if one.seats != won[0].seats] if won else []
    unknown = sum(one.elected and one.slate is NO_SLATE for one in poll.candidates) if won else 0
    parts: list[str] = []
    for seats in dict.fromkeys(one.seats or 0 for one in rest):
        names = [the(one.slate.name, seats) for one in rest if one.seats == seats]
        number = number_word(seats) if parts else f"won {count(seats, 'seat')}"
        parts.append(f"{listed(names)} {number}{' each' if len(names) > 1 else ''}")
    if unknown:
        number = number_word(unknown) if parts else count(unknown, "seat")
        parts.append(f"{number} went to {slateless(unknown)}")
    return ", ".join(parts) if any(" and " in one for one in parts) else listed(parts)


def slateless(seats: int) -> str:
    """Those who won so many seats on no known slate."""
    return f"{'a candidate' if seats == 1 else 'candidates'} without a known slate"


def own_slates(poll: Poll, factions: Factions, chosen: frozenset[str]) -> tuple[bool, str] | None:
    """Of the factions switched on: whether a foremost slate is among theirs, and what the others of theirs won.

    None where none is switched on, or none of theirs stood.
    """
    totals = [one for one in slate_totals(poll, factions) if one.slate is not NO_SLATE]
    own = [one for one in totals if factions.covers(chosen, {one.slate.key}, poll.contest.date)]
    if not own:
        return None
    best = max(one.seats or 0 for one in totals)
    further = [one for one in own if one.seats != best]
    return len(further) < len(own), "; ".join(_of_slate(poll, one) for one in further)


def _won(poll: Poll, factions: Factions) -> list[SlateTotal]:
    """The slates that won a seat, the most successful first."""
    return [one for one in slate_totals(poll, factions) if one.seats and one.slate is not NO_SLATE]


def _seats(poll: Poll) -> int:
    return max(poll.contest.seats or 0, sum(one.elected for one in poll.candidates))


def _to(poll: Poll) -> str:
    """`, to four of the six seats`, where some of the winners are missing."""
    elected, seats = sum(one.elected for one in poll.candidates), _seats(poll)
    return f" to {part_of(elected, seats, 'seat')}" if elected != seats else ""


def _of_slate(poll: Poll, one: SlateTotal) -> str:
    seats = one.seats or 0
    share = _with(poll, one.share) + _moved(poll, one.change)
    if not seats:
        return f"{the(one.slate.name, len(one.members))} won no seat{share}"
    return f"{the(one.slate.name, seats)} won {part_of(seats, _seats(poll), 'seat')}{share}"


def _level(poll: Poll, first: list[SlateTotal]) -> str:
    """Several who won as many seats: `A (43.9% of votes) and B (35.9%) won three of the six seats each`."""
    seats = first[0].seats or 0
    names = [the(one.slate.name, seats) for one in first]
    shares = [one.share for one in first]
    if None not in shares:
        units = [_unit(poll)] + [""] * (len(first) - 1)
        names = [
            f"{name} ({as_percent(share or 0)}{unit})"
            for name, share, unit in zip(names, shares, units, strict=True)
        ]
    return f"{listed(names)} won {part_of(seats, _seats(poll), 'seat')} each"


def _single(poll: Poll, person: Candidate, won: list[SlateTotal], gains: Gains) -> str:
    slate = f" ({person.slate.name})" if won else ""
    total = won[0] if won and len(won[0].members) == 1 else None
    last = f" from {gains.losers[0].person_name} ({gains.losers[0].faction.name})" if gains.losers else ""
    change = _moved(poll, total.change if total else None)
    return f"{person.name}{slate} won the seat{last}{_with(poll, person.share)}{change}"


def _with(poll: Poll, share: float | None) -> str:
    return "" if share is None else f" with {as_percent(share)}{_unit(poll)}"


def _unit(poll: Poll) -> str:
    """Of what a share is: votes of any kind, or what else was counted; percentages say it themselves."""
    unit = poll.contest.unit
    if unit in (None, "percent"):
        return ""
    return " of votes" if unit.endswith("votes") else f" of {unit}"


def _moved(poll: Poll, change: float | None) -> str:
    """The change on the contest before, whose day the sentence on the votes has where the totals are compared."""
    if change is None or poll.earlier is None:
        return ""
    told = poll.alike and poll.contest.total is not None and poll.earlier.total
    return f", {moved(change)}" + ("" if told else f" on {written(poll.earlier.date)}")


MOST = 3
"""Slates of which is said how many of their candidates were elected."""


def most_elected(fared: Mapping[Faction, tuple[int, int]]) -> str:
    """Whose candidates were elected most often: `... of Momentum (2 of 3 candidacies) and Labour to Win (1 of 1)`.

    Args:
        fared: of each slate how many were elected, of how many candidacies.
    """
    won = [(slate, *numbers) for slate, numbers in fared.items() if numbers[0] and slate is not NO_SLATE]
    won.sort(key=lambda one: (-one[1], -one[2], one[0].name))
    if not won:
        return ""
    parts = [
        f"{the(slate.name)} ({elected:,} of {stood:,}{'' if at else ' candidacy' if stood == 1 else ' candidacies'})"
        for at, (slate, elected, stood) in enumerate(won[:MOST])
    ]
    often = "elected most often" if len(won) > 1 else "elected"
    return f"{often} were the candidates of {listed(parts)}"
