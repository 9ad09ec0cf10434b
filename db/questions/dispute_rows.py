"""Disputes as rows: of the list of disputes, and of the brief of a contest."""

from __future__ import annotations

import sqlite3
from typing import Final

from db.lens import Lens, Place
from db.reading.citations import Citations
from db.reading.disputes.found import Dispute, Side
from db.reading.disputes.naming import Told
from db.reading.disputes.values import Kind as Apart
from db.reading.disputes.wording import in_words as value_in_words
from db.reading.fields import label_of
from db.view import NO_SLATE, Column, Kind, Origin, Row, Tone

COLUMNS: Final = (
    Column("row", "Of"),
    Column("field", "Field"),
    Column("shown", "Shown"),
    Column("others", "Also stated", Kind.NAMES),
    Column("apart", "Apart", Kind.SHARE, optional=True),
    Column("days", "Days", Kind.NUMBER, optional=True, wide=True),
    Column("stated_by", "Shown value stated by", Kind.NAMES, wide=True),
    Column("others_by", "Others stated by", Kind.NAMES, wide=True),
    Column("reason", "Why it is shown", optional=True, wide=True),
)

WORKED_OUT: Final = "worked out from published figures"
"""Stands for our own arithmetic among the sources."""

DECISIVE: Final = ("outcome", "slate", "seats")
"""Fields that change what a result means: their disputes come before those of other words."""


def weight_of(dispute: Dispute) -> tuple[int, float, int, str, str, int]:
    """Figures by size, then dates by days, then words, those first that change a result."""
    rank = {Apart.FIGURE: 0, Apart.DATE: 1}.get(dispute.kind, 2)
    decisive = DECISIVE.index(dispute.field) if dispute.field in DECISIVE else len(DECISIVE)
    weight = decisive if rank == 2 else 0
    return rank, -(dispute.size or 0.0), weight, dispute.field, dispute.fact.table, dispute.fact.id


def dispute_row(connection: sqlite3.Connection, citations: Citations, dispute: Dispute, told: Told) -> Row:
    """What is shown and what is stated besides, each with whoever states it."""
    numbers = [citations.number(one.source) for side in dispute.sides for one in side.stated]

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
