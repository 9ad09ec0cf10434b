"""The rows of a record folder, typed: what importers yield and what loading stores.

One struct a file, its fields the file's columns in their order.  A field left blank in the file is None here.
"""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta, Struct

Key = Annotated[str, Meta(pattern=r"^[a-z0-9]+(?:[-.][a-z0-9]+)*$")]
Count = Annotated[int, Meta(ge=0, le=10_000_000_000)]
Amount = Annotated[float, Meta(ge=0, le=10_000_000_000)]
Place = Annotated[int, Meta(ge=-1_000_000, le=1_000_000)]
Colour = Annotated[str, Meta(pattern=r"^#[0-9a-fA-F]{6}$")]
Bit = Annotated[int, Meta(ge=0, le=1)]
Basis = Literal["derived", "inferred", "unsourced"]
Words = Annotated[str, Meta(min_length=1)]


class Record(Struct, kw_only=True, frozen=True, forbid_unknown_fields=True):
    """A row of one of the files."""

    FILE: ClassVar[str]
    DATES: ClassVar[tuple[str, ...]] = ()
    NAME: ClassVar[tuple[str, ...]] = ()
    """The columns by which a citation names a row; see `db.naming`."""
    WITHOUT: ClassVar[tuple[str, ...]] = ()
    """Columns that every row has and that mean nothing here."""
    sources: str = ""
    note: str | None = None


class Source(Record, kw_only=True, frozen=True):
    """A page, book or paper that states facts."""

    FILE = "sources"
    DATES = ("date",)
    NAME = ("source",)
    source: Key
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    date: str | None = None
    author: str | None = None
    kind: Literal["published", "derived", "unsourced"] = "published"


class Body(Record, kw_only=True, frozen=True):
    """An organisation with seats."""

    FILE = "bodies"
    NAME = ("body",)
    body: Key
    name: Words
    short: Words
    parent: str | None = None


class Section(Record, kw_only=True, frozen=True):
    """A part of a body with an electorate of its own."""

    FILE = "sections"
    NAME = ("body", "section")
    body: Key
    section: Key
    name: Words
    full_name: str | None = None
    parent: Key | None = None
    position: Place = 0


class Rule(Record, kw_only=True, frozen=True):
    """Seats, votes and electorate of a section from a date to a date."""

    FILE = "rules"
    DATES = ("valid_from", "valid_to")
    NAME = ("body", "section", "valid_from")
    body: Key
    section: Key
    valid_from: str | None = None
    valid_to: str | None = None
    seats: Count | None = None
    voting: Bit = 1
    electorate: str | None = None
    method: str | None = None
    quota_rule: str | None = None
    term_years: Amount | None = None
    basis: Basis | None = None


class Round(Record, kw_only=True, frozen=True):
    """Contests held together."""

    FILE = "rounds"
    DATES = ("date",)
    NAME = ("round",)
    round: Key
    name: Words
    date: str | None = None


class Contest(Record, kw_only=True, frozen=True):
    """One election to one section."""

    FILE = "contests"
    DATES = ("nominations_open", "nominations_close", "ballot_open", "ballot_close", "date")
    NAME = ("contest",)
    contest: Key
    body: Key
    section: Key
    round: Key | None = None
    kind: Literal["regular", "by-election", "additional", "composite"] = "regular"
    status: Literal["announced", "nominating", "voting", "declared"] = "declared"
    nominations_open: str | None = None
    nominations_close: str | None = None
    ballot_open: str | None = None
    ballot_close: str | None = None
    date: str | None = None
    method: str | None = None
    seats: Count | None = None
    quota_rule: str | None = None
    nominations_needed: str | None = None
    unit: str | None = None
    electorate: Count | None = None
    electorate_words: str | None = None
    ballots: Count | None = None
    valid_votes: Count | None = None
    quota: Amount | None = None
    turnout: Annotated[float, Meta(ge=0, le=100)] | None = None
    votes_per_ballot: Count | None = None
    figures: Literal["complete", "partial", "none"] = "none"
    basis: Basis | None = None


class Person(Record, kw_only=True, frozen=True):
    """Somebody who stood for a seat or held one."""

    FILE = "persons"
    NAME = ("person",)
    person: Key
    name: Words
    sort_name: Words
    gender: Literal["f", "m"] | None = None
    gender_sources: str = ""


class Alias(Record, kw_only=True, frozen=True):
    """Another spelling of a person's name."""

    FILE = "aliases"
    NAME = ("person", "name")
    WITHOUT = ("note",)
    person: Key
    name: Words


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


class Term(Record, kw_only=True, frozen=True):
    """One person holding one seat."""

    FILE = "terms"
    DATES = ("start", "end")
    NAME = ("body", "section", "person", "start")
    body: Key
    section: Key
    person: Key
    start: str | None = None
    end: str | None = None
    contest: Key | None = None
    ended_by: Key | None = None
    how_gained: str | None = None
    replaces: Key | None = None
    why_ended: str | None = None
    represents: str | None = None
    voting: Bit | None = None
    basis: Basis | None = None


class Alignment(Record, kw_only=True, frozen=True):
    """A dated statement on which way a person leans."""

    FILE = "alignments"
    DATES = ("date",)
    NAME = ("person", "date", "body", "section", "leaning")
    person: Key
    date: str | None = None
    body: Key | None = None
    section: Key | None = None
    faction: Key | None = None
    leaning: Words


class Division(Record, kw_only=True, frozen=True, rename={"for_": "for"}):
    """A recorded vote, or a published count of sides, inside a body."""

    FILE = "divisions"
    DATES = ("date", "date_end")
    NAME = ("division",)
    division: Key
    body: Key
    date: str | None = None
    date_end: str | None = None
    kind: Words
    subject: Words
    for_: Count | None = None
    against: Count | None = None
    abstaining: Count | None = None
    total_members: Count | None = None


class DivisionVote(Record, kw_only=True, frozen=True):
    """How one member voted, or was listed, in a division."""

    FILE = "division_votes"
    NAME = ("division", "person")
    division: Key
    person: Key
    section: Key | None = None
    represents: str | None = None
    vote: str | None = None
    leaning: str | None = None
    role: str | None = None


class Event(Record, kw_only=True, frozen=True):
    """Something that changed who holds a seat, or the rules."""

    FILE = "events"
    DATES = ("date",)
    NAME = ("event",)
    event: Key
    body: Key
    section: Key | None = None
    date: str | None = None
    kind: Words
    persons: str = ""
    words: Words


class Identifier(Record, kw_only=True, frozen=True):
    """What another data set calls a person or a contest."""

    FILE = "identifiers"
    NAME = ("table", "row", "scheme", "value")
    WITHOUT = ("note",)
    table: Literal["persons", "contests"]
    row: Key
    scheme: Words
    value: Words


class FormerKey(Record, kw_only=True, frozen=True):
    """A key that a person had before being merged into another; it goes on being understood."""

    FILE = "former_keys"
    NAME = ("key",)
    WITHOUT = ("note",)
    key: Key
    person: Key


class Distinction(Record, kw_only=True, frozen=True):
    """Two persons who are not one, as somebody has decided."""

    FILE = "distinctions"
    NAME = ("person", "other")
    person: Key
    other: Key


class Layout(Record, kw_only=True, frozen=True):
    """What the columns of a table with these headings mean, as somebody has said."""

    FILE = "layouts"
    NAME = ("headings",)
    WITHOUT = ("note",)
    headings: Words
    roles: Words


class Ballot(Record, kw_only=True, frozen=True):
    """Ballot papers that bear the same preferences: keys of persons, ` > ` before a later one, ` = ` between equals."""

    FILE = "ballots"
    NAME = ("contest", "preferences")
    WITHOUT = ("note",)
    contest: Key
    papers: Annotated[float, Meta(gt=0, le=10_000_000_000)]
    preferences: Words


class Citation(Record, kw_only=True, frozen=True):
    """One value of one field as one source states it."""

    FILE = "citations"
    WITHOUT = ("sources",)
    table: Words
    row: Words
    field: str | None = None
    value: str | None = None
    source: Key
    place: str | None = None
    chosen: Bit | None = None


FILES: tuple[type[Record], ...] = (
    Source, Body, Section, Rule, Round, Person, Alias, FormerKey, Distinction, Faction, FactionAlias, Membership,
    Contest, Identifier, Candidacy, Endorsement, Stage, Ballot, Term, Alignment, Division, DivisionVote, Event, Layout,
    Citation,
)  # fmt: skip
"""Every kind of row, each after those it refers to."""
