"""The measures of seats: how many sides hold them in effect, how they moved, and what power they give."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple, TypeAlias

from db.dates import written
from db.measures.bounds import placements
from db.measures.coalitions import Coalitions, minimal_winning
from db.measures.power import Power, power
from db.measures.proportionality import effective_range, percentages
from db.measures.swing import pedersen_range
from db.questions.measures.votes import Chosen
from db.questions.measures.words import NOT_COMPARABLE, Measured, between, figure, lacking, ranged, together
from db.reading.counting.balance import Balance
from db.reading.counting.grouping import Grouping
from db.reading.counting.seat_facts import SeatFacts, seat_facts
from db.reading.counting.votes import Side, alone, is_alone
from db.reading.seats.holders import Seated
from db.view import Faction
from db.wording import as_percent, count, listed

INDICES = {"banzhaf": "banzhaf", "penrose": "absolute", "shapley": "shapley"}
"""The measures of power, and what they are called in `Power`."""

WAYS = 100
"""Ways of placing the votes that are not known which are tried at the most; of more no range is stated."""

STEPS = 900_000
"""Steps of counting that are taken for all ways together: as many as take some hundredths of a second."""

LISTED = 20
"""Minimal winning coalitions that are listed of each kind."""

Player: TypeAlias = Side | int
"""A side, or the number of a vote that is not known whose it is."""


class Hall(NamedTuple):
    """A chamber by sides."""

    balance: Balance
    sides: dict[Side, tuple[Seated, ...]]
    """Who is on each side for certain; nobody where somebody only may be."""
    seats: dict[Side, int]
    """Seats of each side for certain."""
    votes: dict[Side, int]
    """Votes of each side for certain."""
    open_seats: int
    """Seats of which it is not known whose they are."""
    open_votes: tuple[tuple[Side, ...], ...]
    """For each vote of which that is not known: the sides that it may belong to."""
    apart: str
    """Why sides cannot be told apart; blank where they can."""

    all_votes: int
    """Votes that can be cast."""
    majority: int
    """More than half of them."""
    rests: SeatFacts
    """What each seat rests on, and where its holder is counted."""

    @property
    def seat_shares(self) -> dict[Side, Fraction]:
        """Seats of each side in percent of all that somebody holds."""
        return percentages(self.seats, sum(self.seats.values()) + self.open_seats)


class Powers(NamedTuple):
    """The power of all sides."""

    why_not: str
    """Why it is not stated; blank where it is."""
    each: dict[Player, Power]
    """With every vote that is not known cast by itself."""
    lowest: dict[Side, Power]
    """With each of those votes on any side, or by itself; nothing where there are too many ways, or none is open."""
    highest: dict[Side, Power]
    certain: Coalitions[Side]
    """Minimal winning coalitions by the votes that sides have for certain."""
    possible: Coalitions[Side]
    """And if all votes that are not known are cast with them."""


def hall_of(balance: Balance, grouping: Grouping) -> Hall:
    """A chamber by sides: groups, and independents one by one."""
    sides: dict[Side, list[Seated]] = {}
    for block in balance.blocks:
        single = is_alone(grouping, block.group)
        if not single:
            sides[Side(block.group)] = []
        for one in block.holders:
            sides.setdefault(Side(block.group, one.person if single else 0), []).append(one)
    groups = tuple(side for side in sides if not side.person)
    unknown = [groups] * balance.unknown_votes
    torn = [
        tuple(side for side in groups if side.group in leaning.groups)
        for one, leaning in balance.torn
        if one.voting
    ]
    chamber = balance.chamber
    open_seats = len(balance.unknown) + len(balance.torn) + sum(chamber.not_known.values())
    return Hall(
        balance,
        {side: tuple(held) for side, held in sides.items()},
        {side: len(held) for side, held in sides.items()},
        {side: sum(one.voting for one in held) for side, held in sides.items()},
        open_seats,
        (*unknown, *torn),
        _apart(balance, grouping),
        chamber.votes,
        chamber.majority,
        seat_facts(balance),
    )


def _apart(balance: Balance, grouping: Grouping) -> str:
    chamber = balance.chamber
    if unsized := [one.name for one in chamber.sections if one.seats is None]:
        return f"how many seats the {listed(unsized)} had is not on record"
    if not chamber.total:
        return "there are no seats"
    number = sum(one.all_of_them and len(one.groups) > 1 for one in balance.leanings)
    if number:
        return f"{count(number, 'holder counts', 'holders count')} with several"
    return "" if balance.blocks else f"no holder's {grouping.key} is on record"


def powers_of(hall: Hall) -> Powers:
    """Voting power by majority of the votes that can be cast."""
    majority, open_votes = hall.majority, len(hall.open_votes)
    why_not = hall.apart or _powerless(hall)
    if why_not:
        return Powers(why_not, {}, {}, {}, Coalitions(0, ()), Coalitions(0, ()))
    votes = hall.votes
    each = power(_with(votes, open_votes), majority)
    steps = (len(votes) + open_votes) ** 2 * majority
    ways = placements(votes, hall.open_votes, min(WAYS, STEPS // steps)) if open_votes else None
    tried = [power(_with(weights, alone), majority) for weights, alone in ways or ()]
    lowest = {side: _lowest([one[side] for one in tried]) for side in votes if tried}
    highest = {side: _highest([one[side] for one in tried]) for side in votes if tried}
    certain = minimal_winning(votes, majority, LISTED)
    possible = minimal_winning(votes, majority - open_votes, LISTED)
    return Powers("", each, lowest, highest, certain, possible)


def _powerless(hall: Hall) -> str:
    number = len(hall.open_votes)
    if not hall.all_votes:
        return "nobody has a vote"
    if number >= hall.majority:
        return f"votes that cannot be placed are a majority, {number:,} of {hall.all_votes:,}"
    return ""


def _with(votes: dict[Side, int], alone: int) -> dict[Player, int]:
    players: dict[Player, int] = dict.fromkeys(range(alone), 1)
    players.update((side, number) for side, number in votes.items())
    return players


def _lowest(found: list[Power]) -> Power:
    return Power(*(min(index) for index in zip(*found, strict=True)))


def _highest(found: list[Power]) -> Power:
    return Power(*(max(index) for index in zip(*found, strict=True)))


def of_seats(now: Hall, before: Hall, powers: Powers, chosen: Chosen | None) -> list[Measured]:
    """What can be measured of the seats of a day, and of the rest why it cannot.

    Args:
        now: the day looked at.
        before: the day compared with.
        powers: of the day looked at.
        chosen: the groups whose power is wanted; None where none is switched on: the strongest.
    """
    return [_effective(now), _volatility(now, before), *_power(now, powers, chosen), _coalitions(now, powers)]


def _effective(now: Hall) -> Measured:
    if now.apart:
        return lacking("enpp", now.apart)
    low, high = effective_range([*now.seats.values()], [1] * now.open_seats)
    return between("enpp", low, high, _seats(now))


def _seats(hall: Hall) -> str:
    seats = figure(sum(hall.seats.values()) + hall.open_seats, "seat")
    return f"{seats}, {hall.open_seats} not known" if hall.open_seats else seats


def _volatility(now: Hall, before: Hall) -> Measured:
    days = [written(one.balance.chamber.date) for one in (before, now)]
    if days[0] == days[1]:
        return lacking("volatility-seats", f"no day before {days[1]} is known", NOT_COMPARABLE)
    for day, one in zip(days, (before, now), strict=True):
        if one.apart:
            return lacking("volatility-seats", f"{one.apart}, {day}")
    low, high = pedersen_range(before.seat_shares, now.seat_shares) or (None, None)
    return between("volatility-seats", low, high, f"seats, {days[0]} to {days[1]}")


def _power(now: Hall, powers: Powers, chosen: Chosen | None) -> list[Measured]:
    if powers.why_not:
        return [lacking(one, powers.why_not) for one in INDICES]
    return [_index(now, powers, measure, chosen) for measure in INDICES]


def _index(now: Hall, powers: Powers, measure: str, chosen: Chosen | None) -> Measured:
    """The index of the strongest side, or the strongest of those chosen."""
    name = INDICES[measure]
    some = [side for side in now.sides if chosen is None or chosen(side.group)] or [*now.sides]
    most: Fraction = max(getattr(powers.each[side], name) for side in some)
    first = [side for side in some if getattr(powers.each[side], name) == most]
    low: Fraction = min(getattr(powers.lowest.get(side, powers.each[side]), name) for side in first)
    high: Fraction = max(getattr(powers.highest.get(side, powers.each[side]), name) for side in first)
    value = as_percent(float(100 * most))
    if powers.lowest and low != high:
        value += f" ({ranged(100 * low, 100 * high, 1)})"
    elif now.open_votes and not powers.lowest:
        value += " (range not stated)"
    stated = not now.open_votes or bool(powers.lowest)
    ends = (float(100 * low), float(100 * high)) if stated else (None, None)
    return Measured(measure, value, _whose(now, first), *ends)


def _whose(now: Hall, sides: list[Side]) -> str:
    """Sides of the same power with their votes, where they have as many; equal power may rest on unequal votes."""
    names, votes = (
        together([as_group(now, side).short for side in sides]),
        {now.votes[side] for side in sides},
    )
    each = " each" if len(sides) > 1 else ""
    own = (
        f"{votes.pop():,} of {figure(now.all_votes, 'vote')}{each}"
        if len(votes) == 1
        else f"of {now.all_votes:,} votes"
    )
    return f"{names}, {own}, majority {now.majority}"


def _coalitions(now: Hall, powers: Powers) -> Measured:
    if powers.why_not:
        return lacking("coalitions", powers.why_not)
    certain, possible = powers.certain, powers.possible
    smallest = (certain.smallest or possible.smallest)[:1]
    words = " + ".join(as_group(now, side).short for members in smallest for side in members)
    if not now.open_votes:
        first = f"{words} the first" if certain.total > 1 else words
        return Measured("coalitions", f"{certain.total:,}", first, float(certain.total), float(certain.total))
    value = f"{certain.total:,} for certain" if certain.total else "none for certain"
    words += f" the first; {possible.total:,} with all {len(now.open_votes)} not known"
    return Measured("coalitions", value, words)


def as_group(hall: Hall, side: Side) -> Faction:
    """A side as it is shown."""
    if not side.person:
        return side.group
    one = hall.sides[side][0]
    return alone(side.group, one.person_key, one.person_name)
