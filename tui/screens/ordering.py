"""Which column a view is sorted by next, and from which end: pure functions of view and lens."""

from __future__ import annotations

from db.lens import Lens
from db.view import Column, Kind, View, is_filled

FROM_HIGH = (Kind.NUMBER, Kind.SIGNED, Kind.SHARE, Kind.POINTS, Kind.DATE, Kind.FLAG)
"""Kinds of column that are sorted from high to low at first."""

UNSORTED = (Kind.HOLDERS, Kind.NAMES, Kind.FACTIONS)
"""Kinds of column that have no order."""


def sortable(view: View) -> list[Column]:
    """The columns that have an order, without those that no row fills."""
    return [
        column
        for place, column in enumerate(view.columns)
        if column.kind not in UNSORTED
        and (not column.optional or any(is_filled(row.cells[place]) for row in view.rows))
    ]


def by_next(lens: Lens, view: View) -> Lens:
    """Sorted by the column after the present one; after the last one in the question's own order again."""
    keys = [None, *(column.key for column in sortable(view))]
    here = keys.index(lens.sort_column) if lens.sort_column in keys else 0
    following = keys[(here + 1) % len(keys)]
    return lens.at(sort=None) if following is None else by(lens, view, following)


def by(lens: Lens, view: View, key: str) -> Lens:
    """Sorted by a column: from its natural end at first, the other way round when it is sorted by already."""
    if lens.sort_column == key:
        descending = not lens.descending
    else:
        descending = any(column.key == key and column.kind in FROM_HIGH for column in view.columns)
    return lens.at(sort=f"-{key}" if descending else key)
