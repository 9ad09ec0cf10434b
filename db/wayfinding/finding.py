"""Finding persons, contests, bodies, sections, factions and divisions by the beginnings of their words."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.dates import written
from db.lens import Lens, Place
from db.matching import beginnings, searchable, words_of


class Found(NamedTuple):
    """Something of the record that fits a text."""

    kind: str
    """`person`, `contest`, `body`, `section`, `faction` or `division`."""
    key: str
    title: str
    hint: str
    place: Place


def find(connection: sqlite3.Connection, text: str, limit: int = 50) -> tuple[Found, ...]:
    """What fits a text: persons, places, contests, factions, divisions, each kind with its share; nothing for no word."""
    wanted, words = beginnings(text), words_of(text)
    if not wanted:
        return ()
    kinds = (
        _persons(connection, wanted, limit),
        _places(connection, words),
        _contests(connection, wanted, limit),
        _factions(connection, wanted, limit),
        _divisions(connection, words),
    )
    least = limit // len(kinds)
    spare = limit - sum(min(least, len(kind)) for kind in kinds)
    found: list[Found] = []
    for kind in kinds:
        more = min(spare, max(0, len(kind) - least))
        found += kind[: least + more]
        spare -= more
    return tuple(found[:limit])


def _persons(connection: sqlite3.Connection, wanted: str, limit: int) -> list[Found]:
    query = """
        SELECT person.key, person.name, count(candidacy.id), max(candidacy.date) FROM
            (SELECT rowid AS found FROM person_search WHERE words MATCH ? LIMIT ?)
        JOIN person ON person.id = found LEFT JOIN candidacy ON candidacy.person_id = person.id
        GROUP BY person.id ORDER BY count(candidacy.id) DESC, person.sort_name
    """
    return [
        Found("person", key, name, _stood(number, last), Place("candidate", Lens(person=key)))
        for key, name, number, last in connection.execute(query, [wanted, limit])
    ]


def _stood(number: int, last: str | None) -> str:
    if not number:
        return "held a seat"
    return f"{number} {'candidacy' if number == 1 else 'candidacies'}" + (
        f", last {last[:4]}" if last else ""
    )


def _contests(connection: sqlite3.Connection, wanted: str, limit: int) -> list[Found]:
    query = """
        SELECT contest.key, body.key, body.short, section.key, section.name, contest.date FROM
            (SELECT rowid AS found FROM contest_search WHERE words MATCH ? LIMIT ?)
        JOIN contest ON contest.id = found JOIN body ON body.id = contest.body_id JOIN section ON section.id = contest.section_id
        ORDER BY contest.date DESC
    """
    return [
        Found(
            "contest",
            key,
            f"{short}, {name}",
            written(date),
            Place("contest", Lens(body=body, section=section, contest=key)),
        )
        for key, body, short, section, name, date in connection.execute(query, [wanted, limit])
    ]


def _factions(connection: sqlite3.Connection, wanted: str, limit: int) -> list[Found]:
    query = """
        SELECT key, name, kind FROM faction WHERE id IN (SELECT rowid FROM faction_search WHERE words MATCH ? LIMIT ?)
        ORDER BY position, name
    """
    return [
        Found("faction", key, name, kind, Place("faction", Lens(faction=key)))
        for key, name, kind in connection.execute(query, [wanted, limit])
    ]


def _places(connection: sqlite3.Connection, words: list[str]) -> list[Found]:
    found = []
    for key, name, short in connection.execute("SELECT key, name, short FROM body ORDER BY id LIMIT 5000"):
        if _fits(f"{name} {short}", words):
            found.append(Found("body", key, name, short, Place("composition", Lens(body=key))))
    query = """
        SELECT body.key, body.short, section.key, section.name, coalesce(section.full_name, '') FROM section
        JOIN body ON body.id = section.body_id ORDER BY body.id, section.position LIMIT 5000
    """
    for body, short, key, name, full in connection.execute(query):
        if _fits(f"{short} {name} {full}", words):
            place = Place("composition", Lens(body=body, section=key))
            found.append(Found("section", f"{body}/{key}", f"{short}, {name}", full, place))
    return found[:12]


def _divisions(connection: sqlite3.Connection, words: list[str]) -> list[Found]:
    query = """
        SELECT division.key, body.key, body.short, subject, date FROM division JOIN body ON body.id = body_id
        ORDER BY date DESC, division.id DESC LIMIT 5000
    """
    return [
        Found(
            "division",
            key,
            subject,
            f"{short}, {written(date)}",
            Place("division", Lens(body=body, division=key)),
        )
        for key, body, short, subject, date in connection.execute(query)
        if _fits(f"{short} {subject} {(date or '')[:4]}", words)
    ][:12]


def _fits(text: str, words: list[str]) -> bool:
    spaced = " " + searchable(text)
    return all(f" {word}" in spaced for word in words)
