"""Cells and rows on their way into a sheet: tidied, counted and brought to one width."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from importers.documents.document import CELL_CHARACTERS, CELLS, LINE_CHARACTERS, ROWS, BadFile, Cell, Sheet

NEAR: Final = 3
"""Paragraphs right before a table that may say what it is of."""
SHORT: Final = 160
BREAK = re.compile(r"[\r\n]+")


class Row(NamedTuple):
    """The cells of a row and its place, from which those that are missing get theirs."""

    place: str
    cells: list[Cell]


def tidy(text: str) -> str:
    """A text without blanks at its ends and on one line."""
    parts = (part.strip() for part in BREAK.split(text))
    return " ".join(part for part in parts if part)


def cell(name: str, text: str, origin: str, *, strong: bool = False) -> Cell:
    """A cell of a table.

    Raises:
        BadFile: the text is longer than any cell of a result is.
    """
    found = _at_most(CELL_CHARACTERS, "cell", name, tidy(text), origin)
    return found._replace(strong=True) if strong and found.text else found


def line(name: str, text: str, origin: str) -> Cell:
    """A line of running text.

    Raises:
        BadFile: the line is longer than any paragraph is.
    """
    return _at_most(LINE_CHARACTERS, "line", name, tidy(text), origin)


def _at_most(most: int, what: str, name: str, text: str, origin: str) -> Cell:
    if len(text) > most:
        raise BadFile(
            f"{name}, {origin}: found a {what} of {len(text):,} characters, expected at most {most:,}."
        )
    return Cell(text, origin)


def near(lines: Sequence[Cell], since: int) -> tuple[Cell, ...]:
    """The short ones of the last lines from the number `since` on, the nearest first."""
    return tuple(one for one in reversed(lines[since:][-NEAR:]) if len(one.text) <= SHORT)


def counted(name: str, rows: Iterable[Row]) -> Iterator[Row]:
    """The rows as they come, stopped before there are too many to hold.

    Raises:
        BadFile: there are more rows or cells than are taken.
    """
    cells = 0
    for number, row in enumerate(rows, 1):
        cells += len(row.cells)
        check_size(name, row.place, number, cells)
        yield row


def check_size(name: str, place: str, rows: int, cells: int) -> None:
    """See that a table may be held.

    Raises:
        BadFile: there are more rows or cells than are taken.
    """
    if rows > ROWS:
        raise BadFile(f"{name}, {place}: found more than {ROWS:,} rows, expected at most as many.")
    if cells > CELLS:
        raise BadFile(f"{name}, {place}: found more than {CELLS:,} cells, expected at most as many.")


def sheet(name: str, title: str, rows: list[Row], above: Iterable[Cell] = ()) -> Sheet:
    """A table of one width.

    Raises:
        BadFile: brought to one width it is larger than is taken.
    """
    width = max((len(row.cells) for row in rows), default=0)
    check_size(name, rows[-1].place if rows else "line 1", len(rows), width * len(rows))
    return Sheet(title, tuple(tuple(_padded(row, width)) for row in rows), tuple(above))


def _padded(row: Row, width: int) -> Iterator[Cell]:
    yield from row.cells
    for column in range(len(row.cells) + 1, width + 1):
        yield Cell("", f"{row.place}, column {column}")
