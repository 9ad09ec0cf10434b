"""The values that a published file becomes, and how much of one is taken."""

from __future__ import annotations

from typing import Final, NamedTuple

from db.errors import SlatewatchError

FORMATS: Final[tuple[str, ...]] = ("csv", "html", "markdown", "spreadsheet", "text")

FILE_BYTES: Final = 100_000_000
UNPACKED_BYTES: Final = 200_000_000
CELL_CHARACTERS: Final = 10_000
LINE_CHARACTERS: Final = 100_000  # running text: articles are often saved with each paragraph on one line
ROWS: Final = 1_000_000
CELLS: Final = 10_000_000  # rows times columns, so that one wide row cannot pad a million short ones


class BadFile(SlatewatchError):
    """A file cannot be read: names the file, the place, what was found and what was expected."""


class Cell(NamedTuple):
    """A piece of text and where it stands, in words for people."""

    text: str
    origin: str
    strong: bool = False
    """Whether all of a cell, or the beginning of a line, is printed in bold, where the format tells."""


class Sheet(NamedTuple):
    """A table: all rows have the same width, and a cell that spans several places stands in each of them."""

    title: str
    rows: tuple[tuple[Cell, ...], ...]
    above: tuple[Cell, ...] = ()
    """Its caption and the headings it stands under, the nearest first, and short paragraphs right before it."""


class Document(NamedTuple):
    """All that a file says."""

    name: str
    format: str
    sheets: tuple[Sheet, ...]
    lines: tuple[Cell, ...]
