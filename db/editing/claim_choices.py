"""What a claim may be about, offered where it is written down by keyboard: measures, subjects, contests to compare with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from db.dates import written
from db.reading.claims.measures import MEASURES, WHO
from db.reading.factions import Factions

COMPARING = ("share", "change of share", "Butler swing", "Steed swing", "seats", "first since")
"""Measures that may compare two sides."""

BACKED = ("seats", "first since")
"""Measures that may count those whom a faction backed."""


class Offer(NamedTuple):
    """One choice."""

    key: str
    """Of a subject its kind and key: `faction:clga`, `endorsed:momentum`, `bloc:wings/left`, `person:ann-black`."""
    label: str
    hint: str = ""


def measures() -> Iterator[Offer]:
    """The measures that somebody may choose."""
    return (Offer(one.name, one.name, one.definition) for one in MEASURES.values())


def needs_of(measure: str) -> tuple[str, ...]:
    """What a claim by a measure has to name, beside the contest."""
    return tuple(one for one in MEASURES[measure].needs if one not in ("contest", "contest or round"))


_OF_CONTEST = """
contest_id IN (SELECT id FROM contest WHERE key = :contest
               UNION SELECT contest.id FROM round JOIN contest ON round_id = round.id WHERE round.key = :contest)
"""

_SLATES = f"SELECT DISTINCT slate_id, date FROM candidacy WHERE slate_id IS NOT NULL AND {_OF_CONTEST}"

_BACKERS = f"""
SELECT DISTINCT faction.key, faction.name, faction.position FROM candidacy CROSS JOIN endorsement ON candidacy_id = candidacy.id
JOIN faction ON faction.id = faction_id WHERE {_OF_CONTEST} ORDER BY faction.position
"""

_PERSONS = f"""
SELECT DISTINCT person.key, person.name, coalesce(faction.name, '') FROM candidacy JOIN person ON person.id = person_id
LEFT JOIN faction ON faction.id = slate_id WHERE {_OF_CONTEST} ORDER BY votes IS NULL, votes DESC, rank, person.sort_name
"""

_BLOCS = """
SELECT scheme.key, bloc.key, bloc.name, scheme.name FROM scheme JOIN bloc ON scheme_id = scheme.id
ORDER BY scheme.id, bloc.position
"""


def subjects(connection: sqlite3.Connection, contest: str, measure: str) -> Iterator[Offer]:
    """Whom a claim by a measure may be about: slates with their umbrellas, those who backed, persons, blocs."""
    whose = {"contest": contest}
    if WHO in MEASURES[measure].needs:
        yield from _sides(connection, whose)
        if measure in BACKED:
            for key, name, _ in connection.execute(_BACKERS, whose):
                yield Offer(f"endorsed:{key}", name, "with those whom it endorsed")
    for key, name, slate in connection.execute(_PERSONS, whose):
        yield Offer(f"person:{key}", name, slate)
    if WHO in MEASURES[measure].needs:
        for scheme, bloc, name, whose_scheme in connection.execute(_BLOCS):
            yield Offer(f"bloc:{scheme}/{bloc}", name, f"of the scheme {whose_scheme}")


def others(connection: sqlite3.Connection, contest: str, measure: str, subject: str) -> Iterator[Offer]:
    """Whom a subject may be compared with: of its kind, and a bloc also with a faction of the same scheme's side."""
    kind, _, key = subject.partition(":")
    for one in subjects(connection, contest, measure):
        other, _, name = one.key.partition(":")
        same_scheme = kind != "bloc" or other != "bloc" or key.split("/")[0] == name.split("/")[0]
        if (
            one.key != subject
            and other != "endorsed"
            and (kind == "person") == (other == "person")
            and same_scheme
        ):
            yield one


def _sides(connection: sqlite3.Connection, whose: dict[str, str]) -> Iterator[Offer]:
    factions = Factions(connection)
    keys: dict[str, None] = {}
    for slate, date in connection.execute(_SLATES, whose).fetchall():
        keys |= dict.fromkeys(sorted(factions.up(factions.get(slate).key, date)))
    for faction in sorted(map(factions.named, keys), key=factions.order):
        yield Offer(f"faction:{faction.key}", faction.name, faction.short)


def contests_of(connection: sqlite3.Connection, body: str | None, section: str | None) -> list[Offer]:
    """The contests of a place, the newest first."""
    query = """
        SELECT contest.key, contest.date, body.short, section.name, contest.kind FROM contest
        JOIN body ON body.id = contest.body_id JOIN section ON section.id = contest.section_id
        WHERE (:body IS NULL OR body.key = :body) AND (:section IS NULL OR section.key = :section)
        ORDER BY contest.date DESC, contest.id LIMIT 400
    """
    return [_contest(*row) for row in connection.execute(query, {"body": body, "section": section})]


def contests_before(connection: sqlite3.Connection, contest: str) -> list[Offer]:
    """The earlier contests of the same section, the nearest first."""
    query = """
        SELECT earlier.key, earlier.date, body.short, section.name, earlier.kind FROM contest
        CROSS JOIN contest AS earlier ON earlier.section_id = contest.section_id AND earlier.date < contest.date
        JOIN body ON body.id = earlier.body_id JOIN section ON section.id = earlier.section_id
        WHERE contest.key = ? ORDER BY earlier.date DESC, earlier.id
    """
    return [_contest(*row) for row in connection.execute(query, [contest])]


def _contest(key: str, date: str | None, body: str, section: str, kind: str) -> Offer:
    return Offer(key, f"{body}, {section}, {written(date) or key}", "" if kind == "regular" else kind)


def divisions(connection: sqlite3.Connection) -> Iterable[Offer]:
    """The divisions on record, the newest first."""
    query = "SELECT key, subject, date FROM division ORDER BY date DESC, id"
    return [Offer(key, subject, written(date)) for key, subject, date in connection.execute(query)]


def claims(connection: sqlite3.Connection) -> Iterable[Offer]:
    """The claims on record that state a figure."""
    query = "SELECT key, words FROM claim WHERE stated IS NOT NULL ORDER BY id DESC"
    return [Offer(key, words, key) for key, words in connection.execute(query)]
