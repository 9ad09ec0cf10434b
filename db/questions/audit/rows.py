"""Findings as rows of a table, with the names of what they stand in."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Sequence

from db.dumping.row_names import row_names
from db.questions.audit.explaining import Reason
from db.questions.audit.finding import Finding, Severity
from db.questions.audit.kinds import KINDS
from db.reading.citations import Citations
from db.reading.described import Described, described
from db.reading.facts import by_table, together
from db.view import Column, Fact, Row, Tone

COLUMNS = (
    Column("severity", "Severity"),
    Column("check", "What", wide=True),
    Column("where", "Where"),
    Column("found", "Found"),
    Column("expected", "Expected"),
    Column("reason", "Why it is so", optional=True),
    Column("row", "Row", wide=True),
    Column("kind", "Check", wide=True),
)

TONES = {Severity.ERROR: Tone.NOTABLE, Severity.WARNING: Tone.STRONG, Severity.NOTICE: Tone.PLAIN}


def severity_of(one: Finding, reason: Reason) -> Severity:
    """How much a finding matters once its reason is known."""
    severity = KINDS[one.kind].severity
    return severity.explained if reason.words else severity


def rows(
    connection: sqlite3.Connection,
    findings: Sequence[Finding],
    reasons: Sequence[Reason],
    citations: Citations,
) -> tuple[Row, ...]:
    """A row each: errors, warnings that nothing explains, those that are explained, notices; then as they were found."""
    wanted = by_table(one.fact for one in findings)
    places = {table: described(connection, table, ids) for table, ids in wanted.items()}
    names = {table: row_names(connection, table, ids) for table, ids in wanted.items()}
    made = []
    keys = Counter[str]()
    for one, reason in zip(findings, reasons, strict=True):
        severity = severity_of(one, reason)
        table, number = one.fact
        place = places[table].get(number)
        name = names[table].get(number, f"{table} {number}")
        cells = (
            str(severity), KINDS[one.kind].words, _where(table, place, name), one.found, one.expected,
            citations.explained(reason.words) or None, name, one.kind,
        )  # fmt: skip
        written = (Fact("explanation", reason.explanation),) if reason.explanation else ()
        key = f"{one.kind}/{table}/{number}"
        keys[key] += 1
        row = Row(
            f"{key}/{keys[key]}" if keys[key] > 1 else key, cells, place.opens if place else None,
            tone=Tone.FAINT if reason.words else TONES[severity],
            facts=together((one.fact,), written, one.facts),
        )  # fmt: skip
        made.append((severity.rank, bool(reason.words), row))
    return tuple(row for _, _, row in sorted(made, key=lambda one: one[:2]))


def _where(table: str, place: Described | None, name: str) -> str:
    """A place in words; a candidacy without its figures, which the finding tells where they matter."""
    if place is None:
        return name
    return place.words.rpartition(": ")[0] if table == "candidacy" else place.words
