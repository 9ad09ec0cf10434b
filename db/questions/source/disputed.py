"""The values of a source that are stated otherwise, by others or by itself elsewhere."""

from __future__ import annotations

import sqlite3

from db.reading.citations import Citations
from db.reading.disputes.found import Dispute, Disputes, Side
from db.reading.disputes.naming import rows_in_words
from db.reading.fields import field_of, for_eyes, label_of
from db.reading.sources import called
from db.reading.support import disputable
from db.view import Column, Row, Table, Tone

MOST = 500
"""Rows of which the statements are looked at."""

COLUMNS = (
    Column("subject", "Of what"),
    Column("field", "Field"),
    Column("value", "It states"),
    Column("others", "Others state"),
    Column("shown", "Shown"),
)


def disputed_table(connection: sqlite3.Connection, number: int, key: str, citations: Citations) -> Table:
    """What a source states and what is stated otherwise, with what is shown.

    Args:
        connection: to the record.
        number: id of the source.
        key: of the source.
        citations: number the sources of the other values.
    """
    facts = disputable(connection, number, MOST)
    rows = [
        _row(connection, one, sides, citations)
        for one in Disputes(connection).of(facts)
        if one.real and (sides := _own(one, key))
    ]
    return Table("disputed", "What is stated otherwise", COLUMNS, tuple(rows))


def _own(dispute: Dispute, key: str) -> list[Side]:
    """The values that the source states: two, where it contradicts itself."""
    return [side for side in dispute.sides if any(one.source.key == key for one in side.stated)]


def _row(connection: sqlite3.Connection, dispute: Dispute, own: list[Side], citations: Citations) -> Row:
    fact, field = dispute.fact, field_of(dispute.fact.table, dispute.field)

    def said(side: Side) -> str:
        return for_eyes(connection, field, side.value)

    others = [side for side in dispute.sides if side not in own]
    stated = [
        f"{said(side)}: {', '.join(dict.fromkeys(called(one.source) for one in side.stated))}"
        for side in others
    ]
    cited = [citations.number(one.source) for side in (*own, *others) for one in side.stated]
    told = rows_in_words(connection, [fact])[fact]
    cells = (
        told.words,
        label_of(fact.table, dispute.field).capitalize(),
        "; ".join(map(said, own)),
        "; ".join(stated) or "the source contradicts itself",
        said(dispute.shown) if dispute.shown else None,
    )
    key = f"{fact.table}.{fact.id}/{dispute.field}"
    numbers = tuple(dict.fromkeys(cited))
    return Row(key, cells, told.opens, tone=Tone.NOTABLE, sources=numbers, facts=(fact,))
