"""Persons who are not one, as somebody has decided: remembered, so that they are not suggested for each other again."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from db.ledger import Ledger


def others_than(connection: sqlite3.Connection, person: int) -> set[int]:
    """Ids of the persons of whom it was declared that they are not this one."""
    query = """
        SELECT other_id FROM distinction WHERE person_id = ?1 UNION SELECT person_id FROM distinction WHERE other_id = ?1
    """
    return {other for (other,) in connection.execute(query, [person])}


def distinguish(ledger: Ledger, one: int, other: int, note: str | None = None) -> bool:
    """Declare that two persons, by their ids, are not one and the same.

    Returns:
        Whether it had not been declared before.
    """
    first, second = sorted((one, other))
    if first == second or second in others_than(ledger.connection, first):
        return False
    ledger.insert("distinction", {"person_id": first, "other_id": second, "note": note})
    return True
