"""Why a finding is as it is: what somebody has written of it, or what notes on a dispute say of the values that it rests on."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import NamedTuple

from db.measures.printed import rounds_or_cuts_to
from db.questions.audit.finding import Cited, Finding
from db.reading.disputes.found import Dispute, Disputes, Stated
from db.reading.fields import exactly
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
    facts = dict.fromkeys(cited.fact for one in open_ones for cited in one.cited)
    disputes = {(dispute.fact, dispute.field): dispute for dispute in Disputes(connection).of(facts)}
    return [
        reason if reason.words else Reason(_said(one, disputes))
        for one, reason in zip(findings, written, strict=True)
    ]


def _said(one: Finding, disputes: dict[tuple[Fact, str], Dispute]) -> str:
    """What is noted of the values of those disputes that explain a finding; blank where none does."""
    found = ((cited, disputes.get((cited.fact, cited.field))) for cited in one.cited)
    said = (
        two for cited, dispute in found if dispute and _explains(dispute, cited) for two in _stated(dispute)
    )
    words = (f"{two.value}: {two.reason or two.note}" for two in said if two.reason or two.note)
    return "; ".join(dict.fromkeys(words))


def _stated(dispute: Dispute) -> list[Stated]:
    return [one for side in dispute.sides for one in side.stated if one.citation]


def _explains(dispute: Dispute, cited: Cited) -> bool:
    """Whether a dispute bears on a finding: the row holds a stated value, and the sound one is stated as well."""
    if cited.itself:
        return True
    shown = dispute.shown
    if shown is not None and not any(one.citation for one in shown.stated):
        return False
    return cited.fitting is None or any(_is(one.value, cited.fitting) for one in _stated(dispute))


def _is(value: str, fitting: float) -> bool:
    printed = exactly(value)
    return printed is not None and rounds_or_cuts_to(fitting, float(printed))
