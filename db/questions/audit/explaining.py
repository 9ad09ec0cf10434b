"""Why a finding is as it is: what somebody has written of it, or what notes on a dispute say of the values that it rests on."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from db.questions.audit.finding import Finding
from db.reading.facts import by_table
from db.reading.statements import Statement, statements
from db.view import Fact


class Reason(NamedTuple):
    """What explains a finding; blank words where nothing does."""

    words: str = ""
    explanation: int | None = None
    """The row that somebody has written."""


class Explanations:
    """Every explanation on record.  People write them, so they are few."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        query = "SELECT kind, entity, entity_id, id, reason FROM explanation"
        self.written = {
            (kind, table, row): Reason(words, number)
            for kind, table, row, number, words in connection.execute(query)
        }

    def of(self, one: Finding) -> Reason:
        """What somebody has written of a finding."""
        return self.written.get((one.kind, *one.fact), Reason())


def reasons(
    connection: sqlite3.Connection, explanations: Explanations, findings: Sequence[Finding]
) -> list[Reason]:
    """For each finding what explains it: what is written of it comes before what is noted of its values."""
    written = [explanations.of(one) for one in findings]
    open_ones = [one for one, reason in zip(findings, written, strict=True) if not reason.words]
    noted = _noted(connection, {cited.fact for one in open_ones for cited in one.cited})
    return [
        reason if reason.words else Reason(_said(one, noted))
        for one, reason in zip(findings, written, strict=True)
    ]


def _noted(connection: sqlite3.Connection, facts: Iterable[Fact]) -> dict[tuple[Fact, str], list[Statement]]:
    """What sources say of fields of some rows, by row and field, where there is a note or a reason."""
    found: dict[tuple[Fact, str], list[Statement]] = defaultdict(list)
    for table, ids in by_table(facts).items():
        for row, said in statements(connection, table, ids).items():
            for one in said:
                if one.field is not None and (one.reason or one.note):
                    found[Fact(table, row), one.field].append(one)
    return found


def _said(one: Finding, noted: dict[tuple[Fact, str], list[Statement]]) -> str:
    said = [statement for cited in one.cited for statement in noted.get((cited.fact, cited.field), ())]
    words = (
        f"{two.value}: {two.reason or two.note}" if two.value else str(two.reason or two.note) for two in said
    )
    return "; ".join(dict.fromkeys(words))
