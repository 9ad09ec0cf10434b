"""What if: assumptions under a name, apart from all facts."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from db.records.record import Key, Place, Record, Words


class Scenario(Record, kw_only=True, frozen=True):
    """Assumptions that are made together."""

    FILE = "scenarios"
    NAME = ("scenario",)
    scenario: Key
    name: Words


class Assumption(Record, kw_only=True, frozen=True):
    """One thing supposed; `0008_balance.sql` says which columns a kind uses."""

    FILE = "assumptions"
    NAME = ("scenario", "position", "kind")
    scenario: Key
    position: Place = 0
    kind: Literal["seat", "fill", "leaning", "bloc", "swing"]
    body: Key | None = None
    section: Key | None = None
    person: Key | None = None
    successor: Key | None = None
    newcomer: str | None = None
    faction: Key | None = None
    other: Key | None = None
    scheme: Key | None = None
    bloc: Key | None = None
    contest: Key | None = None
    points: Annotated[float, Meta(ge=-1_000_000, le=1_000_000)] | None = None
