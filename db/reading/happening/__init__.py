"""All that happened to a body or section, day by day; what several tables of the record tell is told once."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence

from db.reading.factions import Factions
from db.reading.happening.leanings import of_memberships, of_scheme, of_statements
from db.reading.happening.rules import of_rules
from db.reading.happening.scope import Scope
from db.reading.happening.seats import of_seats
from db.reading.happening.value import Happening, mark_of, weight
from db.reading.place import Where
from db.reading.schemes import Scheme
from db.reading.seats.holders import Tenure

__all__ = ["Happening", "happenings", "leanings", "mark_of", "weight"]


def happenings(
    connection: sqlite3.Connection,
    place: Where,
    first: str = "",
    last: str = "9999",
    *,
    factions: Factions | None = None,
    scheme: Scheme | None = None,
    tenure: Tenure | None = None,
) -> list[Happening]:
    """What happened to a place from the first to the last day, both included: by day, the weightiest of a day first.

    Args:
        connection: to the record.
        place: a body, or a section with those that are part of it.
        first: the first day.
        last: the last day.
        factions: of the record, where they were read already.
        scheme: whose entries that begin or end are happenings too.
        tenure: of the place at all times, where it was read already.
    """
    if place.body is None:
        return []
    scope = Scope(connection, place, first, last, factions, tenure)
    found = [
        *of_seats(scope),
        *of_rules(scope),
        *_leanings(scope, scheme),
    ]
    return sorted(_once(found), key=lambda one: (one.date, weight(one.kind), one.kind))


def leanings(
    connection: sqlite3.Connection,
    place: Where,
    first: str = "",
    last: str = "9999",
    *,
    factions: Factions | None = None,
    scheme: Scheme | None = None,
    tenure: Tenure | None = None,
) -> list[Happening]:
    """Only what changes where holders are counted without a contest, in no order; arguments as above."""
    return list(_leanings(Scope(connection, place, first, last, factions, tenure), scheme))


def _leanings(scope: Scope, scheme: Scheme | None) -> Iterator[Happening]:
    yield from of_statements(scope)
    yield from of_memberships(scope)
    if scheme is not None:
        yield from of_scheme(scope, scheme)


def _once(found: Sequence[Happening]) -> list[Happening]:
    """Without rules whose change an event of that day and section tells."""
    told = {(one.date, one.section) for one in found if _of_rule(one) and one.facts[0][0] == "event"}
    return [
        one
        for one in found
        if one.facts[0][0] != "rule" or (one.date, one.section) not in told or one.section is None
    ]


def _of_rule(one: Happening) -> bool:
    return mark_of(one.kind).words == "rule"
