"""What a check finds: severity, the row it stands in, what was found and what was expected; and where checks look."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from enum import StrEnum
from typing import NamedTuple, TypeAlias

from db.reading.parts import marks
from db.view import Fact


class Severity(StrEnum):
    """How much a finding matters; the weightiest first."""

    ERROR = "error"
    """It cannot be true as it stands, and nothing explains it."""
    WARNING = "warning"
    """Somebody should look, or has looked and explained it."""
    NOTICE = "notice"
    """How the record knows things."""

    @property
    def rank(self) -> int:
        """0 for the weightiest."""
        return tuple(Severity).index(self)

    @property
    def explained(self) -> Severity:
        """What it is once somebody has explained it: what is explained is no error."""
        return Severity.WARNING if self is Severity.ERROR else self


class Cited(NamedTuple):
    """A field of a row: what is noted where sources differ on it may explain a finding."""

    fact: Fact
    field: str
    fitting: float | None = None
    """The figure that would have been sound: one of the stated ones has to be it; None where that cannot be asked."""
    itself: bool = False
    """Whether the finding is that sources differ: then it does not matter what the row holds."""


class Finding(NamedTuple):
    """One thing that a check has found."""

    kind: str
    """Key of a kind; `db.questions.audit.kinds` lists them."""
    fact: Fact
    """The row in which it stands, by which it is explained."""
    found: str
    expected: str
    facts: tuple[Fact, ...] = ()
    """Further rows that it rests on."""
    cited: tuple[Cited, ...] = ()
    """Fields of which a note on a dispute explains it."""


class Scope(NamedTuple):
    """Where checks look: everything, a body, a section with those within it, or some contests."""

    connection: sqlite3.Connection
    body: int | None = None
    section: int | None = None
    parts: tuple[int, ...] = ()
    """The section and those within it."""
    contests: tuple[int, ...] = ()

    @property
    def of_contests(self) -> tuple[str, list[int]]:
        """An SQL condition on the table `contest`, and its values; nothing is scanned where it is narrow."""
        if self.contests:
            return f"contest.id IN ({marks(len(self.contests))})", list(self.contests)
        if self.section is not None:
            return f"contest.section_id IN ({marks(len(self.parts))})", list(self.parts)
        return ("1", []) if self.body is None else ("contest.body_id = ?", [self.body])

    @property
    def of_sections(self) -> tuple[str, list[int]]:
        """An SQL condition on the table `section`, and its values; none of them where contests are looked at."""
        if self.contests:
            return "0", []
        if self.section is not None:
            return f"section.id IN ({marks(len(self.parts))})", list(self.parts)
        return ("1", []) if self.body is None else ("section.body_id = ?", [self.body])

    @property
    def everything(self) -> bool:
        """Whether the whole record is looked at."""
        return self.body is None and not self.contests


Family: TypeAlias = Callable[[Scope], Iterator[Finding]]
"""Checks that look at the same rows."""
