"""Who stood in a contest, with whose backing, and how the votes were counted."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from db.records.record import Amount, Basis, Bit, Count, Key, Record, Words


class Candidacy(Record, kw_only=True, frozen=True):
    """One person in one contest."""

    FILE = "candidacies"
    NAME = ("contest", "person")
    contest: Key
    person: Key
    name_as_printed: str | None = None
    description: str | None = None
    votes: Amount | None = None
    share: Annotated[float, Meta(ge=0, le=100)] | None = None
    rank: Annotated[int, Meta(ge=1)] | None = None
    outcome: Literal["elected", "not elected", "withdrawn", "pending", "unknown"]
    elected_stage: Count | None = None
    sitting: Bit | None = None
    slate: Key | None = None
    slate_label: str | None = None
    nominations: Count | None = None
    basis: Basis | None = None


class Endorsement(Record, kw_only=True, frozen=True):
    """An organisation's backing of a candidacy, sought or not."""

    FILE = "endorsements"
    NAME = ("contest", "person", "faction")
    contest: Key
    person: Key
    faction: Key
    sought: Bit | None = None
    basis: Basis | None = None


class Stage(Record, kw_only=True, frozen=True):
    """What happened to a candidate at one stage of a count."""

    FILE = "stages"
    NAME = ("contest", "stage", "person", "action")
    contest: Key
    stage: Count
    action: Words
    person: Key | None = None
    votes: Amount | None = None
    transfer: Annotated[float, Meta(ge=-10_000_000_000, le=10_000_000_000)] | None = None


class Ballot(Record, kw_only=True, frozen=True):
    """Ballot papers that bear the same preferences: keys of persons, ` > ` before a later one, ` = ` between equals."""

    FILE = "ballots"
    NAME = ("contest", "preferences")
    WITHOUT = ("note",)
    contest: Key
    papers: Annotated[float, Meta(gt=0, le=10_000_000_000)]
    preferences: Words
