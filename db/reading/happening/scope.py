"""The place and the years that are asked for, and who held its seats, as every reader of this package takes them."""

from __future__ import annotations

import sqlite3
from functools import cached_property

from db.reading.factions import Factions
from db.reading.place import Where
from db.reading.seats.holders import Tenure


class Scope:
    """Where and when."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        place: Where,
        first: str,
        last: str,
        factions: Factions | None = None,
        tenure: Tenure | None = None,
    ) -> None:
        """A place from a first to a last day; what was read already is taken as it is, the tenure of all time."""
        self.connection, self.place, self.first, self.last = connection, place, first, last
        self.factions = factions or Factions(connection)
        if tenure is not None:
            self.tenure = tenure

    @cached_property
    def tenure(self) -> Tenure:
        """Who held the seats at any time, and for which slate: the one answer to that."""
        return Tenure(self.connection, self.factions, self.place.body or 0, self.place.section, "", "9999-99")

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
