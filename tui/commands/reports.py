"""What an import says: the rows as they were understood, each with its place in the source."""

from __future__ import annotations

import json

from db.view import Kind
from importers.proposal import CHANGED, CONFLICT, DOUBTFUL, NEW, SAME, Difference, Proposal, Proposed
from tui.cells import written
from tui.plain import plain

SIGNS = {NEW: "+", SAME: "=", CHANGED: "~", CONFLICT: "!", DOUBTFUL: "?"}
"""Stand before the rows; the last line of a report says what they mean."""


def summary(proposal: Proposal) -> str:
    """One line: the contest, and how many rows of each kind."""
    counts = [f"{proposal.count(kind)} {kind}" for kind in SIGNS if proposal.count(kind)]
    return f"{proposal.target.words}: {', '.join(counts)}"


def as_text(proposal: Proposal) -> str:
    """The rows, for people."""
    lines = [summary(proposal), *(_line(row) for row in proposal.rows)]
    lines += [f"  {origin}: {words}" for origin, words in proposal.doubts]
    lines.append("  " + ", ".join(f"{sign} {kind}" for kind, sign in SIGNS.items() if proposal.count(kind)))
    return "".join(f"{plain(line)}\n" for line in lines)


def ending(proposal: Proposal, stored: int | None) -> str:
    """What came of it."""
    if stored is not None:
        return f"Stored as import {stored}; `slatewatch undo {stored}` takes it back.\n"
    return "Nothing was stored.\n" if proposal.changes else "Nothing to store.\n"


def _line(row: Proposed) -> str:
    found = row.found
    outcome = "" if row.outcome == "unknown" else row.outcome
    figures = [_told(found.votes), outcome, found.slate]
    words = ", ".join(filter(None, figures))
    return f"  {SIGNS[row.kind]} {found.name}: {words} ({found.origin}){_why(row)}"


def _why(row: Proposed) -> str:
    if row.kind == DOUBTFUL:
        asked = [f"{one.name} = {one.key}, {one.reason}" for one in row.suggestions]
        return f"; {row.reason or 'who is it?'} {'; '.join(asked)}".rstrip()
    if row.differences:
        return "; " + ", ".join(_difference(one) for one in row.differences)
    return f"; {row.reason}" if row.kind == NEW else ""


def _difference(one: Difference) -> str:
    found = f"{one.name} {_told(one.found)}"
    return found if one.fills else f"{found}, on record {_told(one.stored)}"


def _told(value: str | float | None) -> str:
    return written(value, Kind.NUMBER)


def as_data(proposal: Proposal, stored: int | None) -> str:
    """The report for scripts."""
    rows = [
        {
            "name": row.found.name,
            "kind": row.kind,
            "origin": row.found.origin,
            "votes": row.found.votes,
            "outcome": row.outcome,
            "slate": row.found.slate or None,
            "suggestions": [{"person": one.key, "reason": one.reason} for one in row.suggestions],
            "differences": [
                {"field": one.field, "stored": one.stored, "found": one.found} for one in row.differences
            ],
        }
        for row in proposal.rows
    ]
    data = {
        "contest": proposal.target.key,
        "import": stored,
        "rows": rows,
        "doubts": [{"origin": origin, "words": words} for origin, words in proposal.doubts],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
