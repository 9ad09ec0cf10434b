"""The contest that a proposal belongs to: found or made, and its facts filled in."""

from __future__ import annotations

from typing import Any

from db.ledger import Ledger
from importers.review.facts import certain_facts, in_words
from importers.review.proposal import CONFLICT, Proposal, ProposedFact, Target
from importers.storage.citing import Citing
from importers.storage.keys import free_key, section_key


def contest_of(
    ledger: Ledger, proposal: Proposal, target: Target, making: dict[str, Any], citing: Citing
) -> int:
    """The id of the contest, which is made where it is not on record."""
    if target.contest is None:
        return _made(ledger, proposal, target, making, citing)
    for one in proposal.facts:
        if one.stored:
            _complete(ledger, target.contest, one, proposal.file, citing)
    return target.contest


def _made(ledger: Ledger, proposal: Proposal, target: Target, making: dict[str, Any], citing: Citing) -> int:
    section = target.section if target.section is not None else _new_section(ledger, target)
    (body,) = ledger.connection.execute("SELECT body_id FROM section WHERE id = ?", [section]).fetchone()
    values: dict[str, Any] = {
        "kind": "regular",
        "date": target.date,
        "seats": target.seats,
        "unit": target.unit,
    }
    values |= dict(certain_facts(proposal.facts)) | {name: value for name, value in making.items() if value}
    values |= {
        name: value for name, value in (("date", target.date), ("seats", target.seats)) if value is not None
    }
    key = free_key(ledger.connection, "contest", target.key)
    own = {"key": key, "body_id": body, "section_id": section, "figures": "none", "status": "nominating"}
    contest = ledger.insert("contest", values | own)
    citing.cite(
        proposal.file, "contest", contest, place=next((one.fact.origin for one in proposal.facts), None)
    )
    return contest


def _new_section(ledger: Ledger, target: Target) -> int:
    """A section that is made, in a body that may have been made by an earlier result of the same import."""
    body = target.body if target.body is not None else _new_body(ledger, target.new_body)
    query = "SELECT id FROM section WHERE body_id = ? AND name = ?"
    row = ledger.connection.execute(query, [body, target.new_section]).fetchone()
    if row is not None:
        return int(row[0])
    (position,) = ledger.connection.execute(
        "SELECT count(*) FROM section WHERE body_id = ?", [body]
    ).fetchone()
    values = {
        "body_id": body,
        "key": section_key(ledger.connection, body, target.new_section),
        "name": target.new_section,
    }
    return ledger.insert("section", values | {"position": position + 1})


def _new_body(ledger: Ledger, name: str) -> int:
    row = ledger.connection.execute("SELECT id FROM body WHERE name = ?", [name]).fetchone()
    if row is not None:
        return int(row[0])
    return ledger.insert(
        "body", {"key": free_key(ledger.connection, "body", name), "name": name, "short": name}
    )


def _complete(ledger: Ledger, contest: int, one: ProposedFact, file: int, citing: Citing) -> None:
    """Fill what the record did not know; of what it knows otherwise keep both values."""
    fact, field = one.fact, one.fact.field
    (had,) = ledger.connection.execute(f'SELECT "{field}" FROM contest WHERE id = ?', [contest]).fetchone()
    fills = had is None or one.kind != CONFLICT
    if fills or one.shown:
        ledger.update("contest", contest, {field: fact.value})
    if fills:
        citing.cite(file, "contest", contest, place=fact.origin, words=fact.rests_on)
        return
    words = in_words(ledger.connection, fact)
    citing.cite(
        file,
        "contest",
        contest,
        place=fact.origin,
        words=fact.rests_on,
        field=field,
        value=words,
        chosen=one.shown,
    )
    if one.shown:
        citing.cite_displaced("contest", contest, field=field, value=str(had))


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
