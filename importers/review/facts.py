"""What a source says of the contest itself, beside what is on record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from db.dates import includes
from db.matching import folded
from importers.results.result import Fact
from importers.review.comparing import equal, in_files
from importers.review.decisions import Decisions
from importers.review.proposal import CHANGED, CONFLICT, DOUBTFUL, NEW, SAME, ProposedFact, Target

STORED: Final = (
    "kind", "date", "nominations_open", "nominations_close", "ballot_open", "ballot_close", "method", "seats", "quota_rule",
    "nominations_needed", "unit", "electorate", "electorate_words", "ballots", "valid_votes", "quota", "turnout",
    "votes_per_ballot",
)  # fmt: skip
"""Columns of a contest that a source may fill or contradict."""

WORDED: Final = frozenset({"kind", "method", "quota_rule", "nominations_needed", "unit", "electorate_words"})
"""Columns of words: what a source words otherwise contradicts the record only if somebody says so."""


def stored_facts(connection: sqlite3.Connection, contest: int | None) -> dict[str, Any]:
    """What is on record of a contest, by column; nothing for one that is to be made."""
    if contest is None:
        return {}
    row = connection.execute(f"SELECT {', '.join(STORED)} FROM contest WHERE id = ?", [contest]).fetchone()
    return dict(zip(STORED, row, strict=True))


def proposed_facts(
    connection: sqlite3.Connection,
    target: Target,
    results: Sequence[tuple[int, Sequence[Fact], bool]],
    decisions: Decisions,
) -> tuple[ProposedFact, ...]:
    """The facts of some results on one contest.

    Args:
        connection: to the record.
        target: the contest.
        results: number of the result, its facts, and whether they were read in running text.
        decisions: what the user says.
    """
    stored, kept = stored_facts(connection, target.contest), _kept_beside(connection, target.contest)
    found = list[ProposedFact]()
    for number, facts, prose in results:
        for index, fact in enumerate(facts):
            if fact.field in STORED and not _is_repeated(fact, found) and not _is_placing(fact, target):
                key = f"{number}f{index}"
                one = _proposed(fact, key, stored, kept, prose=prose)
                found.append(_decided(one, decisions, found))
    return tuple(found)


def _is_placing(fact: Fact, target: Target) -> bool:
    """Whether a fact is the date by which a contest that is to be made was found, or a likely one that its own overrules."""
    if fact.field != "date" or not target.date:
        return False
    known = target.contest is None and str(fact.value) in target.date
    return known or (not fact.certain and not includes(target.date, str(fact.value)))


def _is_repeated(fact: Fact, found: Sequence[ProposedFact]) -> bool:
    return any(one.fact.field == fact.field and _same(one.fact.value, fact.value) for one in found)


def _proposed(
    fact: Fact, key: str, stored: Mapping[str, Any], kept: set[tuple[str, str]], *, prose: bool
) -> ProposedFact:
    had = stored.get(fact.field)
    kind = _beside(fact, had, kept) if stored else NEW
    return ProposedFact(fact, kind, had, key, ticked=False, prose=prose)


def _beside(fact: Fact, had: str | float | None, kept: set[tuple[str, str]]) -> str:
    """What a fact is beside the record; of two dates the more precise one says more."""
    dated = fact.field == "date"
    if had is None or (dated and includes(str(had), str(fact.value))):
        return CHANGED
    same = _same(had, fact.value) or (dated and includes(str(fact.value), str(had)))
    return SAME if same or (fact.field, str(fact.value)) in kept else CONFLICT


def _decided(one: ProposedFact, decisions: Decisions, before: Sequence[ProposedFact]) -> ProposedFact:
    """Ticked where certain: said plainly, in one way only, and not in mere words that differ from the record's."""
    twice = any(other.fact.field == one.fact.field for other in before)
    worded = one.kind == CONFLICT and one.fact.field in WORDED
    certain = one.fact.certain and not twice and not worded
    decided = decisions.ticks.get(one.key)
    if one.kind == SAME:
        return one
    if decided is None and not certain:
        return one._replace(kind=DOUBTFUL)
    ticked = certain if decided is None else decided
    return one._replace(ticked=ticked, shown=decisions.shown.get(one.key, False))


def _same(one: object, other: object) -> bool:
    if isinstance(one, str) and isinstance(other, str):
        return folded(one).strip() == folded(other).strip()
    return equal(one, other)


def _kept_beside(connection: sqlite3.Connection, contest: int | None) -> set[tuple[str, str]]:
    query = (
        "SELECT field, value FROM citation WHERE entity = 'contest' AND entity_id = ? AND field IS NOT NULL"
    )
    return set(connection.execute(query, [contest]))


def in_words(connection: sqlite3.Connection, fact: Fact) -> str:
    """The value of a fact as the files of a record have it."""
    return in_files(connection, fact.field, fact.value)


def certain_facts(facts: Sequence[ProposedFact]) -> Iterator[tuple[str, Any]]:
    """Field and value of what is to be stored, the first of each field."""
    seen: set[str] = set()
    for one in facts:
        if one.stored and one.fact.field not in seen:
            seen.add(one.fact.field)
            yield one.fact.field, one.fact.value
