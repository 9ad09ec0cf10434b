"""Storing records: keys become ids, references are checked, and every source named by a row becomes a citation.

All of it in one transaction; what follows from the rows (shares, terms, search) is derived at its end.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Protocol

from sqlite_utils import Database

from db import records
from db.derivation import derive
from db.errors import BadRecord
from db.loading import claims as loading_claims
from db.loading import rows as loading_rows
from db.loading import views as loading_views
from db.loading.rows import Values
from db.naming import UNIQUE, name_of, numbered

STORING = loading_rows.STORING | loading_views.STORING | loading_claims.STORING
"""How each kind is stored."""


class Placed(Protocol):
    """A record and where it stands in its source."""

    @property
    def file(self) -> str:
        """Name of the file."""

    @property
    def line(self) -> int:
        """Number of the line, from 1."""

    @property
    def record(self) -> records.Record:
        """The row."""


def load(database: Database, rows: Iterable[Placed]) -> None:
    """Store all rows, or none.

    Raises:
        BadRecord: a row refers to something that is not there, or stands there twice.
    """
    with database.atomic():
        loading = Loading(database)
        for placed in rows:
            loading.add(placed)
        loading.flush()
        derive(database.conn)
    database.execute("ANALYZE")


class Keyed:
    """Rows on their way into a database: what they refer to is looked up by key, and every problem named with its place."""

    def __init__(self) -> None:
        self.ids: dict[str, dict[str, int]] = defaultdict(dict)
        """By table and name, the ids of rows that came by."""
        self.named: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
        self.bodies: dict[str, str] = {}
        """Divisions and their bodies, by their keys."""
        self.place = ""

    def add(self, placed: Placed) -> None:
        """Take one row."""
        self.place = f"{placed.file}, line {placed.line}"
        STORING[type(placed.record)](self, placed.record)

    def put(self, table: str, record: records.Record, values: Values) -> int:
        """Take the row of a table with its citations.

        Args:
            table: where it goes.
            record: the row as the file has it, for its name, note and sources.
            values: the columns other than `id` and `note`.

        Returns:
            The id given to it.

        Raises:
            BadRecord: the name is taken.
        """
        raise NotImplementedError

    def cite(self, table: str, number: int, source: str, **values: str | int | None) -> None:
        """Take a citation of a row."""
        raise NotImplementedError

    def link(self, event: int, person: int) -> None:
        """Take a person whom an event concerns."""
        raise NotImplementedError

    def called(self, table: str, record: records.Record) -> str:
        """What citations call the row, which is the next of its file.

        Raises:
            BadRecord: a row of that name was there, and names of this kind stand once.
        """
        name = name_of(record)
        if record.FILE not in UNIQUE:
            self.named[table][name] += 1
            return numbered(name, self.named[table][name])
        if name in self.ids[table]:
            raise BadRecord(f"{self.place}: found {name!r} a second time; expected every {table} once.")
        return name

    def number(self, table: str, key: str) -> int | None:
        """The id of a row by its key or name, or None."""
        return self.ids[table].get(key)

    def body_of(self, division: str) -> str:
        """The key of the body that a division was held in."""
        return self.bodies[division]

    def is_taken(self, key: str) -> bool:
        """Whether a person has the key."""
        return key in self.ids["person"]

    def find(self, table: str, key: str, column: str) -> int:
        """The id of a row by its key.

        Raises:
            BadRecord: there is none.
        """
        number = self.number(table, key)
        if number is None:
            raise BadRecord(
                f"{self.place}, column {column}: found {key!r}, expected the key of a {table} that is in the record."
            )
        return number

    def maybe(self, table: str, key: str | None, column: str) -> int | None:
        """The id of a row by its key, or None for no key."""
        return None if key is None else self.find(table, key, column)

    def section(self, body: str | None, section: str | None, column: str = "section") -> int | None:
        """The id of a section by the keys of its body and its own.

        A committee of a body (`nec-officers`) has members from the sections of the body (`nec`).

        Raises:
            BadRecord: there is none.
        """
        if section is None:
            return None
        for length in range(len(str(body)), 0, -1):
            if (number := self.number("section", f"{str(body)[:length]}/{section}")) is not None:
                return number
        raise BadRecord(
            f"{self.place}, column {column}: found {section!r}, expected the key of a section of {body!r}."
        )


class Loading(Keyed):
    """One load in progress: the ids given so far, and the rows that wait to be written."""

    def __init__(self, database: Database) -> None:
        super().__init__()
        self.database = database
        self.counts: dict[str, int] = defaultdict(int)
        self.waiting: dict[str, list[Values]] = defaultdict(list)

    def flush(self) -> None:
        """Write what waits, in the order in which tables refer to each other."""
        for table, rows in self.waiting.items():
            self.database.table(table).insert_all(rows, batch_size=500)
        self.waiting.clear()

    def put(self, table: str, record: records.Record, values: Values) -> int:
        """Queue a row with its citations."""
        name = self.called(table, record)
        self.counts[table] += 1
        number = self.counts[table]
        self.ids[table][name] = number
        note = {} if "note" in record.WITHOUT else {"note": record.note}
        self.waiting[table].append({"id": number} | values | note)
        for source in filter(None, record.sources.split(";")):
            self.cite(table, number, source.strip())
        return number

    def cite(self, table: str, number: int, source: str, **values: str | int | None) -> None:
        """Queue a citation of a row."""
        row: Values = {
            "source_id": self.find("source", source, "sources"),
            "entity": table,
            "entity_id": number,
        }
        blank = dict.fromkeys(("field", "value", "place", "chosen", "reason", "note"))
        self.waiting["citation"].append(row | blank | values)

    def link(self, event: int, person: int) -> None:
        """Queue a person whom an event concerns."""
        self.waiting["event_person"].append({"event_id": event, "person_id": person})
