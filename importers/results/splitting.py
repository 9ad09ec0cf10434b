"""Several contests in one table: a column whose value changes from one to the next."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING

from db.matching import folded
from importers.documents.document import Cell
from importers.results.figures import figure
from importers.results.totals import is_total

if TYPE_CHECKING:
    from importers.results.columns import Columns

Row = tuple[Cell, ...]
ROWS = 5_000
CONTESTS = 200
"""Larger tables are data files, which have readers of their own."""


def split(rows: Sequence[Row], columns: Columns) -> Iterator[tuple[Cell | None, Sequence[Row]]]:
    """The rows of each contest with the cell that names it; all of them with none where there is one only.

    Rows without a value in the column, such as totals, belong to the contest above them.
    """
    at = columns.at("section")
    if at is None or len(rows) > ROWS:
        yield None, rows
        return
    runs = list(_runs(rows, at))
    if len(runs) > CONTESTS:
        yield None, rows
        return
    yield from runs


def _runs(rows: Sequence[Row], at: int) -> Iterator[tuple[Cell | None, list[Row]]]:
    """The rows by their values, also where those of one contest do not stand together."""
    found: dict[str, tuple[Cell, list[Row]]] = {}
    last: Cell | None = None
    before: list[Row] = []
    for row in rows:
        cell = row[at] if at < len(row) else None
        texts = {one.text for one in row if one.text}
        if cell is not None and cell.text and len(texts) > 1 and not is_total(cell.text):
            last = cell
        if last is None:
            before.append(row)
            continue
        found.setdefault(folded(last.text), (last, []))[1].append(row)
    if not found:
        yield None, before
        return
    for number, (name, inside) in enumerate(found.values()):
        yield name, [*before, *inside] if not number else inside


def names_contests(
    values: Sequence[str], evidence: Sequence[Sequence[str]], *, plainly: bool, surely: bool = False
) -> bool:
    """Whether a column names contests: its values stand in runs of several rows.

    Args:
        values: its cells.
        evidence: the cells of the other columns, by column.
        plainly: whether its heading can hardly mean anything else; else each run must also begin its ranks anew, or its
            shares come to a hundred.
        surely: whether its heading means nothing else, so that a contest may have a single row.
    """
    runs = [[at for at, _ in run] for _, run in groupby(enumerate(values), key=lambda one: folded(one[1]))]
    filled = [run for run in runs if values[run[0]]]
    distinct = {folded(values[run[0]]) for run in filled}
    most = sum(map(len, filled)) - 1 if surely else sum(map(len, filled)) / 2
    if not filled or len(distinct) != len(filled) or len(distinct) > most:
        return False
    return plainly or (len(filled) > 1 and any(_begins_anew(filled, column) for column in evidence))


def _begins_anew(runs: Sequence[Sequence[int]], column: Sequence[str]) -> bool:
    """Whether the figures of every run are ranks from one on, or shares of a hundred."""
    for run in runs:
        figures = [found for at in run if at < len(column) and (found := figure(column[at]))]
        ranks = [one.value for one in figures] == list(range(1, len(run) + 1))
        shares = len(figures) > 1 and 97 <= sum(one.value for one in figures) <= 103
        if len(figures) < len(run) or not (ranks or shares):
            return False
    return True
