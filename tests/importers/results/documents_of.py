"""Small documents for tests: made-up people, real shapes."""

from __future__ import annotations

from collections.abc import Sequence

from importers.documents.document import Cell, Document, Sheet


def pasted(text: str) -> Document:
    """Lines as people paste them."""
    lines = tuple(Cell(line, f"line {number}") for number, line in enumerate(text.splitlines(), 1))
    return Document("paste", "text", (), lines)


def table(*rows: Sequence[str], title: str = "") -> Document:
    """One table."""
    cells = tuple(
        tuple(Cell(text, f"row {at}, column {over}") for over, text in enumerate(row, 1))
        for at, row in enumerate(rows, 1)
    )
    return Document("file", "csv", (Sheet(title, cells),), ())
