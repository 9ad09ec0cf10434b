"""Which contest results belong to: one on record, or one to be made from a section and a date."""

from __future__ import annotations

import sqlite3

from db.dates import agree, written
from db.errors import Missing, SlatewatchError
from db.lens import Lens
from db.reading.contests.poll import Contest, contests
from db.reading.place import where
from db.wayfinding.names import resolve
from importers.review.proposal import Target


def of_contest(connection: sqlite3.Connection, contest: str) -> Target:
    """A contest on record.

    Raises:
        Missing: there is none of this name.
    """
    key = resolve(connection, "contest", contest)
    found = contests(connection, "contest.key = ?", [key])
    if not found:
        raise Missing(f"{key} is a round of several contests; --contest names one of them.")
    return on_record(found[0])


def of_section(
    connection: sqlite3.Connection, body: str, section: str | None, date: str, seats: int | None
) -> Target:
    """The contest of a section on a date; one to be made where none is on record.

    Args:
        connection: to the record.
        body: key or name of the body.
        section: key or name of its section; may be left out where the body has only one.
        date: as precise as known.
        seats: how many were to be filled, if known.

    Raises:
        Missing: there is no such body or section.
        SlatewatchError: the body has several sections, or several contests were held there then.
    """
    body_key = resolve(connection, "body", body)
    section_key = (
        resolve(connection, "section", section, body_key) if section else _only_section(connection, body_key)
    )
    place = where(connection, Lens(body=body_key, section=section_key))
    held = [
        one
        for one in contests(connection, "section.id = ?", [place.section])
        if one.date and agree(one.date, date)
    ]
    if len(held) > 1:
        keys = ", ".join(one.key for one in held)
        raise SlatewatchError(
            f"several contests were held there then: {keys}; --contest names the one meant."
        )
    if held:
        return on_record(held[0])
    words = f"{place.body_short}, {place.section_name}, {written(date)} (new)"
    return Target(f"{body_key}-{section_key}-{date[:4]}", place.section, None, date, seats, words)


def _only_section(connection: sqlite3.Connection, body: str) -> str:
    """The key of the section of a body that has one."""
    query = "SELECT section.key FROM section JOIN body ON body.id = body_id WHERE body.key = ?"
    keys = [key for (key,) in connection.execute(query, [body])]
    if len(keys) != 1:
        raise SlatewatchError(f"--section is wanted: the sections of {body} are {', '.join(keys)}.")
    return str(keys[0])


def on_record(contest: Contest) -> Target:
    """The target that a contest on record is."""
    words = f"{contest.body_short}, {contest.section_name}, {written(contest.date)}"
    return Target(contest.key, contest.section_id, contest.id, contest.date, contest.seats, words)
