"""Who held seats and which stood empty, how holders leaned and voted, and what happened."""

from __future__ import annotations

from db.records.record import Basis, Bit, Count, Key, Record, Words


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


class Vacancy(Record, kw_only=True, frozen=True):
    """A seat of which a source says that it stood empty."""

    FILE = "vacancies"
    DATES = ("start", "end")
    NAME = ("body", "section", "start")
    body: Key
    section: Key
    start: Words
    end: str | None = None
    person: Key | None = None
    reason: str | None = None
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
