"""What an import or an undoing touched: contests, sections, persons, factions and slates of which more follows than is stored.

The ids stand in temporary tables of the connection, so that a million of them take no memory.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

OF_TERMS = "SELECT section_id FROM term WHERE {column} IN ({contests})"
OF_CANDIDACIES = "SELECT contest_id FROM candidacy WHERE id BETWEEN :first AND :last"
OF_CONTESTS = "SELECT id FROM contest WHERE id BETWEEN :first AND :last"


def _sections(contests: str) -> tuple[tuple[str, str], ...]:
    """The sections of contests, and those of whose terms one of the contests is the beginning or the end."""
    held = f"SELECT section_id FROM contest WHERE id IN ({contests})"
    hanging = (OF_TERMS.format(column=column, contests=contests) for column in ("contest_id", "ended_by"))
    return tuple(("section", query) for query in (held, *hanging))


EFFECTS: dict[str, tuple[tuple[str, str], ...]] = {
    "candidacy": (
        ("contest", OF_CANDIDACIES),
        *_sections(OF_CANDIDACIES),
        ("slate", "SELECT coalesce(slate_id, 0) FROM candidacy WHERE id BETWEEN :first AND :last"),
    ),
    "contest": (("contest", OF_CONTESTS), *_sections(OF_CONTESTS)),
    "person": (("person", "SELECT id FROM person WHERE id BETWEEN :first AND :last"),),
    "alias": (("person", "SELECT person_id FROM alias WHERE id BETWEEN :first AND :last"),),
    "faction": (("faction", "SELECT id FROM faction WHERE id BETWEEN :first AND :last"),),
    "faction_alias": (("faction", "SELECT faction_id FROM faction_alias WHERE id BETWEEN :first AND :last"),),
    "body": (("contest", "SELECT id FROM contest WHERE body_id BETWEEN :first AND :last"),),
    "section": (("contest", "SELECT id FROM contest WHERE section_id BETWEEN :first AND :last"),),
    "round": (("contest", "SELECT id FROM contest WHERE round_id BETWEEN :first AND :last"),),
    "rule": (("section", "SELECT section_id FROM rule WHERE id BETWEEN :first AND :last"),),
    "term": (("section", "SELECT section_id FROM term WHERE id BETWEEN :first AND :last"),),
    "citation": (
        (
            "section",
            "SELECT section_id FROM citation JOIN term ON term.id = entity_id "
            "WHERE citation.id BETWEEN :first AND :last AND entity = 'term'",
        ),
    ),
    "source": (
        (
            "section",
            "SELECT section_id FROM citation JOIN term ON term.id = entity_id "
            "WHERE source_id BETWEEN :first AND :last AND entity = 'term'",
        ),
    ),
}
"""For each table what a change of its rows bears upon; a table that is not named bears upon nothing that is derived."""

KINDS = ("contest", "section", "person", "faction", "slate")


class Touched:
    """The ids touched so far; a slate of 0 stands for none."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """Begin with nothing touched: what an earlier value of the same connection held is gone."""
        self.connection = connection
        for kind in KINDS:
            connection.execute(f"CREATE TEMP TABLE IF NOT EXISTS touched_{kind} (id INTEGER PRIMARY KEY)")
            connection.execute(f"DELETE FROM temp.touched_{kind}")

    def rows(self, table: str, first: int, last: int) -> None:
        """Note what the rows of a span bear upon: after they were written, before they go, before and after they change."""
        for kind, query in EFFECTS.get(table, ()):
            self.connection.execute(
                f"INSERT OR IGNORE INTO temp.touched_{kind} {query}", {"first": first, "last": last}
            )

    def ids(self, kind: str, query: str) -> None:
        """Note all ids that a query gives."""
        self.connection.execute(f"INSERT OR IGNORE INTO temp.touched_{kind} {query}")

    def these(self, kind: str, ids: Iterable[int]) -> None:
        """Note ids."""
        query = f"INSERT OR IGNORE INTO temp.touched_{kind} VALUES (?)"
        self.connection.executemany(query, ((one,) for one in ids))

    def count(self, kind: str) -> int:
        """How many of a kind are touched."""
        (count,) = self.connection.execute(f"SELECT count(*) FROM temp.touched_{kind}").fetchone()
        return int(count)
