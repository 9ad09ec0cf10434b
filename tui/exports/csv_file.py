"""The rows of a view as CSV (RFC 4180, UTF-8, LF), for a spreadsheet or a script: raw values, one row a row.

A spreadsheet runs a cell that begins like a formula, so a text that does gets an apostrophe in front; numbers
never do.
"""

from __future__ import annotations

import csv
from io import StringIO

from db.view import Cell, Faction, Holder, Row, View
from tui.exports.disputed import DISPUTED, disputed_keys, marks_apart
from tui.plain import plain

FORMULA_STARTS = tuple("=+-@\t\r\uff1d\uff0b\uff0d\uff20")
"""What a formula begins with; the last four are the wide forms, which some spreadsheets read alike."""


def write(view: View) -> str:
    """Write the main table: the keys of the columns, then one line a row, with its sources and its disputed columns last."""
    file = StringIO()
    writer = csv.writer(file, lineterminator="\n")
    keys = [column.key for column in view.columns]
    signed = marks_apart(view.columns)
    writer.writerow([*map(_text, keys), "sources", *([DISPUTED] if signed else [])])
    for row in view.rows:
        disputed = [_text("; ".join(disputed_keys(view.columns, row)))] if signed else []
        writer.writerow([*map(_value, row.cells), _sources(view, row), *disputed])
    return file.getvalue()


def _value(cell: Cell) -> str:
    """One cell: figures as Python writes them, everything else as a text that nothing will run."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, int | float):
        return repr(round(cell, 2))
    if isinstance(cell, str):
        return _text(cell)
    if isinstance(cell, Faction):
        return _text(cell.label)
    return _text("; ".join(_name(item) for item in cell))


def _name(item: Faction | Holder | str) -> str:
    """One of a list, by its name."""
    if isinstance(item, Faction):
        return item.label
    return item.person if isinstance(item, Holder) else item


def _sources(view: View, row: Row) -> str:
    """Where the row's figures come from: addresses, or keys of sources without one."""
    cited = [view.sources[number - 1] for number in row.sources if 0 < number <= len(view.sources)]
    return _text("; ".join(source.address or source.key for source in cited))


def _text(text: str) -> str:
    """A text that a spreadsheet shows and does not run."""
    safe = plain(text)
    runs = text.startswith(FORMULA_STARTS) or safe.lstrip().startswith(FORMULA_STARTS)
    return f"'{safe}" if runs else safe
