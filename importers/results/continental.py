"""Figures as they are printed on the Continent, `1.234` and `12,5`: told apart by a whole column, never by one cell."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.documents.document import Cell
from importers.results.columns import Columns
from importers.results.result import Doubt

Rows = Sequence[tuple[Cell, ...]]
COUNTED = ("votes", "previous_votes", "electorate", "ballots", "valid_votes")
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?")
_PLAIN = re.compile(r"\d{1,3}(?:,\d{1,2})?")
_DECIMAL = re.compile(r"\d{1,3},\d{1,3}\s?%?")


def anglicised(rows: Rows, columns: Columns) -> tuple[Rows, tuple[Doubt, ...]]:
    """The rows with dots between thousands taken out of columns of votes, and a doubt where only the dots say so.

    A column is read so where every figure in it is below a thousand or has a dot before each three digits.  Three
    decimals of a weighted vote look the same: unless commas elsewhere part decimals, that is told.
    """
    commas = any(_DECIMAL.fullmatch(cell.text) for row in rows for cell in row)
    doubts: list[Doubt] = []
    for role in COUNTED:
        at = columns.at(role)
        cells = [row[at] for row in rows if at is not None and at < len(row) and row[at].text]
        dotted = [cell for cell in cells if _THOUSANDS.fullmatch(cell.text)]
        figures = [cell for cell in cells if any(sign.isdigit() for sign in cell.text)]
        if at is None or not dotted or not all(_is_continental(cell.text) for cell in figures):
            continue
        several = any(cell.text.count(".") > 1 for cell in dotted)
        if not (commas or several):
            doubts.append(
                (
                    f"{dotted[0].origin} and the column below it",
                    f"Found {dotted[0].text!r}, read as thousands with a dot; it may be a figure with three decimals.",
                )
            )
        rows = [
            tuple(_without_dots(cell) if spot == at else cell for spot, cell in enumerate(row))
            for row in rows
        ]
    return rows, tuple(doubts)


def _is_continental(text: str) -> bool:
    return bool(_THOUSANDS.fullmatch(text) or _PLAIN.fullmatch(text)) and text != "0"


def _without_dots(cell: Cell) -> Cell:
    if not _THOUSANDS.fullmatch(cell.text):
        return cell
    return cell._replace(text=cell.text.replace(".", "").replace(",", "."))
