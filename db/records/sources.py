"""Sources, what each says of which value, and what the columns of a published table mean."""

from __future__ import annotations

from typing import Literal

from db.records.record import Bit, Key, Record, Words


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
    reason: str | None = None
    """Why it is shown, or is not, in the words of whoever chose."""


class Layout(Record, kw_only=True, frozen=True):
    """What the columns of a table with these headings mean, as somebody has said."""

    FILE = "layouts"
    NAME = ("headings",)
    WITHOUT = ("note",)
    headings: Words
    roles: Words
