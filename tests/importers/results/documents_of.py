"""Small documents for tests: made-up people, real shapes."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from importers.documents.document import Cell, Document, Sheet
from importers.results.reading import results
from importers.results.result import Result

DOE, ROE, ASH = "Jane Doe", "John Roe", "Jim McAsh"
VOTES = ("name", "votes")
THREE: tuple[tuple[Any, ...], ...] = ((DOE, 6000), (ROE, 3000), (ASH, 1000))
"""What most texts and files say of the fields in `VOTES`."""
PARTS = (*VOTES, "share")
WITH_PARTS: tuple[tuple[Any, ...], ...] = ((DOE, 6000, 60.0), (ROE, 3000, 30.0), (ASH, 1000, 10.0))
"""The same of those in `PARTS`."""


def pasted(text: str) -> Document:
    """Lines as people paste them."""
    lines = tuple(Cell(line, f"line {number}") for number, line in enumerate(text.splitlines(), 1))
    return Document("paste", "text", (), lines)


def only(text: str) -> Result:
    """The one result of lines as people paste them."""
    (result,) = results(pasted(text))
    return result


def table(*rows: Sequence[str], title: str = "") -> Document:
    """One table."""
    cells = tuple(
        tuple(Cell(text, f"row {at}, column {over}") for over, text in enumerate(row, 1))
        for at, row in enumerate(rows, 1)
    )
    return Document("file", "csv", (Sheet(title, cells),), ())
