"""What on record cannot be as it stands, what somebody should look at, and how the record knows things.

Each check recomputes what it can and says nothing of what it cannot.  `db.questions.audit.kinds` lists the checks.
"""

from __future__ import annotations

import sqlite3
from collections import Counter

from db.lens import Lens
from db.questions.audit.collecting import CAP, Collected, collected
from db.questions.audit.explaining import Explanations, Reason, reasons
from db.questions.audit.finding import Finding, Severity
from db.questions.audit.kinds import KINDS
from db.questions.audit.persons import MANY, only_namesakes
from db.questions.audit.places import looked
from db.questions.audit.rows import COLUMNS, rows, severity_of
from db.questions.audit.words import Tally, findings
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.place import in_words
from db.view import Column, Kind, Row, Table, View

OF_KINDS = (
    Column("severity", "Unless explained"),
    Column("check", "What"),
    Column("found", "Found", Kind.NUMBER),
    Column("explained", "Explained", Kind.NUMBER),
    Column("kind", "Check", wide=True),
)


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """All findings of the lens's contest, section or body, or of the whole record; of each kind the first `CAP`.

    Raises:
        Missing: the lens names what is not there, or a column that the table has not.
    """
    place = looked(connection, lens)
    factions, citations = Factions(connection), Citations(connection)
    explanations = Explanations(connection)
    result = collected(place.scope, explanations.written)
    kept = result.every()
    why = reasons(connection, explanations, kept)
    severities = [severity_of(one, reason) for one, reason in zip(kept, why, strict=True)]
    made = rows(connection, kept, why, citations)
    view = View(
        name="audit",
        title=f"Audit: {place.words}",
        lens=lens,
        words=in_words(lens._replace(factions=frozenset()), factions, place.words, "audit"),
        findings=findings(_tallies(result, kept, severities, why)),
        columns=COLUMNS,
        rows=made,
        total=len(made),
        tables=_kinds(result, kept, why),
        notes=_notes(lens, result, namesakes=only_namesakes(place.scope)),
        empty="" if made else "Nothing was found.",
    )
    return citations.numbered(_narrowed(view, factions))


def _narrowed(view: View, factions: Factions) -> View:
    """Filtered by words and sorted; by severity the weightiest come first, or last."""
    lens = view.lens
    asked = lens._replace(factions=frozenset())
    if lens.sort_column == "severity":
        asked = asked._replace(sort=None)
        view = view._replace(rows=view.rows[::-1] if lens.descending else view.rows)
    return narrowed(view._replace(lens=asked), factions, what="findings")._replace(lens=lens)


def _tallies(
    result: Collected, kept: list[Finding], severities: list[Severity], why: list[Reason]
) -> dict[Severity, Tally]:
    """How many of each severity, those that are not kept among them."""
    found, explained = Counter(severities), Counter[Severity]()
    for severity, reason in zip(severities, why, strict=True):
        explained[severity] += bool(reason.words)
    for kind, number in result.found.items():
        severity, known = KINDS[kind].severity, result.explained_unkept[kind]
        found[severity] += number - len(result.kept[kind]) - known
        found[severity.explained] += known
        explained[severity.explained] += known
    return {severity: Tally(found[severity], explained[severity]) for severity in Severity}


def _kinds(result: Collected, kept: list[Finding], why: list[Reason]) -> tuple[Table, ...]:
    """How many of each kind, and how many of them are explained."""
    explained = Counter(one.kind for one, reason in zip(kept, why, strict=True) if reason.words)
    made = []
    for key, kind in KINDS.items():
        if number := result.found[key]:
            known = explained[key] + result.explained_unkept[key]
            rests = together(one.fact for one in result.kept[key])
            made.append(Row(key, (str(kind.severity), kind.words, number, known, key), facts=rests))
    return (Table("kinds", "Findings by kind", OF_KINDS, tuple(made)),) if made else ()


def _notes(lens: Lens, result: Collected, *, namesakes: bool) -> tuple[str, ...]:
    notes = [
        f"{CAP:,} of {number:,} are shown of: {KINDS[kind].words}."
        for kind, number in result.found.items()
        if number > CAP
    ]
    if namesakes:
        notes.append(f"There are {MANY:,} persons or more: alike are only those of the very same name.")
    if lens.factions:
        notes.append("Findings are of no faction: the faction filter does not apply here.")
    if lens.contest is not None:
        notes.append(
            "Seats and alike names are looked at for a section, a body or the whole record, not for one contest."
        )
    notes.append(
        "An error that somebody has explained counts as a warning. What cannot be recomputed is not told."
    )
    return tuple(notes)
