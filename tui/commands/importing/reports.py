"""What an import says: every item as it was understood, with its place in the source."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from db.view import Faction, Kind
from importers.results.result import Found
from importers.review.proposal import (
    CONFLICT,
    DOUBTFUL,
    NEW,
    Difference,
    Plan,
    Proposal,
    Proposed,
    ProposedCount,
    ProposedFact,
    ProposedSeat,
)
from importers.review.summary import counts
from tui.cells import written
from tui.plain import plain
from tui.signs import SIGNS

Slates = Mapping[int, Faction]
"""Factions on record by their ids."""


def as_text(plan: Plan, slates: Slates) -> str:
    """The items, for people."""
    lines = [line for one in plan.proposals for line in _lines(one, slates)]
    lines += [f"{origin}: {words}" for origin, words in plan.intake.doubts]
    used = {item.kind for one in plan.proposals for item in one.items}
    lines.append("  " + ", ".join(f"{sign} {kind}" for kind, sign in SIGNS.items() if kind in used))
    return "".join(f"{plain(line)}\n" for line in lines)


def _lines(proposal: Proposal, slates: Slates) -> Iterator[str]:
    yield f"{proposal.words}: {counts(proposal) or 'no candidate'}"
    if proposal.question:
        yield f"  ? {proposal.question}"
    if proposal.unsure:
        yield f"  ? is it this contest? {proposal.unsure}; --contest {_key_of(proposal)} says so."
    for item in proposal.items:
        yield f"  {SIGNS[item.kind]} {_said(item, slates)}"
    for origin, words in proposal.doubts:
        yield f"  {origin}: {words}"


def _key_of(proposal: Proposal) -> str:
    return proposal.target.key if proposal.target else ""


def _said(item: Proposed | ProposedFact | ProposedCount | ProposedSeat, slates: Slates) -> str:
    if isinstance(item, Proposed):
        return _candidacy(item, slates)
    if isinstance(item, ProposedFact):
        on_record = f", on record {_told(item.on_record)}" if item.kind == CONFLICT else ""
        return f"{item.fact.field} {_told(item.fact.value)}{on_record} ({item.fact.origin}){_key(item)}"
    if isinstance(item, ProposedCount):
        return f"{item.words} ({item.origin}){_key(item)}"
    seat = item.seat
    return f"{seat.name}: {seat.section} {seat.start} to {seat.end or 'now'} ({seat.origin}){_key(item)}"


def _candidacy(row: Proposed, slates: Slates) -> str:
    found = row.found
    outcome = "" if row.outcome == "unknown" else row.outcome
    backers = [f"backed by {one.backing.label}" for one in row.backed]
    words = ", ".join(filter(None, [*_figures(found), outcome, found.slate, *backers]))
    words = words or (f"rank {found.rank}" if found.rank else "sitting member" if found.sitting else "")
    said = f": {words}" if words else ""
    return f"{found.name}{said} ({found.origin}){_why(row, slates)}{_key(row)}"


def _figures(found: Found) -> Iterator[str]:
    """The votes; where a source has none, its share and nominations."""
    yield _told(found.votes)
    if found.votes is None and found.share is not None:
        yield f"{found.share:.12g} %"
    if found.votes is None and found.nominations is not None:
        yield f"{_told(found.nominations)} nominations"


def _key(item: Proposed | ProposedFact | ProposedCount | ProposedSeat) -> str:
    """What `--accept` names a doubtful item by, and `--show` one in conflict."""
    asked = getattr(item, "asked", "")
    return f" [{item.key}]" if item.kind in (DOUBTFUL, CONFLICT) and not asked else ""


def _why(row: Proposed, slates: Slates) -> str:
    if row.asked:
        asked = [f"{one.name} = {one.key}, {one.reason}" for one in row.suggestions]
        return f"; {row.reason or 'who is it?'} {'; '.join(asked)}".rstrip()
    if row.differences:
        return "; " + ", ".join(_difference(one, slates) for one in row.differences)
    return f"; {row.reason}" if row.kind == NEW and not row.prose else _words(row)


def _words(row: Proposed) -> str:
    return f"; “{row.found.rests_on}”" if row.found.rests_on else ""


def _difference(one: Difference, slates: Slates) -> str:
    found = f"{one.name} {_value(one, one.found, slates)}"
    return found if one.fills else f"{found}, on record {_value(one, one.stored, slates)}"


def _value(one: Difference, value: str | float | None, slates: Slates) -> str:
    """A value in words; the name of a slate."""
    slate = slates.get(value) if one.field == "slate_id" and isinstance(value, int) else None
    if one.field == "slate_id" and value is None:
        return "none"
    return slate.name if slate else _told(value)


def _told(value: str | float | None) -> str:
    return written(value, Kind.NUMBER)


def ending(plan: Plan, stored: int | None) -> str:
    """What came of it."""
    if stored is not None:
        return f"Stored as import {stored}; `slatewatch undo {stored}` takes it back.\n"
    return "Nothing was stored.\n" if plan.changes else "Nothing to store.\n"


def as_data(plan: Plan, stored: int | None, slates: Slates) -> str:
    """The report for scripts; factions by their keys."""
    data = {
        "import": stored,
        "files": [one._asdict() for one in plan.intake.origins],
        "contests": [_contest(one, slates) for one in plan.proposals],
        "doubts": [{"origin": origin, "words": words} for origin, words in plan.intake.doubts],
    }
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"


def _contest(proposal: Proposal, slates: Slates) -> dict[str, Any]:
    return {
        "contest": proposal.target.key if proposal.target else None,
        "words": proposal.words,
        "question": proposal.question or None,
        "unsure": proposal.unsure or None,
        "facts": [_fact(one) for one in proposal.facts],
        "rows": [_row(one, slates) for one in proposal.rows],
        "counts": [{"item": one.key, "kind": one.kind, "words": one.words} for one in proposal.counts],
        "seats": [_seat(one) for one in proposal.seats],
        "doubts": [{"origin": origin, "words": words} for origin, words in proposal.doubts],
    }


def _seat(one: ProposedSeat) -> dict[str, Any]:
    seat = one.seat
    said = {"name": seat.name, "section": seat.section, "start": seat.start or None, "end": seat.end or None}
    return {"item": one.key, "kind": one.kind, "ticked": one.ticked, "origin": seat.origin} | said


def _fact(one: ProposedFact) -> dict[str, Any]:
    fact = one.fact
    said = {"field": fact.field, "value": fact.value, "origin": fact.origin, "words": fact.rests_on or None}
    return {"item": one.key, "kind": one.kind, "ticked": one.ticked, "on_record": one.on_record} | said


def _row(row: Proposed, slates: Slates) -> dict[str, Any]:
    found = row.found
    return {
        "item": row.key,
        "name": found.name,
        "kind": row.kind,
        "ticked": row.ticked,
        "asked": row.asked or None,
        "reason": row.reason or None,
        "origin": found.origin,
        "votes": found.votes,
        "share": found.share,
        "nominations": found.nominations,
        "sitting": found.sitting,
        "outcome": row.outcome,
        "slate": found.slate or None,
        "endorsements": [one.backing.label for one in row.backed],
        "words": found.rests_on or None,
        "suggestions": [{"person": one.key, "reason": one.reason} for one in row.suggestions],
        "differences": [
            {
                "field": one.name,
                "stored": _key_or(one, one.stored, slates),
                "found": _key_or(one, one.found, slates),
            }
            for one in row.differences
        ],
    }


def _key_or(one: Difference, value: str | float | None, slates: Slates) -> str | float | None:
    """A value as it is; a slate by its key."""
    slate = slates.get(value) if one.field == "slate_id" and isinstance(value, int) else None
    return slate.key if slate else value
