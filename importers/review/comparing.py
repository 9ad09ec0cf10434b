"""One candidacy as a source has it beside the same on record: which values fill a gap, and which differ."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Any, Final

from importers.results.result import Found
from importers.review.proposal import Backed, Difference

COMPARED: Final = (
    "votes", "published_share", "rank", "nominations", "sitting", "slate_id", "slate_label", "outcome", "elected_stage",
)  # fmt: skip
"""Columns of a candidacy that a source may fill or contradict."""

FILLED_ONLY: Final = frozenset({"slate_label"})
"""Columns of printed words: one source's words do not contradict another's."""

UNKNOWN: Final = (None, "unknown", "pending")


def source_values(found: Found, slate: int | None, outcome: str) -> dict[str, Any]:
    """What the source says of a candidacy, by the columns of the record."""
    return {
        "votes": found.votes,
        "published_share": found.share,
        "rank": found.rank,
        "nominations": found.nominations,
        "sitting": None if found.sitting is None else int(found.sitting),
        "slate_id": slate,
        "slate_label": found.slate or None,
        "outcome": outcome,
        "elected_stage": found.stage,
    }


def differences(
    connection: sqlite3.Connection, candidacy: int, values: dict[str, Any]
) -> tuple[Difference, ...]:
    """Where a source says more or something else than the record has, and has not been kept beside it already."""
    query = f"SELECT {', '.join(COMPARED)} FROM candidacy WHERE id = ?"
    stored = dict(zip(COMPARED, connection.execute(query, [candidacy]).fetchone(), strict=True))
    kept = _kept_beside(connection, candidacy)
    return tuple(
        one
        for one in _differing(stored, values)
        if (one.name, told(connection, one)) not in kept and not _says_less(connection, one)
    )


def _differing(stored: dict[str, Any], values: dict[str, Any]) -> Iterator[Difference]:
    for field in COMPARED:
        had, has = stored[field], values[field]
        if has in UNKNOWN or equal(had, has):
            continue
        if field in FILLED_ONLY and (had is not None or stored["slate_id"] is not None):
            continue
        yield Difference(field, had, has, had in UNKNOWN)


UMBRELLAS: Final = """
WITH RECURSIVE over (id) AS (
    VALUES (?1) UNION SELECT umbrella_id FROM membership JOIN over ON faction_id = over.id)
SELECT 1 FROM over WHERE id = ?2
"""
"""Whether a faction belongs to another one, at any time and over any number of others."""


def _says_less(connection: sqlite3.Connection, one: Difference) -> bool:
    """Whether a source names only an umbrella of the slate that is on record."""
    if one.field != "slate_id" or one.fills:
        return False
    return connection.execute(UMBRELLAS, [one.stored, one.found]).fetchone() is not None


def personal(connection: sqlite3.Connection, person: int, found: Found) -> Iterator[Difference]:
    """What a source adds to what is known of a person: the gender where it states one, and identifiers."""
    (gender,) = connection.execute("SELECT gender FROM person WHERE id = ?", [person]).fetchone()
    if found.gender and gender is None:
        yield Difference("gender", None, found.gender, fills=True)
    query = "SELECT 1 FROM identifier WHERE entity = 'person' AND entity_id = ? AND scheme = ? AND value = ?"
    for scheme, value in found.identifiers:
        if connection.execute(query, [person, scheme, value]).fetchone() is None:
            yield Difference("identifier", None, f"{scheme}:{value}", fills=True)


def unknown_backing(connection: sqlite3.Connection, candidacy: int, backed: Backed) -> Backed:
    """An endorsement, marked where it is on record, or where it is only that of the own slate or of an umbrella of it."""
    query = "SELECT 1 FROM endorsement WHERE candidacy_id = ? AND faction_id = ?"
    known = connection.execute(query, [candidacy, backed.faction]).fetchone() is not None
    (slate,) = connection.execute("SELECT slate_id FROM candidacy WHERE id = ?", [candidacy]).fetchone()
    own = connection.execute(UMBRELLAS, [slate, backed.faction]).fetchone() is not None
    return backed._replace(known=known or (slate is not None and own))


def told(connection: sqlite3.Connection, difference: Difference) -> str:
    """The value that the source gives, in the words of a record's files."""
    return in_files(connection, difference.field, difference.found)


def in_files(connection: sqlite3.Connection, field: str, value: object) -> str:
    """A value as the files of a record have it."""
    if field == "slate_id":
        (key,) = connection.execute("SELECT key FROM faction WHERE id = ?", [value]).fetchone()
        return str(key)
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def equal(one: object, other: object) -> bool:
    """Whether two values are the same; figures within what a file rounds away."""
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-9
    return one == other


def _kept_beside(connection: sqlite3.Connection, candidacy: int) -> set[tuple[str, str]]:
    """Other values that are kept already, with their sources: finding one of them again is nothing new."""
    query = (
        "SELECT field, value FROM citation WHERE entity = 'candidacy' AND entity_id = ? AND field IS NOT NULL"
    )
    return set(connection.execute(query, [candidacy]))
