"""Layouts of tables whose columns a user has explained: kept with the import, known again at the next table of their headings."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping

from db.ledger import Ledger
from importers.results.layouts import Layout


def known_layouts(connection: sqlite3.Connection) -> dict[Layout, Layout]:
    """Roles of columns by headings, as they were explained before."""
    query = "SELECT headings, roles FROM layout"
    return {
        tuple(json.loads(headings)): tuple(json.loads(roles)) for headings, roles in connection.execute(query)
    }


def remember(ledger: Ledger, layouts: Mapping[Layout, Layout]) -> None:
    """Keep what was explained; a layout without headings says too little to be known again."""
    for headings, roles in layouts.items():
        if not any(headings):
            continue
        key = json.dumps(headings, ensure_ascii=False)
        row = ledger.connection.execute("SELECT id FROM layout WHERE headings = ?", [key]).fetchone()
        if row is None:
            ledger.insert("layout", {"headings": key, "roles": json.dumps(roles)})
        else:
            ledger.update("layout", row[0], {"roles": json.dumps(roles)})
