"""Who is meant by a name: persons on record that it may be, the likeliest first, each with the reason.

Nothing here decides.  One person of exactly this name is a match; two of them, or names that only resemble it, are a question.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import NamedTuple

from db.dates import written
from db.matching import folded, words_of

NEAR = 88
"""Likeness in percent from which a name of other spelling is worth a question."""

MOST = 5
"""Suggestions at the most."""


class Suggestion(NamedTuple):
    """A person who may be meant."""

    person: int
    key: str
    name: str
    exact: bool
    """Whether the name, or another name of the person, is the same but for case, accents and signs."""
    reason: str
    """Why, in words: `same name, stood for this section in 2012`."""
    likeness: float
    """0 to 100."""


class Names:
    """All names on record, folded, looked up by the dozen while one source is read."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.by_name: dict[str, set[int]] = defaultdict(set)
        self.by_surname: dict[str, set[str]] = defaultdict(set)
        query = "SELECT id, name FROM person UNION SELECT person_id, name FROM alias"
        for person, name in connection.execute(query):
            plain = plain_name(name)
            self.by_name[plain].add(person)
            self.by_surname[plain.rpartition(" ")[2]].add(plain)

    def suggest(self, name: str, section: int | None = None) -> tuple[Suggestion, ...]:
        """Persons of this name, or of one much like it.

        Args:
            name: in the usual order, `Luke Akehurst`.
            section: id of the section of the contest; who stood for it before is likelier to be meant.
        """
        plain = plain_name(name)
        likeness = dict.fromkeys(self.by_name.get(plain, ()), 100.0)
        exact = frozenset(likeness)
        for other, like in self._like(plain):
            for person in self.by_name[other]:
                likeness[person] = max(likeness.get(person, 0.0), like)
        found = [
            self._suggestion(person, like, section, exact=person in exact)
            for person, like in likeness.items()
        ]
        found.sort(key=lambda one: (-one.likeness, "this section" not in one.reason, one.name))
        return tuple(found[:MOST])

    def _like(self, plain: str) -> list[tuple[str, float]]:
        """Names of the same surname and initial, and those spelt much alike."""
        from rapidfuzz import fuzz, process

        given, _, surname = plain.rpartition(" ")
        same = [
            (other, 90.0)
            for other in self.by_surname.get(surname, ())
            if other != plain
            and given
            and other[0] == given[0]
            and _shortens(given, other.rpartition(" ")[0])
        ]
        alike = process.extract(
            plain, self.by_name.keys(), scorer=fuzz.token_sort_ratio, score_cutoff=NEAR, limit=MOST
        )
        return same + [(name, score) for name, score, _ in alike if name != plain]

    def _suggestion(self, person: int, like: float, section: int | None, *, exact: bool) -> Suggestion:
        key, name = self.connection.execute("SELECT key, name FROM person WHERE id = ?", [person]).fetchone()
        reasons = ["same name" if exact else "a name much like it"]
        reasons.append(self._stood(person, section))
        return Suggestion(person, key, name, exact, ", ".join(filter(None, reasons)), like)

    def _stood(self, person: int, section: int | None) -> str:
        query = """
            SELECT candidacy.date, body.short, candidacy.section_id = ? FROM candidacy
            JOIN body ON body.id = candidacy.body_id WHERE person_id = ?
            ORDER BY candidacy.section_id = ? DESC, candidacy.date DESC LIMIT 1
        """
        row = self.connection.execute(query, [section, person, section]).fetchone()
        if row is None:
            return ""
        date, body, here = row
        where = "this section" if here else body
        return f"stood for {where} in {written(date[:4])}" if date else f"stood for {where}"


def plain_name(name: str) -> str:
    """A name as it is compared: its words without case, accents and signs."""
    return " ".join(words_of(name)) or folded(name)


def _shortens(one: str, other: str) -> bool:
    """Whether one given name can stand for the other: an initial, or its beginning."""
    return one.startswith(other) or other.startswith(one)
