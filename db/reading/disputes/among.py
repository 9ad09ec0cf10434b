"""How many of the candidacies that a list lets through are disputed, in sight or not."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Final

from db.reading.disputes.found import Disputes
from db.reading.filtering import Query
from db.reading.parts import marks
from db.view import Fact

CERTAIN: Final = 50
"""So many are counted; of more it is said that they are so many at least, since a key waits for the answer."""

_STATED: Final = """
SELECT candidacy.id FROM candidacy {where} {and_} EXISTS (
    SELECT 1 FROM citation WHERE entity = 'candidacy' AND entity_id = candidacy.id AND field IS NOT NULL AND field IN ({fields}))
ORDER BY candidacy.id
"""
"""Of the candidacies those of which a source gives a value for one of the fields: the index `citation_field` holds no others."""


def disputed_among(connection: sqlite3.Connection, query: Query, fields: Sequence[str]) -> int:
    """Of how many candidacies sources contradict each other on what is shown, up to `CERTAIN`.

    Args:
        connection: to the record.
        query: which candidacies are let through; of some thousands at the most.
        fields: those of a candidacy that are shown.
    """
    statement = _STATED.format(
        where=query.where, and_="AND" if query.where else "WHERE", fields=marks(len(fields))
    )
    stated = connection.execute(statement, [*query.values, *fields]).fetchall()
    disputed: set[Fact] = set()
    for (row,) in stated:
        fact = Fact("candidacy", row)
        if any(one.real and one.field in fields for one in Disputes(connection).of([fact])):
            disputed.add(fact)
        if len(disputed) == CERTAIN:
            break
    return len(disputed)
