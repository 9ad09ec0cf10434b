"""Rows of a data file of separated values by the names of their columns, one at a time: files of a million rows are usual."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import chain
from typing import NamedTuple

from importers.documents.csv_table import END, commonest
from importers.documents.document import CELL_CHARACTERS, ROWS, BadFile
from importers.file import File


class Line(NamedTuple):
    """A row: its place and its filled fields by the names of the columns, blanks at their ends taken off."""

    place: str
    fields: dict[str, str]

    def get(self, name: str) -> str:
        """The text of a field; empty where the row or the file has none."""
        return self.fields.get(name, "")


def header(file: File) -> tuple[str, ...]:
    """The names of the columns in small letters, words joined by `_`; none where the first line is no header."""
    first = next((line for line in StringIO(file.start) if line.strip()), "")
    try:
        return _names(next(csv.reader([first], delimiter=commonest(first)), []))
    except csv.Error:
        return ()


def rows(file: File) -> Iterator[Line]:
    """The rows below the header.

    Raises:
        BadFile: a row has not as many fields as the header, a field is longer than any of a result, a quotation mark is
            never closed, or there are more rows than are taken.
    """
    placed = _placed(file)
    names: tuple[str, ...] = ()
    for number, (line, fields) in enumerate(placed):
        if not number:
            names = _names(fields)
            continue
        if number > ROWS:
            raise BadFile(
                f"{file.name}, line {line}: found more than {ROWS:,} rows, expected at most as many."
            )
        yield Line(f"line {line}", _filled(file, line, names, fields))


def _filled(file: File, line: int, names: tuple[str, ...], fields: list[str]) -> dict[str, str]:
    texts = [text.strip() for text in fields]
    if len(fields) < len(names) or any(texts[len(names) :]):
        raise BadFile(
            f"{file.name}, line {line}: found {len(fields)} fields, expected the {len(names)} of the header."
        )
    if max(map(len, texts)) > CELL_CHARACTERS:
        longest = max(texts, key=len)
        raise BadFile(
            f"{file.name}, line {line}, column {texts.index(longest) + 1}: found a field of {len(longest):,} characters, "
            f"expected at most {CELL_CHARACTERS:,}."
        )
    return {name: text for name, text in zip(names, texts, strict=False) if text}


def _placed(file: File) -> Iterator[tuple[int, list[str]]]:
    """The rows that are not blank, with the line each begins on; a last line of our own tells of a mark left open."""
    text = StringIO(file.text.removeprefix("\ufeff"), newline="")
    first = next((line for line in StringIO(file.start) if line.strip()), "")
    reader = csv.reader(chain(text, ["\n", END]), delimiter=commonest(first))
    line, following, fields = 1, 1, list[str]()
    try:
        for fields in reader:
            line, following = following, reader.line_num + 1
            if fields and END in fields[-1]:
                break
            if any(map(str.strip, fields)):
                yield line, fields
    except csv.Error as problem:
        raise BadFile(
            f"{file.name}, line {following}: found no row of separated values ({problem}), expected one."
        ) from None
    if fields != [END]:
        raise BadFile(
            f"{file.name}, line {line}: found a quotation mark that is never closed, expected the other one before the end."
        )


def _names(fields: list[str]) -> tuple[str, ...]:
    return tuple(
        "_".join(text.removeprefix("\ufeff").casefold().replace("_", " ").split()) for text in fields
    )
