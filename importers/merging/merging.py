"""One merge in progress: each row finds its like on record, or becomes a new one."""

from __future__ import annotations

import sqlite3
from typing import Any

from db.keys import free_key
from db.loading import Keyed
from db.loading.rows import Values
from db.records import Record
from importers.folder import Placed
from importers.merging.comparing import as_written, differences, field_of, readable
from importers.merging.rows import KEYS, Rows
from importers.merging.step import Step
from importers.merging.writer import Writer
from importers.review.proposal import CHANGED, CONFLICT, NEW, SAME, Difference

BLANK = ("field", "value", "place", "chosen", "reason", "note")


class Merging(Keyed):
    """Takes the rows of a folder one by one; every source that a row names is kept with the row on record."""

    def __init__(self, connection: sqlite3.Connection, writer: Writer, name: str) -> None:
        """A merge.

        Args:
            connection: to the database.
            writer: where new rows and changes go.
            name: of the folder, for the source of values that name none.
        """
        super().__init__()
        self.connection, self.writer, self.name = connection, writer, name
        self.record = Rows(connection)
        self.stated: frozenset[str] = frozenset()
        self.kinds: set[str] = set()
        self.differences: list[Difference] = []
        self.is_known = False
        """Whether the row is on record, so that whatever is new is only more of it."""
        self.own_source: int | None = None
        self.beside: set[tuple[str, int, str, str]] = set()
        """Values that the record does not show, by table, id and field."""

    def take(self, placed: Placed) -> Step:
        """Take one row.

        Raises:
            BadRecord: it refers to something that is neither in the folder nor on record, or stands there twice.
        """
        self.stated, self.kinds, self.differences, self.is_known = placed.stated, set(), [], False
        self.add(placed)
        if self.is_known and NEW in self.kinds:
            self.kinds = self.kinds - {NEW} | {CHANGED}
        kind = next((one for one in (CONFLICT, NEW, CHANGED) if one in self.kinds), SAME)
        return Step(placed.file, placed.line, kind, tuple(self.differences))

    def number(self, table: str, key: str) -> int | None:
        """The id of a row in the folder or on record."""
        own = super().number(table, key)
        return own if own is not None else self.record.by_name(table, key)

    def body_of(self, division: str) -> str:
        """The key of the body that a division was held in."""
        return self.bodies[division] if division in self.bodies else self.record.body_of(division)

    def is_taken(self, key: str) -> bool:
        """Whether a person has the key."""
        return super().is_taken(key) or self.record.has_person(key)

    def put(self, table: str, record: Record, values: Values) -> int:
        """Find the row on record and complete it, or add it."""
        name = self.called(table, record)
        whole = values if "note" in record.WITHOUT else values | {"note": record.note}
        number = self.record.same(table, whole)
        self.is_known = number is not None
        if number is None:
            number = self.writer.insert(table, whole)
            self.kinds.add(NEW)
        elif table in KEYS:
            self._complete(table, number, record, whole)
        self.ids[table][name] = number
        for source in filter(None, record.sources.split(";")):
            self.cite(table, number, source.strip())
        return number

    def cite(self, table: str, number: int, source: str, **values: str | int | None) -> None:
        """Add a citation unless it is on record; a value is not chosen where the record has chosen another."""
        row = {"source_id": self.find("source", source, "sources"), "entity": table, "entity_id": number}
        row |= dict.fromkeys(BLANK) | values
        if otherwise := row["chosen"] == 1 and self._is_chosen_otherwise(row):
            row["chosen"] = 0
        self._add_citation(row, CONFLICT if otherwise else NEW)

    def link(self, event: int, person: int) -> None:
        """Add a person whom an event concerns."""
        query = "SELECT 1 FROM event_person WHERE event_id = ? AND person_id = ?"
        if self.connection.execute(query, [event, person]).fetchone() is None:
            self.writer.insert("event_person", {"event_id": event, "person_id": person})
            self.kinds.add(CHANGED)

    def _complete(self, table: str, number: int, record: Record, values: Values) -> None:
        """Fill gaps of the row on record, and keep what is said otherwise beside it."""
        stated = self.stated
        if table == "person" and not self.record.has_person(values["key"]):
            stated = stated - {"name", "sort_name"}  # of somebody who was merged: kept as another name since
        found = list(differences(self.record, table, number, values, stated))
        if fills := {one.field: values[one.field] for one in found if one.fills}:
            self.writer.update(table, number, fills)
            self.kinds.add(CHANGED)
        for one in found:
            shown = readable(self.connection, one, record)
            if one.fills or self._keep_beside(table, number, record, one):
                self.differences.append(shown)

    def _keep_beside(self, table: str, number: int, record: Record, one: Difference) -> bool:
        """Keep a value with its source; whether it was not kept before."""
        field, value = field_of(one.field), as_written(record, one.field)
        self.beside.add((table, number, field, value))
        query = "SELECT 1 FROM citation WHERE entity = ? AND entity_id = ? AND field = ? AND value = ?"
        if self.connection.execute(query, [table, number, field, value]).fetchone():
            return False
        first = record.sources.partition(";")[0].strip()
        source = self.find("source", first, "sources") if first and table != "source" else self._own_source()
        row = {"source_id": source, "entity": table, "entity_id": number, "field": field, "value": value}
        self.writer.insert("citation", row | {"place": self.place, "chosen": 0, "note": None})
        self.kinds.add(CONFLICT)
        return True

    def _add_citation(self, row: dict[str, Any], kind: str) -> None:
        where = " AND ".join(f"{column} IS ?" for column in row)
        query = f"SELECT 1 FROM citation WHERE {where}"
        if self.connection.execute(query, list(row.values())).fetchone() is None:
            self.writer.insert("citation", row)
            self.kinds.add(kind)

    def _is_chosen_otherwise(self, row: dict[str, Any]) -> bool:
        if (row["entity"], row["entity_id"], row["field"], row["value"]) in self.beside:
            return True
        query = "SELECT 1 FROM citation WHERE entity = ? AND entity_id = ? AND field IS ? AND chosen = 1 AND value IS NOT ?"
        values = [row[name] for name in ("entity", "entity_id", "field", "value")]
        return self.connection.execute(query, values).fetchone() is not None

    def _own_source(self) -> int:
        """The folder itself as a source."""
        if self.own_source is None:
            key = free_key(self.connection, "source", self.name)
            self.own_source = self.writer.insert("source", {"key": key, "title": self.name})
        return self.own_source
