"""The pages of a PDF as results: ruled tables with what stands above and below them, then text in columns, then lines."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from importers.documents.document import Cell, Document, Sheet
from importers.documents.grid import Row, cell, counted, line, sheet
from importers.documents.text import in_columns
from importers.formats.pdf.pages_apart import Page
from importers.results.headings import is_header
from importers.results.reading import results
from importers.results.result import Fact, Result
from importers.results.stated import counts_said, is_of_counts
from importers.results.table import tables
from importers.results.tallies import Told
from importers.results.text import clean

ABOVE = 6
"""Lines above a table that may say which contest it is."""

_SECTION = re.compile(r"\S.{0,60} (?:ward|division|constituency)", re.I)

Key = tuple[int, int]
"""Page and number of a table."""


class Placed(NamedTuple):
    """A line with its blanks, its place, and the table it stands in."""

    raw: str
    cell: Cell
    table: Key | None


def lines_of(name: str, pages: Sequence[Page]) -> list[Placed]:
    """All lines in their order.

    Raises:
        BadFile: a line is longer or there are more than is taken.
    """
    found: list[Placed] = []
    for page, said in enumerate(pages, 1):
        for number, one in enumerate(said.lines, 1):
            here = line(name, one.text, f"page {page}, line {number}")._replace(strong=one.strong)
            found.append(Placed(one.text, here, (page, one.table) if one.table >= 0 else None))
    rows = (Row(one.cell.origin, [one.cell]) for one in found)
    return found if sum(1 for _ in counted(name, rows)) and any(one.cell.text for one in found) else []


def results_of(
    name: str, pages: Sequence[Page], lines: Sequence[Placed]
) -> tuple[tuple[Result, ...], tuple[Cell, ...]]:
    """The results of ruled tables and those of all other lines, and the lines that are no part of a ruled table."""
    sheets, joined = _ruled(name, pages)
    found: dict[Key, tuple[Result, ...]] = {}
    between: list[Cell] = []
    for one in lines:
        key = joined.get(one.table, one.table) if one.table else None
        if key is None or key not in sheets:
            between.append(one.cell)
        elif key not in found:
            before, above = _parted(between, first=not any(found.values()))
            found[key] = tables(Sheet(_title(above), sheets[key], tuple(above[:ABOVE])))
            if found[key]:
                _add_counts(found, key, before)
                found[key] = tuple(_sectioned(made, above) for made in found[key])
                between = []
        if key is not None and key in found and not found[key]:
            between.append(one.cell)
    _add_counts(found, None, between)
    rest = [one for one in lines if not (one.table and found.get(joined.get(one.table, one.table)))]
    texts = tuple(in_columns(name, [one.raw for one in rest], [one.cell for one in rest]))
    kept = tuple(one.cell for one in rest if one.cell.text)
    others = results(Document(name, "pdf", texts, kept))
    return (*(made for several in found.values() for made in several), *others), kept


def _ruled(
    name: str, pages: Sequence[Page]
) -> tuple[dict[Key, tuple[tuple[Cell, ...], ...]], dict[Key, Key]]:
    """The rows of ruled tables; one that goes on at the top of the next page is joined to its beginning."""
    sheets: dict[Key, tuple[tuple[Cell, ...], ...]] = {}
    joined: dict[Key, Key] = {}
    last: Key | None = None
    for page, said in enumerate(pages, 1):
        for at, table in enumerate(said.tables):
            key, rows = (page, at), _rows(name, page, at, table)
            top = not at and bool(said.lines) and said.lines[0].table == 0
            if last and top and _goes_on(sheets[last], rows):
                head = [one.text for one in sheets[last][0]]
                again = [one.text for one in rows[0]] == head
                sheets[last] = (*sheets[last], *rows[int(again) :])
                joined[key] = last
            else:
                sheets[key], last = rows, key
        ends = bool(said.lines) and said.lines[-1].table == len(said.tables) - 1
        last = last if last and said.tables and ends else None
    return sheets, joined


def _goes_on(before: tuple[tuple[Cell, ...], ...], rows: tuple[tuple[Cell, ...], ...]) -> bool:
    """Whether rows belong to the table of the page before: as many columns, and its headings or none."""
    if len(before[0]) != len(rows[0]):
        return False
    head = [clean(one.text) for one in rows[0]]
    return not is_header(head) or head == [clean(one.text) for one in before[0]]


def _rows(name: str, page: int, at: int, table: list[list[str]]) -> tuple[tuple[Cell, ...], ...]:
    place = f"page {page}, table {at + 1}"
    rows = (
        Row(
            f"{place}, row {number}",
            [
                cell(name, text, f"{place}, row {number}, column {column}")
                for column, text in enumerate(texts, 1)
            ],
        )
        for number, texts in enumerate(table, 1)
    )
    return sheet(name, "", list(counted(name, rows))).rows


def _parted(between: Sequence[Cell], *, first: bool) -> tuple[list[Cell], list[Cell]]:
    """The lines before a table: those of the table before, and, nearest first, its own.

    Its own are the words right above it, with counts below these; before the first table all lines are its own.
    """
    lines = [one for one in between if one.text]
    if first:
        return [], lines[::-1]
    start = len(lines)
    while start and is_of_counts(clean(lines[start - 1].text)):
        start -= 1
    while start and not is_of_counts(clean(lines[start - 1].text)):
        start -= 1
    return lines[:start], lines[start:][::-1]


def _title(above: Sequence[Cell]) -> str:
    """The nearest words above a table that are no counts; with the name of a ward those of the ward."""
    words = [text for one in above[:ABOVE] if (text := clean(one.text)) and not is_of_counts(text)]
    ward = next((text for text in words if _SECTION.fullmatch(text)), "")
    return ward or next(iter(words), "")


def _sectioned(made: Result, above: Sequence[Cell]) -> Result:
    """The result with the ward that stands above it as its section, to be confirmed."""
    if any(fact.field == "section" for fact in made.facts):
        return made
    for one in above[:ABOVE]:
        if _SECTION.fullmatch(text := clean(one.text)):
            return made._replace(facts=(*made.facts, Fact("section", text, one.origin, certain=False)))
    return made


def _add_counts(found: dict[Key, tuple[Result, ...]], until: Key | None, lines: Sequence[Cell]) -> None:
    """Counts in lines below a table are those of its last result."""
    last = next((key for key in reversed(found) if key != until and found[key]), None)
    if last is None:
        return
    *others, made = found[last]
    told = Told(made.facts, made.counts, made.doubts)
    for one in lines:
        if is_of_counts(text := clean(one.text)):
            told = told.beside(counts_said(text, one.origin))
    found[last] = (*others, made._replace(facts=told.facts, counts=told.counts, doubts=told.doubts))
