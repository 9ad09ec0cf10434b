"""What the record knows by name: bodies, sections, contests, factions and persons, to find them again in what is published."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from functools import cached_property
from typing import NamedTuple

from db.dates import agree
from db.identity import plain_name
from db.matching import words_of
from db.wayfinding.names import faction_names
from importers.words import spoken


class Body(NamedTuple):
    """An organisation with seats."""

    key: str
    name: str
    short: str
    spoken: tuple[str, ...]
    """All that it is called, folded."""


class Section(NamedTuple):
    """A part of a body."""

    body: str
    key: str
    name: str
    full_name: str | None
    spoken: tuple[str, ...]
    """All that it is called before `section`, `representatives` and the like, folded."""


class Contest(NamedTuple):
    """An election on record; dates as precise as known, or None."""

    key: str
    body: str
    section: str
    kind: str
    date: str | None
    seats: int | None
    nominations_open: str | None = None
    nominations_close: str | None = None


class Faction(NamedTuple):
    """A slate, an organisation or an umbrella of them."""

    key: str
    name: str
    kind: str
    names: tuple[str, ...]
    """Every name and abbreviation that it goes by, as printed."""


class Known:
    """The names on record; persons, who may be many, and what they stood for are read when they are asked for."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Reads bodies, sections, contests and factions.

        Args:
            connection: to the record, read-only; persons are read on it later, so it has to stay open.
        """
        self.connection = connection
        self.bodies: Mapping[str, Body] = {one.key: one for one in _bodies(connection)}
        self.sections: Mapping[tuple[str, str], Section] = _sections(connection, self.bodies)
        self.contests: tuple[Contest, ...] = _contests(connection)
        self.factions: Mapping[str, Faction] = _factions(connection)

    @cached_property
    def persons(self) -> Mapping[str, tuple[str, ...]]:
        """Keys of persons by each of their names, put as `db.identity.plain_name` puts them."""
        found: dict[str, dict[str, None]] = defaultdict(dict)
        query = """
            SELECT key, name FROM person
            UNION ALL SELECT person.key, alias.name FROM alias JOIN person ON person.id = person_id
        """
        for key, name in self.connection.execute(query):
            found[plain_name(name)][key] = None
        return {name: tuple(keys) for name, keys in found.items()}

    def stood(self, person: str) -> tuple[str, ...]:
        """Keys of the contests in which a person stood, the latest first."""
        query = """
            SELECT contest.key FROM candidacy JOIN contest ON contest.id = contest_id JOIN person ON person.id = person_id
            WHERE person.key = ? ORDER BY contest.date DESC
        """
        return tuple(key for (key,) in self.connection.execute(query, [person]))

    def contests_of(self, body: str, section: str) -> tuple[Contest, ...]:
        """The contests of a section, the oldest first."""
        return self._by_section.get((body, section), ())

    @cached_property
    def _by_section(self) -> Mapping[tuple[str, str], tuple[Contest, ...]]:
        found: dict[tuple[str, str], list[Contest]] = defaultdict(list)
        for one in self.contests:
            found[one.body, one.section].append(one)
        return {place: tuple(held) for place, held in found.items()}


def contest_on(
    known: Known, body: str, section: str, date: str, *, by_election: bool = False
) -> Contest | None:
    """The one contest of a section on a date or within it; None where there is none or several fit equally."""
    fits = [one for one in known.contests_of(body, section) if one.date and _may_be_then(one.date, date)]
    if len(fits) > 1:
        fits = [one for one in fits if (one.kind == "by-election") == by_election]
    if len(fits) > 1:
        fits = [one for one in fits if one.kind in ("regular", "by-election")]
    return fits[0] if len(fits) == 1 else None


def _may_be_then(held: str, date: str) -> bool:
    """Whether two dates may be of one contest: they agree, or are of one month, as results come days after a ballot."""
    return agree(held, date) or held[:7] == date[:7]


def _bodies(connection: sqlite3.Connection) -> list[Body]:
    rows = connection.execute("SELECT key, name, short FROM body ORDER BY id")
    return [Body(key, name, short, spoken.of_body(key, (name, short, key))) for key, name, short in rows]


def _sections(connection: sqlite3.Connection, bodies: Mapping[str, Body]) -> dict[tuple[str, str], Section]:
    query = """
        SELECT body.key, section.key, section.name, section.full_name, parent.key
        FROM section JOIN body ON body.id = section.body_id LEFT JOIN section AS parent ON parent.id = section.parent_id
        ORDER BY body.id, section.position, section.id
    """
    found = {}
    for body, key, name, full_name, parent in connection.execute(query):
        names = (name, full_name)
        forms = spoken.of_section(key, names, bodies[body].spoken, is_part=parent is not None)
        found[body, key] = Section(body, key, name, full_name, forms)
    return found


def _contests(connection: sqlite3.Connection) -> tuple[Contest, ...]:
    query = """
        SELECT contest.key, body.key, section.key, kind, date, seats, nominations_open, nominations_close
        FROM contest JOIN body ON body.id = contest.body_id JOIN section ON section.id = contest.section_id
        ORDER BY contest.date, contest.id
    """
    return tuple(Contest(*row) for row in connection.execute(query))


def _factions(connection: sqlite3.Connection) -> dict[str, Faction]:
    names: dict[str, dict[str, None]] = defaultdict(dict)
    for key, name in faction_names(connection):
        if words_of(name):
            names[key][name] = None
    rows = connection.execute("SELECT key, name, kind FROM faction ORDER BY position, id")
    return {key: Faction(key, name, kind, tuple(names[key])) for key, name, kind in rows}
