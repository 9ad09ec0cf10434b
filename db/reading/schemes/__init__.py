"""Schemes: somebody's named grouping of factions, persons and leanings into blocs."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from db.dates import within
from db.errors import Missing
from db.view import Fact, Faction


class Bloc(NamedTuple):
    """One bloc of a scheme."""

    id: int
    faction: Faction
    """The bloc as it is shown; its key is `bloc:` and the key of the bloc, so that none is taken for a faction."""


class Member(NamedTuple):
    """What belongs to a bloc, half-open in time."""

    fact: Fact
    """The row that says so; where a scenario does, its assumption."""
    bloc: Bloc
    valid_from: str | None = None
    valid_to: str | None = None

    def holds(self, date: str) -> bool:
        """Whether it holds on a day."""
        return within(date, self.valid_from, self.valid_to)


class Scheme:
    """A scheme with all that it says."""

    def __init__(self, connection: sqlite3.Connection, row: tuple[int, str, str, str | None]) -> None:
        self.id, self.key, self.name, self.whose = row
        self.blocs: dict[int, Bloc] = {}
        self.positions: dict[str, float] = {}
        query = "SELECT id, key, name, short, sign, colour, position FROM bloc WHERE scheme_id = ? ORDER BY position, id"
        for number, key, name, short, sign, colour, position in connection.execute(query, [self.id]):
            self.blocs[number] = Bloc(number, Faction(bloc_key(key), name, short, sign, colour))
            self.positions[bloc_key(key)] = position
        self.members: list[Member] = []
        self._factions: dict[str, list[Member]] = defaultdict(list)
        self._persons: dict[int, list[Member]] = defaultdict(list)
        self._leanings: dict[str, list[Member]] = defaultdict(list)
        query = """
            SELECT bloc_member.id, bloc_id, faction.key, person_id, leaning, valid_from, valid_to FROM bloc
            CROSS JOIN bloc_member ON bloc_id = bloc.id LEFT JOIN faction ON faction.id = faction_id
            WHERE scheme_id = ? ORDER BY bloc_member.id
        """
        for number, bloc, faction, person, leaning, valid_from, valid_to in connection.execute(
            query, [self.id]
        ):
            member = Member(Fact("bloc_member", number), self.blocs[bloc], valid_from, valid_to)
            self.members.append(member)
            if faction is not None:
                self._factions[faction].append(member)
            elif person is not None:
                self._persons[person].append(member)
            else:
                self._leanings[leaning.casefold()].append(member)

    @property
    def judgement(self) -> str:
        """What is to be said wherever holders are counted by the scheme."""
        whose = f" ({self.whose})" if self.whose else ""
        return f"The scheme {self.name} is a judgement{whose}, not a fact of the record"

    def of_faction(self, key: str, date: str) -> tuple[Member, ...]:
        """What the scheme says of a faction by name; of more than one bloc where it counts it twice."""
        return _on(self._factions.get(key, ()), date)

    def of_person(self, person: int, date: str) -> tuple[Member, ...]:
        """What the scheme says of a person by name."""
        return _on(self._persons.get(person, ()), date)

    def of_leaning(self, words: str, date: str) -> tuple[Member, ...]:
        """What the scheme says of whoever is said to lean so, in these words."""
        return _on(self._leanings.get(words.casefold(), ()), date)

    def factions_of(self, bloc: str) -> frozenset[str]:
        """The keys of the factions that a bloc (`bloc:left`) ever names."""
        return frozenset(
            key
            for key, members in self._factions.items()
            if any(one.bloc.faction.key == bloc for one in members)
        )

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The rows of the record that say it."""
        return tuple(one.fact for one in self.members)

    @cached_property
    def days(self) -> frozenset[str]:
        """The days on which an entry begins or ends."""
        return frozenset(
            day for one in self.members for day in (one.valid_from, one.valid_to) if day is not None
        )


def bloc_key(key: str) -> str:
    """A bloc's key among the groups, where none is taken for that of a faction."""
    return f"bloc:{key}"


def scheme_of(connection: sqlite3.Connection, key: str | None) -> Scheme:
    """The scheme of a key; the first of the record where none is named.

    Raises:
        Missing: there is no such scheme, or none at all.
    """
    query = "SELECT id, key, name, whose FROM scheme WHERE ? IS NULL OR key = ? ORDER BY id LIMIT 1"
    row = connection.execute(query, [key, key]).fetchone()
    if row is None and key is not None:
        raise Missing(f"There is no scheme {key!r} in this record.")
    if row is None:
        raise Missing("The record holds no scheme yet, so holders cannot be grouped by bloc.")
    return Scheme(connection, row)


def every_scheme(connection: sqlite3.Connection) -> list[tuple[str, str, str]]:
    """All schemes: key, name, and whose each is (blank where that is not said)."""
    query = "SELECT key, name, coalesce(whose, '') FROM scheme ORDER BY id"
    return connection.execute(query).fetchall()


def _on(members: Iterable[Member], date: str) -> tuple[Member, ...]:
    return tuple(one for one in members if one.holds(date))
