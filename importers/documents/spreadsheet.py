"""Spreadsheets, new and old, of Excel and of LibreOffice: every sheet, with merged cells in every place they cover."""

from __future__ import annotations

from collections.abc import Iterator

from importers.documents import workbook_apart
from importers.documents.archive import check_archive
from importers.documents.asking import ask
from importers.documents.document import CELLS, BadFile, Cell, Document, Sheet
from importers.documents.grid import Row, cell, check_size, sheet
from importers.documents.recognition import ARCHIVE, is_workbook
from importers.documents.workbook_apart import Answer, RawSheet


def read(name: str, data: bytes) -> Document:
    """All sheets of a workbook that hold anything.

    Raises:
        BadFile: it is none, damaged, under a password, or larger than is taken.
    """
    if not is_workbook(data):
        raise BadFile(f"{name}, byte 1: found no spreadsheet, expected one in XLSX, XLS or ODS.")
    if data.startswith(ARCHIVE):
        check_archive(name, data)
    answer = ask(name, data, workbook_apart, Answer, "a spreadsheet")
    if answer.problem:
        raise BadFile(f"{name}: found {answer.problem}, expected one that can be opened.")
    sheets = tuple(_sheet(name, raw) for raw in answer.sheets if any(map(any, raw.rows)))
    return Document(name, "spreadsheet", sheets, ())


def _sheet(name: str, raw: RawSheet) -> Sheet:
    place = f"sheet {raw.name}"
    check_size(name, place, len(raw.rows), sum(map(len, raw.rows)))
    rows = [
        Row(place, [cell(name, text, f"{place}, cell {_letters(column)}{number}") for column, text in texts])
        for number, texts in _numbered(raw)
    ]
    _spread(name, raw, rows)
    return sheet(name, raw.name, rows)


def _numbered(raw: RawSheet) -> Iterator[tuple[int, Iterator[tuple[int, str]]]]:
    """The rows and their cells with their numbers: rows from one as people count, columns from nought."""
    for number, texts in enumerate(raw.rows, raw.row + 1):
        yield number, iter(enumerate(texts, raw.column))


def _spread(name: str, raw: RawSheet, rows: list[Row]) -> None:
    """Put the cell of every merged area in all of its places, as far as the sheet goes."""
    covered = 0
    for (top, left), (bottom, right) in raw.merged:
        across = range(max(left - raw.column, 0), min(right - raw.column + 1, len(rows[0].cells)))
        down = range(max(top - raw.row, 0), min(bottom - raw.row + 1, len(rows)))
        covered += len(across) * len(down)
        if covered > CELLS:
            raise BadFile(
                f"{name}, sheet {raw.name}: found merged cells that cover each other, expected each once."
            )
        if across and down and top >= raw.row and left >= raw.column:
            _fill(rows, down, across, rows[down[0]].cells[across[0]])


def _fill(rows: list[Row], down: range, across: range, said: Cell) -> None:
    for row in down:
        rows[row].cells[across.start : across.stop] = [said] * len(across)


def _letters(column: int) -> str:
    """The name of a column: A for 0, AA for 26."""
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
