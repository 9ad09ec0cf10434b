"""Places in a source, as they are worded: what is in one row or line."""

from __future__ import annotations

import re

_COLUMN = re.compile(r", column \d+$")
_CELL = re.compile(r", cell [A-Z]+(\d+)$")


def row_of(place: str) -> str:
    """The row or line of a place: `line 7` for `line 7, column 4`, `sheet A, row 7` for `sheet A, cell C7`."""
    return _CELL.sub(r", row \1", _COLUMN.sub("", place))


def same_row(place: str, other: str) -> bool:
    """Whether two places are in the same row or line."""
    return place == other or row_of(place) == row_of(other)
