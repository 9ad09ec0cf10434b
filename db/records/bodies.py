"""Bodies, the rules by which they are filled, and their contests."""

from __future__ import annotations

from typing import Annotated, Literal

from msgspec import Meta

from db.records.record import Amount, Basis, Bit, Count, Key, Place, Record, Words


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
