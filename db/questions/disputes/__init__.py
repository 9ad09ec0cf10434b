"""Where sources state different values for the same thing: the contradictions, and below them what is only less exact."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.dates import written
from db.lens import Lens
from db.matching import words_of
from db.questions.dispute_rows import COLUMNS, dispute_row, weight_of
from db.questions.disputes.words import findings, notes
from db.reading.citations import Citations
from db.reading.disputes.found import Dispute
from db.reading.disputes.naming import Told, rows_in_words
from db.reading.disputes.scope import disputes_in
from db.reading.factions import Factions
from db.reading.narrowing import emptied, matches, narrowed
from db.reading.place import in_words, where
from db.view import Row, Table, View


class Line(NamedTuple):
    """A dispute with its row of the answer, before it is narrowed."""

    dispute: Dispute
    told: Told
    row: Row


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """The disputes of the lens's contest, section, body or the whole record, the largest first.

    Raises:
        Missing: the lens names what is not there, or a column that the list cannot be sorted by.
    """
    place, factions, citations = where(connection, lens), Factions(connection), Citations(connection)
    found = list(disputes_in(connection, lens))
    told = rows_in_words(connection, (one.fact for one in found))
    lines = [
        Line(one, told[one.fact], dispute_row(connection, citations, one, told[one.fact])) for one in found
    ]
    lines.sort(key=lambda line: weight_of(line.dispute))
    real = [line for line in lines if line.dispute.real]
    day = _day(connection, lens)
    scope = ", ".join(filter(None, (place.body_name, place.section_name, day)))
    view = View(
        name="disputes",
        title=f"Disputes: {scope or 'the whole record'}",
        lens=lens,
        words=in_words(
            lens,
            factions,
            place.body_short or "the whole record",
            place.section_name,
            day,
            "disputes",
        ),
        findings=(),
        columns=COLUMNS,
        rows=tuple(line.row for line in real),
        total=len(real),
        notes=notes(lens),
    )
    view = narrowed(view, factions, what="disputes")
    rough = _less_exact(lens, factions, [line for line in lines if not line.dispute.real])
    kept = {row.key for row in view.rows}
    shown = [(line.dispute, line.told.words) for line in real if line.row.key in kept]
    view = view._replace(
        findings=findings(connection, shown, len(rough.rows), part=len(shown) < len(real)),
        tables=(rough,) if rough.rows else (),
        sources=tuple(citations.sources),
    )
    return view if view.rows else emptied(view, factions, "disputes")


def _day(connection: sqlite3.Connection, lens: Lens) -> str:
    """The contest or round of the lens in words; blank for none."""
    query = "SELECT coalesce(date, key) FROM contest WHERE key = ?1 UNION ALL SELECT name FROM round WHERE key = ?1"
    found = connection.execute(query, [lens.contest]).fetchone() if lens.contest else None
    return written(found[0]) if found else lens.contest or ""


def _less_exact(lens: Lens, factions: Factions, lines: list[Line]) -> Table:
    """What is stated less exactly or in other words, and contradicts nobody."""
    rows = [line.row for line in lines]
    if lens.factions:
        rows = [row for row in rows if factions.covers(lens.factions, row.factions, row.date)]
    if lens.text:
        words = words_of(lens.text)
        rows = [row for row in rows if matches(row, words)]
    return Table("less_exact", "Less exact, or in other words: no contradiction", COLUMNS, tuple(rows))
