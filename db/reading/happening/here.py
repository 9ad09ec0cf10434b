"""The place and the years that are asked for, as every query of this package takes them."""

from __future__ import annotations

from typing import NamedTuple

from db.reading.factions import Factions
from db.reading.place import Where

HERE = "section.body_id = :body AND (:section IS NULL OR :section IN (section.id, section.parent_id))"
"""Sections of the place: those of the body, or one with those that are part of it."""

SEAT = """CASE WHEN section.parent_id IS NOT NULL AND coalesce(:section, section.parent_id) = section.parent_id
          THEN section.parent_id ELSE section.id END"""
"""Whose seats they are: a section that is part of another one counts there, unless it is looked at alone."""


class Scope(NamedTuple):
    """Where and when."""

    place: Where
    first: str
    last: str
    factions: Factions

    @property
    def bound(self) -> dict[str, object]:
        """Values for the queries; years are whole, since an event of `2015` may be the one of a term that ended in May."""
        return {
            "body": self.place.body,
            "section": self.place.section,
            "from": self.first[:4],
            "to": self.last[:4],
        }

    def holds(self, date: str) -> bool:
        """Whether a day is in the span."""
        return self.first <= date <= self.last
