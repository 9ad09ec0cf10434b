"""The row of an answer whose facts are looked at, as it stands in that answer."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.errors import Missing
from db.lens import VIEWS, Lens
from db.questions.evidence.worked import said
from db.reading.shown import shown
from db.view import Column, Fact, Kind, Origin, Row

LONG = frozenset({"candidates"})
"""Views of which only windows are read: their rows are not looked for."""


NAMING = frozenset({Kind.TEXT, Kind.DATE, Kind.FACTION, Kind.FACTIONS, Kind.NAMES})
"""Kinds of columns that say what a row is; the others are its figures."""


class Looked(NamedTuple):
    """A row with the table that it stands in."""

    words: str
    """Of the table and the view."""
    columns: tuple[Column, ...]
    row: Row

    @property
    def name(self) -> str:
        """What the row is: its first cell that is no figure."""
        cells = zip(self.columns, self.row.cells, strict=True)
        words = (said(cell, column.kind) for column, cell in cells if column.kind in NAMING)
        return next(filter(None, words), "")


def origin_of(lens: Lens) -> Origin:
    """What a lens says that is looked at.

    Raises:
        Missing: it says nothing of the kind.
    """
    try:
        origin = Origin.of(lens.row or "")
    except ValueError:
        origin = Origin("", "", ())
    if not origin.facts:
        raise Missing(
            "It is asked of a row where it comes from; name one, such as "
            '`slatewatch evidence "candidacies nec-clp-2012/kate-osamor"`.'
        )
    return origin


def looked_at(connection: sqlite3.Connection, lens: Lens, origin: Origin) -> Looked | None:
    """The row in the view that it was opened from; None where that view is a long list, or has it no more."""
    if origin.view not in VIEWS or origin.view in LONG:
        return None
    from db.questions import ask

    try:
        view = ask(connection, origin.view, lens.at(row=None, sort=None, text=""))
    except Missing:
        return None
    table = next((one for one in view.every_table if one.key == origin.table), None)
    found = table and next((row for row in table.rows if row.facts == origin.facts), None)
    if table is None or found is None:
        return None
    return Looked(", ".join(filter(None, (table.title, view.words))), table.columns, found)


def labels_of(origin: Origin, looked: Looked | None, fact: Fact) -> dict[str, str]:
    """The fields of a fact that the row shows, with the labels of their columns, in the order of these."""
    if looked is None:
        return {}
    labels: dict[str, str] = {}
    for column in looked.columns:
        for one, field in shown(origin.view, origin.table, column.key, looked.row):
            if one == fact:
                labels.setdefault(field, column.label)
    return labels
