"""What sources say of rows of the record: which states what, where in it, why it is shown, and since when it is on record."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from typing import Final, NamedTuple

from db.dates import written
from db.reading.parts import in_parts, marks
from db.reading.sources import SOURCE, source_of
from db.view import Source

NOT_NOTED: Final = "not noted"
"""Stands for the place in a source that nobody has noted."""

WITH_THE_RECORD: Final = "with the record"
"""Stands for when a row came that no import has made: it was there when the database was built."""

_SAID = f"""
SELECT citation.entity_id, citation.id, citation.field, citation.value, citation.place, citation.chosen, citation.reason,
       citation.note, {SOURCE}
FROM citation JOIN source ON source.id = citation.source_id
WHERE citation.entity = ? AND citation.entity_id IN ({{marks}}) ORDER BY citation.chosen IS NOT 1, citation.id
"""

_ENTERED = """
SELECT wanted.value, import.name, import.made, change.before IS NULL
FROM json_each(?) AS wanted CROSS JOIN change ON change.entity = ? AND {which} CROSS JOIN import ON import.id = change.import_id
WHERE import.undone IS NULL ORDER BY change.id
"""

_ITSELF = "change.entity_id = wanted.value"
_WITHIN = "change.last_id >= wanted.value AND change.entity_id < wanted.value"


class Statement(NamedTuple):
    """One citation: what a source says of a row, or of one field of it."""

    id: int
    field: str | None
    """None where the source supports the row as a whole."""
    value: str | None
    place: str | None
    chosen: bool | None
    reason: str | None
    note: str | None
    source: Source


def statements(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[int, list[Statement]]:
    """What sources say of rows of a table, what is shown first; nothing for rows without a source."""
    found: dict[int, list[Statement]] = defaultdict(list)
    for some in in_parts(ids):
        query = _SAID.format(marks=marks(len(some)))
        for row, number, field, value, place, chosen, reason, note, *source in connection.execute(
            query, [table, *some]
        ):
            picked = None if chosen is None else bool(chosen)
            found[row].append(Statement(number, field, value, place, picked, reason, note, source_of(source)))
    return found


def entered(connection: sqlite3.Connection, table: str, ids: Iterable[int]) -> dict[int, str]:
    """When each row came into the record and by which import, and the last import that changed it since."""
    wanted = list(ids)
    made: dict[int, str] = {}
    changed: dict[int, str] = {}
    listed = "[" + ",".join(map(str, wanted)) + "]"
    for which in (_WITHIN, _ITSELF):
        for row, name, when, is_new in connection.execute(_ENTERED.format(which=which), [listed, table]):
            words = f"{written(when[:10])}, {name}"
            if is_new:
                made[row] = words
                changed.pop(row, None)
            else:
                changed[row] = words
    return {
        one: made.get(one, WITH_THE_RECORD) + (f"; changed {changed[one]}" if one in changed else "")
        for one in wanted
    }
