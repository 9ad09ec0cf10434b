"""Conditions in SQL for lists that are too long to be filtered row by row."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, field

from db.lens import Lens
from db.reading.factions import Factions
from db.view import NO_SLATE


@dataclass
class Query:
    """An SQL condition and its values, in the making."""

    conditions: list[str] = field(default_factory=list)
    values: list[object] = field(default_factory=list)
    walked: bool = False
    """Whether an index is walked and names are tested, so that counting everything would take long."""
    many: bool = False
    """Whether so many rows are let through that a page fills at once on the order's own index."""

    def add(self, condition: str, *values: object) -> None:
        """One more condition."""
        self.conditions.append(condition)
        self.values += values

    @property
    def where(self) -> str:
        """The WHERE clause; nothing where everything is let through."""
        return f"WHERE {' AND '.join(self.conditions)}" if self.conditions else ""

    @property
    def walking(self) -> str:
        """The same with a plus before each column, which keeps SQLite on the index of the order."""
        return self.where.replace("candidacy.", "+candidacy.") if self.many else self.where


def backwards(order: str) -> str:
    """An order from its other end; its terms may hold no comma."""
    return ", ".join(map(_turned, order.split(", ")))


def _turned(term: str) -> str:
    if term.endswith(" DESC"):
        return term.removesuffix(" DESC")
    if term.endswith(" NULLS LAST"):
        return f"{term.removesuffix(' NULLS LAST')} DESC NULLS FIRST"
    return f"{term} DESC"


def of_factions(lens: Lens, factions: Factions) -> tuple[str, list[object]]:
    """The condition that a candidacy stood for one of the lens's factions, or one within them on its day."""
    always: list[object] = []
    dated: list[str] = []
    values: list[object] = []
    for span in factions.covered(lens.factions):
        number = factions.ids.get(span.faction)
        if span.valid_from is None and span.valid_to is None:
            always.append(number)
        else:
            dated.append("candidacy.slate_id = ? AND candidacy.date >= ? AND candidacy.date < ?")
            values += [number, span.valid_from or "", span.valid_to or "9999"]
    conditions = [f"candidacy.slate_id IN ({','.join('?' * len(always))})"] if always else []
    if NO_SLATE.key in lens.factions:
        conditions.append("candidacy.slate_id IS NULL")
    return f"({' OR '.join(conditions + dated) or '0'})", always + values


def tallied(connection: sqlite3.Connection, lens: Lens, factions: Factions) -> int | None:
    """Candidacies of the lens's factions in the whole record; None where days matter and they must be counted."""
    if any(span.valid_from or span.valid_to for span in factions.covered(lens.factions)):
        return None
    condition, values = of_factions(lens, factions) if lens.factions else ("1", [])
    query = f"SELECT coalesce(sum(candidacies), 0) FROM tally AS candidacy WHERE {condition}"
    return int(connection.execute(query, values).fetchone()[0])
