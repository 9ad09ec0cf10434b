"""Factions, the labels by which they are printed, and what they belong to."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from db.records.record import Colour, Key, Place, Record, Words


class Faction(Record, kw_only=True, frozen=True):
    """A slate, an organisation or an umbrella of them."""

    FILE = "factions"
    NAME = ("faction",)
    faction: Key
    name: Words
    short: Words
    sign: Annotated[str, Meta(min_length=1, max_length=2)] = "?"
    colour: Colour = "#808080"
    kind: Literal["umbrella", "organisation", "slate", "label", "independent", "trade union", "person"] = (
        "slate"
    )
    wing: str | None = None
    founded: str | None = None
    dissolved: str | None = None
    slot: Annotated[int, Meta(ge=1, le=9)] | None = None
    position: Place = 500


class FactionAlias(Record, kw_only=True, frozen=True):
    """A printed label and the faction it means."""

    FILE = "faction_aliases"
    NAME = ("faction", "alias")
    alias: Words
    faction: Key


class Membership(Record, kw_only=True, frozen=True):
    """A faction that belongs to another, or a joint slate and those who formed it."""

    FILE = "memberships"
    DATES = ("valid_from", "valid_to")
    NAME = ("faction", "member_of", "valid_from")
    faction: Key
    member_of: Key
    valid_from: str | None = None
    valid_to: str | None = None
