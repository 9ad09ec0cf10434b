"""Factions and how they belong to each other, dated: a joint slate belongs to those who formed it, a member to its umbrella."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from db.dates import within
from db.lens import Lens, Place
from db.view import NO_SLATE, Faction


class Membership(NamedTuple):
    """One faction within another, half-open in time."""

    faction: str
    umbrella: str
    valid_from: str | None
    valid_to: str | None

    def holds(self, date: str | None) -> bool:
        """Whether it holds on a day; on an open day it does if it ever did."""
        if date is None:
            return True
        return within(date, self.valid_from, self.valid_to)


class Span(NamedTuple):
    """A faction that a chosen one covers, and from when to when it does."""

    faction: str
    valid_from: str | None
    valid_to: str | None


class Factions:
    """All factions of a record.  They are few: read once for an answer."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.by_id: dict[int, Faction] = {}
        self.ids: dict[str, int] = {}
        self.positions: dict[str, int] = {NO_SLATE.key: 100_000}
        self.kinds: dict[str, str] = {}
        query = "SELECT id, key, name, short, sign, colour, position, kind FROM faction"
        for number, key, name, short, sign, colour, position, kind in connection.execute(query):
            self.by_id[number] = Faction(key, name, short, sign, colour)
            self.ids[key] = number
            self.positions[key] = position
            self.kinds[key] = kind
        self.parents: dict[str, list[Membership]] = defaultdict(list)
        self.children: dict[str, list[Membership]] = defaultdict(list)
        for faction, umbrella, valid_from, valid_to in connection.execute(
            "SELECT faction_id, umbrella_id, valid_from, valid_to FROM membership"
        ):
            membership = Membership(self.by_id[faction].key, self.by_id[umbrella].key, valid_from, valid_to)
            self.parents[membership.faction].append(membership)
            self.children[membership.umbrella].append(membership)

    @cached_property
    def days(self) -> frozenset[str]:
        """The days on which a membership begins or ends."""
        several = (one for many in self.parents.values() for one in many)
        return frozenset(day for one in several for day in (one.valid_from, one.valid_to) if day is not None)

    def get(self, number: int | None) -> Faction:
        """The faction of an id; `NO_SLATE` for none."""
        return NO_SLATE if number is None else self.by_id[number]

    def named(self, key: str) -> Faction:
        """The faction of a key; `NO_SLATE` for its own."""
        return NO_SLATE if key == NO_SLATE.key else self.by_id[self.ids[key]]

    def knows(self, key: str) -> bool:
        """Whether a key is that of a faction, or of having no slate."""
        return key in self.ids or key == NO_SLATE.key

    def record(self, key: str) -> Place | None:
        """Where the record of a faction is; None for what is none, such as a bloc or having no slate."""
        return Place("faction", Lens(faction=key)) if key in self.ids else None

    def order(self, faction: Faction) -> tuple[int, str]:
        """Sorts factions from left to right, those without slate last."""
        return self.positions.get(faction.key, 99_999), faction.name

    def up(self, key: str, date: str | None) -> frozenset[str]:
        """A faction with all that it belongs to on a day."""
        seen: set[str] = set()
        waiting = [key]
        while waiting:
            faction = waiting.pop()
            if faction not in seen:
                seen.add(faction)
                waiting += [one.umbrella for one in self.parents[faction] if one.holds(date)]
        return frozenset(seen)

    def covers(self, chosen: frozenset[str], keys: Iterable[str], date: str | None) -> bool:
        """Whether one of the chosen factions is, or holds within it, one of the keys on a day."""
        return any(not chosen.isdisjoint(self.up(key, date)) for key in keys)

    def allied(self, one: str, other: str, date: str | None) -> bool:
        """Whether two slates are the same or stand under a common umbrella; those without slate are allied to none."""
        if NO_SLATE.key in (one, other):
            return False
        return one == other or bool(self._umbrellas(one, date) & self._umbrellas(other, date))

    def _umbrellas(self, key: str, date: str | None) -> frozenset[str]:
        return self.up(key, date) - {
            faction for faction in self.up(key, date) if self.kinds.get(faction) == "independent"
        }

    def rolled_up(self, key: str, date: str | None) -> str:
        """The one outermost umbrella of a faction on a day; itself where it has none or several."""
        roots = {
            faction
            for faction in self.up(key, date)
            if not any(one.holds(date) for one in self.parents[faction])
        }
        return roots.pop() if len(roots) == 1 else key

    def covered(self, chosen: Iterable[str]) -> list[Span]:
        """The chosen factions and all within them, each with the time for which it is within."""
        found: set[Span] = set()
        waiting = [Span(key, None, None) for key in chosen]
        while waiting:
            span = waiting.pop()
            if span in found:
                continue
            found.add(span)
            for one in self.children[span.faction]:
                valid_from = max(filter(None, (span.valid_from, one.valid_from)), default=None)
                valid_to = min(filter(None, (span.valid_to, one.valid_to)), default=None)
                if valid_from is None or valid_to is None or valid_from < valid_to:
                    waiting.append(Span(one.faction, valid_from, valid_to))
        always = {span.faction for span in found if span[1:] == (None, None)}
        return sorted(
            (span for span in found if span.faction not in always or span[1:] == (None, None)),
            key=lambda span: (span.faction, span.valid_from or "", span.valid_to or ""),
        )
