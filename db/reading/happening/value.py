"""One thing that happened to a body or section: when, what, in which words, and what it rests on."""

from __future__ import annotations

from typing import NamedTuple

CONTEST, BY_ELECTION, ADDITIONAL = "contest", "by-election", "additional contest"
DEFECTION, DEATH, RESIGNATION, SUSPENSION = "defection", "death", "resignation", "suspension"
EXPULSION, RULE, NEW, ABOLISHED = "expulsion", "rule change", "seats on record", "seat abolished"
VACANCY, REPLACEMENT, APPOINTMENT, DEPARTURE = "vacancy", "replacement", "appointment", "departure"
LEANING, OTHERWISE, MEMBERSHIP, SCHEME = "leaning", "leaning otherwise", "membership", "scheme"


class Mark(NamedTuple):
    """How a kind of happening is marked in a drawing: by a sign of one cell, the weightiest of a day."""

    sign: str
    words: str
    stems: tuple[str, ...]
    """Beginnings of words that tell it, in kinds and in reasons as sources print them."""


MARKS = (
    Mark("C", "contest", ("contest", "additional", "result")),
    Mark("B", "by-election", ("by-election",)),
    Mark("F", "defection", ("defect",)),
    Mark("D", "death", ("death", "died")),
    Mark("S", "suspension", ("suspen",)),
    Mark("X", "expulsion", ("expul", "expel", "deselect", "disqualif")),
    Mark(
        "R", "resignation", ("resign", "stood down", "stood aside", "gave up", "relinquish", "stepped down")
    ),
    Mark("§", "rule", ("rule", "seats", "seat abolished", "abolish", "new seat", "new section")),
    Mark("V", "vacancy", ("vacan", "empty")),
    Mark("P", "replacement", ("replac", "co-opt", "succe")),
    Mark("A", "appointment", ("appoint", "ex officio", "nominat")),
    Mark(
        "L", "leaving", ("depart", "left", "lost", "seat lost", "became", "elected", "election", "term ended")
    ),
    Mark("~", "leaning, membership, scheme", ("lean", "member", "scheme")),
)
"""What can happen, the weightiest first."""

OTHER = Mark("*", "other", ())
"""An event of a kind that has no sign of its own."""


def mark_of(kind: str) -> Mark:
    """The mark of a kind of happening, by the words with which it begins, else by those within it."""
    words = kind.casefold()
    beginning = (mark for mark in MARKS if words.startswith(mark.stems))
    within = (mark for mark in MARKS if any(f" {stem}" in words for stem in mark.stems))
    return next(beginning, None) or next(within, OTHER)


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
    facts: tuple[tuple[str, int], ...]
    """The rows of the record that it rests on: table and id."""

    @property
    def mark(self) -> Mark:
        """How it is marked."""
        return mark_of(self.kind)
