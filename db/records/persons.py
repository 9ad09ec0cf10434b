"""Persons, and all that tells one from another."""

from __future__ import annotations

from typing import Literal

from db.records.record import Key, Record, Words


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
