"""The contests and rounds of a section, a body or the whole record, the newest first."""

from __future__ import annotations

import sqlite3
from typing import Any

from db.errors import Missing
from db.lens import Lens, Place
from db.matching import beginnings
from db.questions.contests_words import UNKNOWN, Span, findings
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.facts import facts, listed, together
from db.reading.filtering import Query, of_factions
from db.reading.here import WITH_PARTS
from db.reading.narrowing import emptied
from db.reading.parts import in_parts, marks
from db.reading.place import Where, in_words, where
from db.view import Column, Fact, Kind, Row, Table, Tone, View
from db.wording import plain_number

COLUMNS = (
    Column("date", "Date", Kind.DATE),
    Column("body", "Body"),
    Column("section", "Section"),
    Column("kind", "Kind"),
    Column("status", "Status"),
    Column("seats", "Seats", Kind.NUMBER),
    Column("candidates", "Candidates", Kind.NUMBER),
    Column("elected", "Elected", Kind.NUMBER),
    Column("votes", "Votes", Kind.NUMBER),
    Column("unit", "Unit", wide=True),
    Column("round", "Held with", optional=True, wide=True),
    Column("contest", "Contest", wide=True),
    Column("basis", "Basis", optional=True),
)

ROUNDS = (
    Column("date", "Date", Kind.DATE),
    Column("round", "Round"),
    Column("contests", "Contests", Kind.NUMBER),
)

MANY_ROUNDS = 500
"""From so many rounds of the whole record on they are counted instead of listed."""

_STOOD = "(SELECT count(*) FROM candidacy WHERE contest_id = contest.id)"
_ELECTED = "(SELECT count(*) FROM candidacy WHERE contest_id = contest.id AND outcome = 'elected')"

ORDERS = {
    "date": "contest.date",
    "body": "(SELECT short FROM body WHERE body.id = contest.body_id) COLLATE NOCASE",
    "section": "(SELECT name FROM section WHERE section.id = contest.section_id) COLLATE NOCASE",
    "kind": "contest.kind",
    "status": f"CASE WHEN {UNKNOWN} THEN 'result not on record' ELSE contest.status END",
    "seats": "contest.seats",
    "candidates": _STOOD,
    "elected": f"nullif({_ELECTED}, 0)",
    "votes": "contest.total",
    "unit": "contest.unit COLLATE NOCASE",
    "round": "(SELECT name FROM round WHERE round.id = contest.round_id) COLLATE NOCASE",
    "contest": "contest.key",
    "basis": "contest.basis",
}
"""What the list is sorted by for each column."""

_CONTESTS = f"""
SELECT contest.id, contest.key, contest.date, body.key, body.short, section.key, section.name, contest.kind,
       contest.status, contest.seats, {_STOOD}, {_ELECTED}, total, unit, round.name, contest.basis, round.id,
       (SELECT group_concat(id) FROM candidacy WHERE contest_id = contest.id)
FROM (SELECT id AS wanted FROM contest {{where}} ORDER BY {{order}} LIMIT ? OFFSET ?)
JOIN contest ON contest.id = wanted
JOIN body ON body.id = contest.body_id
JOIN section ON section.id = contest.section_id
LEFT JOIN round ON round.id = contest.round_id
"""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Contests of the lens's place, a window of them.

    Raises:
        Missing: the lens names what is not there, or a column that the list cannot be sorted by.
    """
    place = where(connection, lens)
    factions = Factions(connection)
    query = _query(lens, place, factions)
    counting = f"SELECT count(*), min(date), max(date) FROM contest {query.where}"
    total, earliest, latest = connection.execute(counting, query.values).fetchone()
    view = View(
        name="contests",
        title=f"Contests: {', '.join(filter(None, (place.body_name, place.section_name))) or 'the whole record'}",
        lens=lens,
        words=in_words(lens, factions, place.body_short or "the whole record", place.section_name),
        findings=findings(connection, lens, place, query, factions, Span(total, earliest, latest)),
        columns=COLUMNS,
        rows=_rows(connection, lens, query, factions, first, limit),
        total=total,
        first=first,
        tables=_rounds(connection, place.body),
        notes=_notes(connection, lens, place),
    )
    view = Citations(connection).numbered(view)
    return view if total else emptied(view, factions, "contests")


def _query(lens: Lens, place: Where, factions: Factions) -> Query:
    query = Query()
    if place.section is not None:
        query.add(
            f"contest.section_id IN ({WITH_PARTS})",
            place.body,
            place.section,
            place.section,
        )
    elif place.body is not None:
        query.add("contest.body_id = ?", place.body)
    if lens.factions:
        condition, values = of_factions(lens, factions)
        query.add(f"contest.id IN (SELECT contest_id FROM candidacy WHERE {condition})", *values)
    if lens.text:
        wanted = beginnings(lens.text)
        query.add("contest.id IN (SELECT rowid FROM contest_search WHERE words MATCH ?)" if wanted else "0")
        query.values += [wanted] if wanted else []
    return query


def _rows(
    connection: sqlite3.Connection,
    lens: Lens,
    query: Query,
    factions: Factions,
    first: int,
    limit: int | None,
) -> tuple[Row, ...]:
    sql = _CONTESTS.format(where=query.where, order=_order(lens))
    read = connection.execute(sql, [*query.values, -1 if limit is None else limit, first]).fetchall()
    stood = _slates(connection, factions, [row[0] for row in read]) if lens.factions else {}
    return tuple(_row(row, stood.get(row[0], frozenset())) for row in read)


def _slates(
    connection: sqlite3.Connection, factions: Factions, contests: list[int]
) -> dict[int, frozenset[str]]:
    """Which slates stood in which of some contests."""
    found: dict[int, frozenset[str]] = {}
    for some in in_parts(contests):
        query = (
            f"SELECT DISTINCT contest_id, slate_id FROM candidacy WHERE contest_id IN ({marks(len(some))})"
        )
        for contest, slate in connection.execute(query, some):
            found[contest] = found.get(contest, frozenset()) | {factions.get(slate).key}
    return found


def _order(lens: Lens) -> str:
    if lens.sort_column is None:
        return "contest.date DESC, contest.body_id, contest.section_id, contest.id"
    if lens.sort_column not in ORDERS:
        raise Missing(
            f"There is no column {lens.sort_column!r} to sort by; the columns are {', '.join(ORDERS)}."
        )
    direction = "DESC" if lens.descending else "ASC"
    return f"{ORDERS[lens.sort_column]} {direction} NULLS LAST, contest.id {direction}"


def _row(row: tuple[Any, ...], slates: frozenset[str]) -> Row:
    (
        number,
        key,
        date,
        body_key,
        body,
        section_key,
        section,
        kind,
        status,
        seats,
        stood,
        elected,
        total,
        unit,
        held_with,
        basis,
        round_id,
        candidacies,
    ) = row
    if status == "declared" and stood and not elected:
        status = "result not on record"
    cells = (
        date,
        body,
        section,
        kind,
        status,
        seats,
        stood,
        elected or None,
        plain_number(total),
        unit,
        held_with,
        key,
        basis,
    )
    place = Place("contest", Lens(body=str(body_key), section=str(section_key), contest=str(key)))
    tone = Tone.PLAIN if elected else Tone.FAINT
    rests = together([Fact("contest", number)], facts("round", [round_id]), listed("candidacy", candidacies))
    return Row(str(key), cells, place, slates, str(date) if date else None, tone, facts=rests)


def _rounds(connection: sqlite3.Connection, body: int | None) -> tuple[Table, ...]:
    """The rounds of a body; of the whole record if they are not too many to list."""
    if body is None and _round_count(connection) >= MANY_ROUNDS:
        return ()
    scope = "" if body is None else "WHERE contest.body_id = ?"
    query = f"""
        SELECT round.id, round.key, round.name, coalesce(round.date, max(contest.date)), count(*), group_concat(contest.id)
        FROM contest CROSS JOIN round ON round.id = contest.round_id {scope} GROUP BY round.id ORDER BY 3 DESC
    """
    rows = [
        Row(
            key,
            (date, name, number),
            Place("contest", Lens(contest=key)),
            facts=together([Fact("round", own)], listed("contest", contests)),
        )
        for own, key, name, date, number, contests in connection.execute(
            query, [] if body is None else [body]
        )
    ]
    table = Table("rounds", "Rounds: contests held together", ROUNDS, tuple(rows))
    return (table,) if rows else ()


def _round_count(connection: sqlite3.Connection) -> int:
    return int(connection.execute("SELECT count(*) FROM round").fetchone()[0])


def _notes(connection: sqlite3.Connection, lens: Lens, place: Where) -> tuple[str, ...]:
    rounds = _round_count(connection) if place.body is None else 0
    kept = "Switching a faction on keeps the contests in which it stood."
    counted = f"{rounds:,} rounds of contests held together are not listed: a body lists its own."
    return (kept,) * bool(lens.factions) + (counted,) * (rounds >= MANY_ROUNDS)
