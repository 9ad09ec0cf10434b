"""The sheets of a spreadsheet, read in a process apart: this is run by its path, and so imports nothing of the project.

The library that reads them ends its whole process when a damaged file claims to hold more cells than there is memory for.
"""

from __future__ import annotations

import datetime as dt
import io
from decimal import Decimal
from typing import NamedTuple

Value = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta


class RawSheet(NamedTuple):
    """The cells of a sheet as texts; the first of them stands at `row` and `column`, counted from nought."""

    name: str
    row: int
    column: int
    rows: list[list[str]]
    merged: list[tuple[tuple[int, int], tuple[int, int]]]


class Answer(NamedTuple):
    """The sheets, or the sentence's middle that says why there are none."""

    sheets: list[RawSheet]
    problem: str = ""


def answer(data: bytes) -> Answer:
    """The sheets of a workbook."""
    from python_calamine import CalamineError, PasswordError

    try:
        return Answer(_sheets(data))
    except PasswordError:
        return Answer([], "a spreadsheet under a password")
    except (CalamineError, OSError, ValueError, OverflowError) as problem:
        words = " ".join(str(problem).split())[:200]
        return Answer([], f"a damaged spreadsheet ({words})")
    except MemoryError:
        return Answer([], "a spreadsheet too large to hold")


def _sheets(data: bytes) -> list[RawSheet]:
    from python_calamine import CalamineWorkbook, SheetTypeEnum

    workbook = CalamineWorkbook.from_filelike(io.BytesIO(data))
    sheets = []
    for about in workbook.sheets_metadata:
        if about.typ is SheetTypeEnum.WorkSheet:
            sheet = workbook.get_sheet_by_name(about.name)
            row, column = sheet.start or (0, 0)
            rows = [[plain(value) for value in values] for values in sheet.to_python()]
            sheets.append(RawSheet(about.name, row, column, rows, list(sheet.merged_cell_ranges or ())))
    return sheets


def plain(value: Value) -> str:
    """A value as one would write it: no empty decimals, no powers of ten, dates as ISO has them."""
    match value:
        case bool():
            return "TRUE" if value else "FALSE"
        case float():
            return _number(value)
        case dt.datetime():
            midnight = value.time() == dt.time()
            return value.date().isoformat() if midnight else value.isoformat(" ")
        case dt.date() | dt.time():
            return value.isoformat()
        case dt.timedelta():
            return _hours(value)
    return str(value)


def _number(value: float) -> str:
    if value != value or value in (float("inf"), float("-inf")):
        return str(value)
    return str(int(value)) if value.is_integer() else format(Decimal(repr(value)), "f")


def _hours(span: dt.timedelta) -> str:
    """A span of time as spreadsheets show it: 30:00:00."""
    minutes, seconds = divmod(abs(int(span.total_seconds())), 60)
    sign = "-" if span < dt.timedelta() else ""
    return f"{sign}{minutes // 60}:{minutes % 60:02}:{seconds:02}"
