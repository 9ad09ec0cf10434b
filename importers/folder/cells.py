"""Cells of a folder's files: what stands in them and what it means.

A spreadsheet runs a text that begins like a formula, and the blanks around a text are taken away on reading.  A text of either
kind, also behind apostrophes of its own, is written with an apostrophe in front; on reading, that apostrophe goes and the rest is
taken as it is.  Figures are written as figures, and every other text as it is.
"""

from __future__ import annotations

from typing import Final

FORMULA_STARTS: Final = tuple("=+-@\uff1d\uff0b\uff0d\uff20")
"""What a formula begins with; the last four are the wide forms, which some spreadsheets read alike."""


def written(value: str | float | None) -> str:
    """A value as it stands in a cell; nothing for None."""
    if value is None:
        return ""
    if isinstance(value, str):
        return f"'{value}" if _is_special(value) else value
    return str(int(value)) if value == int(value) else repr(value)


def read(cell: str) -> str:
    """The text that a cell means; the empty text for nothing."""
    if cell.startswith("'") and _is_special(cell):
        return cell[1:]
    return cell.strip()


def _is_special(text: str) -> bool:
    core = text.lstrip("'")
    return core.startswith(FORMULA_STARTS) or core.strip() != core
