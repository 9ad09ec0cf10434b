"""A row of a folder beside the row on record that has its key: what it fills, and what it says otherwise."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

from db.records import Record
from importers.folder.cells import written
from importers.merging.rows import KEYS, Rows
from importers.review.comparing import equal
from importers.review.proposal import Difference

STATUSES: Final = ("announced", "nominating", "voting", "declared")
"""Of a contest, one after the other: a later one is news, an earlier one is old."""

UNKNOWN: Final[dict[str, tuple[str, ...]]] = {"outcome": ("unknown", "pending"), "figures": ("none",)}
"""Words by which a row says that it does not know."""

REFERRED: Final = {"slate_id": "faction", "round_id": "round", "body_id": "body", "section_id": "section",
                   "parent_id": "section", "person_id": "person", "contest_id": "contest", "against_id": "contest",
                   "division_id": "division", "faction_id": "faction", "other_id": "faction", "bloc_id": "bloc",
                   "other_bloc_id": "bloc", "rival_id": "person", "of_id": "claim", "than_id": "claim"}  # fmt: skip
"""Columns that hold an id, and of what."""


def differences(
    record: Rows, table: str, number: int, values: Mapping[str, Any], stated: Collection[str]
) -> Iterator[Difference]:
    """What a row says that the record does not.

    Args:
        record: what is on record.
        table: of the row.
        number: id of the row on record.
        values: the columns of the folder's row.
        stated: the columns that are not blank in the file; what a file leaves to its default says nothing.
    """
    columns = [name for name in values if name not in KEYS[table] and field_of(name) in stated]
    if not columns:
        return
    stored = record.row(table, number, columns)
    for column, had in zip(columns, stored, strict=True):
        value = values[column]
        if equal(had, value) or _says_nothing(column, value) or _is_in(column, had, value):
            continue
        fills = had is None or _says_nothing(column, had) or column == "status"
        yield Difference(column, had, value, fills)


def field_of(column: str) -> str:
    """The column of the file, from that of the table."""
    return column.removesuffix("_id").removeprefix("published_")


def as_written(record: Record, column: str) -> str:
    """A value of a record as its file has it."""
    name = field_of(column)
    return written(getattr(record, "for_" if name == "for" else name))


def readable(connection: sqlite3.Connection, one: Difference, record: Record) -> Difference:
    """A difference with keys in the place of ids."""
    stored = one.stored
    if stored is not None and (table := REFERRED.get(one.field)):
        stored = connection.execute(f'SELECT key FROM "{table}" WHERE id = ?', [stored]).fetchone()[0]
    return one._replace(stored=stored, found=as_written(record, one.field))


def _says_nothing(column: str, value: object) -> bool:
    return value is None or value in UNKNOWN.get(column, ())


def _is_in(column: str, had: object, value: object) -> bool:
    """Whether the record has said it: a note within a longer one, a status that came before."""
    if column == "note":
        return had is not None and str(value) in str(had)
    return column == "status" and STATUSES.index(str(value)) < STATUSES.index(str(had))
