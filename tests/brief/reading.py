"""What a brief says once it is Markdown: its tables cell by cell, its headings, its numbered sources."""

from __future__ import annotations

import re
from collections.abc import Iterator

from markdown_it import MarkdownIt
from markdown_it.token import Token

from db.view import Column, Row, View
from db.wording import DISPUTED
from tui.cells import written
from tui.exports.sheet import remarks, shown_columns
from tui.plain import plain

PARSER = MarkdownIt("commonmark").enable("table")
MARKS = re.compile(r"\[(\d+)(?:–(\d+))?\]")


def text_of(token: Token) -> str:
    """What a reader sees of a line."""
    shown = [one for one in token.children or () if one.type in ("text", "code_inline", "softbreak")]
    return "".join(one.content for one in shown)


def tables(page: str) -> list[list[list[str]]]:
    """The rows of every table, the head first."""
    found: list[list[list[str]]] = []
    inside = False
    for token in PARSER.parse(page):
        if token.type == "table_open":
            found.append([])
        elif token.type == "tr_open":
            found[-1].append([])
        elif token.type in ("th_open", "td_open"):
            inside = True
        elif token.type == "inline" and inside:
            found[-1][-1].append(text_of(token))
            inside = False
    return found


def headings(page: str) -> list[str]:
    """The headings, the title first."""
    tokens = PARSER.parse(page)
    opened = (at for at, token in enumerate(tokens) if token.type == "heading_open")
    return [text_of(tokens[at + 1]) for at in opened]


def expected(view: View) -> list[list[list[str]]]:
    """The tables that a page must hold, without their column of sources."""
    found = []
    for columns, rows in _tables(view):
        shown = shown_columns(columns, rows)
        body = [[_said(row, at, column) for at, column in shown] for row in rows]
        found.append([[plain(column.label).strip() for _, column in shown], *body])
    return found


def _said(row: Row, at: int, column: Column) -> str:
    sign = f" {DISPUTED}" if column.key in row.disputed else ""
    return written(row.cells[at], column.kind).strip() + sign


def _tables(view: View) -> Iterator[tuple[tuple[Column, ...], tuple[Row, ...]]]:
    if view.rows:
        yield view.columns, view.rows
    yield from ((table.columns, table.rows) for table in view.tables)


def cited(page: str) -> set[int]:
    """The numbers of all sources that are marked above the list of sources."""
    body = page.partition("\n## Sources\n")[0]
    return {
        number for first, last in MARKS.findall(body) for number in range(int(first), int(last or first) + 1)
    }


def numbered(page: str) -> list[int]:
    """The numbers of the list of sources."""
    listed = page.partition("\n## Sources\n")[2]
    return [int(number) for number in re.findall(r"^(\d+)\. ", listed, re.MULTILINE)]


def sentences(view: View) -> Iterator[str]:
    """Everything of a brief that a reader takes for prose."""
    yield view.title
    yield from view.findings
    yield from view.notes
    for table in view.tables:
        yield table.title
        yield table.lead
        yield from (note for _, note in remarks(table.columns, table.rows))
        yield from (
            str(row.cells[-1])
            for row in table.rows
            if table.columns[-1].key in ("career", "story") and row.cells[-1]
        )
