"""One table of a web page as a grid: a cell that spans rows or columns stands in every place it covers."""

from __future__ import annotations

from collections.abc import Iterator

from importers.documents.document import ROWS
from importers.documents.grid import Row, check_size
from importers.documents.html_tree import UNSEEN, Element, is_strong, walk, words
from importers.documents.spans import WIDEST_SPAN, Held, Spanned, span, spread


def rows_of(name: str, table: Element, number: int) -> list[Row]:
    """The rows of a table, without those of tables inside it.

    Raises:
        BadFile: the spans make it larger than is taken, or a cell is too long.
    """
    rows: list[Row] = []
    held: dict[int, Held] = {}
    cells = 0
    for elements in _raw_rows(table):
        place = f"table {number}, row {len(rows) + 1}"
        row = Row(place, spread(name, place, map(_spanned, elements), held))
        if not row.cells:
            continue
        cells += len(row.cells)
        check_size(name, place, len(rows) + 1, cells)
        rows.append(row)
    return rows


def caption_of(table: Element) -> str:
    """The words that a table itself is headed with."""
    way = walk(table)
    for event, element in way:
        if event == "start" and element is not table:
            if element.tag == "caption":
                return words(element)
            way.skip_subtree()
    return ""


def _raw_rows(table: Element) -> Iterator[list[Element]]:
    """The cells of each row; cells that stand in no row make one."""
    row: list[Element] = []
    way = walk(table)
    for event, element in way:
        if element is table:
            continue
        if element.tag == "tr":
            if row or event == "end":
                yield row
            row = []
        elif event == "start" and element.tag in ("td", "th"):
            row.append(element)
        if event == "start" and (element.tag in UNSEEN or element.tag in ("table", "td", "th", "caption")):
            way.skip_subtree()
    if row:
        yield row


def _spanned(element: Element) -> Spanned:
    across, down = span(element.get("colspan") or "", WIDEST_SPAN), span(element.get("rowspan") or "", ROWS)
    return Spanned(words(element), across, down, strong=is_strong(element))
