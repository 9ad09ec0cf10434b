"""A view as Markdown, for GitHub, pandoc, wikis and newsrooms' own systems."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from db.view import Cell, Column, Kind, Row, Source, View
from db.wording import DISPUTED
from tui.cells import written
from tui.exports.markdown_text import block, cell, guarded, inline
from tui.exports.sheet import (
    ADDRESSES,
    FIGURES,
    TO_WRITE,
    chart_lines,
    citation,
    common_sources,
    extent,
    lines,
    linkable,
    marks,
    remarks,
    shown_columns,
)
from tui.plain import plain

BROAD = 72
"""Characters of the longest line of a table that pandoc still sets as wide as its cells need."""
LEAST = 3
MOST = 90
"""A cell of more characters makes its column no wider."""
PER_DASH = 3


def write(view: View) -> str:
    """Write the view: title, lens, findings, tables, notes and numbered sources."""
    blocks = [f"# {block(view.title)}"]
    blocks += [f"*{inline(words)}*" for words in lines([view.words])]
    blocks += [block(finding) for finding in lines(view.findings)]
    blocks += [f"> **{TO_WRITE}** {inline(wish)}" for wish in lines(view.to_write)]
    blocks += _picture(chart_lines(view.chart))
    blocks += _table(view.columns, view.rows) if view.rows else [block(text) for text in lines([view.empty])]
    blocks += [f"{extent(view)}."] if extent(view) else []
    for table in view.tables:
        blocks += [f"## {block(table.title)}", *(block(lead) for lead in lines([table.lead]))]
        blocks += _table(table.columns, table.rows)
    blocks += _section("Notes", [f"- {block(note)}" for note in lines(view.notes)])
    blocks += _section(
        "Sources", [f"{number}. {_source(source)}" for number, source in enumerate(view.sources, 1)]
    )
    return "\n\n".join(blocks)


def _section(title: str, items: Sequence[str]) -> list[str]:
    """A list under its heading, or nothing."""
    return [f"## {title}", "\n".join(items)] if items else []


def _picture(drawn: Sequence[str]) -> list[str]:
    """A picture in characters: indented, so that nothing in it can end it."""
    return ["\n".join(f"    {line}".rstrip() for line in drawn)] if drawn else []


def _table(columns: Sequence[Column], rows: Sequence[Row]) -> list[str]:
    """A table in pipes, and under it the sources if all rows share them."""
    shown = shown_columns(columns, rows)
    if not rows:
        return ["No rows."]
    common = common_sources(rows)
    heads = [cell(column.label) for _, column in shown] + (["Sources"] if common is None else [])
    kinds = [column.kind for _, column in shown] + ([Kind.TEXT] if common is None else [])
    body = [
        [_cell(row.cells[position], column) + _sign(row, column) for position, column in shown]
        + ([marks(row.sources)] if common is None else [])
        for row in rows
    ]
    bars = [_bar(kind, dashes) for kind, dashes in zip(kinds, _dashes([heads, *body]), strict=True)]
    table = "\n".join(_line(cells) for cells in [heads, bars, *body])
    cited = [f"Sources of every row: {marks(common)}"] if common else []
    said = [f"- {block(f'{name}: {note}')}" for name, note in remarks(columns, rows)]
    return [table, *cited, *(["\n".join(said)] if said else [])]


def _cell(value: Cell, column: Column) -> str:
    """One cell: words, or an address to follow."""
    if column.key == ADDRESSES and isinstance(value, str) and linkable(value):
        return f"<{value}>"
    return cell(written(value, column.kind))


def _sign(row: Row, column: Column) -> str:
    """What stands after a value of which sources state something else."""
    return f" {DISPUTED}" if column.key in row.disputed else ""


def _line(cells: Iterable[str]) -> str:
    """One line of a table."""
    return f"| {' | '.join(cells)} |"


def _dashes(lines: Sequence[Sequence[str]]) -> list[int]:
    """How long the marks under the heads are: pandoc sets the columns of a broad table so wide; nothing else heeds it."""
    widths = [max(map(len, cells)) for cells in zip(*lines, strict=True)]
    if max(len(_line(cells)) for cells in lines) <= BROAD:
        return [LEAST] * len(widths)
    return [max(LEAST, min(width, MOST) // PER_DASH) for width in widths]


def _bar(kind: Kind, dashes: int) -> str:
    """The mark under a column's head that aligns it."""
    if kind in FIGURES:
        return f"{'-' * dashes}:"
    return f":{'-' * dashes}:" if kind is Kind.FLAG else f":{'-' * dashes}"


def _source(source: Source) -> str:
    """One source: what it is in words, then its address, as a link if it is safe to follow."""
    parts = [inline(part) for part in citation(source)]
    if linkable(source.address):
        parts.append(f"<{source.address}>")
    elif plain(source.address).strip():
        parts.append(inline(source.address).strip())
    return guarded(", ".join(parts))
