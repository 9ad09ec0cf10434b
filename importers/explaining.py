"""The layout that a user explains: the headings of the table meant, or its first row where that was not seen to be headings."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from db.errors import SlatewatchError
from importers import documents
from importers.documents.document import BadFile, Cell
from importers.file import File
from importers.intake import Intake
from importers.results.figures import figure
from importers.results.headings import OTHER
from importers.results.layouts import NAMES, Layout, layout_key
from importers.results.result import Result


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
    return explained_by_first_row(files, roles, form)


def explained_by_first_row(
    files: Sequence[File], roles: Sequence[str], form: str | None = None
) -> dict[Layout, Layout]:
    """Roles by the first rows of all tables that have as many columns.

    Args:
        files: that were read.
        roles: of the columns, in their order.
        form: the format of the files as the user says it.

    Raises:
        SlatewatchError: there is no table with as many columns.
    """
    keys = [key for file in files for key in _layouts(file, form) if len(key) == len(roles)]
    if not keys:
        names = ", ".join(file.name for file in files)
        raise SlatewatchError(f"{names}: found no table of {len(roles)} columns, expected one to explain.")
    return dict.fromkeys(keys, tuple(roles))


def unread(file: File) -> Result | None:
    """The first table of a file in which no results were found, for somebody to say what its columns are.

    Returns:
        A result of which only the headings are known; None where there is no table.

    Raises:
        BadFile: the file cannot be read.
    """
    first = next(_first_rows(file), ())
    if not first:
        return None
    return Result("", (), (), columns=(OTHER,) * len(first), headings=tuple(cell.text for cell in first))


def _layouts(file: File, form: str | None) -> Iterator[Layout]:
    """The first row of words of each table, as headings, and none where a table begins with its figures."""
    try:
        rows = list(_first_rows(file, form))
    except BadFile:
        return
    for row in rows:
        texts = [cell.text for cell in row]
        yield layout_key([""] * len(texts) if any(map(figure, texts)) else texts)


def _first_rows(file: File, form: str | None = None) -> Iterator[tuple[Cell, ...]]:
    """The first row of each table in which more than one cell is filled; an empty one where there is none."""
    document = documents.read(file.name, file.data, form if form in documents.FORMATS else None)
    for sheet in document.sheets:
        yield next((row for row in sheet.rows if sum(bool(cell.text) for cell in row) > 1), ())
