"""The contests of a large table: by what another data set calls them, else by section, date and kind; else new ones."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from db.dates import includes, is_date
from importers.bulk.batches import Batches
from importers.bulk.figures import BadCell, Remembered, flag, whole
from importers.bulk.headings import DEMOCRACY_CLUB, Layout
from importers.bulk.places import Body, Places, Section
from importers.bulk.report import Given
from importers.results.text import clean

FIELDS: Final = (
    "contest", "body", "section", "date", "kind", "by_election", "cancelled", "seats", "electorate",
)  # fmt: skip
"""Columns that tell of the contest, in this order."""

KINDS: Final = {
    "regular": "regular", "ordinary": "regular", "general": "regular", "by-election": "by-election", "by election": "by-election",
    "byelection": "by-election", "additional": "additional",
}  # fmt: skip
DATED: Final = re.compile(r"\.(\d{4}-\d\d-\d\d)$", re.A)
MOST_SEATS: Final = 10_000
MOST_ELECTORS: Final = 10_000_000_000


IDENTIFIED: Final = """
SELECT body.id, body.key, body.name, section.id, section.key, section.name, contest.id, date, kind, seats, electorate
FROM identifier JOIN contest ON contest.id = entity_id JOIN body ON body.id = contest.body_id
JOIN section ON section.id = contest.section_id WHERE entity = 'contest' AND scheme = ? AND value = ?
"""


class Told(NamedTuple):
    """What a row says of its contest."""

    seats: int | None
    electorate: int | None


class Contest(NamedTuple):
    """A contest as far as its candidacies need it."""

    id: int
    new: bool
    body: Body
    section: Section
    date: str | None
    kind: str
    seats: int | None
    electorate: int | None
    identifier: str = ""
    unnamed: bool = True
    """Whether the record does not know the identifier yet."""


class Held(NamedTuple):
    """A contest on record."""

    id: int
    date: str | None
    kind: str
    seats: int | None
    electorate: int | None


class Contests:
    """Contests by the cells that tell of them."""

    def __init__(self, batches: Batches, layout: Layout, given: Given) -> None:
        self.batches, self.connection = batches, batches.connection
        self.places = Places(batches)
        self.given = given
        self.one_body = given.body or layout.body
        self.tells_kinds = "kind" in layout.fields or "by_election" in layout.fields
        self._by_place: dict[tuple[int, str, str], Contest] = {}
        self._by_identifier: dict[str, Contest] = {}
        self._held: dict[int, list[Held]] = {}
        self._dates: dict[str, str] = {}
        self._seats = Remembered(lambda cell: whole(cell, "a number of seats", MOST_SEATS))
        self._electorates = Remembered(lambda cell: whole(cell, "an electorate", MOST_ELECTORS))

    def forget(self) -> None:
        """Let go of all contests: all rows are read, and what comes needs the memory."""
        for one in (self._by_place, self._by_identifier, self._held):
            one.clear()

    def of(self, cells: tuple[str, ...]) -> tuple[Contest, Told]:
        """The contest of a row, and what the row says of it.

        Args:
            cells: those of `FIELDS`, the empty text where the table has no such column.

        Raises:
            BadCell: they tell of no contest.
        """
        name, body_cell, section_cell, date_cell, kind_cell, by_election, cancelled, seats, electorate = cells
        if cancelled and flag(cancelled):
            raise BadCell("The poll was cancelled, as the source states; expected one that was held.")
        identifier = clean(name) if name else ""
        told = Told(self._seats[seats], self._electorates[electorate])
        known = self._by_identifier.get(identifier) if identifier else None
        if known is None and identifier:
            known = self._identified(identifier)
        if known is not None:
            self._by_identifier.setdefault(identifier, known)
            return known, told
        kind = self._kind(kind_cell, by_election, identifier)
        date = self._date(date_cell if date_cell.strip() else self.given.date or _dated(identifier))
        body = self.places.body(body_cell if body_cell.strip() else self.one_body)
        section = self.places.section(body, section_cell if section_cell.strip() else self.given.section)
        known = None if identifier else self._by_place.get((section.id, date, kind))
        if known is None:
            known = self._placed(body, section, date, kind, told, identifier)
            for said in {kind, known.kind} if self.tells_kinds else {kind}:
                self._by_place.setdefault((section.id, date, said), known)
            if identifier:
                self._by_identifier[identifier] = known
        return known, told

    def _kind(self, cell: str, by_election: str, identifier: str) -> str:
        """The kind as stated; the empty text where nothing is said of it."""
        if not (by_election or cell or identifier or self.given.kind):
            return ""
        if flag(by_election) or ".by." in identifier:
            return "by-election"
        text = clean(cell or self.given.kind).casefold()
        if text and text not in KINDS:
            raise BadCell(
                f"Found {text[:40]!r}, expected the kind of a contest, such as regular or by-election."
            )
        return KINDS.get(text, "")

    def _date(self, cell: str) -> str:
        """The date of a cell.

        Raises:
            BadCell: it is none.
        """
        found = self._dates.get(cell)
        if found is None:
            text = clean(cell[:40]).partition("T")[0] if cell[:4].isdigit() else clean(cell[:40])
            found = _turned(text)
            if not is_date(found):
                raise BadCell(f"Found {text!r}, expected a date as YYYY-MM-DD or DD/MM/YYYY.")
            self._dates[cell] = found
        return found

    def _placed(
        self, body: Body, section: Section, date: str, kind: str, told: Told, identifier: str
    ) -> Contest:
        held = self._on_record(section, date, kind)
        if held:
            return Contest(
                held.id, False, body, section, held.date, held.kind, held.seats, held.electorate, identifier
            )
        number = self.batches.next["contest"]
        self.batches.next["contest"] = number + 1
        return Contest(
            number, True, body, section, date, kind or "regular", told.seats, told.electorate, identifier
        )

    def _identified(self, identifier: str) -> Contest | None:
        """The contest on record that is called so, wherever its row puts it."""
        rows = self.connection.execute(IDENTIFIED, [DEMOCRACY_CLUB, identifier]).fetchall()
        if len(rows) != 1:
            return None
        body, section = Body(*rows[0][:3], new=False), Section(*rows[0][3:6], new=False)
        number, date, kind, seats, electorate = rows[0][6:]
        return Contest(number, False, body, section, date, kind, seats, electorate, identifier, unnamed=False)

    def _on_record(self, section: Section, date: str, kind: str) -> Held | None:
        """The contest of a section on a date; dates may be known more or less precisely.

        Raises:
            BadCell: several fit.
        """
        if section.new:
            return None
        if section.id not in self._held:
            query = "SELECT id, date, kind, seats, electorate FROM contest WHERE section_id = ?"
            self._held[section.id] = [Held(*row) for row in self.connection.execute(query, [section.id])]
        then = [one for one in self._held[section.id] if kind in ("", one.kind) and _same_day(one.date, date)]
        exact = [one for one in then if one.date == date]
        found = exact or then
        if len(found) > 1:
            found = [one for one in found if one.kind == "regular"] or found
        if len(found) > 1:
            raise BadCell(
                f"Found {date} for {section.name}, expected a date on which one contest was held, not {len(found)}."
            )
        return found[0] if found else None


def _dated(identifier: str) -> str:
    """The date at the end of a ballot paper's identifier."""
    found = DATED.search(identifier)
    return found[1] if found else ""


def _same_day(one: str | None, other: str) -> bool:
    return one is not None and (one == other or includes(one, other) or includes(other, one))


def _turned(text: str) -> str:
    """`6/5/2021` and `06-05-2021` as `2021-05-06`; the day comes first, as in Britain."""
    for sign in "/.-":
        parts = text.split(sign)
        if (
            len(parts) == 3
            and all(part.isascii() and part.isdigit() for part in parts)
            and len(parts[2]) == 4
        ):
            return f"{parts[2]}-{parts[1]:0>2}-{parts[0]:0>2}"
    return text
