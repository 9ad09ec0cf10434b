"""A view as one HTML page that needs nothing else: no script, no font, no picture from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from html import escape

from db.view import Cell, Column, Faction, Kind, Row, Source, View
from db.wording import DISPUTED
from tui.cells import written
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
    remarks,
    shown_columns,
)
from tui.plain import plain

STYLE = """
:root { color-scheme: light dark; --ink: #1b1b1b; --paper: #fff; --faint: #666; --line: #ccc; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #e6e6e6; --paper: #161616; --faint: #9a9a9a; --line: #444; }
}
body { margin: 2rem auto; max-width: 70rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
  font: 1rem/1.5 system-ui, sans-serif; }
.lens, .extent, .cited { color: var(--faint); }
.lens { font-style: italic; }
.wide, pre { overflow-x: auto; }
pre { line-height: 1.2; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
th, td { padding: .25rem .75rem; border-bottom: 1px solid var(--line); text-align: start;
  vertical-align: top; }
th.figure, td.figure { text-align: right; white-space: nowrap; }
th.flag, td.flag { text-align: center; }
tr.strong td { font-weight: 600; }
tr.faint td { color: var(--faint); }
tr.notable td { font-style: italic; }
.swatch { display: inline-block; width: .7em; height: .7em; margin-inline-end: .3em;
  border: 1px solid var(--line); }
.disputed { margin-inline-start: .2em; }
td.figure .disputed { position: absolute; }
a { color: inherit; }
""".strip()
"""Light or dark as the reader's system is; figures line up on the right, whatever sign follows."""

POLICY = "default-src 'none'; style-src 'unsafe-inline'"
"""What a browser may load for the page: nothing."""

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}", re.ASCII)


def write(view: View) -> str:
    """Write the page: title, lens, findings, tables, notes and numbered sources."""
    body = [_element("h1", view.title)]
    body += [_element("p", words, "lens") for words in lines([view.words])]
    body += [_element("p", finding) for finding in lines(view.findings)]
    body += [
        f'<blockquote dir="auto"><strong>{TO_WRITE}</strong> {_text(wish)}</blockquote>'
        for wish in lines(view.to_write)
    ]
    body += _picture(chart_lines(view.chart))
    body += (
        _table(view.columns, view.rows)
        if view.rows
        else [_element("p", text) for text in lines([view.empty])]
    )
    body += [_element("p", f"{extent(view)}.", "extent")] if extent(view) else []
    for table in view.tables:
        body += [_element("h2", table.title), *(_element("p", lead) for lead in lines([table.lead]))]
        body += _table(table.columns, table.rows)
    body += _notes(view) + _sources(view.sources)
    return "\n".join([*_head(view.title), *body, "</main>", "</body>", "</html>"])


def _picture(drawn: Sequence[str]) -> list[str]:
    """A picture in characters, line by line."""
    return ["<pre>" + "\n".join(map(_text, drawn)) + "</pre>"] if drawn else []


def _head(title: str) -> list[str]:
    """Everything before the words."""
    return [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        f"<title>{_text(title).strip() or 'slatewatch'}</title>",
        f"<style>\n{STYLE}\n</style>",
        "</head>",
        "<body>",
        "<main>",
    ]


def _text(text: str) -> str:
    """A text as characters of the page, never as marks."""
    return escape(plain(text))


def _element(name: str, text: str, kind: str = "") -> str:
    """One element around one text, which brings its own reading direction."""
    return f'<{name}{_class(kind)} dir="auto">{_text(text)}</{name}>'


def _class(kind: str) -> str:
    """The attribute that names a style, if there is one."""
    return f' class="{kind}"' if kind else ""


def _table(columns: Sequence[Column], rows: Sequence[Row]) -> list[str]:
    """A table, and under it the sources if all rows share them."""
    shown = shown_columns(columns, rows)
    if not rows:
        return ["<p>No rows.</p>"]
    common = common_sources(rows)
    heads = [
        f'<th scope="col"{_class(_align(column))} dir="auto">{_text(column.label)}</th>'
        for _, column in shown
    ] + (['<th scope="col">Sources</th>'] if common is None else [])
    table = [
        '<div class="wide">',
        "<table>",
        f"<thead>\n<tr>{''.join(heads)}</tr>\n</thead>",
        "<tbody>",
        *(_row(shown, row, cited=common is None) for row in rows),
        "</tbody>",
        "</table>",
        "</div>",
    ]
    cited = [f'<p class="cited">Sources of every row: {_marks(common)}</p>'] if common else []
    said = [_element("li", f"{name}: {note}") for name, note in remarks(columns, rows)]
    return [*table, *cited, *(["<ul>", *said, "</ul>"] if said else [])]


def _row(shown: Sequence[tuple[int, Column]], row: Row, *, cited: bool) -> str:
    """One row, with its own sources if it cites them."""
    cells = [
        _cell(row.cells[position], column, disputed=column.key in row.disputed) for position, column in shown
    ]
    cells += [f"<td>{_marks(row.sources)}</td>"] if cited else []
    tone = "" if row.tone == "plain" else row.tone.value
    return f"<tr{_class(tone)}>{''.join(cells)}</tr>"


def _cell(cell: Cell, column: Column, *, disputed: bool) -> str:
    """One cell, with the colour of its factions beside their names."""
    if isinstance(cell, Faction):
        content = _faction(cell)
    elif isinstance(cell, tuple) and cell and isinstance(cell[0], Faction):
        content = " + ".join(_faction(item) for item in cell if isinstance(item, Faction))
    elif column.key == ADDRESSES and isinstance(cell, str) and linkable(cell):
        content = _link(cell)
    else:
        content = _text(written(cell, column.kind))
    sign = f'<span class="disputed">{DISPUTED}</span>' if disputed else ""
    return f'<td{_class(_align(column))} dir="auto">{content}{sign}</td>'


def _faction(faction: Faction) -> str:
    """A faction's name and a patch of its colour."""
    colour = faction.colour if _COLOUR.fullmatch(faction.colour) else "transparent"
    return f'<span class="swatch" style="background: {colour}"></span>{_text(faction.label)}'


def _align(column: Column) -> str:
    """The style that aligns a column."""
    return "figure" if column.kind in FIGURES else "flag" if column.kind is Kind.FLAG else ""


def _marks(numbers: Iterable[int]) -> str:
    """The numbers of sources, each leading to its entry."""
    return "".join(f'<a href="#source-{number}">[{number}]</a>' for number in numbers)


def _notes(view: View) -> list[str]:
    """The notes under their heading, or nothing."""
    items = [_element("li", note) for note in lines(view.notes)]
    return ["<h2>Notes</h2>", "<ul>", *items, "</ul>"] if items else []


def _sources(sources: Sequence[Source]) -> list[str]:
    """The numbered sources under their heading, or nothing."""
    items = [
        f'<li id="source-{number}" dir="auto">{_source(source)}</li>'
        for number, source in enumerate(sources, 1)
    ]
    return ["<h2>Sources</h2>", "<ol>", *items, "</ol>"] if items else []


def _source(source: Source) -> str:
    """One source: what it is in words, then its address, as a link if it is safe to follow."""
    parts = [_text(part) for part in citation(source)]
    if linkable(source.address):
        parts.append(_link(source.address))
    elif address := _text(source.address).strip():
        parts.append(address)
    return ", ".join(parts)


def _link(address: str) -> str:
    """A link to an address that is safe to follow."""
    return f'<a href="{escape(address)}" rel="noopener">{escape(address)}</a>'
