"""Counts of a ballot that stand apart from its candidates: in a table or a line of their own."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Final

from importers.documents.document import Cell, Sheet
from importers.results.figures import figure
from importers.results.result import Fact, Result
from importers.results.stated import counts_said, is_of_counts
from importers.results.tallies import NOTHING, Told, told
from importers.results.text import clean
from importers.results.totals import counted
from importers.results.whole import completed

ROWS: Final = 60
"""More rows are no summary of a ballot."""


def counts_in(sheet: Sheet) -> Told:
    """What a table of labels and figures counts, one pair a row or labels above figures; nothing where it is another table."""
    rows = [[Cell(clean(cell.text), cell.origin) for cell in row if cell.text.strip()] for row in sheet.rows]
    rows = [row for row in rows if row]
    if not 0 < len(rows) <= ROWS:
        return NOTHING
    pairs = [(row[0], row[1]) for row in rows if len(row) >= 2]
    if len(rows) == 2 and len(rows[0]) == len(rows[1]) and not any(figure(cell.text) for cell in rows[0]):
        pairs = list(zip(rows[0], rows[1], strict=True))
    found = NOTHING
    for label, value in pairs:
        sort, number = counted(label.text.rstrip(" :")), figure(value.text)
        if sort and number is not None:
            percent = number.percent or (sort == "turnout" and "%" in label.text)
            found = found.beside(told(sort, number._replace(percent=percent), value.origin))
    return found


def counts_of_lines(lines: Iterable[Cell]) -> Told:
    """What lines that say nothing but counts tell."""
    found = NOTHING
    for cell in lines:
        text = clean(cell.text[:200])
        if is_of_counts(text):
            found = found.beside(counts_said(text, cell.origin))
    return found


def with_counts(result: Result, more: Told) -> Result:
    """A result with what is counted beside it; what it says itself comes first, and what differs is not certain."""
    own = {one.field: one.value for one in (*result.facts, *result.counts)}

    def fitting(facts: Sequence[Fact]) -> tuple[Fact, ...]:
        new = (one for one in facts if own.get(one.field) != one.value)
        return tuple(one._replace(certain=False) if one.field in own else one for one in new)

    joined = result._replace(
        facts=(*result.facts, *fitting(more.facts)),
        counts=(*result.counts, *fitting(more.counts)),
        doubts=(*result.doubts, *more.doubts),
    )
    return completed(joined)
