"""From results read in a source to what would be stored: whose candidacies they are, and what is new, the same or different.

Nothing is decided that the source does not say: whose name fits two persons, or only nearly fits one, is a question.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from db.identity import Names, Suggestion, plain_name
from db.matching import folded
from db.questions.names import faction_names
from db.reading.factions import Factions
from importers.proposal import (
    CHANGED,
    CONFLICT,
    DOUBTFUL,
    NEW,
    SAME,
    Difference,
    Proposal,
    Proposed,
    Target,
)
from importers.results.result import Found, Result

SOMEBODY_NEW = ""
"""In the answers: the name is that of a person who is not on record."""

COMPARED = ("votes", "published_share", "rank", "nominations", "sitting", "slate_id", "outcome")
"""Columns of a candidacy that a source may fill or contradict."""

UNKNOWN = (None, "unknown", "pending")


def propose(
    connection: sqlite3.Connection, result: Result, target: Target, answers: Mapping[str, str]
) -> Proposal:
    """What the results would change.

    Args:
        connection: to the record.
        result: as read.
        target: the contest.
        answers: for names that were asked about, the key of the person meant, or `SOMEBODY_NEW`.
    """
    names, slates = Names(connection), slate_names(connection)
    outcomes = _outcomes(result.candidates, target.seats)
    rows = tuple(
        _proposed(connection, found, target, names, slates, outcome, answers)
        for found, outcome in zip(result.candidates, outcomes, strict=True)
    )
    rows = tuple(_once(rows))
    doubts = [*result.doubts, *_too_many(result.candidates, target), *_strange_slates(result, slates)]
    return Proposal(target, rows, tuple(doubts))


def _once(rows: Iterable[Proposed]) -> Iterator[Proposed]:
    """A person stands once in a contest: who is named a second time is a question."""
    seen: set[object] = set()
    for row in rows:
        who = row.person if row.person is not None else plain_name(row.found.name)
        yield row._replace(kind=DOUBTFUL, reason="named twice") if who in seen else row
        seen.add(who)


def slate_names(connection: sqlite3.Connection) -> dict[str, int]:
    """Ids of factions by every name that they go by, and by their keys, folded."""
    ids = Factions(connection).ids
    names = ((name, ids[key]) for key, name in faction_names(connection) if key in ids)
    return {folded(name).strip(): number for name, number in (*names, *ids.items())}


def _outcomes(candidates: Iterable[Found], seats: int | None) -> list[str]:
    """The outcomes that the source states; where it names as many elected as there are seats, the others were not."""
    stated = [found.outcome for found in candidates]
    others = "not elected" if seats and stated.count("elected") == seats else "unknown"
    return [outcome or others for outcome in stated]


def _proposed(
    connection: sqlite3.Connection,
    found: Found,
    target: Target,
    names: Names,
    slates: Mapping[str, int],
    outcome: str,
    answers: Mapping[str, str],
) -> Proposed:
    slate = slates.get(folded(found.slate).strip())
    suggestions = names.suggest(found.name, target.section)
    person, reason = _person(connection, found, suggestions, answers)
    row = Proposed(found, NEW, person, reason, suggestions, None, slate, outcome)
    if person is None:
        return row._replace(kind=NEW if reason else DOUBTFUL)
    if target.contest is None:
        return row
    return _compared(connection, row, target.contest)


def _person(
    connection: sqlite3.Connection,
    found: Found,
    suggestions: tuple[Suggestion, ...],
    answers: Mapping[str, str],
) -> tuple[int | None, str]:
    """The person and why; nobody with a reason for somebody new, nobody without one where it is a question."""
    if (answer := answers.get(found.name)) is not None:
        if answer == SOMEBODY_NEW:
            return None, "somebody new, as answered"
        (person,) = connection.execute("SELECT id FROM person WHERE key = ?", [answer]).fetchone()
        return person, "as answered"
    exact = [one for one in suggestions if one.exact]
    if len(exact) == 1:
        return exact[0].person, exact[0].reason
    return (None, "") if suggestions else (None, "nobody of this name on record")


def _compared(connection: sqlite3.Connection, row: Proposed, contest: int) -> Proposed:
    """The row beside what the record has of this person in this contest."""
    query = f"SELECT id, {', '.join(COMPARED)} FROM candidacy WHERE contest_id = ? AND person_id = ?"
    stored = connection.execute(query, [contest, row.person]).fetchone()
    if stored is None:
        return row
    values = source_values(row)
    kept = _kept_beside(connection, stored[0])
    differences = tuple(
        one
        for field, had in zip(COMPARED, stored[1:], strict=True)
        if values[field] not in UNKNOWN and not _equal(had, values[field])
        for one in [Difference(field, had, values[field], had in UNKNOWN)]
        if (one.name, told(connection, one)) not in kept
    )
    conflict = any(not one.fills for one in differences)
    kind = CONFLICT if conflict else CHANGED if differences else SAME
    return row._replace(kind=kind, candidacy=stored[0], differences=differences)


def _kept_beside(connection: sqlite3.Connection, candidacy: int) -> set[tuple[str, str]]:
    """Other values that are kept already, with their sources: finding one of them again is nothing new."""
    query = (
        "SELECT field, value FROM citation WHERE entity = 'candidacy' AND entity_id = ? AND field IS NOT NULL"
    )
    return set(connection.execute(query, [candidacy]))


def told(connection: sqlite3.Connection, difference: Difference) -> str:
    """The value that the source gives, in the words of a record's files."""
    if difference.field == "slate_id":
        (key,) = connection.execute("SELECT key FROM faction WHERE id = ?", [difference.found]).fetchone()
        return str(key)
    found = difference.found
    return f"{found:g}" if isinstance(found, float) else str(found)


def source_values(row: Proposed) -> dict[str, Any]:
    """What the source says of a candidacy, by the columns of the record."""
    found = row.found
    return {
        "votes": found.votes,
        "published_share": found.share,
        "rank": found.rank,
        "nominations": found.nominations,
        "sitting": None if found.sitting is None else int(found.sitting),
        "slate_id": row.slate,
        "outcome": row.outcome,
    }


def _equal(one: object, other: object) -> bool:
    if isinstance(one, int | float) and isinstance(other, int | float):
        return abs(one - other) < 1e-9
    return one == other


def _too_many(candidates: Iterable[Found], target: Target) -> list[tuple[str, str]]:
    elected = [found for found in candidates if found.outcome == "elected"]
    if target.seats is None or len(elected) <= target.seats:
        return []
    words = f"{len(elected)} are elected; expected at most {target.seats}, the seats of the contest"
    return [(elected[-1].origin, words)]


def _strange_slates(result: Result, slates: Mapping[str, int]) -> list[tuple[str, str]]:
    strange = {
        found.slate: found.origin
        for found in result.candidates
        if found.slate and folded(found.slate).strip() not in slates
    }
    return [
        (origin, f"the slate {label!r} is no faction on record; the label is kept as printed")
        for label, origin in strange.items()
    ]
