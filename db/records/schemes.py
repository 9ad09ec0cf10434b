"""Somebody's groupings of factions and persons into blocs."""

from __future__ import annotations

from typing import Annotated

from msgspec import Meta

from db.records.record import Colour, Key, Place, Record, Words


class Scheme(Record, kw_only=True, frozen=True):
    """A grouping: a judgement, and whose it is."""

    FILE = "schemes"
    NAME = ("scheme",)
    scheme: Key
    name: Words
    whose: str | None = None


class Bloc(Record, kw_only=True, frozen=True):
    """One of the sides that a scheme tells apart."""

    FILE = "blocs"
    NAME = ("scheme", "bloc")
    scheme: Key
    bloc: Key
    name: Words
    short: Words
    sign: Annotated[str, Meta(min_length=1, max_length=2)] = "?"
    colour: Colour = "#808080"
    position: Place = 500


class BlocMember(Record, kw_only=True, frozen=True):
    """What a scheme puts into a bloc for a time: a faction, or a person, or whoever is said to lean so."""

    FILE = "bloc_members"
    DATES = ("valid_from", "valid_to")
    NAME = ("scheme", "bloc", "faction", "person", "leaning", "valid_from")
    scheme: Key
    bloc: Key
    faction: Key | None = None
    person: Key | None = None
    leaning: Words | None = None
    valid_from: str | None = None
    valid_to: str | None = None
