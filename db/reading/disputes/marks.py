"""Which cells of an answer show a value that other sources contradict, and which one that was worked out."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, NamedTuple

from db.reading.facts import by_table
from db.reading.parts import in_parts, marks
from db.view import Fact

if TYPE_CHECKING:
    from db.reading.disputes.found import Dispute

_STATED: Final = """
SELECT DISTINCT entity_id FROM citation WHERE field IS NOT NULL AND entity = ? AND entity_id IN ({marks})
"""
"""Of a few rows those of which some source gives a value for a field: the index `citation_field` holds no others."""


_DERIVED: Final = """
SELECT entity_id, field FROM citation JOIN source ON source.id = source_id
WHERE field IS NOT NULL AND entity = ? AND entity_id IN ({marks}) AND chosen = 1 AND source.kind = 'derived'
"""


class Marks(NamedTuple):
    """What is known of the values of some rows."""

    disputes: Mapping[tuple[Fact, str], Dispute] = MappingProxyType({})
    """Rows and fields of which sources state something else than what is shown."""
    derived: frozenset[tuple[Fact, str]] = frozenset()
    """Rows and fields whose shown value was worked out from published figures."""


def stated(connection: sqlite3.Connection, facts: Iterable[Fact]) -> list[Fact]:
    """Of some rows those of which a source gives a value for a field; mostly none."""
    return [
        Fact(table, row)
        for table, some in _in_parts(facts)
        for (row,) in connection.execute(_STATED.format(marks=marks(len(some))), [table, *some])
    ]


def marks_of(connection: sqlite3.Connection, facts: Iterable[Fact]) -> Marks:
    """What sources contradict, and what was worked out, of the rows that an answer rests on."""
    told = stated(connection, facts)
    if not told:
        return Marks()
    from db.reading.disputes.found import Disputes

    found = {(one.fact, one.field): one for one in Disputes(connection).of(told) if one.real}
    return Marks(found, frozenset(_derived(connection, told)))


def _derived(connection: sqlite3.Connection, facts: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    for table, some in _in_parts(facts):
        for row, field in connection.execute(_DERIVED.format(marks=marks(len(some))), [table, *some]):
            yield Fact(table, row), field


def _in_parts(facts: Iterable[Fact]) -> Iterator[tuple[str, list[int]]]:
    """Ids of rows by their tables, so many at a time as a query takes."""
    for table, rows in by_table(facts).items():
        for some in in_parts(rows):
            yield table, some
