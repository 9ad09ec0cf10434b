"""Storing a proposal: one transaction, every row with its source and its place in it."""

from __future__ import annotations

import re
import sqlite3
from typing import Any, NamedTuple

from db.ledger import Ledger
from db.matching import words_of
from importers.proposal import CHANGED, CONFLICT, NEW, Difference, Proposal, Proposed, Target
from importers.proposing import source_values, told


class Origin(NamedTuple):
    """The source as it is to be cited."""

    name: str
    """Of the file."""
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    date: str | None = None


class Making(NamedTuple):
    """What is to be said of a contest that is not on record yet."""

    kind: str = "regular"
    unit: str | None = None


def store(ledger: Ledger, proposal: Proposal, origin: Origin, making: Making) -> None:
    """Write all rows of a proposal that are no question."""
    source = _source(ledger, origin)
    target = proposal.target
    contest = target.contest
    if contest is None:
        contest = _contest(ledger, target, making, proposal)
        _cite(ledger, source, "contest", contest)
    for row in proposal.rows:
        if row.kind == NEW:
            candidacy = _candidacy(ledger, row, target, contest)
            _cite(ledger, source, "candidacy", candidacy, place=row.found.origin)
        elif row.kind in (CHANGED, CONFLICT) and row.candidacy is not None:
            _complete(ledger, row, row.candidacy, source)
            _cite(ledger, source, "candidacy", row.candidacy, place=row.found.origin)


def _source(ledger: Ledger, origin: Origin) -> int:
    wish = "-".join(words_of(origin.title or origin.name)) or "import"
    values = {
        "key": free_key(ledger.connection, "source", wish),
        "publisher": origin.publisher,
        "title": origin.title or origin.name,
        "address": origin.address,
        "date": origin.date,
    }
    return ledger.insert("source", values)


def _contest(ledger: Ledger, target: Target, making: Making, proposal: Proposal) -> int:
    query = "SELECT body_id FROM section WHERE id = ?"
    (body,) = ledger.connection.execute(query, [target.section]).fetchone()
    votes = [row.found.votes is not None for row in proposal.rows if row.stored]
    figures = "complete" if votes and all(votes) else "partial" if any(votes) else "none"
    told = any(votes) or any(row.outcome in ("elected", "not elected") for row in proposal.rows)
    values: dict[str, Any] = {
        "key": free_key(ledger.connection, "contest", target.key),
        "body_id": body,
        "section_id": target.section,
        "kind": making.kind,
        "status": "declared" if told else "nominating",
        "date": target.date,
        "seats": target.seats,
        "unit": making.unit,
        "figures": figures,
    }
    return ledger.insert("contest", values)


def _candidacy(ledger: Ledger, row: Proposed, target: Target, contest: int) -> int:
    found = row.found
    person = row.person if row.person is not None else _person(ledger, row)
    values = source_values(row) | {
        "contest_id": contest,
        "person_id": person,
        "name_as_printed": found.printed or None,
        "description": found.words or None,
        "slate_label": found.slate or None,
    }
    return ledger.insert("candidacy", values)


def _person(ledger: Ledger, row: Proposed) -> int:
    found = row.found
    key = free_key(ledger.connection, "person", "-".join(words_of(found.name)) or "person")
    return ledger.insert(
        "person", {"key": key, "name": found.name, "sort_name": found.sort_name or found.name}
    )


def _complete(ledger: Ledger, row: Proposed, candidacy: int, source: int) -> None:
    """Fill what the record did not know; of what it knows otherwise keep both values, the record's shown."""
    fills = {one.field: one.found for one in row.differences if one.fills}
    if fills:
        ledger.update("candidacy", candidacy, fills)
    for one in row.differences:
        if not one.fills:
            _cite(ledger, source, "candidacy", candidacy, place=row.found.origin, difference=one)


def _cite(
    ledger: Ledger,
    source: int,
    entity: str,
    row: int,
    *,
    place: str | None = None,
    difference: Difference | None = None,
) -> None:
    values: dict[str, Any] = {"source_id": source, "entity": entity, "entity_id": row, "place": place}
    if difference is not None:
        values |= {"field": difference.name, "value": told(ledger.connection, difference), "chosen": 0}
    ledger.insert("citation", values)


def free_key(connection: sqlite3.Connection, table: str, wish: str) -> str:
    """A key that no row has yet: the wish, or the wish with a number."""
    wish = re.sub(r"[^a-z0-9]+", "-", wish.lower()).strip("-")[:60].strip("-") or table
    key, number = wish, 1
    while connection.execute(f'SELECT 1 FROM "{table}" WHERE key = ?', [key]).fetchone():
        number += 1
        key = f"{wish}-{number}"
    return key
