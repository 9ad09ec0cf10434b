"""Where sources state different values for the same thing: the contradictions, and below them what is only less exact."""

from __future__ import annotations

import sqlite3
from typing import Final, NamedTuple

from db.lens import Lens, Place
from db.matching import words_of
from db.questions.disputes.words import findings, notes
from db.reading.citations import Citations
from db.reading.disputes.found import Dispute, Side
from db.reading.disputes.naming import Told, rows_in_words
from db.reading.disputes.scope import disputes_in
from db.reading.disputes.values import Kind as Apart
from db.reading.disputes.wording import in_words as value_in_words
from db.reading.factions import Factions
from db.reading.fields import label_of
from db.reading.narrowing import emptied, matches, narrowed
from db.reading.place import in_words, where
from db.view import NO_SLATE, Column, Kind, Origin, Row, Table, Tone, View

COLUMNS: Final = (
    Column("row", "Of"),
    Column("field", "Field"),
    Column("shown", "Shown"),
    Column("others", "Also stated", Kind.NAMES),
    Column("apart", "Apart", Kind.SHARE, optional=True),
    Column("days", "Days apart", Kind.NUMBER, optional=True),
    Column("stated_by", "Shown value stated by", Kind.NAMES, wide=True),
    Column("others_by", "Others stated by", Kind.NAMES, wide=True),
    Column("reason", "Why it is shown", optional=True, wide=True),
)

WORKED_OUT: Final = "worked out from published figures"
"""Stands for our own arithmetic among the sources."""

DECISIVE: Final = ("outcome", "slate", "seats")
"""Fields that change what a result means: their disputes come before those of other words."""


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
    lines = [Line(one, told[one.fact], _row(connection, citations, one, told[one.fact])) for one in found]
    lines.sort(key=lambda line: _order(line.dispute))
    real = [line for line in lines if line.dispute.real]
    scope = ", ".join(filter(None, (place.body_name, place.section_name, lens.contest)))
    view = View(
        name="disputes",
        title=f"Disputes: {scope or 'the whole record'}",
        lens=lens,
        words=in_words(
            lens,
            factions,
            place.body_short or "the whole record",
            place.section_name,
            lens.contest,
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
        findings=findings(connection, shown, len(rough.rows)),
        tables=(rough,) if rough.rows else (),
        sources=tuple(citations.sources),
    )
    return view if view.rows else emptied(view, factions, "disputes")


def _less_exact(lens: Lens, factions: Factions, lines: list[Line]) -> Table:
    """What is stated less exactly or in other words, and contradicts nobody."""
    rows = [line.row for line in lines]
    if lens.factions:
        rows = [row for row in rows if factions.covers(lens.factions, row.factions, row.date)]
    if lens.text:
        words = words_of(lens.text)
        rows = [row for row in rows if matches(row, words)]
    return Table("less_exact", "Less exact, or in other words: no contradiction", COLUMNS, tuple(rows))


def _order(dispute: Dispute) -> tuple[int, float, int, str, str, int]:
    """Figures by size, then dates by days, then words, those first that change a result."""
    rank = {Apart.FIGURE: 0, Apart.DATE: 1}.get(dispute.kind, 2)
    decisive = DECISIVE.index(dispute.field) if dispute.field in DECISIVE else len(DECISIVE)
    weight = decisive if rank == 2 else 0
    return rank, -(dispute.size or 0.0), weight, dispute.field, dispute.fact.table, dispute.fact.id


def _row(connection: sqlite3.Connection, citations: Citations, dispute: Dispute, told: Told) -> Row:
    sides = (*([dispute.shown] if dispute.shown else []), *dispute.others)
    numbers = [citations.number(one.source) for side in sides for one in side.stated]

    def called(some: tuple[Side, ...]) -> tuple[str, ...]:
        named = (
            WORKED_OUT if one.derived else citations.called(citations.number(one.source))
            for side in some
            for one in side.stated
        )
        return tuple(dict.fromkeys(named))

    shown = value_in_words(connection, dispute, dispute.shown) if dispute.shown else None
    others = tuple(value_in_words(connection, dispute, side) for side in dispute.others)
    size = dispute.size if dispute.real else None
    cells = (
        told.words,
        label_of(dispute.fact.table, dispute.field),
        shown,
        others,
        size if dispute.kind is Apart.FIGURE else None,
        round(size) if size is not None and dispute.kind is Apart.DATE else None,
        called((dispute.shown,) if dispute.shown else ()),
        called(dispute.others),
        citations.explained(dispute.reason) or None,
    )
    fact = dispute.fact
    keys = frozenset({told.faction or NO_SLATE.key}) if fact.table == "candidacy" else frozenset()
    return Row(
        key=f"{fact.table}.{fact.id}/{dispute.field}",
        cells=cells,
        opens=Place("evidence", Lens(row=str(Origin("disputes", "", (fact,))))),
        factions=keys,
        date=told.date,
        tone=Tone.PLAIN if dispute.shown else Tone.NOTABLE,
        sources=tuple(dict.fromkeys(numbers)),
        facts=(fact,),
    )
