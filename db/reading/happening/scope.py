"""The place and the years that are asked for, as every query of this package takes them."""

from __future__ import annotations

from typing import NamedTuple

from db.reading.factions import Factions
from db.reading.place import Where


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
