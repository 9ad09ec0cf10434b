"""The measures of a contest: how votes are spread, how seats follow them, how they moved since the contest before."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction

from db.measures.bounds import gallagher_range, loosemore_hanby_range
from db.measures.proportionality import effective_range, sainte_lague, seat_bonus, votes_per_seat
from db.measures.swing import Pair, butler, pedersen_range, steed
from db.questions.measures.words import (
    NOT_COMPARABLE,
    Measured,
    between,
    figure,
    lacking,
    not_comparable,
    on,
    points,
    towards,
)
from db.reading.counting.votes import Returns, Side, named
from db.view import Faction
from db.wording import as_percent

Chosen = Callable[[Faction], bool]
"""Whether a group is one of those switched on."""

GAPS = ("gallagher", "loosemore-hanby", "sainte-lague", "seat-bonus")
"""What compares votes with seats."""
MOVES = ("butler", "steed", "volatility-votes")
"""What compares two contests."""


def of_votes(now: Returns, before: Returns | None, chosen: Chosen | None) -> list[Measured]:
    """What can be measured of a contest, and of the rest why it cannot.

    Args:
        now: the contest.
        before: what it is compared with.
        chosen: the groups that a bonus or a swing is wanted of; None where none is switched on.
    """
    found = [_effective(now), *_gaps(now, chosen), _votes_per_seat(now)]
    return found + _moves(now, before, chosen)


def _effective(now: Returns) -> Measured:
    if why := now.apart or now.no_votes:
        return lacking("enep", f"{why}, {on(now.contest)}")
    low, high = effective_range([one.votes for one in now.sides.values()], [one.votes for one in now.unknown])
    return between("enep", low, high, f"{now.contest.unit or 'votes'}, {on(now.contest)}{_unknown(now)}")


def _unknown(now: Returns) -> str:
    if not now.unknown:
        return ""
    share = float(sum(votes for votes, _ in now.unknown_shares))
    return f"; {figure(len(now.unknown), 'candidate')} with {as_percent(share)} not known whose"


def _gaps(now: Returns, chosen: Chosen | None) -> list[Measured]:
    if why := now.apart or now.no_votes or now.no_seats:
        return [lacking(one, f"{why}, {on(now.contest)}") for one in GAPS]
    votes, seats = now.vote_shares, now.seat_shares
    known = [seats[side] - votes[side] for side in votes]
    unknown = [won - cast for cast, won in now.unknown_shares]
    of = f"votes and {figure(now.seats, 'seat')}, {on(now.contest)}"
    return [
        between("gallagher", *gallagher_range(known, unknown), of),
        between("loosemore-hanby", *loosemore_hanby_range(known, unknown), of),
        _sainte_lague(now, of),
        _bonus(now, chosen, unknown),
    ]


def _sainte_lague(now: Returns, of: str) -> Measured:
    """Never more than with each of the unknown alone, since sides that are taken together differ less."""
    votes, seats = now.vote_shares, now.seat_shares
    apart = [(votes[side], seats[side]) for side in votes] + [*now.unknown_shares]
    value = sainte_lague(
        {at: cast for at, (cast, _) in enumerate(apart)}, {at: won for at, (_, won) in enumerate(apart)}
    )
    return between("sainte-lague", None if now.unknown else value, value, of)


def _bonus(now: Returns, chosen: Chosen | None, unknown: list[Fraction]) -> Measured:
    side = next(iter(_ranked(now, chosen) or _ranked(now, None)))
    votes, seats = now.vote_shares[side], now.seat_shares[side]
    bonus = seat_bonus(votes, seats)
    low = bonus + sum((gap for gap in unknown if gap < 0), Fraction(0))
    high = bonus + sum((gap for gap in unknown if gap > 0), Fraction(0))
    if side.person:
        low = high = bonus
    of = f"{named(now, side).short}, {as_percent(float(votes))} of votes, {as_percent(float(seats))} of seats"
    return Measured("seat-bonus", points(low, high), of, float(low), float(high))


def _votes_per_seat(now: Returns) -> Measured:
    if why := now.no_votes or now.no_seats:
        return lacking("votes-per-seat", f"{why}, {on(now.contest)}")
    if now.contest.unit == "percent":
        return lacking("votes-per-seat", f"the figures are percentages, {on(now.contest)}")
    unit = now.contest.unit or "votes"
    value = votes_per_seat(now.total, now.seats)
    return between(
        "votes-per-seat", value, value, f"{unit} for {figure(now.seats, 'seat')}, {on(now.contest)}", 0
    )


def _moves(now: Returns, before: Returns | None, chosen: Chosen | None) -> list[Measured]:
    why = not_comparable(now.contest, before.contest if before else None)
    if why or before is None:
        return [lacking(one, why, NOT_COMPARABLE) for one in MOVES]
    for one in (now, before):
        if why := one.apart or one.no_votes:
            return [lacking(each, f"{why}, {on(one.contest)}") for each in MOVES]
    days = f"{on(before.contest)} to {on(now.contest)}"
    low, high = pedersen_range(before.vote_shares, now.vote_shares) or (None, None)
    return [*_swings(now, before, chosen, days), between("volatility-votes", low, high, f"votes, {days}")]


def _swings(now: Returns, before: Returns, chosen: Chosen | None, days: str) -> list[Measured]:
    both = [side for side in _ranked(now, None) if side in before.sides and not side.person]
    picked = [side for side in both if chosen is not None and chosen(side.group)]
    sides = picked if len(picked) == 2 else both[:2]
    if len(sides) < 2:
        return [lacking(one, f"no two groups stood both times, {days}", NOT_COMPARABLE) for one in MOVES[:2]]
    one, other = sides
    shares = before.vote_shares, now.vote_shares
    earlier, later = (Pair(found[one], found[other]) for found in shares)
    rest = [sum((votes for votes, _ in each.unknown_shares), Fraction(0)) for each in (before, now)]
    to_one = Pair(earlier.one, earlier.other + rest[0]), Pair(later.one + rest[1], later.other)
    to_other = Pair(earlier.one + rest[0], earlier.other), Pair(later.one, later.other + rest[1])
    names = [named(now, side).short for side in sides]
    of = f"{named(now, one).short} and {named(now, other).short}, {days}"
    found = [_swing("butler", butler(*to_other), butler(*to_one), names, of)]
    low, high = steed(*to_other), steed(*to_one)
    if low is None or high is None:
        return [*found, lacking("steed", f"neither has a vote, {days}")]
    return [*found, _swing("steed", low, high, names, of)]


def _swing(measure: str, low: Fraction, high: Fraction, names: list[str], of: str) -> Measured:
    return Measured(measure, towards(low, high, *names), of, float(low), float(high))


def _ranked(now: Returns, chosen: Chosen | None) -> list[Side]:
    """Sides by votes, the largest first; only those chosen."""
    some = [side for side in now.sides if chosen is None or chosen(side.group)]
    return sorted(some, key=lambda side: -now.sides[side].votes)
