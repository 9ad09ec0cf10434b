"""The layout that a user explains: the headings of the table meant, or its first row where that was not seen to be headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.errors import SlatewatchError
from importers import documents
from importers.documents.document import BadFile
from importers.file import File
from importers.intake import Intake
from importers.results.figures import figure
from importers.results.layouts import NAMES, layout_key

Layout = tuple[str, ...]


def explained(
    files: Sequence[File], form: str | None, found: Intake, table: int, roles: Sequence[str]
) -> dict[Layout, Layout]:
    """Roles by headings, to be read with.

    Args:
        files: that were read.
        form: their format as the user says it.
        found: what was read in them.
        table: which of the tables is meant, from 1.
        roles: of the columns, in their order.

    Raises:
        SlatewatchError: a word is no role, or there is no table with as many columns.
    """
    if strange := [one for one in roles if one not in NAMES]:
        words = ", ".join(f"{role} ({name})" for role, name in NAMES.items())
        raise SlatewatchError(f"--columns: found {strange[0]!r}, expected roles such as {words}.")
    tables = [one.result for one in found.tables]
    if len(tables) >= table and tables[table - 1].headings:
        return {layout_key(tables[table - 1].headings): tuple(roles)}
    keys = [key for file in files for key in _first_rows(file, form) if len(key) == len(roles)]
    if not keys:
        raise SlatewatchError(
            f"{found.name}: found no table of {len(roles)} columns, expected one to explain."
        )
    return dict.fromkeys(keys, tuple(roles))


def _first_rows(file: File, form: str | None) -> Iterator[Layout]:
    """The first row of words of each table, as headings, and none where a table begins with its figures."""
    try:
        document = documents.read(file.name, file.data, form if form in documents.FORMATS else None)
    except BadFile:
        return
    for sheet in document.sheets:
        full = (row for row in sheet.rows if sum(bool(cell.text) for cell in row) > 1)
        first = [cell.text for cell in next(full, ())]
        headed = not any(figure(text) for text in first)
        yield layout_key(first if headed else [""] * len(first))
