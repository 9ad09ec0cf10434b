"""Which contest results belong to: one on record, or one to be made from a section and a date."""

from __future__ import annotations

import sqlite3

from db.dates import includes, written
from db.errors import Missing, SlatewatchError
from db.questions.names import resolve
from importers.proposal import Target


def of_contest(connection: sqlite3.Connection, contest: str) -> Target:
    """A contest on record.

    Raises:
        Missing: there is none of this name.
    """
    key = resolve(connection, "contest", contest)
    (number,) = connection.execute("SELECT id FROM contest WHERE key = ?", [key]).fetchone()
    return _on_record(connection, number)


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
    body_id, short = connection.execute("SELECT id, short FROM body WHERE key = ?", [body_key]).fetchone()
    section_id, key, name = _section(connection, body_id, body_key, section)
    query = "SELECT id, key, date FROM contest WHERE section_id = ? AND date IS NOT NULL"
    then = [
        (number, contest)
        for number, contest, day in connection.execute(query, [section_id])
        if day == date or includes(day, date) or includes(date, day)
    ]
    if len(then) > 1:
        keys = ", ".join(contest for _, contest in then)
        raise SlatewatchError(
            f"several contests were held there then: {keys}; --contest names the one meant."
        )
    if then:
        return _on_record(connection, then[0][0])
    words = f"{short}, {name}, {written(date)} (new)"
    return Target(f"{body_key}-{key}-{date[:4]}", body_id, section_id, None, date, seats, words)


def _section(
    connection: sqlite3.Connection, body: int, body_key: str, section: str | None
) -> tuple[int, str, str]:
    if section is None:
        found = connection.execute("SELECT id, key, name FROM section WHERE body_id = ?", [body]).fetchall()
        if len(found) != 1:
            keys = ", ".join(key for _, key, _ in found)
            raise SlatewatchError(f"--section is wanted: the sections of {body_key} are {keys}.")
        number, key, name = found[0]
    else:
        key = resolve(connection, "section", section, body_key)
        number, name = connection.execute(
            "SELECT id, name FROM section WHERE body_id = ? AND key = ?", [body, key]
        ).fetchone()
    return int(number), str(key), str(name)


def _on_record(connection: sqlite3.Connection, contest: int) -> Target:
    query = """
        SELECT contest.key, contest.body_id, section_id, contest.id, contest.date, seats, body.short, section.name
        FROM contest JOIN body ON body.id = contest.body_id JOIN section ON section.id = section_id WHERE contest.id = ?
    """
    row = connection.execute(query, [contest]).fetchone()
    if row is None:
        raise Missing(f"There is no contest number {contest} on record.")
    key, body, section, number, date, seats, short, name = row
    return Target(key, body, section, number, date, seats, f"{short}, {name}, {written(date)}")
