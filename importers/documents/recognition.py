"""Which format a file has: its content tells, and its name only where the content leaves it open."""

from __future__ import annotations

import re
from pathlib import PurePath

from importers.documents.csv_table import DELIMITERS, LOOKED_AT, steadiness
from importers.documents.document import BadFile

ARCHIVE = b"PK\x03\x04"
COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"  # of old Excel files, and of new ones under a password
OTHERS = (
    (b"%PDF", "a PDF"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a compressed file"),
    (b"SQLite format 3\0", "an SQLite database"),
)
ENDINGS = {
    ".csv": "csv",
    ".tsv": "csv",
    ".tab": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".htm": "html",
    ".html": "html",
    ".xhtml": "html",
}
PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,300}>\s*)?(?:<!--[^>]{0,2000}-->\s*)?"
    r"<(?:!doctype\s+html|html|head|body|table|div|p|h[1-6]|ul|ol|section|article|main|meta|caption|tr)\b",
    re.I,
)
TABLE_IN_PAGE = re.compile(r"<table\b[^>]{0,2000}>(?:\s|<!--)*<(?:caption|colgroup|thead|tbody|tr)\b", re.I)
RULE_OF_TABLE = re.compile(r"^ {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?[ \t]*$", re.M)
HEADING = re.compile(r"^#{1,6} +\S.*\n[ \t]*\n", re.M)
LIST_ITEM = re.compile(r"^ {0,3}[-*+] +\S", re.M)
THOUSANDS = re.compile(r"(?<!\d)(?<!\d\.)\d{1,3}(?:,\d{3})+(?!\d)")  # a comma within a number parts no fields
NUMBER = re.compile(r"(?:^|[,;])\s*\d[\d.]*%?\s*(?:[,;]|$)")
MOST, SOME = 0.8, 0.5
SHORT = 80
CHARACTERS = 200_000  # enough to tell what a file is


def is_workbook(data: bytes) -> bool:
    """Whether the file is of the kinds that spreadsheets are kept in."""
    return data.startswith((ARCHIVE, COMPOUND))


def check_not_binary(name: str, data: bytes) -> None:
    """See that the file is of no kind known to hold no text.

    Raises:
        BadFile: it is.
    """
    for mark, kind in OTHERS:
        if data.startswith(mark):
            raise BadFile(f"{name}, byte 1: found {kind}, expected a table, a page, a spreadsheet or text.")


def recognise(name: str, text: str) -> str:
    """The format of a text."""
    hint = ENDINGS.get(PurePath(name).suffix.lower(), "")
    start = text[:CHARACTERS]
    if PAGE.match(start) or (hint != "markdown" and TABLE_IN_PAGE.search(start)):
        return "html"
    if RULE_OF_TABLE.search(start) or (hint == "markdown" and _is_dressed(start)):
        return "markdown"
    if _is_separated(start, hint):
        return "csv"
    if hint == "markdown" or HEADING.search(start):
        return "markdown"
    return "csv" if hint == "csv" and _is_short(start) else "text"


def _is_dressed(start: str) -> bool:
    return bool(HEADING.search(start) or LIST_ITEM.search(start))


def _is_separated(start: str, hint: str) -> bool:
    """Whether most lines are cut into the same number of fields, and not by the commas of sentences."""
    lines = [line for line in start.splitlines()[:LOOKED_AT] if line.strip()]
    bare = [THOUSANDS.sub("0", line) for line in lines]
    for delimiter in DELIMITERS:
        times, _ = steadiness([line + "\n" for line in lines], delimiter)
        enough = times >= max(2, (SOME if hint == "csv" else MOST) * len(lines))
        parted = sum(delimiter in line for line in bare) >= (SOME if hint == "csv" else MOST) * len(lines)
        if enough and parted and (hint == "csv" or not _is_prose(bare, delimiter)):
            return True
    return False


def _is_short(start: str) -> bool:
    """Whether the lines may be those of a small or uneven table, when the name says that they are one."""
    lines = start.splitlines()[:LOOKED_AT]
    return all(len(line) <= SHORT for line in lines) and not _is_prose(lines, ",")


def _is_prose(lines: list[str], delimiter: str) -> bool:
    """Sentences have a blank after most commas; tables that have it too have a number by itself in most lines."""
    if delimiter not in ",;":
        return False
    text = "\n".join(lines)
    spaced = text.count(f"{delimiter} ") * 2 > text.count(delimiter)
    return spaced and sum(1 for line in lines if NUMBER.search(line)) * 2 <= len(lines)
