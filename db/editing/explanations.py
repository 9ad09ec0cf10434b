"""Writing down why a finding of a check is as it is: each reason is kept like an import, so that it can be taken back."""

from __future__ import annotations

import sqlite3

from db.editing.rows import row_of_key
from db.errors import SlatewatchError
from db.ledger import importing
from db.view import Fact


def explained(
    connection: sqlite3.Connection, kind: str, fact: Fact, reason: str, source: str | None = None
) -> int:
    """Say why what a check finds of a row is as it is; what was said before gives way.

    Args:
        connection: made by `db.ledger.writable`.
        kind: key of the check.
        fact: the row in which the finding stands.
        reason: in words.
        source: key of a source that says so.

    Returns:
        The number under which `undo` takes it back.

    Raises:
        SlatewatchError: the reason is blank.
        Missing: there is no such source.
    """
    words = " ".join(reason.split())
    if not words:
        raise SlatewatchError("A reason is needed: found none, expected a few words.")
    cited = row_of_key(connection, "source", source) if source else None
    query = "SELECT id FROM explanation WHERE kind = ? AND entity = ? AND entity_id = ?"
    before = connection.execute(query, [kind, fact.table, fact.id]).fetchone()
    with importing(connection, f"explanation {kind}", "", words) as ledger:
        if before is None:
            values = {"kind": kind, "entity": fact.table, "entity_id": fact.id, "reason": words}
            number = ledger.insert("explanation", values)
        else:
            number = int(before[0])
            ledger.update("explanation", number, {"reason": words})
        if cited is not None:
            ledger.insert("citation", {"source_id": cited, "entity": "explanation", "entity_id": number})
    return ledger.number
