"""The ways in which holders can be grouped, one after the other."""

from __future__ import annotations

import sqlite3

from db.lens import GROUPINGS, Lens
from db.reading.counting.grouping import BLOC


def grouped_next(connection: sqlite3.Connection, lens: Lens) -> Lens:
    """The lens with the next grouping: by slate, endorsement, alignment, then by each scheme of the record in turn."""
    ways: list[tuple[str | None, str | None]] = [(None, None)]
    ways += [(grouping, None) for grouping in GROUPINGS[1:] if grouping != BLOC]
    ways += [(BLOC, key) for (key,) in connection.execute("SELECT key FROM scheme ORDER BY id")]
    schemes = [key for _, key in ways if key]
    scheme = lens.scheme or (schemes[0] if lens.grouping == BLOC and schemes else None)
    here = (BLOC, scheme) if scheme else (lens.grouping, None)
    at = ways.index(here) if here in ways else 0
    grouping, following = ways[(at + 1) % len(ways)]
    return lens.at(grouping=grouping, scheme=following)
