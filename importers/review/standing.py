"""Where results belong that do not say so themselves: to the place that the user is looking at."""

from __future__ import annotations

import sqlite3

from db.dates import agree
from db.lens import Lens
from db.matching import folded
from db.reading.contests.poll import Contest, contests
from importers.intake import Intake
from importers.results.result import Result
from importers.review.decisions import Decisions, Wanted
from importers.review.onrecord import OnRecord
from importers.review.placing import WHICH, by_itself

ALIKE = 0.5
"""Part of the candidates who stand in a contest already, from which a list is taken for one of that contest."""


def seen_from(record: OnRecord, intake: Intake, lens: Lens) -> Decisions:
    """What goes without saying: the one table that names no place belongs to the one on view.

    A contest on view that has figures already is meant only by a list of its own candidates.

    Args:
        record: what is on record.
        intake: what was read.
        lens: what is being looked at.
    """
    bare = [
        number
        for number, one in enumerate(intake.results)
        if not one.prose and one.later is None and one.result.candidates and _is_bare(record, one.result)
    ]
    connection = record.connection
    if len(bare) != 1 or lens.body is None:
        return Decisions()
    contest = _contest(connection, intake.results[bare[0]].result, lens)
    wanted = Wanted(contest) if contest else Wanted(body=_named(connection, lens.body), section=lens.section)
    return Decisions().with_contest(bare[0], wanted)


def _named(connection: sqlite3.Connection, body: str) -> str:
    """The short name of a body, as a question to the user words it; its key where another has the same name."""
    rows = connection.execute("SELECT key, name, short FROM body").fetchall()
    short = next((own for key, _, own in rows if key == body), body)
    named = [key for key, *names in rows if folded(short) in (folded(key), *map(folded, names))]
    return short if named == [body] else body


def _is_bare(record: OnRecord, result: Result) -> bool:
    """Whether a result says nothing of where it belongs, neither in words nor for certain by its candidates.

    A title names something, even where it is not on record: another body's result is none of the one on view.
    """
    if result.title or any(result.fact(field) is not None for field in ("body", "section")):
        return False
    placed = by_itself(record, result, Wanted())
    return placed.question == WHICH or bool(placed.unsure)


def _contest(connection: sqlite3.Connection, result: Result, lens: Lens) -> str | None:
    """The key of the contest on view, or of the only one of its section that is still without figures."""
    if lens.contest:
        found = contests(connection, "contest.key = ?", [lens.contest])
        fits = [one for one in found if one.figures == "none" or _is_of(connection, result, one)]
        return fits[0].key if fits and _is_then(result, fits[0]) else None
    query = "body.key = ? AND section.key = ?"
    coming = [
        one for one in contests(connection, query, [lens.body, lens.section]) if one.status != "declared"
    ]
    only = len(coming) == 1 and coming[0].figures == "none" and _is_then(result, coming[0])
    return coming[0].key if only else None


def _is_then(result: Result, contest: Contest) -> bool:
    """Whether the date that a result states, if it states one, can be that of a contest."""
    said, held = str(result.fact("date") or ""), contest.date or ""
    return not said or not held or agree(said, held)


def _is_of(connection: sqlite3.Connection, result: Result, contest: Contest) -> bool:
    query = "SELECT name FROM person JOIN candidacy ON person_id = person.id WHERE contest_id = ?"
    known = {folded(name) for (name,) in connection.execute(query, [contest.id])}
    stand = sum(folded(found.name) in known for found in result.candidates)
    return stand > ALIKE * len(result.candidates)
