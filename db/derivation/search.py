"""The words by which persons, contests and factions are found, folded as `db.matching` folds what a user types."""

from __future__ import annotations

import sqlite3

from db.matching import searchable

PERSONS = """
INSERT INTO person_search (rowid, words)
SELECT id, searchable(name || coalesce(
    (SELECT ' ' || group_concat(alias.name, ' ') FROM alias WHERE person_id = person.id), ''))
FROM person
"""

CONTESTS = """
INSERT INTO contest_search (rowid, words)
SELECT contest.id, searchable(
    body.name || ' ' || body.short || ' ' || section.name || ' ' || coalesce(section.full_name, '') || ' ' ||
    coalesce(contest.date, '') || ' ' || contest.kind || ' ' || contest.status || ' ' || contest.key || ' ' ||
    coalesce(contest.unit, '') || ' ' || coalesce(round.name, ''))
FROM contest
JOIN body ON body.id = contest.body_id
JOIN section ON section.id = contest.section_id
LEFT JOIN round ON round.id = contest.round_id
"""

FACTIONS = """
INSERT INTO faction_search (rowid, words)
SELECT id, searchable(name || ' ' || short || coalesce(
    (SELECT ' ' || group_concat(alias, ' ') FROM faction_alias WHERE faction_id = faction.id), ''))
FROM faction
"""


def derive_search(connection: sqlite3.Connection) -> None:
    """Fill the three search tables anew."""
    connection.create_function("searchable", 1, searchable, deterministic=True)
    for table, filling in (
        ("person_search", PERSONS),
        ("contest_search", CONTESTS),
        ("faction_search", FACTIONS),
    ):
        connection.execute(f"DELETE FROM {table}")
        connection.execute(filling)
