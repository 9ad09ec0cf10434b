"""Rows on record that a row of a folder may be: by its key, or equal in everything where it has none."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Mapping
from typing import Any, Final

KEYS: Final[dict[str, tuple[str, ...]]] = {
    "source": ("key",), "body": ("key",), "section": ("body_id", "key"), "round": ("key",), "person": ("key",),
    "former_key": ("key",), "distinction": ("person_id", "other_id"), "faction": ("key",), "contest": ("key",),
    "candidacy": ("contest_id", "person_id"), "division": ("key",), "event": ("key",), "layout": ("headings",),
    "scheme": ("key",), "bloc": ("scheme_id", "key"), "scenario": ("key",), "claim": ("key",),
    "explanation": ("kind", "entity", "entity_id"),
}  # fmt: skip
"""The columns by which a row is known again."""

GROUPS: Final[dict[str, str]] = {
    "rule": "section_id", "alias": "person_id", "faction_alias": "faction_id", "membership": "faction_id",
    "identifier": "entity_id", "endorsement": "candidacy_id", "stage": "contest_id", "ballot": "contest_id",
    "term": "section_id", "alignment": "person_id", "division_vote": "division_id",
    "vacancy": "section_id", "bloc_member": "bloc_id", "assumption": "scenario_id",
}  # fmt: skip
"""Of tables without keys, the column that holds rows together: those of one value are read in one go."""

Contents = tuple[object, ...]


class Rows:
    """The rows of a database, looked up one by one; rows equal to each other are as many as there are."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        self.connection = connection
        self.table = ""
        self.groups: dict[object, dict[Contents, list[int]]] = {}

    def by_name(self, table: str, name: str) -> int | None:
        """The id of a row by what the files call it; a person also by a former key."""
        if table == "section":
            query = "SELECT section.id FROM section JOIN body ON body.id = body_id WHERE body.key = ? AND section.key = ?"
            body, _, section = name.partition("/")
            return self._one(query, [body, section])
        if table == "bloc":
            query = "SELECT bloc.id FROM scheme JOIN bloc ON scheme_id = scheme.id WHERE scheme.key = ? AND bloc.key = ?"
            scheme, _, bloc = name.partition("/")
            return self._one(query, [scheme, bloc])
        if table == "candidacy":
            query = "SELECT id FROM candidacy WHERE contest_id = ? AND person_id = ?"
            contest, _, person = name.partition("/")
            return self._one(query, [self.by_name("contest", contest), self.by_name("person", person)])
        if KEYS.get(table) != ("key",):
            return None
        found = self._one(f'SELECT id FROM "{table}" WHERE key = ?', [name])
        if found is None and table == "person":
            return self._one("SELECT person_id FROM former_key WHERE key = ?", [name])
        return found

    def body_of(self, division: str) -> str:
        """The key of the body that a division on record was held in."""
        query = "SELECT body.key FROM division JOIN body ON body.id = body_id WHERE division.key = ?"
        return str(self.connection.execute(query, [division]).fetchone()[0])

    def has_person(self, key: str) -> bool:
        """Whether a person has the key now."""
        return self._one("SELECT id FROM person WHERE key = ?", [key]) is not None

    def same(self, table: str, values: Mapping[str, Any]) -> int | None:
        """The id of the row that is meant; of rows without keys one that has not been taken for another row before."""
        if table == "person":
            return self.by_name("person", values["key"])
        if columns := KEYS.get(table):
            where = " AND ".join(f'"{column}" = ?' for column in columns)
            return self._one(f'SELECT id FROM "{table}" WHERE {where}', [values[one] for one in columns])
        alike = self._group(table, values).get(tuple(values.values()))
        return alike.pop(0) if alike else None

    def row(self, table: str, number: int, columns: list[str]) -> tuple[Any, ...]:
        """Some columns of a row."""
        names = ", ".join(f'"{column}"' for column in columns)
        found: tuple[Any, ...] = self.connection.execute(
            f'SELECT {names} FROM "{table}" WHERE id = ?', [number]
        ).fetchone()
        return found

    def _one(self, query: str, values: list[Any]) -> int | None:
        row = self.connection.execute(query, values).fetchone()
        return None if row is None else int(row[0])

    def _group(self, table: str, values: Mapping[str, Any]) -> dict[Contents, list[int]]:
        """The rows of a table that hang on the same row, by all that they say."""
        if table != self.table:
            self.table, self.groups = table, {}
        column = GROUPS[table]
        if values[column] not in self.groups:
            found: dict[Contents, list[int]] = defaultdict(list)
            names = ", ".join(f'"{name}"' for name in values)
            query = f'SELECT id, {names} FROM "{table}" WHERE "{column}" IS ? ORDER BY id'
            for number, *contents in self.connection.execute(query, [values[column]]):
                found[tuple(contents)].append(number)
            self.groups[values[column]] = found
        return self.groups[values[column]]
