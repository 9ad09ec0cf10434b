"""The one place where the cells of an answer are marked in which sources state something else, and where its findings say so."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection
from typing import TYPE_CHECKING, Final

from db.view import Cell, Column, Fact, Row, View

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
    tables = (view.rows, *(table.rows for table in view.tables))
    facts = {fact for rows in tables for row in rows for fact in row.facts}
    if not facts:
        return view
    from db.reading.disputes.marks import marks_of

    marks = marks_of(connection, facts)
    if marks.disputes:
        touched = {fact for fact, _ in marks.disputes}
        view = view._replace(
            rows=_marked(view.name, "", view.columns, view.rows, marks, touched),
            tables=tuple(
                table._replace(rows=_marked(view.name, table.key, table.columns, table.rows, marks, touched))
                for table in view.tables
            ),
        )
    if not marks.disputes and not marks.derived and not _has_basis(view):
        return view
    from db.questions.reservations import reserved

    whole = len(view.rows) == view.total and not view.more
    return reserved(connection, view, marks, said=whole and view.name not in APART)


def _marked(
    name: str,
    table: str,
    columns: tuple[Column, ...],
    rows: tuple[Row, ...],
    marks: Marks,
    touched: Collection[Fact],
) -> tuple[Row, ...]:
    return tuple(
        row._replace(disputed=_columns(name, table, columns, row, marks))
        if any(fact in touched for fact in row.facts)
        else row
        for row in rows
    )


def _columns(name: str, table: str, columns: tuple[Column, ...], row: Row, marks: Marks) -> frozenset[str]:
    from db.reading.shown import shown

    return row.disputed | {
        column.key
        for column, cell in zip(columns, row.cells, strict=True)
        if _filled(cell) and any(one in marks.disputes for one in shown(name, table, column.key, row))
    }


def _filled(cell: Cell) -> bool:
    return cell is not None and cell not in ("", ())


def _has_basis(view: View) -> bool:
    """Whether a row says that it is not known from a source as it stands."""
    for columns, rows in ((view.columns, view.rows), *((table.columns, table.rows) for table in view.tables)):
        position = next((at for at, column in enumerate(columns) if column.key == "basis"), None)
        if position is not None and any(row.cells[position] for row in rows):
            return True
    return False
