"""The tables under the measures: votes and seats by side, power by side, minimal winning coalitions."""

from __future__ import annotations

from collections.abc import Callable

from db.measures.proportionality import votes_per_seat
from db.questions.measures.power import Hall, Powers, as_group
from db.questions.measures.rests import of_open, of_sides
from db.questions.measures.words import on
from db.reading.counting.grouping import Grouping
from db.reading.counting.votes import Returns, Side, named
from db.reading.facts import together
from db.view import Column, Faction, Kind, Row, Table, Tone
from db.wording import plain_number

Shown = Callable[[Faction], bool]
"""Whether the filter lets a group through."""


def votes_table(now: Returns, before: Returns | None, grouping: Grouping, shown: Shown) -> Table:
    """Votes against seats of a contest, side by side.

    Args:
        now: the contest.
        before: the contest that its shares may be compared with.
        grouping: names the sides.
        shown: what the filter lets through.
    """
    columns = (
        Column("faction", grouping.label, Kind.FACTION),
        Column("votes", "Votes", Kind.NUMBER, optional=True),
        Column("share", "Share", Kind.SHARE, optional=True),
        Column("seats", "Seats", Kind.NUMBER, optional=True),
        Column("seat_share", "Of seats", Kind.SHARE, optional=True),
        Column("bonus", "Bonus", Kind.POINTS, optional=True),
        Column("votes_per_seat", "Votes a seat", Kind.NUMBER, optional=True),
        Column("before", "Before", Kind.SHARE, optional=True),
        Column("change", "Change", Kind.POINTS, optional=True),
    )
    if now.apart or (now.no_votes and now.no_seats):
        return Table("votes", "", columns, ())
    sides = sorted(
        now.sides,
        key=lambda side: (-now.sides[side].votes, -now.sides[side].seats, grouping.order(side.group)),
    )
    rows = [_votes_row(now, before, side, grouping) for side in sides if shown(side.group)]
    if now.unknown and shown(grouping.unknown):
        rows.append(_unknown_row(now, grouping))
    return Table("votes", f"Votes and seats, {on(now.contest)}", columns, tuple(rows))


def _votes_row(now: Returns, before: Returns | None, side: Side, grouping: Grouping) -> Row:
    portion, cast, won = now.sides[side], None, None
    if not now.no_votes:
        cast = float(now.vote_shares[side])
    if not now.no_seats:
        won = float(now.seat_shares[side])
    earlier = None if before is None else before.vote_shares.get(side)
    counted = now.contest.unit != "percent" and cast is not None
    each = votes_per_seat(portion.votes, portion.seats) if counted and won is not None else None
    cells = (
        named(now, side),
        plain_number(float(portion.votes)) if counted else None,
        cast,
        None if won is None else portion.seats,
        won,
        None if cast is None or won is None else won - cast,
        None if each is None else round(each),
        None if earlier is None else float(earlier),
        None if earlier is None or cast is None else cast - float(earlier),
    )
    group, rests = named(now, side).key, now.facts_of(side)
    if earlier is not None and before is not None:
        rests = together(rests, before.facts_of(side))
    opens = grouping.factions.record(group)
    return Row(group, cells, opens, grouping.keys(side.group), now.contest.date, facts=rests)


def _unknown_row(now: Returns, grouping: Grouping) -> Row:
    """What candidates have of whom it is not known on which side they are."""
    votes, seats = (sum(each) for each in zip(*now.unknown_shares, strict=True))
    counted = not now.no_votes
    cells = (
        grouping.unknown,
        plain_number(float(sum(one.votes for one in now.unknown)))
        if counted and now.contest.unit != "percent"
        else None,
        float(votes) if counted else None,
        None if now.no_seats else sum(one.seats for one in now.unknown),
        None if now.no_seats else float(seats),
        None, None, None, None,
    )  # fmt: skip
    keys = frozenset({grouping.unknown.key})
    rests = together(*(one.facts for one in now.unknown), [now.contest.fact])
    return Row(grouping.unknown.key, cells, None, keys, now.contest.date, Tone.FAINT, facts=rests)


def power_table(hall: Hall, powers: Powers, grouping: Grouping, shown: Shown) -> Table:
    """Votes and power, side by side; the lowest and highest where votes are not known whose they are."""
    columns = (
        Column("faction", grouping.label, Kind.FACTION),
        Column("votes", "Votes", Kind.NUMBER),
        Column("share", "Of votes", Kind.SHARE),
        Column("banzhaf", "Banzhaf", Kind.SHARE),
        Column("banzhaf_low", "from", Kind.SHARE, optional=True, wide=True),
        Column("banzhaf_high", "to", Kind.SHARE, optional=True, wide=True),
        Column("shapley", "Shapley-Shubik", Kind.SHARE),
        Column("shapley_low", "from", Kind.SHARE, optional=True, wide=True),
        Column("shapley_high", "to", Kind.SHARE, optional=True, wide=True),
        Column("absolute", "Absolute", Kind.SHARE),
        Column("swings", "Swings", Kind.NUMBER, wide=True),
    )
    if powers.why_not:
        return Table("power", "", columns, ())
    sides = sorted(hall.sides, key=lambda side: (-hall.votes[side], grouping.order(side.group)))
    rows = []
    for side in filter(lambda side: shown(side.group), sides):
        cells = _power_cells(as_group(hall, side), hall.votes[side], hall, powers, side)
        chamber = hall.balance.chamber
        rows.append(
            Row(
                as_group(hall, side).key,
                cells,
                grouping.factions.record(as_group(hall, side).key),
                grouping.keys(side.group),
                chamber.date,
                facts=of_sides(hall, [side]),
            )
        )
    if hall.open_votes and shown(grouping.unknown):
        rows.append(_open_row(hall, powers, grouping))
    return Table("power", f"Power, majority {hall.majority}", columns, tuple(rows))


def _power_cells(
    group: Faction, votes: int, hall: Hall, powers: Powers, side: Side
) -> tuple[Faction | float | int | None, ...]:
    one, low, high = powers.each[side], powers.lowest.get(side), powers.highest.get(side)
    return (
        group, votes, 100 * votes / hall.all_votes,
        float(100 * one.banzhaf), low and float(100 * low.banzhaf), high and float(100 * high.banzhaf),
        float(100 * one.shapley), low and float(100 * low.shapley), high and float(100 * high.shapley),
        float(100 * one.absolute), one.swings,
    )  # fmt: skip


def _open_row(hall: Hall, powers: Powers, grouping: Grouping) -> Row:
    """The votes that are not known, each a player by itself, with what they have together."""
    number, one = len(hall.open_votes), powers.each[0]
    cells = (
        grouping.unknown, number, 100 * number / hall.all_votes,
        float(100 * number * one.banzhaf), None, None, float(100 * number * one.shapley), None, None, None, None,
    )  # fmt: skip
    keys = frozenset({grouping.unknown.key})
    date, rests = hall.balance.chamber.date, of_open(hall)
    return Row(grouping.unknown.key, cells, None, keys, date, Tone.FAINT, facts=rests)


def coalition_table(hall: Hall, powers: Powers, grouping: Grouping, shown: Shown) -> Table:
    """The smallest coalitions that win for certain, then those that may win with votes that are not known."""
    columns = (
        Column("members", "Coalition", Kind.FACTIONS),
        Column("votes", "Votes", Kind.NUMBER),
        Column("wins", "Wins"),
        Column("spare", "Above majority", Kind.SIGNED, optional=True, wide=True),
    )
    majority, number = hall.majority, len(hall.open_votes)
    certain, possible = powers.certain.smallest, powers.possible.smallest if number else ()
    rows = []
    for members in dict.fromkeys((*certain, *possible)):
        groups = tuple(as_group(hall, side) for side in members)
        votes = sum(hall.votes[side] for side in members)
        wins = "for certain" if votes >= majority else f"with {majority - votes} of {number} not known"
        keys = frozenset().union(*(grouping.keys(side.group) for side in members))
        if any(shown(side.group) for side in members):
            cells = (groups, votes, wins, votes - majority)
            tone = Tone.STRONG if votes >= majority else Tone.PLAIN
            key, date = " + ".join(one.key for one in groups), hall.balance.chamber.date
            rows.append(Row(key, cells, None, keys, date, tone, facts=of_sides(hall, members)))
    return Table("coalitions", _coalition_title(powers, number), columns, tuple(rows))


def _coalition_title(powers: Powers, number: int) -> str:
    """How many there are, and how many of them are listed."""
    title = "Minimal winning coalitions"
    for found, words in ((powers.certain, ""), (powers.possible if number else None, " with the unknown")):
        if found is not None and found.total > len(found.smallest):
            title += f", the smallest {len(found.smallest)} of {found.total:,}{words}"
    return title
