"""From what a user calls a row of the record to the row; where there is none of the name, the nearest names."""

from __future__ import annotations

import sqlite3
from difflib import get_close_matches
from itertools import islice

from db.dumping.queries import Query
from db.dumping.records import rows
from db.dumping.row_names import BY_TABLE, FILES, TABLES, row_named
from db.errors import Missing
from db.naming import name_of
from db.view import Fact
from db.wayfinding.names import NEAR

EXAMPLE = '"candidacies nec-clp-2012/kate-osamor"'

MOST = 5_000
"""So many rows of a file are compared with a name that none has."""


def fact_named(connection: sqlite3.Connection, text: str) -> Fact:
    """The row that is called so: the name of its file, a blank, and its name there.

    Raises:
        Missing: there is no such file, or it has no such row; the sentence offers the nearest.
    """
    word, _, name = text.lstrip().partition(" ")
    file = FILES.get(word, word).removesuffix(".csv")
    if file not in TABLES:
        near = get_close_matches(file, [*TABLES, *FILES], n=1)
        hint = (
            f"did you mean {FILES.get(near[0], near[0])}?" if near else f"the files are {', '.join(TABLES)}."
        )
        raise Missing(f"{word!r} is no file of a record, whose rows are named as {EXAMPLE}; {hint}")
    for one in dict.fromkeys((name, name.strip())):
        found = row_named(connection, file, one) if one else None
        if found is not None:
            return found
    near = _nearest(connection, BY_TABLE[TABLES[file]], name) if TABLES[file] in BY_TABLE else []
    hint = f"; the nearest {'is' if len(near) == 1 else 'are'} {', '.join(near)}" if near else ""
    raise Missing(f"There is no row {name!r} in {file} of this record{hint}.")


def _nearest(connection: sqlite3.Connection, query: Query, name: str) -> list[str]:
    """The names of rows that are most like one: of those that begin alike, else of the first of the file."""
    from rapidfuzz import fuzz, process

    first = query.value(query.kind.NAME[0])
    same = islice(rows(connection, query, f"{first} = ?", [name.split("/")[0]]), MOST)
    names = [name_of(record) for _, record in same]
    if not names:
        names = [name_of(record) for _, record in islice(rows(connection, query), MOST)]
    found = process.extract(name, list(dict.fromkeys(names)), scorer=fuzz.WRatio, limit=NEAR, score_cutoff=60)
    return [one for one, _, _ in found]
