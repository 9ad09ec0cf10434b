"""One table of a web page as a grid: a cell that spans rows or columns stands in every place it covers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from importers.documents.document import CELLS, ROWS, BadFile, Cell
from importers.documents.grid import Row, cell, check_size
from importers.documents.html_tree import UNSEEN, Element, is_strong, walk, words

WIDEST_SPAN = 1_000  # as browsers have it


class _Held(NamedTuple):
    """A cell that reaches down into the rows below."""

    cell: Cell
    rows: int


def rows_of(name: str, table: Element, number: int) -> list[Row]:
    """The rows of a table, without those of tables inside it.

    Raises:
        BadFile: the spans make it larger than is taken, or a cell is too long.
    """
    rows: list[Row] = []
    held: dict[int, _Held] = {}
    cells = 0
    for elements in _raw_rows(table):
        place = f"table {number}, row {len(rows) + 1}"
        row = Row(place, _spread(name, place, elements, held))
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


def _spread(name: str, place: str, elements: list[Element], held: dict[int, _Held]) -> list[Cell]:
    """A row with what reaches into it from above; what of it reaches further down is put into `held`."""
    row: list[Cell] = []
    below: dict[int, _Held] = {}
    for element in elements:
        _take_from_above(row, held, below)
        strong = is_strong(element)
        here = cell(name, words(element), f"{place}, column {len(row) + 1}", strong=strong)
        across, down = _span(element, "colspan", WIDEST_SPAN), _span(element, "rowspan", ROWS)
        if down > 1:
            below.update((at, _Held(here, down - 1)) for at in range(len(row), len(row) + across))
        row += [here] * across
        if len(row) > CELLS:
            raise BadFile(f"{name}, {place}: found more than {CELLS:,} cells, expected at most as many.")
    for at in sorted(held):
        row += [Cell("", f"{place}, column {blank + 1}") for blank in range(len(row), at)]
        _take_from_above(row, held, below)
    held.clear()
    held.update(below)
    return row


def _take_from_above(row: list[Cell], held: dict[int, _Held], below: dict[int, _Held]) -> None:
    while reaching := held.pop(len(row), None):
        if reaching.rows > 1:
            below[len(row)] = _Held(reaching.cell, reaching.rows - 1)
        row.append(reaching.cell)


def _span(element: Element, key: str, most: int) -> int:
    """How far a cell reaches: 1 when nothing sensible is said, and to the end when a rowspan is 0."""
    said = (element.get(key) or "").strip()
    if not (said.isascii() and said.isdigit()):
        return 1
    number = int(said) if len(said) < 10 else most
    return min(number, most) or (most if key == "rowspan" else 1)
