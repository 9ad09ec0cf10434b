"""What the tests of the formats ask of a document."""

from __future__ import annotations

import pytest

from importers.documents import BadFile, Document, Sheet, read

HOSTILE = [
    "[/]",
    "a/b",
    "=1+1",
    "\x1b[31mred",
    "\u202eevil",
    "عمر",
    "{name}",
    "$(rm)",
    "'; DROP",
    "%s",
    "Zoë",
    "🗳",
]


def texts(sheet: Sheet) -> list[list[str]]:
    """The words of a table."""
    return [[cell.text for cell in row] for row in sheet.rows]


def only(document: Document) -> Sheet:
    """The one table of a document."""
    (sheet,) = document.sheets
    return sheet


def refused(name: str, data: bytes, form: str | None = None) -> str:
    """The sentence with which a file is refused."""
    with pytest.raises(BadFile) as problem:
        read(name, data, form)
    words = str(problem.value)
    assert words.startswith(name)
    assert words.endswith(".")
    assert "\n" not in words
    assert "found" in words
    assert "expected" in words
    return words
