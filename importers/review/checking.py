"""A result beside its contest before it is proposed: with what the user corrected, and with what does not add up."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from typing import Any

from importers.results.checking import doubts_of
from importers.results.checks import Stored, checks
from importers.results.place import same_row
from importers.results.result import Found, Result
from importers.review.decisions import Decisions
from importers.review.proposal import Target

_CONTEST = """
SELECT seats, method, quota_rule, unit, electorate, ballots, valid_votes, quota, turnout, votes_per_ballot, figures = 'complete'
FROM contest WHERE id = ?
"""

_RULE = """
SELECT method, quota_rule FROM rule WHERE section_id = ?1
  AND (valid_from IS NULL OR valid_from <= ?2) AND (valid_to IS NULL OR ?2 < valid_to)
ORDER BY valid_from DESC LIMIT 1
"""


def corrected(number: int, result: Result, decisions: Decisions) -> Result:
    """A result with the values that the user has corrected; whoever corrects a row has looked at it."""
    changes: dict[int, dict[str, Any]] = defaultdict(dict)
    for (of, candidate, field), value in decisions.values.items():
        if of == number and candidate < len(result.candidates):
            changes[candidate][field] = value
    if not changes:
        return result
    candidates = tuple(
        Found(**{**found._asdict(), **changes.get(index, {})})
        for index, found in enumerate(result.candidates)
    )
    before = set(doubts_of(result.candidates))
    seen = [result.candidates[index].origin for index in changes]
    left = (
        doubt
        for doubt in result.doubts
        if doubt not in before and not any(same_row(doubt[0], place) for place in seen)
    )
    return result._replace(candidates=candidates, doubts=(*left, *doubts_of(candidates)))


def stored_of(connection: sqlite3.Connection, target: Target) -> Stored:
    """What is on record of a contest; method and rule on who is elected, where it has none, are those in force then."""
    method, quota_rule = _in_force(connection, target)
    if target.contest is None:
        return Stored(target.seats, method, quota_rule, target.unit or "")
    row = connection.execute(_CONTEST, [target.contest]).fetchone()
    query = (
        "SELECT person.name, votes FROM candidacy JOIN person ON person.id = person_id WHERE contest_id = ?"
    )
    standing = tuple(connection.execute(query, [target.contest]))
    (
        seats,
        own_method,
        own_rule,
        unit,
        electorate,
        ballots,
        valid_votes,
        quota,
        turnout,
        per_ballot,
        complete,
    ) = row
    return Stored(
        seats if target.seats is None else target.seats, own_method or method, own_rule or quota_rule, unit or "",
        electorate, ballots, valid_votes, quota, turnout, per_ballot, standing, bool(complete),
    )  # fmt: skip


def _in_force(connection: sqlite3.Connection, target: Target) -> tuple[str, str]:
    """Method and rule on who is elected of a section on the day of a contest, as far as they are on record."""
    rule = connection.execute(_RULE, [target.section, target.date or ""]).fetchone() or (None, None)
    return rule[0] or "", rule[1] or ""


def checked(result: Result, contest: Stored) -> Result:
    """A result with the doubts that arise beside its contest."""
    further = [one for one in checks(result, contest) if one not in result.doubts]
    return result._replace(doubts=(*result.doubts, *further))
