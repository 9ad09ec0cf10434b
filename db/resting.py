"""Which imports rest on an earlier one: they changed the same rows, or hang rows of theirs onto rows that it made."""

from __future__ import annotations

import sqlite3

REFERENCES: dict[str, tuple[tuple[str, str], ...]] = {
    "source": (("citation", "source_id"),),
    "body": (
        ("section", "body_id"), ("contest", "body_id"), ("division", "body_id"), ("event", "body_id"),
    ),
    "section": (
        ("contest", "section_id"), ("rule", "section_id"), ("term", "section_id"), ("section", "parent_id"),
        ("alignment", "section_id"), ("division_vote", "section_id"), ("event", "section_id"), ("vacancy", "section_id"),
        ("assumption", "section_id"), ("claim", "section_id"),
    ),
    "round": (("contest", "round_id"), ("claim", "round_id")),
    "contest": (
        ("candidacy", "contest_id"), ("stage", "contest_id"), ("ballot", "contest_id"), ("term", "contest_id"),
        ("term", "ended_by"), ("assumption", "contest_id"), ("claim", "contest_id"), ("claim", "against_id"),
    ),
    "person": (
        ("candidacy", "person_id"), ("alias", "person_id"), ("stage", "person_id"), ("term", "person_id"),
        ("term", "replaces"), ("alignment", "person_id"), ("division_vote", "person_id"),
        ("former_key", "person_id"), ("distinction", "person_id"), ("distinction", "other_id"), ("event_person", "person_id"),
        ("bloc_member", "person_id"), ("vacancy", "person_id"), ("assumption", "person_id"), ("assumption", "successor_id"),
        ("claim", "person_id"), ("claim", "rival_id"),
    ),
    "faction": (
        ("candidacy", "slate_id"), ("faction_alias", "faction_id"), ("membership", "faction_id"),
        ("membership", "umbrella_id"), ("endorsement", "faction_id"), ("alignment", "faction_id"),
        ("bloc_member", "faction_id"), ("assumption", "faction_id"), ("assumption", "other_id"), ("claim", "faction_id"),
        ("claim", "other_id"),
    ),
    "candidacy": (("endorsement", "candidacy_id"),),
    "division": (("division_vote", "division_id"), ("claim", "division_id")),
    "event": (("event_person", "event_id"),),
    "scheme": (("bloc", "scheme_id"),),
    "bloc": (("bloc_member", "bloc_id"), ("assumption", "bloc_id"), ("claim", "bloc_id"), ("claim", "other_bloc_id")),
    "scenario": (("assumption", "scenario_id"),),
    "claim": (("claim", "of_id"), ("claim", "than_id")),
}  # fmt: skip
"""For each table the columns of others that refer to its rows, and that an import may fill."""

NAMED = ("citation", "identifier", "explanation")
"""Tables that name the row they speak of by its table and its id."""

LATER = "SELECT id FROM import WHERE undone IS NULL AND id > :number"

SAME = f"""
SELECT DISTINCT other.import_id FROM change AS own CROSS JOIN change AS other
WHERE own.import_id = :number AND other.entity = own.entity
  AND other.entity_id BETWEEN own.entity_id AND coalesce(own.last_id, own.entity_id) AND other.import_id IN ({LATER})
"""
"""Rows of a run are new, so that no later run can hold a row of an earlier import."""

HANGING = f"""
WITH runs AS MATERIALIZED (
    SELECT entity, entity_id AS first, last_id AS last FROM change WHERE import_id = :number AND last_id IS NOT NULL)
SELECT DISTINCT later.import_id FROM change AS later
CROSS JOIN "{{other}}" AS hung ON hung.id BETWEEN later.entity_id AND coalesce(later.last_id, later.entity_id)
WHERE later.entity = '{{other}}' AND later.import_id IN ({LATER}) AND (
    EXISTS (SELECT 1 FROM change WHERE entity = {{table}} AND entity_id = hung."{{column}}" AND import_id = :number
            AND before IS NULL)
    OR EXISTS (SELECT 1 FROM runs WHERE entity = {{table}} AND hung."{{column}}" BETWEEN first AND last))
"""

ON_THE_MERGED = f"""
SELECT DISTINCT later.import_id FROM change AS later
CROSS JOIN "{{other}}" AS hung ON hung.id BETWEEN later.entity_id AND coalesce(later.last_id, later.entity_id)
WHERE later.entity = '{{other}}' AND later.before IS NULL AND later.import_id IN ({LATER}) AND {{speaks}}
  AND hung."{{column}}" IN (
    SELECT former_key.person_id FROM change AS own JOIN former_key ON former_key.id = own.entity_id
    WHERE own.import_id = :number AND own.entity = 'former_key' AND own.before IS NULL)
"""
"""What was said later of a person who had been two before: nobody can tell of which of the two it was meant."""


def resting_on(connection: sqlite3.Connection, number: int) -> list[int]:
    """The numbers of the later imports, not undone, that rest on one."""
    own = _tables(connection, "= :number AND before IS NULL", number)
    later = _tables(connection, f"IN ({LATER})", number)
    queries = [SAME]
    queries += [
        HANGING.format(other=other, table=f"'{table}'", column=column)
        for table in own
        for other, column in REFERENCES.get(table, ())
        if other in later
    ]
    queries += [
        HANGING.format(other=other, table="hung.entity", column="entity_id")
        for other in NAMED
        if other in later
    ]
    if "former_key" in own:
        queries += [
            ON_THE_MERGED.format(other=other, column=column, speaks="TRUE")
            for other, column in REFERENCES["person"]
            if other in later
        ]
        queries += [
            ON_THE_MERGED.format(other=other, column="entity_id", speaks="hung.entity = 'person'")
            for other in NAMED
            if other in later
        ]
    found = {row[0] for query in queries for row in connection.execute(query, {"number": number})}
    return sorted(found)


def _tables(connection: sqlite3.Connection, imports: str, number: int) -> set[str]:
    """The tables of which imports changed rows."""
    query = f"SELECT DISTINCT entity FROM change WHERE import_id {imports}"
    return {table for (table,) in connection.execute(query, {"number": number})}
