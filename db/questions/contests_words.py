"""The findings of the list of contests: how many over what time, who won most of the seats, and who won at first and last."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.dates import on_day, written
from db.lens import Lens
from db.reading.factions import Factions
from db.reading.filtering import Query
from db.reading.place import Where
from db.view import NO_SLATE, Faction
from db.wording import count, listed, number_word, part_of, sentence, the

FEW = 5_000
"""Up to so many contests it is looked through how many have a result."""

LOOKED = 500
"""Up to so many it is looked through who won their seats."""

SLATES = 3
"""Slates of which is said how many seats they won."""

UNKNOWN = """contest.status = 'declared'
    AND EXISTS (SELECT 1 FROM candidacy WHERE contest_id = contest.id)
    AND NOT EXISTS (SELECT 1 FROM candidacy WHERE contest_id = contest.id AND outcome = 'elected')"""
"""The condition that a contest was held and its result is not on record."""

_WON = """
SELECT slate_id, count(*) FROM contest CROSS JOIN candidacy ON contest_id = contest.id AND outcome = 'elected'
{where} GROUP BY slate_id
"""

_EDGE = """
SELECT contest.id, contest.date, contest.seats FROM contest {where} contest.kind = 'regular' AND contest.date IS NOT NULL
    AND EXISTS (SELECT 1 FROM candidacy WHERE contest_id = contest.id AND outcome = 'elected')
ORDER BY contest.date {order} LIMIT 1
"""


class Span(NamedTuple):
    """How many contests are let through, and the days of the first and the last."""

    total: int
    earliest: str | None
    latest: str | None


def findings(
    connection: sqlite3.Connection, lens: Lens, place: Where, query: Query, factions: Factions, span: Span
) -> tuple[str, ...]:
    """How many contests, who won most of their seats; of one section who won at the first and at the last."""
    if not span.total:
        return ()
    said = [_how_many(connection, lens, place, query, factions, span)]
    if span.total <= LOOKED:
        said.append(_won(connection, query, factions))
        if place.section is not None and span.total > 1:
            said.append(_first_and_last(connection, query, factions))
    return tuple(map(sentence, filter(None, said)))


def _how_many(
    connection: sqlite3.Connection, lens: Lens, place: Where, query: Query, factions: Factions, span: Span
) -> str:
    name = " ".join(filter(None, (place.body_short, place.section_name)))
    words = count(span.total, "contest")
    words += f" for seats of the {name}" if name else ""
    if lens.factions:
        on = sorted((factions.named(key) for key in lens.factions if factions.knows(key)), key=factions.order)
        stood = listed(
            ["somebody without a known slate" if one is NO_SLATE else the(one.name) for one in on], "or"
        )
        words += f" in which {stood} stood"
    words += f" matching “{lens.text}”" if lens.text else ""
    words += f" {'is' if span.total == 1 else 'are'} on record{_when(span)}"
    if span.total > FEW:
        return words
    (unknown,) = connection.execute(
        f"SELECT count(*) FROM contest {_and(query)} {UNKNOWN}", query.values
    ).fetchone()
    return words + (f"; {_results(unknown, span.total)} not" if unknown else "")


def _results(unknown: int, total: int) -> str:
    if unknown == total:
        return "its result is" if total == 1 else "their results are"
    return f"the {'result' if unknown == 1 else 'results'} of {number_word(unknown)} {'is' if unknown == 1 else 'are'}"


def _and(query: Query) -> str:
    """The conditions of the query, and room for one more."""
    return f"{query.where} AND" if query.where else "WHERE"


def _when(span: Span) -> str:
    if not span.earliest or not span.latest:
        return ""
    if span.earliest == span.latest:
        return f", {on_day(span.earliest)}"
    return f", from {written(span.earliest)} to {written(span.latest)}"


def _won(connection: sqlite3.Connection, query: Query, factions: Factions) -> str:
    """`Of the 106 seats won the CLGA won 39, Labour to Win 15 and Momentum 14`."""
    rows = connection.execute(_WON.format(where=query.where), query.values)
    seats = {factions.get(slate): int(number) for slate, number in rows}
    known = sorted(
        (one for one in seats.items() if one[0] is not NO_SLATE), key=lambda one: (-one[1], one[0].name)
    )
    if not known:
        return ""
    (first, most), *rest = known[:SLATES]
    parts = [f"{the(first.name, most)} won {part_of(most, sum(seats.values()), 'seat')} that were filled"]
    parts += [f"{the(slate.name, number)} {number_word(number)}" for slate, number in rest]
    return listed(parts)


def _first_and_last(connection: sqlite3.Connection, query: Query, factions: Factions) -> str:
    """Who won most at the first and at the last regular contest with a result."""
    told = []
    days = []
    for order in ("ASC", "DESC"):
        found = connection.execute(_EDGE.format(where=_and(query), order=order), query.values).fetchone()
        if found is None:
            return ""
        days.append(found[1])
        told.append(_foremost(connection, factions, *found))
    if days[0] == days[1] or None in told:
        return ""
    return f"{told[0]}; {told[1]}"


def _foremost(
    connection: sqlite3.Connection, factions: Factions, contest: int, date: str, seats: int | None
) -> str | None:
    query = "SELECT slate_id, count(*) FROM candidacy WHERE contest_id = ? AND outcome = 'elected' GROUP BY slate_id"
    won = {factions.get(slate): int(number) for slate, number in connection.execute(query, [contest])}
    most = max(won.values())
    first: list[Faction] = sorted(
        (slate for slate, number in won.items() if number == most), key=factions.order
    )
    if seats is None or sum(won.values()) > seats or NO_SLATE in first or len(first) == len(won) > 1:
        return None
    each = " each" if len(first) > 1 else ""
    return f"{on_day(date)} {listed([the(one.name, most) for one in first])} won {part_of(most, seats, 'seat')}{each}"
