"""The words by which persons, contests and factions are found."""

from __future__ import annotations

import sqlite3

PERSONS = """
INSERT INTO person_search (rowid, words)
SELECT id, name || coalesce((SELECT ' ' || group_concat(alias.name, ' ') FROM alias WHERE person_id = person.id), '') FROM person
"""

CONTESTS = """
INSERT INTO contest_search (rowid, words)
SELECT contest.id, concat_words FROM contest JOIN (
    SELECT contest.id AS contest_id,
           body.name || ' ' || body.short || ' ' || section.name || ' ' || coalesce(section.full_name, '') || ' ' ||
           coalesce(substr(contest.date, 1, 4), '') || ' ' || contest.kind || ' ' ||
           replace(contest.key, '-', ' ') AS concat_words
    FROM contest JOIN body ON body.id = contest.body_id JOIN section ON section.id = contest.section_id
) ON contest_id = contest.id
"""

FACTIONS = """
INSERT INTO faction_search (rowid, words)
SELECT id, name || ' ' || short || coalesce(
    (SELECT ' ' || group_concat(alias, ' ') FROM faction_alias WHERE faction_id = faction.id), '')
FROM faction
"""


def derive_search(connection: sqlite3.Connection) -> None:
    """Fill the three search tables anew."""
    for table, filling in (
        ("person_search", PERSONS),
        ("contest_search", CONTESTS),
        ("faction_search", FACTIONS),
    ):
        connection.execute(f"DELETE FROM {table}")
        connection.execute(filling)
