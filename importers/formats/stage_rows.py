"""Rows of a count sheet, one a candidate and stage: as candidates, and as entries of a count that can be checked.

The names of the columns are those that eCount's tables and the sheets from Northern Ireland share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from importers.formats.csv_rows import Line
from importers.formats.persons import person
from importers.results.count_sheet import ELECTED, EXCLUDED, Entry
from importers.results.figures import LONGEST
from importers.results.result import Doubt, Found
from importers.results.telling import few
from importers.results.text import clean

STAGES: Final = 1_000
CANDIDATES: Final = 10_000
MOST: Final = Decimal(10_000_000_000)
STATUSES: Final = {ELECTED: ELECTED, EXCLUDED: EXCLUDED, "": ""}
_DECIMAL: Final = re.compile(r"[-+]?(?:\d{1,3}(?:,\d{3})+|\d+)?(?:\.\d*)?", re.A)


class Rows(NamedTuple):
    """What the rows say."""

    candidates: tuple[Found, ...]
    identities: tuple[str, ...]
    """For each candidate the id of the file."""
    entries: tuple[Entry, ...]
    doubts: tuple[Doubt, ...]


def rows(lines: Iterable[Line], known: Sequence[Line] = ()) -> Rows:
    """The candidates and their stages.

    Args:
        lines: the rows of the stages.
        known: rows that tell of the candidates only, before all others.
    """
    reading = _Reading()
    for line in known:
        reading.candidate(line)
    for line in lines:
        reading.entry(line)
    return Rows(tuple(reading.found), tuple(reading.places), tuple(reading.entries), few(reading.doubts))


class _Reading:
    """Candidates by their ids as they are met."""

    def __init__(self) -> None:
        self.found: list[Found] = []
        self.places: dict[str, int] = {}
        self.entries: list[Entry] = []
        self.doubts: list[Doubt] = []
        self._first: dict[int, Line] = {}
        self._told: set[int] = set()

    def candidate(self, line: Line) -> int | None:
        """The candidate of a row, new or known; None where the row names nobody."""
        identity = clean(line.get("candidate_id")) or clean(_printed(line)).casefold()
        if identity in self.places:
            at = self.places[identity]
            self._compare(at, line)
            return at
        found = person(_printed(line), line.place, line.get("surname"))
        if len(self.found) >= CANDIDATES:
            self.doubts.append(
                (line.place, f"Found more than {CANDIDATES:,} candidates; the row was left out.")
            )
            return None
        if found is None:
            self.doubts.append(
                (line.place, "Found no name, expected that of a candidate; the row was left out.")
            )
            return None
        at = self.places[identity] = len(self.found)
        self.found.append(found._replace(slate=clean(line.get("party_name"))))
        self._first[at] = line
        return at

    def entry(self, line: Line) -> None:
        """Take a row of a stage."""
        at = self.candidate(line)
        number = line.get("count_number")
        if at is None:
            return
        if not 1 <= (_number(number) or 0) <= STAGES:
            self._doubt(line, number, f"a stage from 1 to {STAGES:,}; the row was left out")
            return
        status = clean(line.get("status")).casefold()
        if status not in STATUSES:
            self._doubt(line, status, "elected, excluded or nothing as the status")
        total, transfer = self._figure(line, "total_votes"), self._figure(line, "transfers")
        said = STATUSES.get(status, "")
        since = _number(line.get("occurred_on_count"))
        self.entries.append(Entry(int(number), at, total, transfer, said, since, line.place))

    def _figure(self, line: Line, column: str) -> Decimal | None:
        text = line.get(column)
        value = decimal(text)
        if text and value is None:
            self._doubt(line, text, f"a number of votes as {column}")
        return value

    def _doubt(self, line: Line, found: str, expected: str) -> None:
        self.doubts.append((line.place, f"Found {clean(found)[:LONGEST]!r}, expected {expected}."))

    def _compare(self, at: int, line: Line) -> None:
        """Tell once a candidate where a later row names somebody else, another party or other first preferences."""
        first = self._first[at]
        for column in ("surname", "firstname", "party_name", "candidate_first_pref_votes"):
            had, has = clean(first.get(column)), clean(line.get(column))
            if had and has and at not in self._told and had != has and not _equal(had, has):
                self._told.add(at)
                self._doubt(
                    line, has, f"the {column} {had[:LONGEST]!r} of {self.found[at].name} as at {first.place}"
                )


def _number(text: str) -> int | None:
    return int(text) if text.isdecimal() and len(text) < 6 else None


def _equal(one: str, other: str) -> bool:
    value = decimal(one)
    return value is not None and value == decimal(other)


def _printed(line: Line) -> str:
    return f"{line.get('firstname')} {line.get('surname')}".strip()


def decimal(text: str) -> Decimal | None:
    """The number as printed, `1,533.00000`, `-68.` or `.5`; None where it is none, or beyond what votes can be."""
    bare = text.strip()
    if len(bare) > LONGEST or not _DECIMAL.fullmatch(bare) or not any(map(str.isdigit, bare)):
        return None
    value = Decimal(bare.replace(",", ""))
    return value if abs(value) <= MOST else None
