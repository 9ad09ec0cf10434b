"""What follows for a contest from the candidacies that are stored of it."""

from __future__ import annotations

from typing import Any

from db.ledger import Ledger


def settle(ledger: Ledger, contest: int) -> None:
    """Say of a contest how much of its figures is stored, and that it is declared once anybody's result is known."""
    query = "SELECT count(*), count(votes), total(outcome IN ('elected', 'not elected')) FROM candidacy WHERE contest_id = ?"
    standing, counted, told = ledger.connection.execute(query, [contest]).fetchone()
    query = "SELECT figures, status FROM contest WHERE id = ?"
    figures, status = ledger.connection.execute(query, [contest]).fetchone()
    now = "none" if not counted else "complete" if counted == standing else "partial"
    values: dict[str, Any] = {}
    if now != figures and figures != "complete":
        values["figures"] = now
    if (counted or told) and status != "declared":
        values["status"] = "declared"
    if values:
        ledger.update("contest", contest, values)
