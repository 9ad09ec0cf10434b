"""Rows of a count sheet, one a candidate and stage: as candidates, as stages, and as a count that can be checked.

The names of the columns are those that eCount's tables and the sheets from Northern Ireland share.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from importers.formats.csv_rows import Line
from importers.formats.persons import person
from importers.results.ballots import whole
from importers.results.counts import ELECTED, EXCLUDED, Entry, Sheet, rebuilt, slips
from importers.results.figures import LONGEST
from importers.results.result import Doubt, Fact, Found, Stage
from importers.results.telling import few
from importers.results.text import clean

METHOD: Final = "single transferable vote"
UNIT: Final = "first preferences"
STAGES: Final = 1_000
CANDIDATES: Final = 10_000
MOST: Final = Decimal(10_000_000_000)
STATUSES: Final = {ELECTED: ELECTED, EXCLUDED: EXCLUDED, "": ""}
OUTCOMES: Final = {ELECTED: "elected", EXCLUDED: "not elected", "": ""}
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


def with_result(found: Sequence[Found], sheet: Sheet) -> Iterator[Found]:
    """The candidates with their first preferences, outcomes and the stage of their election."""
    for at, one in enumerate(found):
        status, since = sheet.status(at)
        first = sheet.rows[at].get(1)
        votes = None if first is None or first.total is None or first.total < 0 else whole(float(first.total))
        stage = since if status == ELECTED else None
        yield one._replace(votes=votes, outcome=one.outcome or OUTCOMES[status], stage=stage)


def stages(sheet: Sheet, lost: Iterable[Entry] = ()) -> Iterator[Stage]:
    """The stages in their order: the candidates as printed, then the votes that went to nobody."""
    for one in sorted((*sheet.entries, *lost), key=lambda entry: entry.stage):
        yield Stage(
            one.stage, _action(one), one.candidate, _float(one.total), _float(one.transfer), one.origin
        )


def _action(one: Entry) -> str:
    """What happened: votes that leave are a surplus of the elected, else an exclusion."""
    if one.candidate is None:
        return "non-transferable"
    if one.transfer is not None and one.transfer < 0:
        return "surplus" if one.status == ELECTED else "exclusion"
    return one.status if one.status and one.since in (one.stage, None) else "count"


def _float(value: Decimal | None) -> float | None:
    return None if value is None else float(value)


def non_transferable(sheet: Sheet) -> tuple[Entry, ...]:
    """The votes that went to nobody where no row tells: valid votes less the totals; nothing where the sheet has slips.

    What is lost in rounding is among them, as in the official reports.
    """
    valid = sheet.fact("valid_votes")
    totals = rebuilt(sheet)
    everybody = len(totals) == len(sheet.names) * len(sheet.stages)
    if valid is None or None in sheet.rows or not everybody or any(slips(sheet)):
        return ()
    found: list[Entry] = []
    before = Decimal(0)
    for stage in sheet.stages:
        total = Decimal(str(valid.value)) - sum(totals[at, stage] for at in range(len(sheet.names)))
        if total < before or (stage == 1 and total):
            return ()
        origin = f"stage {stage}, worked out: valid votes less the candidates' totals"
        if stage > 1:
            found.append(Entry(stage, None, total, total - before, "", None, origin))
        before = total
    return tuple(found)


def method(origin: str) -> tuple[Fact, ...]:
    """What a sheet of transfers is by its nature."""
    return Fact("method", METHOD, origin), Fact("unit", UNIT, origin)


def papers(total: str, spoiled: str, valid: str, origin: str) -> Iterator[Doubt]:
    """Valid papers that are not all papers less the spoiled ones."""
    every, bad, good = decimal(total), decimal(spoiled), decimal(valid)
    if every is not None and bad is not None and good is not None and every - bad != good:
        yield (
            origin,
            f"Found {good:,f} valid votes, expected {every - bad:,f}, {every:,f} papers less {bad:,f} spoiled.",
        )
