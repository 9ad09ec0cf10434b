"""The five files of a count: each is known by its columns, and the others by their names in the same folder."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from importers.documents.document import FILE_BYTES, BadFile
from importers.file import File
from importers.formats.csv_rows import Line, header, rows

COUNT: Final = "count"
CANDIDATE: Final = "candidate"
WHOLE: Final = "whole"
ELECTED: Final = "elected"
LOST: Final = "lost"
FILES: Final = {
    COUNT: "Count.csv",
    CANDIDATE: "Candidate.csv",
    WHOLE: "ConstituencyCount.csv",
    ELECTED: "Elected.csv",
    LOST: "NonTransferable.csv",
}
COLUMNS: Final = {
    COUNT: {"candidate_id", "count_number", "transfers", "total_votes"},
    CANDIDATE: {"constituency_number", "candidate_id", "firstname", "surname", "party_id"},
    WHOLE: {"constituency_number", "total_poll", "valid_poll", "quota", "number_of_seats"},
    ELECTED: {"candidate_first_pref_votes", "status", "occurred_on_count", "surname"},
    LOST: {"count_number", "non_transferable"},
}
"""Columns that each must have; the first that fits is taken, as Count.csv has those of Elected.csv too."""


def kind(file: File) -> str:
    """Which of the five a file is; empty for any other."""
    names = set(header(file))
    return next((one for one, columns in COLUMNS.items() if columns <= names), "")


def siblings(file: File) -> dict[str, File]:
    """The files of the count that stand in the folder of one of them, by what they are.

    Raises:
        BadFile: one of them is larger than is taken.
    """
    found: dict[str, File] = {}
    if file.path is None:
        return found
    for what, name in FILES.items():
        path = file.path.parent / name
        try:
            if path.is_file():
                if path.stat().st_size > FILE_BYTES:
                    raise BadFile(
                        f"{name}: found a file beside {file.name} of more than {FILE_BYTES:,} bytes, expected less."
                    )
                beside = File(name, path.read_bytes(), path)
                if kind(beside) == what:
                    found[what] = beside
        except OSError:
            continue  # what cannot be read is missing, and told as such
    return found


def lines(tables: Mapping[str, File], what: str) -> Iterator[Line]:
    """The rows of one of the files, placed by its name and the line; none where it is missing.

    Raises:
        BadFile: it is no table, or larger than is taken.
    """
    file = tables.get(what)
    if file is not None and file.data:
        for line in rows(file):
            yield Line(f"{file.name}, {line.place}", line.fields)
