"""The one place where the cells of an answer are marked in which sources state something else, and where its findings say so."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Final

from db.view import Fact, Row, Table, View, is_filled

if TYPE_CHECKING:
    from db.reading.disputes.marks import Marks

TELLING: Final = frozenset({"disputes", "evidence", "source", "sources", "audit", "claims", "claim"})
"""Views that are about sources and what they state: they tell of disputes themselves."""

APART: Final = frozenset({"candidates"})
"""Lists of which windows are read: they say themselves of all that they let through what is disputed, whatever is in sight."""


def marked(connection: sqlite3.Connection, view: View) -> View:
    """The answer with the columns of each row in which sources contradict what is shown, and with its reservations.

    Costs a look at an index that holds only citations of single fields, for the facts of the rows at hand.
    """
    if view.name in TELLING:
        return view
    facts = {fact for table in view.every_table for row in table.rows for fact in row.facts}
    if not facts:
        return view
    from db.reading.disputes.marks import marks_of

    marks = marks_of(connection, facts)
    if marks.disputes:
        touched = {fact for fact, _ in marks.disputes}
        main, *tables = (
            table._replace(rows=_marked(view.name, table, marks, touched)) for table in view.every_table
        )
        view = view._replace(rows=main.rows, tables=tuple(tables))
    if not marks.disputes and not marks.derived and not _has_basis(view):
        return view
    from db.questions.reservations import reserved

    whole = len(view.rows) == view.total and not view.more
    return reserved(connection, view, marks, said=whole and view.name not in APART)


def _marked(view: str, table: Table, marks: Marks, touched: Collection[Fact]) -> tuple[Row, ...]:
    return tuple(
        row._replace(disputed=_columns(view, table, row, marks))
        if any(fact in touched for fact in row.facts)
        else row
        for row in table.rows
    )


def _columns(view: str, table: Table, row: Row, marks: Marks) -> frozenset[str]:
    from db.reading.shown import shown

    return row.disputed | {
        column.key
        for column, cell in zip(table.columns, row.cells, strict=True)
        if is_filled(cell) and any(one in marks.disputes for one in shown(view, table.key, column.key, row))
    }


def _has_basis(view: View) -> bool:
    """Whether a row says that it is not known from a source as it stands."""
    return any(True for _ in bases(view))


def bases(view: View) -> Iterator[tuple[Row, str]]:
    """Rows that are not known from a source as they stand, each with how they are known."""
    for table in view.every_table:
        position = next((at for at, column in enumerate(table.columns) if column.key == "basis"), None)
        if position is not None:
            yield from ((row, str(row.cells[position])) for row in table.rows if row.cells[position])
