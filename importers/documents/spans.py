"""Rows of cells that reach over columns and down into the rows below, as a grid."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from importers.documents.document import CELLS, ROWS, BadFile, Cell
from importers.documents.grid import cell

WIDEST_SPAN = 1_000  # as browsers have it


class Spanned(NamedTuple):
    """A cell as it is written: its words, the columns and rows that it covers, its own place if it has one, bold or not."""

    text: str
    across: int = 1
    down: int = 1
    origin: str = ""
    strong: bool = False


class Held(NamedTuple):
    """A cell that reaches down into the rows below."""

    cell: Cell
    rows: int


def spread(name: str, place: str, cells: Iterable[Spanned], held: dict[int, Held]) -> list[Cell]:
    """A row with what reaches into it from above; what of it reaches further down is put into `held`.

    Args:
        name: the file's, for people.
        place: the row's, in words for people.
        cells: as written.
        held: what reaches into this row, by its column; then what reaches into the next.

    Raises:
        BadFile: the spans make the row wider than is taken, or a cell is too long.
    """
    row: list[Cell] = []
    below: dict[int, Held] = {}
    for one in cells:
        _take_from_above(row, held, below)
        origin = one.origin or f"{place}, column {len(row) + 1}"
        here = cell(name, one.text, origin, strong=one.strong)
        if one.down > 1:
            below.update((at, Held(here, one.down - 1)) for at in range(len(row), len(row) + one.across))
        row += [here] * one.across
        if len(row) > CELLS:
            raise BadFile(f"{name}, {place}: found more than {CELLS:,} cells, expected at most as many.")
    for at in sorted(held):
        row += [Cell("", f"{place}, column {blank + 1}") for blank in range(len(row), at)]
        _take_from_above(row, held, below)
    held.clear()
    held.update(below)
    return row


def _take_from_above(row: list[Cell], held: dict[int, Held], below: dict[int, Held]) -> None:
    while reaching := held.pop(len(row), None):
        if reaching.rows > 1:
            below[len(row)] = Held(reaching.cell, reaching.rows - 1)
        row.append(reaching.cell)


def span(said: str, most: int) -> int:
    """How far a cell reaches: 1 when nothing sensible is said, and a rowspan of 0 to the end."""
    said = said.strip()
    if not (said.isascii() and said.isdigit()):
        return 1
    number = int(said) if len(said) < 10 else most
    return min(number, most) or (most if most == ROWS else 1)
