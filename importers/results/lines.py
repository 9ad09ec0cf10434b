"""Pasted lines as results: runs of lines each of which is a candidate's, and tables pasted with tabs or bars."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from importers.documents.document import Cell, Sheet
from importers.results import line
from importers.results.block import Block
from importers.results.groups import Group, group
from importers.results.layouts import NONE, Layouts
from importers.results.line import Line
from importers.results.marks import Legends, is_legend
from importers.results.order import TITLE, order_of
from importers.results.pairs import closed, paired
from importers.results.result import Result
from importers.results.stated import counts_said, is_of_counts
from importers.results.table import NO_LEGENDS, tables
from importers.results.text import clean
from importers.results.totals import is_total

PROSE = 1_000
"""Signs; what is longer needs no more of it read to be known for prose."""

_PREFIX = re.compile(r"((?:[^:\d]|(?<!\d)(?:19|20)\d\d(?!\d)){3,60}):\s+(\S.*)")
_PAGE = re.compile(r"(?:page )?\d{1,3} (?:of|/) \d{1,3}|page \d{1,3}", re.I)
"""A line that only counts pages, as copies from PDFs have it between rows."""


def pasted(lines: Sequence[Cell], layouts: Layouts = NONE, known: Legends = NO_LEGENDS) -> tuple[Result, ...]:
    """The results in lines, in their order.

    Args:
        lines: as they stand.
        layouts: the roles of columns that a user has chosen, by headings.
        known: signs that the document explains.
    """
    found: list[Result] = []
    above: tuple[Cell, ...] = ()
    for parter, run in groupby(lines, key=lambda cell: _separator(cell.text)):
        cells = [cell for cell in run if cell.text.strip()]
        sheet = _sheet(above, cells, parter) if parter and len(cells) > 1 else None
        if sheet and (made := tables(sheet, layouts, known)):
            found += made
        else:
            tidy = paired(closed([one._replace(text=clean(one.text[:PROSE])) for one in cells]))
            found += [result for block in _blocks(tidy, above) if (result := block.result(known))]
        if cells:
            above = tuple(one for one in map(_as_title, reversed(cells[-2:])) if one.text)
    return tuple(found)


def _separator(text: str) -> str:
    """The sign that parts the cells of a line, or nothing."""
    if "\t" in text.strip():
        return "\t"
    return "|" if text.count("|") > 1 and not text.startswith("\x1b") else ""


def _sheet(above: tuple[Cell, ...], cells: Sequence[Cell], sign: str) -> Sheet:
    """Lines with tabs or bars as rows; a rule of dashes between headings and rows is none."""
    kept = (cell for cell in cells if re.search(r"[^\s|:+=-]", cell.text))
    rows = tuple(tuple(Cell(text, cell.origin) for text in _fields(cell.text, sign)) for cell in kept)
    return Sheet(above[0].text if above else "", rows, above)


def _fields(text: str, sign: str) -> list[str]:
    bare = text.strip().removeprefix("|").removesuffix("|") if sign == "|" else text
    return bare.split(sign)


def _blocks(cells: Sequence[Cell], above: tuple[Cell, ...]) -> Iterator[Block]:
    """Runs of candidates; totals, legends and words that head several do not end one, any other line does and may be a title."""
    block = Block(above)
    for cell in cells:
        if _PAGE.fullmatch(cell.text) or (block.lines and _is_again(cell, block)):
            continue
        if (listed := _listed(cell, block)) is not None:
            yield block
            block = listed
            continue
        head, found = _read(cell, block)
        block.head = head or block.head
        if found:
            block.lines += [one._replace(found=block.joined(one.found)) for one in found]
        elif is_of_counts(cell.text):
            block.told = block.told.beside(counts_said(cell.text, cell.origin))
        elif head is not None or not cell.text or is_legend(cell.text) or _is_total_below(cell, block):
            continue
        elif block.lines and line.is_like_one(cell.text):
            block.unread.append(cell)
        else:
            yield block
            block = _next(block, cell)
    yield block


def _is_again(cell: Cell, block: Block) -> bool:
    """Whether a line repeats the headings of the table that it stands in, as on the next page."""
    return bool(block.order.roles) and order_of(cell.text) == block.order


def _listed(cell: Cell, block: Block) -> Block | None:
    """A line that names what it lists, as `Councillors: Jane Doe (1,234), Jo Roe (950)`, as a block of its own."""
    prefix = _PREFIX.fullmatch(cell.text)
    if prefix is None or group(prefix[1], cell.origin) is not None:
        return None
    if (head := group(prefix[2], cell.origin)) is not None and head.outcome:
        title = Cell(prefix[1].strip(), cell.origin)
        return Block((title, *(() if block.lines else block.above[:2])), block.order, head=head)
    rest = cell._replace(text=prefix[2])
    one = line.read(rest, block.order.roles)
    found = line.several(rest, block.order.roles) or ([one] if one and one.strong else [])
    if not found:
        return None
    title = Cell(prefix[1].strip(), cell.origin)
    if block.lines:
        return Block((title,), block.order, found)
    return Block((title, *block.above[:2]), block.order, found, told=block.told)


def _is_total_below(cell: Cell, block: Block) -> bool:
    return bool(block.lines) and is_total(re.split(r"[:\d(]", cell.text, maxsplit=1)[0].strip())


def _read(cell: Cell, block: Block) -> tuple[Group | None, list[Line]]:
    """The words that head candidates and the candidates of a line; either may be missing."""
    prefix = _PREFIX.fullmatch(cell.text)
    if prefix and (head := group(prefix[1], cell.origin)):
        rest = cell._replace(text=prefix[2])
        return (head, found) if (found := _candidates(rest, block, headed=True)) else (None, [])
    if found := _candidates(cell, block, headed=block.head is not None):
        return None, found
    return group(cell.text, cell.origin), []


def _candidates(cell: Cell, block: Block, *, headed: bool) -> list[Line]:
    order = block.order.roles
    if found := line.several(cell, order, headed=headed):
        return found
    one = line.read(cell, order, headed=headed)
    return [one] if one else []


def _next(block: Block, cell: Cell) -> Block:
    """The block that a line which is no candidate's begins."""
    order = order_of(cell.text)
    if order.roles and not block.lines:
        return Block(block.above, order, told=block.told)
    title = _as_title(cell)
    before = () if block.lines or not title.text else block.above[:2]
    following = Block((title, *before) if title.text else (), order)
    if not block.lines and title.text:
        following.told = block.told
    return following


def _as_title(cell: Cell) -> Cell:
    text = clean(cell.text[:PROSE])
    return Cell(text.strip(" :#*=") if len(text) <= TITLE else "", cell.origin)
