"""Seats that a source says are held, beside the terms on record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator

from db.dates import agree
from importers.results.result import Result, Seat
from importers.review.decisions import Decisions
from importers.review.onrecord import OnRecord
from importers.review.persons import who
from importers.review.placing import body_of, section_of
from importers.review.proposal import DOUBTFUL, NEW, SAME, ProposedSeat


def proposed_seats(
    record: OnRecord, number: int, result: Result, decisions: Decisions
) -> Iterator[ProposedSeat]:
    """The terms that a result tells of.

    Args:
        record: what is on record.
        number: of the result.
        result: with its seats.
        decisions: what the user says.
    """
    for index, seat in enumerate(result.seats):
        body = seat.body or str(result.fact("body") or decisions.wanted.body or "")
        one = _proposed(record, seat._replace(body=body), f"{number}h{index}", decisions)
        ticked = decisions.ticks.get(one.key, one.ticked)
        yield one if one.asked else one._replace(ticked=ticked)


def _proposed(record: OnRecord, seat: Seat, key: str, decisions: Decisions) -> ProposedSeat:
    body = body_of(record.connection, seat.body)
    section = section_of(record.connection, body[0], seat.section) if body else None
    own = section[0] if section else None
    person, reason, suggestions = who(record, decisions, seat, own)
    faction = record.faction(seat.faction) if seat.faction else None
    one = ProposedSeat(seat, NEW, key, True, own, person, reason, suggestions, faction)
    if not reason:
        return one._replace(kind=DOUBTFUL, asked="person", ticked=False)
    if not seat.body:
        return one._replace(kind=DOUBTFUL, asked="body", ticked=False)
    if own is not None and person is not None and _is_on_record(record.connection, own, person, seat):
        return one._replace(kind=SAME)
    return one


def _is_on_record(connection: sqlite3.Connection, section: int, person: int, seat: Seat) -> bool:
    """Whether the person holds a seat there from the same day on, as precisely as it is known."""
    query = "SELECT coalesce(start, since, '') FROM term WHERE section_id = ? AND person_id = ?"
    return any(agree(start, seat.start) for (start,) in connection.execute(query, [section, person]))
