"""Persons on record whose names are worth a closer look beside a printed one, found by the words of the search table.

Never all names: a file may hold hundreds of thousands.  Each word of the printed name is looked up with its short forms, its
initial and its beginnings, and who has two of them is a candidate.  Only where nobody has this very name, spellings much
like each word are looked for among the distinct words of all names.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from functools import cached_property
from itertools import combinations
from typing import NamedTuple

from db.identity.parts import LONGEST_WORD, MOST_WORDS, Parts, bare_name, parts
from db.identity.short_forms import forms
from db.matching import words_of

MOST = 400
"""Persons looked at for a name at the most."""

NEAR_WORDS = 25
"""Spellings looked up for a word at the most."""

WORDS_COMPARED = 5
"""Words of a name that are looked up."""


class NamedPerson(NamedTuple):
    """A person with all names."""

    person: int
    key: str
    name: str
    names: tuple[tuple[str, Parts], ...]
    """Bare names with their parts, the proper name first."""


class NameIndex:
    """Finds persons by the words of their names."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection

    def near(self, name: str, *, spelling: bool, among: str = "") -> tuple[NamedPerson, ...]:
        """Persons whose names share words with a name.

        Args:
            name: as printed.
            spelling: whether words that are only spelt much alike count too; slower.
            among: a condition on `person.id`, of constants only.
        """
        words = _looked_up(name)
        found = self._fresh()
        if words:
            wanted = " OR ".join(self._pairs(words, spelling=spelling))
            query = f"""
                SELECT person.id, person.key, person.name, person.sort_name, alias.name
                FROM (SELECT rowid FROM person_search WHERE words MATCH ?1 {among} LIMIT {MOST}) AS hit
                JOIN person ON person.id = hit.rowid LEFT JOIN alias ON alias.person_id = person.id
            """
            found += self.connection.execute(query, [wanted]).fetchall()
        elif not words_of(name):
            found += self.connection.execute(f"{_NAMED} WHERE person.name = ?", [name]).fetchall()
        return _gathered(found)

    def of(self, person: int) -> NamedPerson | None:
        """One person with all names."""
        found = _gathered(self.connection.execute(f"{_NAMED} WHERE person.id = ?", [person]).fetchall())
        return found[0] if found else None

    def _fresh(self) -> list[tuple[int, str, str, str, str | None]]:
        """Persons who are newer than the search table: those that the import under way has made."""
        last = "SELECT rowid FROM person_search ORDER BY rowid DESC LIMIT 1"  # max(rowid) would read them all
        query = f"{_NAMED} WHERE person.id > coalesce(({last}), 0) LIMIT {MOST}"
        return self.connection.execute(query).fetchall()

    def _pairs(self, words: list[str], *, spelling: bool) -> list[str]:
        """What to MATCH: any two words of the name in any of their forms; a single word by itself."""
        ways = [self._ways(word, spelling=spelling) for word in words]
        if len(words) == 1:
            return ways
        pairs = [
            f"(({ways[one]}) AND ({ways[other]}))"
            for one, other in combinations(range(len(words)), 2)
            if len(words[one]) > 1 or len(words[other]) > 1
        ]
        return pairs or [" AND ".join(f'"{word}"' for word in words)]

    def _ways(self, word: str, *, spelling: bool) -> str:
        """One word in all forms that are looked up."""
        if len(word) == 1:
            return f'"{word}"*'
        other = {word, word[0], *forms(word), *(word[:length] for length in range(3, len(word)))}
        other |= (
            {f"mc{word[3:]}"} if word.startswith("mac") else {f"mac{word[2:]}"} if word[:2] == "mc" else set()
        )
        if spelling:
            other |= set(self._spelt_alike(word))
        ways = [f'"{one}"' for one in sorted(other)]
        return " OR ".join([*ways, f'"{word}"*'] if len(word) > 2 else ways)

    def _spelt_alike(self, word: str) -> list[str]:
        from rapidfuzz import process
        from rapidfuzz.distance import OSA

        if len(word) < 3:
            return []
        most = 2 if len(word) >= 7 else 1
        near = [
            one
            for length in range(len(word) - most, len(word) + most + 1)
            for one in self._words.get(length, ())
        ]
        found = process.extract(word, near, scorer=OSA.distance, score_cutoff=most, limit=NEAR_WORDS)
        return [one for one, _, _ in found]

    @cached_property
    def _words(self) -> dict[int, list[str]]:
        """The distinct words of all names by their length, read when a name is on record in no form."""
        table = "CREATE VIRTUAL TABLE IF NOT EXISTS temp.name_word USING fts5vocab('main', 'person_search', 'row')"
        self.connection.execute(table)
        found: dict[int, list[str]] = defaultdict(list)
        for (word,) in self.connection.execute("SELECT term FROM temp.name_word"):
            if word.isalpha():
                found[len(word)].append(word)
        return found


_NAMED = """
SELECT person.id, person.key, person.name, person.sort_name, alias.name
FROM person LEFT JOIN alias ON alias.person_id = person.id
"""


def _looked_up(name: str) -> list[str]:
    """The words by which a name is looked up, the surname first of all: those of its parts, without titles."""
    read = parts(name)
    words = [*read.surname[::-1], *read.given][:MOST_WORDS]
    return [word[:LONGEST_WORD] for word in dict.fromkeys(words)][:WORDS_COMPARED]


def _gathered(rows: list[tuple[int, str, str, str, str | None]]) -> tuple[NamedPerson, ...]:
    found: dict[int, NamedPerson] = {}
    for person, key, name, sort_name, alias in rows:
        if person not in found:
            found[person] = NamedPerson(person, key, name, ((bare_name(name), parts(name, sort_name)),))
        if alias:
            one = found[person]
            found[person] = one._replace(names=(*one.names, (bare_name(alias), parts(alias, sort_name))))
    return tuple(found.values())
