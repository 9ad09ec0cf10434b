"""Tables of separated values: comma, semicolon, tab or upright stroke, with or without title rows above the header."""

from __future__ import annotations

import csv
import re
from collections import Counter
from collections.abc import Iterator
from io import StringIO
from itertools import chain, islice

from importers.documents.document import BadFile, Document
from importers.documents.grid import Row, cell, counted, sheet

DELIMITERS = ",;\t|"
QUOTED_BY_CHANCE = (
    "\t|"  # where fields hold no delimiter anyway, a lone quotation mark is a letter like any other
)
LOOKED_AT = 200
END = "\0"  # no line of a text can be this one


_SAID = re.compile(r"sep=([,;\t|])\s*", re.I)
"""The first line by which Excel is told the delimiter."""


def read(name: str, text: str) -> Document:
    """The one table of a file.

    Raises:
        BadFile: a quotation mark is never closed, or the table is larger than is taken.
    """
    lines = list(StringIO(text, newline=""))
    if lines and (said := _SAID.fullmatch(lines[0])):
        lines[0], delimiter = "\n", said[1]
    else:
        delimiter = separator(lines[:LOOKED_AT])
    try:
        rows = _rows(name, lines, delimiter, csv.QUOTE_MINIMAL)
    except BadFile:
        if delimiter not in QUOTED_BY_CHANCE:
            raise
        rows = _rows(name, lines, delimiter, csv.QUOTE_NONE)
    while rows and not any(one.text for one in rows[-1].cells):
        rows.pop()
    sheets = (sheet(name, _title(rows), rows),) if rows else ()
    return Document(name, "csv", sheets, ())


def separator(lines: list[str]) -> str:
    """The delimiter that cuts most lines into the same number of fields; of equals the one that makes more."""
    return max(DELIMITERS, key=lambda one: steadiness(lines, one))


def commonest(line: str) -> str:
    """The delimiter that stands in a line most often, for data files, whose header tells it."""
    return max(DELIMITERS, key=line.count)


def steadiness(lines: list[str], delimiter: str) -> tuple[int, int]:
    """How many lines are cut into the same number of fields, and into how many."""
    reader = csv.reader(lines, delimiter=delimiter)
    widths: Counter[int] = Counter()
    try:
        widths.update(len(fields) for fields in reader if len(fields) > 1)
    except csv.Error:
        widths.update(line.count(delimiter) + 1 for line in lines if delimiter in line)
    return max(((times, width) for width, times in widths.items()), default=(0, 0))


def _rows(name: str, lines: list[str], delimiter: str, quoting: int) -> list[Row]:
    return list(counted(name, _placed(name, lines, delimiter, quoting)))


def _placed(name: str, lines: list[str], delimiter: str, quoting: int) -> Iterator[Row]:
    """The rows with the line each begins on.

    A last line of our own tells whether the file ended inside quotation marks: then it does not come out by itself.
    """
    reader = csv.reader(chain(lines, ["\n", END]), delimiter=delimiter, quoting=quoting)  # type: ignore[arg-type]
    number, following = 1, 1
    try:
        for fields in reader:
            number, following = following, reader.line_num + 1
            if fields == [END]:
                return
            place = f"line {number}"
            yield Row(
                place,
                [cell(name, field, f"{place}, column {at}") for at, field in enumerate(fields, 1)],
            )
    except csv.Error as problem:
        raise BadFile(
            f"{name}, line {following}: found no row of separated values ({problem}), expected one."
        ) from None
    raise BadFile(
        f"{name}, line {number}: found a quotation mark that is never closed, expected the other one before the end."
    )


def _title(rows: list[Row]) -> str:
    """The words of the rows above the header that have only their first field; they stay rows too."""
    filled = [[one.text for one in row.cells if one.text] for row in islice(rows, LOOKED_AT)]
    above: list[str] = []
    for texts in filled:
        if len(texts) > 1:
            return " ".join(above)
        above += texts
    return ""
