"""Persons on record who are likely one and the same: but for those declared two and those who met in a contest.

Pairs are looked for among persons who share something of their names (a surname with an initial, a given name with the beginning
of a surname, all words), so that the work grows with the record and not with its square.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations
from typing import Any, NamedTuple

from db.identity.distinctions import others_than
from db.identity.likeness import Likeness, alike
from db.identity.parts import Parts, joined, parts
from db.identity.short_forms import forms
from db.identity.standing import Standing, last_setting, standing
from db.reading.parts import in_parts, marks

LEAST = 85.0
"""Likeness of two names from which they are worth a look."""

CROWD = 40
"""More persons than these share what is no sign of anything."""

RANKED = 1_000
"""Pairs, of the most like names, of which it is asked where both stood."""


NAMESAKES = f"""
SELECT id, key, name FROM person WHERE name IN (SELECT name FROM person GROUP BY name HAVING count(*) > 1)
ORDER BY name, id LIMIT {RANKED}
"""


class Pair(NamedTuple):
    """Two persons who may be one; the one of whom more is on record is second: the one to be kept."""

    gone: str
    gone_name: str
    kept: str
    kept_name: str
    reason: str
    likeness: float


class _Known(NamedTuple):
    key: str
    name: str
    names: tuple[Parts, ...]


def likely_same(connection: sqlite3.Connection, among: Iterable[int] | None = None) -> tuple[Pair, ...]:
    """All pairs, the likeliest first.

    Args:
        connection: to the record.
        among: ids of persons; None for everybody.
    """
    known = _known(connection, among)
    pairs: dict[tuple[int, int], Likeness] = {}
    for crowd in _crowds(known):
        for pair in combinations(sorted(crowd), 2):
            if pair not in pairs and (likeness := _likeness(known[pair[0]], known[pair[1]])):
                pairs[pair] = likeness
    wanted = sorted(pairs.items(), key=lambda item: (-item[1].percent, item[0]))[:RANKED]
    kept = (item for item in wanted if not _are_two(connection, *item[0]))
    ranked = [_ranked(connection, known, pair, likeness) for pair, likeness in kept]
    return tuple(pair for _, pair in sorted(ranked, key=lambda one: (-one[0], one[1].kept, one[1].gone)))


def namesakes(connection: sqlite3.Connection) -> tuple[Pair, ...]:
    """Pairs of the very same name, which are found in any number of persons at once: each with the first who has it."""
    rows = connection.execute(NAMESAKES).fetchall()
    known = {number: _Known(key, name, ()) for number, key, name in rows}
    first: dict[str, int] = {}
    pairs = [(first.setdefault(one.name, number), number) for number, one in known.items()]
    likeness = Likeness(100.0, "same name")
    return tuple(
        _ranked(connection, known, pair, likeness)[1]
        for pair in pairs
        if pair[0] != pair[1] and not _are_two(connection, *pair)
    )


def _known(connection: sqlite3.Connection, among: Iterable[int] | None) -> dict[int, _Known]:
    names: dict[int, list[Parts]] = defaultdict(list)
    known = {}
    for person, key, name, sort_name in _rows(
        connection, "id, key, name, sort_name FROM person", "id", among
    ):
        known[person] = _Known(key, name, ())
        names[person].append(parts(name, sort_name))
    for person, name in _rows(connection, "person_id, name FROM alias", "person_id", among):
        names[person].append(parts(name))
    return {person: one._replace(names=tuple(dict.fromkeys(names[person]))) for person, one in known.items()}


def _rows(
    connection: sqlite3.Connection, what: str, column: str, among: Iterable[int] | None
) -> Iterator[tuple[Any, ...]]:
    """Rows of everybody, or of some persons."""
    if among is None:
        yield from connection.execute(f"SELECT {what}")
        return
    for some in in_parts(sorted(set(among))):
        yield from connection.execute(f"SELECT {what} WHERE {column} IN ({marks(len(some))})", some)


def _crowds(known: dict[int, _Known]) -> Iterator[set[int]]:
    """Persons who share something of their names."""
    shared: dict[tuple[str, ...], set[int]] = defaultdict(set)
    for person, one in known.items():
        for name in one.names:
            for sign in _signs(name):
                shared[sign].add(person)
    return (crowd for crowd in shared.values() if 1 < len(crowd) <= CROWD)


def _signs(name: Parts) -> Iterator[tuple[str, ...]]:
    yield ("words", *sorted(name.words))
    if not name.given or not name.surname:
        return
    given = name.given[0]
    for surname in {joined(name.surname), *name.surname}:
        for initial in {one[0] for one in (given, *forms(given)) if one}:
            yield ("surname", surname, initial)
    yield ("beginning", given, joined(name.surname)[:2])
    yield ("end", given, joined(name.surname)[-3:])


def _likeness(one: _Known, other: _Known) -> Likeness | None:
    found = (alike(ours, theirs) for ours in one.names for theirs in other.names)
    best = max(
        (likeness for likeness in found if likeness), key=lambda likeness: likeness.percent, default=None
    )
    return best if best and best.percent >= LEAST else None


def _are_two(connection: sqlite3.Connection, one: int, other: int) -> bool:
    """Whether somebody has declared it, or both stood in one contest."""
    query = "SELECT 1 FROM candidacy WHERE person_id = ? AND contest_id IN (SELECT contest_id FROM candidacy WHERE person_id = ?)"
    return other in others_than(connection, one) or bool(connection.execute(query, [one, other]).fetchone())


def _ranked(
    connection: sqlite3.Connection, known: dict[int, _Known], pair: tuple[int, int], likeness: Likeness
) -> tuple[float, Pair]:
    gone, kept = sorted(pair, key=lambda person: (_count(connection, person), -person))
    stood = standing(connection, gone, last_setting(connection, kept))
    reason = ", ".join(filter(None, (likeness.words, _told(stood, known[gone].name))))
    made = Pair(
        known[gone].key, known[gone].name, known[kept].key, known[kept].name, reason, likeness.percent
    )
    return likeness.percent + stood.weight, made


def _told(stood: Standing, name: str) -> str:
    words = stood.words.replace("this section", "the same section")
    return f"{name} {words}" if words else ""


def _count(connection: sqlite3.Connection, person: int) -> int:
    query = "SELECT count(*) FROM candidacy WHERE person_id = ?"
    return int(connection.execute(query, [person]).fetchone()[0])
