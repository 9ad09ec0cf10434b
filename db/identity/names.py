"""Who is meant by a name: persons on record that it may be, the likeliest first, each with the reason.

A suggestion is certain, and only then is nobody asked, where all of this holds:

1. The name is exactly that of the person, or another name that they are known by: the same words in the same order but for
   case, accents, signs, titles and letters of office; `PERRY, Alice` is `Alice Perry`.
2. Nobody else on record has exactly this name.
3. Not all that is dated of the person lies decades from the date of the contest: 20 years and in other bodies only, or 40
   years in this body too.  Nothing is held against a person of whom nothing is dated, nor where the contest has no date.
4. Nobody else whose name is a form of it (an initial, a short form, another order) has stood for this section while the person
   has never stood for this body; unless the two have been declared two.

Everything else is a question: two of one name, an initial, a short form, a slip of spelling, half a surname.  A name that is like
nobody's is somebody new.  Persons who were declared not the same are not suggested for each other: who resembles a
person of exactly this name, and is declared to be another one, is left out.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable
from typing import NamedTuple

from db.identity.distinctions import others_than
from db.identity.index import NamedPerson, NameIndex
from db.identity.likeness import LEAST, SURNAME_ALONE, Likeness, alike
from db.identity.parts import Parts, bare_name, plain_name, readings
from db.identity.standing import Setting, Standing, in_full, last_setting, standing

__all__ = ["Names", "Suggestion", "plain_name"]

MOST = 5
"""Suggestions at the most."""

LOOKED_AT = 40
"""Persons of whom it is asked where they stood, of the names most alike."""

RIVAL = 88.0
"""Likeness from which another person's name is a form of the same name."""


class Suggestion(NamedTuple):
    """A person who may be meant."""

    person: int
    key: str
    name: str
    exact: bool
    """Whether the name, or another name of the person, is the same but for case, accents, signs and titles."""
    reason: str
    """Why, in words: `same name, stood for this section in 2012`."""
    likeness: float
    """Of the names, 0 to 100."""
    certain: bool = False
    """Whether nobody need be asked: by the rule at the head of `db.identity.names`."""


class Names:
    """Names looked up by the dozen while one source is read; what was found is remembered until they are made anew."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.index = NameIndex(connection)
        self._found: dict[tuple[str, Setting], tuple[Suggestion, ...]] = {}

    def suggest(
        self,
        name: str,
        section: int | None = None,
        *,
        body: int | None = None,
        date: str | None = None,
        contest: int | None = None,
    ) -> tuple[Suggestion, ...]:
        """Persons of this name, or of one much like it.

        Args:
            name: as printed, in the usual order, `Luke Akehurst`, or that of lists, `AKEHURST, Luke`.
            section: id of the section of the contest; who stood for it before is likelier to be meant.
            body: id of its body; follows from the section.
            date: of the contest, as precise as known.
            contest: id of the contest; who stands in it already is likeliest.
        """
        asked = (name, Setting(contest, section, body, date))
        if asked not in self._found:
            setting = in_full(self.connection, asked[1])
            exact, likenesses = self._alike(name, setting)
            self._found[asked] = self._ranked(exact, likenesses, setting)[:MOST]
        return self._found[asked]

    def like(self, person: int, most: int = MOST) -> tuple[Suggestion, ...]:
        """Persons on record who may be the same as one on record, and have not been declared to be another."""
        own = self.index.of(person)
        if own is None:
            return ()
        setting = last_setting(self.connection, person)
        found: dict[int, tuple[NamedPerson, Likeness]] = {}
        exact: set[int] = set()
        for name, _ in own.names:
            same, likenesses = self._alike(name, setting, spelling=True)
            exact |= same
            for one, likeness in likenesses:
                if one.person not in found or found[one.person][1].percent < likeness.percent:
                    found[one.person] = one, likeness
        kept_apart = others_than(self.connection, person) | _opponents(self.connection, person) | {person}
        rest = [pair for other, pair in found.items() if other not in kept_apart]
        return self._ranked(exact - kept_apart, rest, setting)[:most]

    def _alike(
        self, name: str, setting: Setting, *, spelling: bool = False
    ) -> tuple[set[int], list[tuple[NamedPerson, Likeness]]]:
        """Ids of those of exactly this name, and everybody whose name is like it."""
        bare, read = bare_name(name), readings(name)
        near = self.index.near(name, spelling=spelling)
        exact = {one.person for one in near if any(bare == other for other, _ in one.names)}
        if not exact and not spelling:
            near = self.index.near(name, spelling=True)
        if setting.section is not None and len(near) > 100:
            stood = (
                f"AND rowid IN (SELECT person_id FROM candidacy WHERE section_id = {int(setting.section)})"
            )
            near = tuple(
                {
                    one.person: one
                    for one in (*near, *self.index.near(name, spelling=not exact, among=stood))
                }.values()
            )
        least = SURNAME_ALONE if len(read[0].words) == 1 else LEAST
        pairs = ((one, _best(bare, read, one)) for one in near)
        return exact, [(one, likeness) for one, likeness in pairs if likeness and likeness.percent >= least]

    def _ranked(
        self, exact: set[int], found: list[tuple[NamedPerson, Likeness]], setting: Setting
    ) -> tuple[Suggestion, ...]:
        declared = {other for person in exact for other in others_than(self.connection, person)} - exact
        found = sorted(found, key=lambda pair: (pair[0].person not in exact, -pair[1].percent, pair[0].key))
        ranked: list[tuple[float, Suggestion, Standing]] = []
        for one, likeness in found[:LOOKED_AT]:
            if one.person in declared:
                continue
            stood = standing(self.connection, one.person, setting)
            reason = ", ".join(filter(None, (likeness.words, stood.words)))
            made = Suggestion(one.person, one.key, one.name, one.person in exact, reason, likeness.percent)
            ranked.append((likeness.percent + stood.weight, made, stood))
        ranked.sort(key=lambda three: (-three[0], three[1].name, three[1].key))
        sure = _certain(ranked)
        return tuple(one._replace(certain=one.person == sure) for _, one, _ in ranked)


def set_behind(suggestions: Iterable[Suggestion], taken: Collection[int]) -> tuple[Suggestion, ...]:
    """Suggestions with those behind who are meant by other names of the same list: one person stands in it once.

    Args:
        suggestions: for one name of the list, the likeliest first.
        taken: ids of the persons of the other names.
    """
    found = [
        one._replace(reason=f"{one.reason}, but named in this list already") if one.person in taken else one
        for one in suggestions
    ]
    return tuple(sorted(found, key=lambda one: one.person in taken))


def _best(bare: str, read: Iterable[Parts], one: NamedPerson) -> Likeness | None:
    """The likeness to that name of a person which is most like it."""
    best: Likeness | None = None
    for position, (name, theirs) in enumerate(one.names):
        if name == bare:
            return Likeness(100.0, "same name" if position == 0 else "known by this name too")
        for ours in read:
            likeness = alike(ours, theirs)
            if likeness and (best is None or likeness.percent > best.percent):
                best = likeness
    if best is not None and best.percent == 100.0:
        turned = any(sorted(bare.split()) == sorted(name.split()) for name, _ in one.names)
        best = Likeness(98.0, f"same name, {'in another order' if turned else 'written otherwise'}")
    return best


def _certain(ranked: list[tuple[float, Suggestion, Standing]]) -> int | None:
    """Who is meant beyond doubt, by the rule at the head of this module."""
    exact = [(one, stood) for _, one, stood in ranked if one.exact]
    if len(exact) != 1 or exact[0][1].elsewhere_long_ago:
        return None
    (one, stood) = exact[0]
    rivals = (other.likeness >= RIVAL and place.here for _, other, place in ranked if not other.exact)
    return None if not stood.in_body and any(rivals) else one.person


def _opponents(connection: sqlite3.Connection, person: int) -> set[int]:
    """Who stood in the same contest at some time, and so is another person."""
    query = """
        SELECT other.person_id FROM candidacy AS own JOIN candidacy AS other ON other.contest_id = own.contest_id
        WHERE own.person_id = ?1 AND other.person_id <> ?1
    """
    return {other for (other,) in connection.execute(query, [person])}
