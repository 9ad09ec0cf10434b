"""One thing that happened to a body or section: when, what, in which words, and what it rests on."""

from __future__ import annotations

from typing import NamedTuple

from db.reading import reasons
from db.view import Fact

CONTEST, BY_ELECTION, ADDITIONAL = reasons.CONTEST, reasons.BY_ELECTION, "additional contest"
DEFECTION, SUSPENSION, RULE = reasons.DEFECTION, reasons.SUSPENSION, reasons.RULE
NEW, ABOLISHED, VACANCY = reasons.SEATS, "seat abolished", reasons.VACANCY
REPLACEMENT, APPOINTMENT, DEPARTURE = reasons.REPLACEMENT, reasons.APPOINTMENT, reasons.LEFT
LEANING, OTHERWISE, MEMBERSHIP, SCHEME = reasons.LEANING, "leaning otherwise", "membership", "scheme"


class Mark(NamedTuple):
    """How a kind of happening is marked in a drawing: by a sign of one cell, the weightiest of a day."""

    sign: str
    """As `db.reading.reasons.REASONS` gives it to what the words of a record tell."""
    words: str


MARKS = (
    Mark("C", "contest"),
    Mark("B", "by-election"),
    Mark("F", "defection"),
    Mark("D", "death"),
    Mark("S", "suspension"),
    Mark("X", "expulsion"),
    Mark("R", "resignation"),
    Mark("§", "rule"),
    Mark("V", "vacancy"),
    Mark("P", "replacement"),
    Mark("A", "appointment"),
    Mark("L", "leaving"),
    Mark("~", "leaning, membership, scheme"),
)
"""What can happen, the weightiest first."""

OTHER = Mark("*", "other")
"""An event of a kind that has no sign of its own."""

_BY_SIGN = {mark.sign: mark for mark in MARKS}


def mark_of(kind: str) -> Mark:
    """The mark of a kind of happening, by what its words tell."""
    return _BY_SIGN.get(reasons.sign_of(kind), OTHER)


def weight(kind: str) -> int:
    """Sorts kinds, the weightiest first."""
    mark = mark_of(kind)
    return MARKS.index(mark) if mark in MARKS else len(MARKS)


class Happening(NamedTuple):
    """One thing that happened."""

    date: str
    """`YYYY`, `YYYY-MM` or `YYYY-MM-DD`: the day on which the record counts it."""
    kind: str
    """One of the constants above, or the word that an event on record has for itself."""
    words: str
    """What happened, to be printed as a sentence; the section is not named in it."""
    section: int | None
    """Id of the section whose seats it is about; None for the whole body."""
    section_name: str
    factions: frozenset[str]
    """Keys of the slates, and of the factions stated, of the persons in it: who leaves, who comes."""
    facts: tuple[Fact, ...]
    """The rows of the record that it rests on, the one that tells it first."""

    @property
    def mark(self) -> Mark:
        """How it is marked."""
        return mark_of(self.kind)
