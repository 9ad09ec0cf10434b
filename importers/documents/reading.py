"""The one way in: which format a file has, and its reader."""

from __future__ import annotations

from collections.abc import Callable

from importers.documents import csv_table, html, mail, markdown, text
from importers.documents.document import FILE_BYTES, FORMATS, BadFile, Document
from importers.documents.encoding import decode
from importers.documents.recognition import check_not_binary, is_workbook, recognise

READERS: dict[str, Callable[[str, str], Document]] = {
    "csv": csv_table.read,
    "html": html.read,
    "markdown": markdown.read,
    "text": text.read,
}


def read(name: str, data: bytes, form: str | None = None) -> Document:
    """What a published file says, every piece with its place.

    Args:
        name: the file's name for people; its ending decides only what the content leaves open.
        data: the whole file.
        form: one of `FORMATS` when the user says so; otherwise the content tells.

    Raises:
        BadFile: the file cannot be read; the sentence names it, the place, what was found and what was expected.
    """
    _check(name, data, form)
    document = _read(name, data, form)
    if not document.sheets and not document.lines:
        raise BadFile(f"{name}, line 1: found nothing but blanks, expected a table or text.")
    return document


def _read(name: str, data: bytes, form: str | None) -> Document:
    if form == "spreadsheet" or (form is None and is_workbook(data)):
        from importers.documents import spreadsheet  # with it comes what talks to a process apart

        return spreadsheet.read(name, data)
    if form is None and mail.is_message(data):
        return mail.read(name, data, _read)
    check_not_binary(name, data)
    words = decode(name, data)
    return READERS[form or recognise(name, words)](name, words)


def _check(name: str, data: bytes, form: str | None) -> None:
    if form is not None and form not in FORMATS:
        raise BadFile(f"{name}: found the format {form!r}, expected one of {', '.join(FORMATS)}.")
    if not data:
        raise BadFile(f"{name}: found an empty file, expected a table or text.")
    if len(data) > FILE_BYTES:
        raise BadFile(f"{name}: found a file of {len(data):,} bytes, expected at most {FILE_BYTES:,}.")
