"""Read one spreadsheet from standard input, in a process of its own, and write its sheets to standard output.

The library that reads spreadsheets ends its whole process on some damaged files, when they claim to hold more cells than
there is memory for.  Here it may: the app that asked sees only that no answer came.  This is run by its path, and so
imports nothing of the project.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import sys
from decimal import Decimal
from typing import NamedTuple

MEMORY = 3_000_000_000
SECONDS = 120

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


def main() -> None:
    """Answer once."""
    import msgspec

    _set_limits()
    sys.stdout.buffer.write(msgspec.msgpack.encode(answer(sys.stdin.buffer.read())))


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


def _set_limits() -> None:
    """Bound memory and time where the system can; elsewhere the caller's own patience bounds the time."""
    with contextlib.suppress(ImportError, ValueError, OSError):
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


if __name__ == "__main__":
    main()
