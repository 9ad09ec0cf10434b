"""The factions of the hotkeys, and all of them for the picker."""

from __future__ import annotations

import sqlite3

from db.reading.factions import Factions
from db.view import Faction

SLOTS = 9


def slots(connection: sqlite3.Connection) -> tuple[Faction, ...]:
    """At most nine, in the order of their keys: those the record names, else those that stood most often."""
    factions = Factions(connection)
    chosen = connection.execute("SELECT id FROM faction WHERE slot IS NOT NULL ORDER BY slot").fetchall()
    if chosen:
        return tuple(factions.get(number) for (number,) in chosen[:SLOTS])
    query = (
        "SELECT slate_id FROM tally WHERE slate_id IS NOT NULL ORDER BY candidacies DESC, slate_id LIMIT ?"
    )
    return tuple(factions.get(number) for (number,) in connection.execute(query, [SLOTS]))


def every_faction(connection: sqlite3.Connection) -> tuple[tuple[Faction, int], ...]:
    """All factions with the number of candidacies on their slate, most first."""
    factions = Factions(connection)
    query = """
        SELECT faction.id, coalesce(candidacies, 0) AS stood FROM faction LEFT JOIN tally ON slate_id = faction.id
        ORDER BY stood DESC, faction.position, faction.name
    """
    return tuple((factions.get(number), stood) for number, stood in connection.execute(query))
