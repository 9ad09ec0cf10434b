"""Plain text: its lines, and as a table those that stand in columns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO
from itertools import groupby

from importers.documents.document import Cell, Document, Sheet
from importers.documents.grid import NEAR, SHORT, Row, cell, counted, line, sheet

TAB, STROKE, BLANKS = re.compile(r"\t"), re.compile(r" \|(?= |$)"), re.compile(r" {2,}")
GAP = re.compile(f"{TAB.pattern}|{STROKE.pattern}|{BLANKS.pattern}")
GAPS_LOOKED_FOR = 1_000_000  # characters of a block
STEADY = 3  # fewer lines may stand in columns by chance
AGAIN = 2  # lines in as many columns as those of a table before


def read(name: str, text: str) -> Document:
    """The lines of a text, those in columns also as tables.

    Raises:
        BadFile: a line is longer or there are more than is taken.
    """
    raw = [one.rstrip("\n") for one in StringIO(text, newline=None)]
    rows = (Row(f"line {number}", [line(name, one, f"line {number}")]) for number, one in enumerate(raw, 1))
    lines = [row.cells[0] for row in counted(name, rows)]
    return Document(
        name, "text", tuple(in_columns(name, raw, lines)), tuple(one for one in lines if one.text)
    )


def in_columns(name: str, raw: list[str], lines: list[Cell]) -> Iterator[Sheet]:
    """The runs of lines that stand in columns, as tables.

    Args:
        name: the file's, for people.
        raw: the lines with their blanks.
        lines: the same with their places.

    Raises:
        BadFile: a cell is longer or there are more than is taken.
    """
    widths = set[int]()
    for in_columns, run in groupby(enumerate(raw), key=lambda one: len(GAP.split(one[1].strip())) > 1):
        block = list(run)
        first = block[0][0]
        if not in_columns or len(block) < AGAIN or not (parts := _columns([one for _, one in block])):
            continue
        if len(block) >= STEADY or {len(one) for one in parts} <= widths:
            widths |= {len(one) for one in parts}
            yield sheet(
                name,
                _title_above(lines, first),
                list(_rows(name, parts, lines[first:])),
                tuple(
                    one for one in reversed(lines[max(first - NEAR, 0) : first]) if 0 < len(one.text) <= SHORT
                ),
            )


def _columns(block: list[str]) -> list[list[str]]:
    """The lines cut into columns when the cut is steady: the same number in each, or the same gaps down the whole block."""
    for gap in (TAB, STROKE, BLANKS):
        parts = [gap.split(one.strip(" ")) for one in block]
        if len(parts[0]) > 1 and len({len(one) for one in parts}) == 1:
            return parts
    return [] if any("\t" in one for one in block) else _cut_at_gaps(block)


def _cut_at_gaps(block: list[str]) -> list[list[str]]:
    """Columns with blank places: cut where every line has at least two blanks."""
    width = max(map(len, block))
    if width * len(block) > GAPS_LOOKED_FOR:
        return []
    blank = "".join("#" if any(one[at : at + 1].strip() for one in block) else " " for at in range(width))
    starts = [found.start() for found in re.finditer(r"(?:(?<=  )|^ *)(?=#)", blank)]
    starts = [blank.index("#"), *(at for at in starts if at > blank.index("#"))]
    ends = [*starts[1:], width]
    if len(starts) < 2:
        return []
    return [[one[start:end].strip() for start, end in zip(starts, ends, strict=True)] for one in block]


def _rows(name: str, parts: list[list[str]], lines: list[Cell]) -> Iterator[Row]:
    for texts, (_, place, _) in zip(parts, lines, strict=False):
        yield Row(place, [cell(name, one, f"{place}, column {at}") for at, one in enumerate(texts, 1)])


def _title_above(lines: list[Cell], first: int) -> str:
    """The last words before a table, at most one empty line away."""
    above = [one.text for one in lines[max(first - 2, 0) : first]]
    return next((text for text in reversed(above) if text), "")
