"""The record as an import is held against it: looked up by the dozen, read once."""

from __future__ import annotations

import re
import sqlite3
from functools import cached_property
from typing import TYPE_CHECKING

from db.identity import Names
from db.matching import folded
from db.reading.factions import Factions
from db.reading.persons import person_of
from db.wayfinding.names import faction_names
from importers.known import Known

if TYPE_CHECKING:
    from importers.prose.mentions import Finder

_IN_BRACKETS = re.compile(r"\(([^()]+)\)\s*$")


class OnRecord:
    """Names, labels and keys on record; made anew after something was stored."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    @cached_property
    def names(self) -> Names:
        """The names of persons."""
        return Names(self.connection)

    @cached_property
    def labels(self) -> dict[str, int]:
        """Ids of factions by every name that they go by, and by their keys, folded."""
        names = (
            (name, self.factions[key]) for key, name in faction_names(self.connection) if key in self.factions
        )
        return {folded(name).strip(): number for name, number in (*names, *self.factions.items())}

    @cached_property
    def factions(self) -> dict[str, int]:
        """Ids of factions by their keys."""
        return Factions(self.connection).ids

    @cached_property
    def known(self) -> Known:
        """What the record knows by name."""
        return Known(self.connection)

    @cached_property
    def finder(self) -> Finder:
        """Finds bodies, sections and dates in words."""
        from importers.prose.mentions import Finder  # a large table needs none of it

        return Finder(self.known)

    def faction(self, label: str) -> int | None:
        """The faction that a printed label stands for, if one is known by it, or by what stands in its brackets."""
        whole = self.labels.get(self.folded(label))
        inside = _IN_BRACKETS.search(label) if whole is None else None
        return self.labels.get(folded(inside[1]).strip()) if inside else whole

    @staticmethod
    def folded(label: str) -> str:
        """A label as the keys of `labels` are written."""
        return folded(label).strip()

    def person(self, key: str) -> int | None:
        """The person of a key, or of one that they had before a merge."""
        return person_of(self.connection, key)

    def identified(self, entity: str, identifiers: tuple[tuple[str, str], ...]) -> int | None:
        """The one person or contest that other data sets call so; None where there is none, or more than one."""
        query = "SELECT entity_id FROM identifier WHERE entity = ? AND scheme = ? AND value = ?"
        found = {
            int(row[0])
            for scheme, value in identifiers
            for row in self.connection.execute(query, [entity, scheme, value])
        }
        return found.pop() if len(found) == 1 else None

    def candidacy(self, contest: int, person: int) -> int | None:
        """The candidacy of a person in a contest."""
        query = "SELECT id FROM candidacy WHERE contest_id = ? AND person_id = ?"
        row = self.connection.execute(query, [contest, person]).fetchone()
        return int(row[0]) if row else None
