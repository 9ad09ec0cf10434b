"""Pasted lines as results: runs of lines each of which is a candidate's, and tables pasted with tabs or bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from importers.documents.document import Cell, Sheet
from importers.results import line
from importers.results.checking import doubts_of
from importers.results.layouts import NONE, Layouts
from importers.results.line import Line
from importers.results.order import TITLE, Order, order_of
from importers.results.previous import with_ranks_explained
from importers.results.result import Doubt, Result
from importers.results.table import tables
from importers.results.text import clean
from importers.results.totals import is_total

PROSE = 1_000
"""Signs; what is longer needs no more of it read to be known for prose."""


class _Block(NamedTuple):
    """Lines of candidates that follow each other, and what stands above them."""

    title: str
    order: Order
    lines: list[Line]
    unread: list[Cell]


def pasted(lines: Sequence[Cell], layouts: Layouts = NONE) -> tuple[Result, ...]:
    """The results in lines, in their order."""
    found: list[Result] = []
    above = ""
    for parted, run in groupby(lines, key=lambda cell: _separator(cell.text)):
        cells = [cell for cell in run if cell.text.strip()]
        if parted and len(cells) > 1 and (made := tables(_sheet(above, cells, parted), layouts)):
            found += made
        else:
            found += [result for block in _blocks(cells, above) if (result := _result(block))]
        if cells:
            above = _as_title(clean(cells[-1].text[:PROSE]))
    return tuple(found)


def _separator(text: str) -> str:
    """The sign that parts the cells of a line, or nothing."""
    if "\t" in text.strip():
        return "\t"
    return "|" if text.count("|") > 1 and not text.startswith("\x1b") else ""


def _sheet(title: str, cells: Sequence[Cell], sign: str) -> Sheet:
    """Lines with tabs or bars as rows; a rule of dashes between headings and rows is none."""
    kept = (cell for cell in cells if re.search(r"[^\s|:+=-]", cell.text))
    rows = tuple(tuple(Cell(text, cell.origin) for text in _fields(cell.text, sign)) for cell in kept)
    return Sheet(title, rows)


def _fields(text: str, sign: str) -> list[str]:
    bare = text.strip().removeprefix("|").removesuffix("|") if sign == "|" else text
    return bare.split(sign)


def _blocks(cells: Sequence[Cell], above: str) -> Iterator[_Block]:
    """Runs of candidates; blank lines and totals do not end one, any other line does and may be the next title."""
    block = _Block(above, Order(), [], [])
    for cell in (Cell(clean(one.text[:PROSE]), one.origin) for one in cells):
        if found := line.read(cell, block.order.roles):
            block.lines.append(found)
        elif not cell.text or (block.lines and is_total(_worded(cell.text))):
            continue
        elif block.lines and line.is_like_one(cell.text):
            block.unread.append(cell)
        else:
            yield block
            order = order_of(cell.text)
            titled = order.roles and not block.lines
            block = _Block(block.title if titled else _as_title(cell.text), order, [], [])
    yield block


def _worded(text: str) -> str:
    """The words of a line before its figures."""
    return re.split(r"[:\d(]", text, maxsplit=1)[0].strip()


def _as_title(text: str) -> str:
    return text.strip(" :#*=") if len(text) <= TITLE else ""


def _result(block: _Block) -> Result | None:
    """A block as a result; a lone line or a run of names with years needs figures that are plainly votes."""
    if not block.lines:
        return None
    if not any(one.strong for one in block.lines) and (len(block.lines) < 2 or _are_years(block.lines)):
        return None
    candidates = tuple(one.found for one in block.lines)
    unread = tuple(
        (cell.origin, f"Found {cell.text!r} among candidates, expected a name and figures; it was left out.")
        for cell in block.unread
    )
    doubts = tuple(doubt for one in block.lines for doubt in one.doubts)
    result = Result(
        block.title,
        candidates,
        (*_two_readings(block), *doubts, *unread, *doubts_of(candidates)),
        previous_date=block.order.before,
    )
    return with_ranks_explained(result)


def _are_years(lines: Sequence[Line]) -> bool:
    return all(1800 <= one.value <= 2100 for found in lines for one in found.figures)


def _two_readings(block: _Block) -> Iterator[Doubt]:
    """A second figure without a heading is read as that of the election before; it may be something else."""
    second = next((one.found for one in block.lines if one.found.previous_votes is not None), None)
    if second and not block.order.roles:
        yield (
            second.origin,
            f"Found {second.previous_votes:,} after the votes, read as the votes of the election before; "
            "no line of headings says so.",
        )
