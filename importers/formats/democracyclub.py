"""Democracy Club's candidates and results: its CSV files and the ballots of its APIs as JSON.

Source: the field names of github.com/DemocracyClub/yournextrepresentative (`ynr/apps/data_exports/csv_fields.py`), of the
APIs v0.9 and next of candidates.democracyclub.org.uk and of developers.democracyclub.org.uk.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from importers.documents.document import BadFile
from importers.file import File
from importers.formats.csv_rows import Line, header, rows
from importers.formats.democracyclub_ballot import result
from importers.formats.democracyclub_json import lines
from importers.formats.format import Reading
from importers.formats.json_data import is_json
from importers.results.result import Doubt

NAME: Final = "democracyclub"
TITLE: Final = "Democracy Club CSV or JSON"
PERSONS: Final = frozenset({"person_id", "person_name"})
SHOWN: Final = 20
"""Doubts about the file as a whole that are told one by one."""


def sure(file: File) -> float:
    """Sure where a header names ballot papers and persons, or where a JSON text names ballot papers."""
    if is_json(file):
        return 0.9 if '"ballot_paper_id"' in file.start else 0.0
    names = set(header(file))
    return 0.95 if "ballot_paper_id" in names and names & PERSONS else 0.0


def read(file: File) -> Reading:
    """One result for each ballot paper, in the order of the file.

    Raises:
        BadFile: it is neither, or a row or a value in it has another shape than these files have.
    """
    ballots, strays = _by_ballot(lines(file) if is_json(file) else _checked(file))
    if not ballots:
        raise BadFile(f"{file.name}: found no ballot paper, expected rows or objects with a ballot_paper_id.")
    return Reading(NAME, tuple(result(name, found) for name, found in ballots.items()), strays)


def _checked(file: File) -> Iterable[Line]:
    names = header(file)
    if "ballot_paper_id" not in names:
        raise BadFile(
            f"{file.name}, line 1: found no column ballot_paper_id, expected the header of a Democracy Club file."
        )
    return rows(file)


def _by_ballot(found: Iterable[Line]) -> tuple[dict[str, list[Line]], tuple[Doubt, ...]]:
    """The rows by their ballot papers, and what belongs to none."""
    ballots: dict[str, list[Line]] = {}
    strays: list[Doubt] = []
    for line in found:
        if name := line.get("ballot_paper_id"):
            ballots.setdefault(name, []).append(line)
        elif len(strays) < SHOWN:
            strays.append(
                (line.place, "Found a row without a ballot_paper_id, expected one; it was left out.")
            )
    return ballots, tuple(strays)
