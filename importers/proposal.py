"""What an import would store, row by row, before anything is stored."""

from __future__ import annotations

from typing import NamedTuple

from db.identity import Suggestion
from importers.results.result import Found

NEW, SAME, CHANGED, CONFLICT, DOUBTFUL = "new", "same", "changed", "in conflict", "doubtful"
"""A candidacy that is not on record; one that is, as the source has it; one with a gap that the source fills; one of which
the source says something else; one whose person is a question."""


class Target(NamedTuple):
    """The contest that the results belong to."""

    key: str
    section: int | None
    contest: int | None
    """Its id; None where it is to be made."""
    date: str | None
    seats: int | None
    words: str
    """Body, section and date for people."""


class Difference(NamedTuple):
    """One value of which record and source differ."""

    field: str
    stored: str | int | float | None
    found: str | int | float | None
    fills: bool
    """Whether the record had no value."""

    @property
    def name(self) -> str:
        """The field as the files of a record call it."""
        return self.field.removesuffix("_id").removeprefix("published_")


class Proposed(NamedTuple):
    """One candidacy as it would be stored."""

    found: Found
    kind: str
    person: int | None = None
    """Id of the person on record; None for somebody new, and where it is a question."""
    reason: str = ""
    """Why this person."""
    suggestions: tuple[Suggestion, ...] = ()
    candidacy: int | None = None
    slate: int | None = None
    outcome: str = "unknown"
    differences: tuple[Difference, ...] = ()

    @property
    def stored(self) -> bool:
        """Whether it is certain enough to be stored without being asked about."""
        return self.kind != DOUBTFUL


class Proposal(NamedTuple):
    """All of it."""

    target: Target
    rows: tuple[Proposed, ...]
    doubts: tuple[tuple[str, str], ...]
    """What does not add up in the source: where, and what."""

    def count(self, kind: str) -> int:
        """How many rows are of a kind."""
        return sum(row.kind == kind for row in self.rows)

    @property
    def changes(self) -> bool:
        """Whether storing it would change anything."""
        return any(row.kind in (NEW, CHANGED, CONFLICT) for row in self.rows)
