"""A published claim in words: what was typed of it and of its page, and what the figures make of that."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import Any, NamedTuple, TypeAlias

from db.editing.claims import Entry, Page, checked, key_for
from db.editing.stating import figure_of
from db.errors import SlatewatchError
from db.reading.claims.words import verdict_words
from db.wording import sentence
from importers.claims_file import claim_of
from tui.dialogs.day import day
from tui.review.form import Field

Values: TypeAlias = Mapping[str, Any]
"""Columns of a claim."""


class Judgement(NamedTuple):
    """A claim that may be kept, and what the figures make of it."""

    entry: Entry
    words: str


def fields(values: Values) -> tuple[Field, ...]:
    """The lines of the form."""
    own = [Field("words", "as published", hint="its words, such as: won 55% of the popular vote")]
    if values["measure"] == "first since":
        own.append(Field("since", "last so in", hint="a year, such as 2006"))
        own.append(Field("stated", "or so long ago", hint="years, such as at least 20"))
        if not {"other", "other_bloc"} & values.keys():
            own.append(Field("least", "seats at least", hint="so many as won now, such as 4"))
    else:
        own.append(Field("stated", "figure", hint="such as 55.2, over 45%, 4 of 6, 17 to 14"))
    return (
        *own,
        Field("publisher", "published by", hint="such as LabourList"),
        Field("title", "title"),
        Field("address", "address", hint="https://…"),
        Field("date", "date", hint="when it was published"),
        Field("place", "place", hint="where in it, such as first paragraph"),
        Field("sources", "or source", hint="key of a source on record"),
        Field("note", "note"),
    )


def judgement_of(connection: sqlite3.Connection, values: Values, typed: Mapping[str, str]) -> Judgement:
    """The claim that was chosen and typed, with what the figures make of it.

    Args:
        connection: to the record; reading is enough.
        values: columns that were chosen.
        typed: the lines of the form.

    Raises:
        SlatewatchError: a line cannot be read, or the claim lacks something; the line is named.
    """
    if not typed["words"]:
        raise SlatewatchError("as published: found nothing, expected the words of the claim.")
    date = day(typed["date"]) if typed["date"] else None
    if typed["date"] and date is None:
        raise SlatewatchError(f"date: found {typed['date'][:40]!r}, expected a day such as 15 Sept 2026.")
    figure = figure_of(typed["stated"])._asdict() if typed["stated"] else {}
    key = key_for(connection, typed["publisher"] or typed["sources"], typed["words"])
    own = {name: typed.get(name) for name in ("words", "since", "least", "sources", "note")}
    publisher, title, address, place = (
        typed[name] or None for name in ("publisher", "title", "address", "place")
    )
    page = Page(publisher, title, address, date, place)
    entry = Entry(claim_of({**values, **figure, **own, "claim": key}), page)
    verdict = verdict_words(checked(connection, entry), typed["publisher"])
    return Judgement(entry, f"{sentence(verdict)} Keep it?")
