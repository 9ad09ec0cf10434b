"""The contests and rounds of a section, a body or the whole record, the newest first."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from typing import Any

from db.dates import written
from db.lens import Lens, Place
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.narrowing import narrowed
from db.reading.place import in_words, where
from db.view import Column, Kind, Row, Table, Tone, View
from db.wording import count, plain_number, sentence

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

_CONTESTS = """
SELECT contest.id, contest.key, contest.date, body.key, body.short, section.key, section.name, contest.kind,
       contest.status, contest.seats,
       (SELECT count(*) FROM candidacy WHERE contest_id = contest.id),
       (SELECT count(*) FROM candidacy WHERE contest_id = contest.id AND outcome = 'elected'),
       total, unit, round.name, contest.basis
FROM contest
JOIN body ON body.id = contest.body_id
JOIN section ON section.id = contest.section_id
LEFT JOIN round ON round.id = contest.round_id
WHERE (:body IS NULL OR contest.body_id = :body) AND (:section IS NULL OR :section IN (section.id, section.parent_id))
ORDER BY contest.date IS NULL, contest.date DESC, body.id, section.position, contest.id
"""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """All contests of the lens's place.

    Raises:
        Missing: the lens names what is not there.
    """
    place = where(connection, lens)
    factions, citations = Factions(connection), Citations(connection)
    read = connection.execute(_CONTESTS, {"body": place.body, "section": place.section}).fetchall()
    cited = citations.of("contest", (row[0] for row in read))
    stood = _slates(connection, lens, factions)
    rows = tuple(_row(row, stood.get(row[0], frozenset()), cited[row[0]]) for row in read)
    view = View(
        name="contests",
        title=f"Contests: {', '.join(filter(None, (place.body_name, place.section_name))) or 'the whole record'}",
        lens=lens,
        words=in_words(lens, factions, place.body_short or "the whole record", place.section_name),
        findings=_findings(rows),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        tables=tuple(table for table in (_rounds(connection, place.body),) if table.rows),
        notes=("Switching a faction on keeps the contests in which it stood.",) if lens.factions else (),
        empty="" if rows else "No contest is on record here.",
    )
    return replace(narrowed(view, factions, what="contests"), sources=tuple(citations.sources))


def _slates(connection: sqlite3.Connection, lens: Lens, factions: Factions) -> dict[int, frozenset[str]]:
    """Which slates stood in which contest; read only where factions are switched on."""
    found: dict[int, frozenset[str]] = {}
    if lens.factions:
        query = "SELECT DISTINCT contest_id, slate_id FROM candidacy"
        for contest, slate in connection.execute(query):
            found[contest] = found.get(contest, frozenset()) | {factions.get(slate).key}
    return found


def _row(row: tuple[Any, ...], slates: frozenset[str], sources: tuple[int, ...]) -> Row:
    (
        _,
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
    return Row(str(key), cells, place, slates, str(date) if date else None, tone, sources)


def _findings(rows: tuple[Row, ...]) -> tuple[str, ...]:
    if not rows:
        return ()
    dates = sorted(str(row.cells[0]) for row in rows if row.cells[0])
    span = f", from {written(dates[0])} to {written(dates[-1])}" if len(dates) > 1 else ""
    unknown = sum(row.cells[4] == "result not on record" for row in rows)
    tail = f"; of {count(unknown, 'contest')} the result is not on record" if unknown else ""
    return (sentence(f"{count(len(rows), 'contest')} on record{span}{tail}"),)


def _rounds(connection: sqlite3.Connection, body: int | None) -> Table:
    query = """
        SELECT round.key, round.name, coalesce(round.date, max(contest.date)), count(*)
        FROM round JOIN contest ON round_id = round.id
        WHERE ? IS NULL OR contest.body_id = ? GROUP BY round.id ORDER BY 3 DESC
    """
    rows = [
        Row(key, (date, name, number), Place("contest", Lens(contest=key)))
        for key, name, date, number in connection.execute(query, [body, body])
    ]
    return Table("rounds", "Rounds: contests held together", ROUNDS, tuple(rows))
