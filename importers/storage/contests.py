"""The contest that a proposal belongs to: found or made, and its facts filled in."""

from __future__ import annotations

from typing import Any

from db.keys import free_key, section_key
from db.ledger import Ledger
from importers.review.facts import certain_facts, in_words
from importers.review.placing import body_of, section_of
from importers.review.proposal import CONFLICT, Proposal, ProposedFact, Target
from importers.storage.citing import Citing


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
    section = target.section
    if section is None:
        section = section_for(ledger, target.body, target.new_body, target.new_section)
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


def section_for(ledger: Ledger, body: int | None, body_name: str, name: str) -> int:
    """The section of a name in a body; both are made where an earlier result of the same import has not made them.

    Args:
        ledger: of the import.
        body: its id, if it is on record.
        body_name: its name, if it is not.
        name: of the section; a body of one section may leave it open.
    """
    connection = ledger.connection
    body = body if body is not None else _body_for(ledger, body_name)
    if (known := section_of(connection, body, name)) is not None:
        return known[0]
    (position,) = connection.execute("SELECT count(*) FROM section WHERE body_id = ?", [body]).fetchone()
    words = name or "members"
    values = {"body_id": body, "key": section_key(connection, body, words), "name": words}
    return ledger.insert("section", values | {"position": position + 1})


def _body_for(ledger: Ledger, name: str) -> int:
    if (known := body_of(ledger.connection, name)) is not None:
        return known[0]
    key = free_key(ledger.connection, "body", name)
    return ledger.insert("body", {"key": key, "name": name, "short": name})


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
