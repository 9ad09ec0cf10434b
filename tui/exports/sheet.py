"""What the formats made for eyes (Markdown, HTML) share: which columns to show, and how to cite."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from db import dates
from db.view import Chart, Column, Kind, Row, Source, View, is_filled
from tui.drawings.chart import height_for
from tui.drawings.chart import lines as drawn
from tui.drawings.ink import words
from tui.plain import plain

FIGURES = frozenset({Kind.NUMBER, Kind.SIGNED, Kind.SHARE, Kind.POINTS})
"""Kinds of column that line up on the right."""

ADDRESSES = "address"
"""Key of a column whose cells are addresses to follow; an address in any other column is a text."""

REMARKS = "note"
"""Key of the column of notes on rows."""

TO_WRITE = "To write:"
"""Marks a place for the author's own words."""

CHART = 78
"""Characters of the lines of a chart."""

_LINKED = re.compile(r"https?://[^\s<>\"`\\|^{}]+", re.ASCII)


def shown_columns(columns: Sequence[Column], rows: Sequence[Row]) -> list[tuple[int, Column]]:
    """The columns worth showing with their positions: optional ones only where a row fills them, notes under the table."""
    return [
        (position, column)
        for position, column in enumerate(columns)
        if column.key != REMARKS
        and (not column.optional or any(is_filled(row.cells[position]) for row in rows))
    ]


def remarks(columns: Sequence[Column], rows: Sequence[Row]) -> list[tuple[str, str]]:
    """The notes on rows, each with the names of the rows that it is on: too long for a table, they follow it."""
    position = next((number for number, column in enumerate(columns) if column.key == REMARKS), None)
    if position is None:
        return []
    said: dict[str, list[str]] = {}
    for row in rows:
        if is_filled(note := row.cells[position]):
            said.setdefault(str(note), []).append(_called(columns, row))
    return [(", ".join(dict.fromkeys(names)), note) for note, names in said.items()]


def _called(columns: Sequence[Column], row: Row) -> str:
    """What a row is called in a note on it: a published claim by its words, all others by their first words."""
    words = dict(zip((column.key for column in columns), row.cells, strict=True)).get("words")
    if words and columns[0].key == "verdict":
        return f"“{words}”"
    return next((cell for cell in row.cells if isinstance(cell, str) and cell), row.key)


def common_sources(rows: Sequence[Row]) -> tuple[int, ...] | None:
    """The sources that every row has alike; None when rows differ, and each must name its own."""
    different = {row.sources for row in rows}
    return None if len(different) > 1 else next(iter(different), ())


def marks(numbers: Iterable[int]) -> str:
    """The numbers of sources as they stand in a text: `[1][2]`, three and more in a row as `[4–9]`."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return "".join(
        f"[{run[0]}–{run[-1]}]" if len(run) > 2 else "".join(f"[{number}]" for number in run) for run in runs
    )


def extent(view: View) -> str:
    """How much of the whole is here: `500 of 12,034 rows`; blank when it is everything."""
    shown = len(view.rows)
    if shown >= view.total:
        return ""
    start = f", from row {view.first + 1:,}" if view.first and shown else ""
    return f"{shown:,} of {view.total:,} rows{start}"


def citation(source: Source) -> list[str]:
    """A source in words, part by part, without its address."""
    title = f'"{source.title}"' if source.title else ""
    parts = [source.publisher, title, source.author, dates.written(source.date)]
    written = [part for part in (plain(part).strip() for part in parts) if part]
    return written if written or source.address else [plain(source.key)]


def linkable(address: str) -> bool:
    """Whether an address may become a link: of the web, and nothing in it that ends or hides one."""
    return bool(_LINKED.fullmatch(address)) and plain(address) == address


def chart_lines(chart: Chart | None) -> list[str]:
    """A chart in block characters, for letters that are all as wide as each other."""
    if chart is None:
        return []
    return [words(line).rstrip() for line in drawn(chart, CHART, height_for(chart), colour=False)]


def lines(texts: Iterable[str]) -> list[str]:
    """Findings or notes, each on one line, without those that say nothing."""
    return [text for text in (plain(text).strip() for text in texts) if text.strip("\ufeff")]
