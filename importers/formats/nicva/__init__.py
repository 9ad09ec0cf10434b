"""Count sheets of the Northern Ireland Assembly: a folder of five CSV files for each constituency.

Source: github.com/NICVA/electionsni and its schema.md.  Candidate_Id is made anew for each election, so that it names nobody
beyond the sheet.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from importers.documents.document import BadFile
from importers.file import File
from importers.formats.format import Reading
from importers.formats.nicva.contest import contest
from importers.formats.nicva.tables import COUNT, FILES, LOST, kind, siblings

NAME: Final = "nicva"
TITLE: Final = "Stages of an STV count (Northern Ireland, folder of five CSV files)"


def sure(file: File) -> float:
    """Sure by the names of the columns of any of the five."""
    return 0.95 if kind(file) else 0.0


def belongs_to(file: File) -> Path | None:
    """The Count.csv that a file is read with, where one stands beside it; None for a file that is read by itself."""
    if file.path is None or kind(file) in ("", COUNT):
        return None
    beside = siblings(file).get(COUNT)
    return None if beside is None else beside.path


def read(file: File) -> Reading:
    """The one count of a folder; nothing for a file that is read with the Count.csv beside it, so that a folder is read once.

    Raises:
        BadFile: it is none of the five, or the votes that were transferred to nobody by themselves.
    """
    found = kind(file)
    if not found:
        named = ", ".join(FILES.values())
        raise BadFile(f"{file.name}, line 1: found other columns, expected those of one of {named}.")
    if belongs_to(file) is not None:
        return Reading(NAME, ())
    tables = {**siblings(file), found: file}
    if set(tables) == {LOST}:
        raise BadFile(
            f"{file.name}: found non-transferable votes by themselves, expected {FILES[COUNT]} beside them."
        )
    return Reading(NAME, (contest(tables),))
