"""What is said of a large table: before it is loaded, while it is, and afterwards."""

from __future__ import annotations

from typing import Final, NamedTuple

from db.errors import SlatewatchError
from importers.documents.document import BadFile
from importers.results.result import Doubt

SHOWN: Final = 100
"""Doubts that are told one by one; all are counted."""

BAD_PART: Final = 10
"""One bad row in so many is the most that is taken for a slip."""


class Cancelled(SlatewatchError):
    """The user broke off; nothing was stored."""


class Given(NamedTuple):
    """What the user says of all rows, where the table lacks it."""

    body: str = ""
    section: str = ""
    date: str = ""
    kind: str = ""
    unit: str | None = None
    """What a vote figure counts."""
    scheme: str = ""
    """Whose the numbers of persons are; else told from the columns and the name of the file."""


class BulkPlan(NamedTuple):
    """A table as it is understood, before anything is stored."""

    name: str
    rows: int
    """All below the header that are not blank."""
    columns: tuple[tuple[str, str], ...]
    """Each heading with what it is taken for; the empty text where it is not understood."""
    first: tuple[tuple[str, ...], ...]
    """The first rows, as printed."""
    lacking: tuple[str, ...]
    """What neither the table nor the user says and without which nothing can be stored: `date`, `body`."""
    scheme: str
    """Whose the numbers of persons are; empty where the table has none."""

    @property
    def ignored(self) -> tuple[str, ...]:
        """Headings that are not understood."""
        return tuple(heading for heading, field in self.columns if not field)


class BulkReport(NamedTuple):
    """What came of a table; every row is counted as one of the first five."""

    number: int | None
    """Of the import; None where nothing was to be stored."""
    rows: int
    new: int
    same: int
    changed: int
    """Rows that filled gaps."""
    conflicts: int
    """Rows of which a value is kept beside that of the record."""
    doubtful: int
    """Rows that were not stored."""
    bodies: int
    sections: int
    contests: int
    persons: int
    factions: int
    namesakes: int
    """New persons of whose name others are on record, elsewhere: each may be one of them."""
    remarks: int
    """Doubts about what was stored."""
    doubts: tuple[Doubt, ...]
    """The first of all doubts, remarks among them."""

    @property
    def summary(self) -> str:
        """The counts in one line."""
        counts = (
            ("new", self.new), ("same", self.same), ("filling gaps", self.changed), ("in conflict", self.conflicts),
            ("doubtful", self.doubtful),
        )  # fmt: skip
        return ", ".join(f"{count:,} {word}" for word, count in counts if count)


class Doubts:
    """Doubts as they come up: the first of them kept, all counted."""

    def __init__(self, name: str, rows: int) -> None:
        self.name, self.total = name, rows
        self.first: list[Doubt] = []
        self.rows = 0
        self.remarks = 0
        self._example: Doubt | None = None

    def row(self, place: str, words: str) -> None:
        """Count a row that is not stored.

        Raises:
            BadFile: more than one row in ten is bad.
        """
        self.rows += 1
        self._example = self._example or (place, words)
        self._keep(place, words)
        if self.rows * BAD_PART > self.total:
            where, what = self._example
            raise BadFile(
                f"{self.name}, {where}: {what[0].lower()}{what[1:].rstrip('.')}; more than one row in ten is like that, "
                "so that nothing was stored."
            )

    def remark(self, place: str, words: str) -> None:
        """Count what is odd about something that is stored nevertheless."""
        self.remarks += 1
        self._keep(place, words)

    def _keep(self, place: str, words: str) -> None:
        if len(self.first) < SHOWN:
            self.first.append((place, words))
