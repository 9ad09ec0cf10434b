"""What schemes count twice or backwards; the words are those of the pane of schemes."""

from __future__ import annotations

from collections.abc import Iterator

from db.questions.audit.finding import Finding, Scope
from db.reading.schemes.defects import scheme_defects
from db.view import Fact


def findings(scope: Scope) -> Iterator[Finding]:
    """One notice for each defect of a scheme, where the whole record is looked at: schemes are of no body."""
    if not scope.everything:
        return
    for number, name in scope.connection.execute("SELECT id, name FROM scheme ORDER BY id").fetchall():
        told = scheme_defects(scope.connection, number, name)
        if told:
            yield Finding("scheme-counts-twice", Fact("scheme", number), "; ".join(told), "each counted once")
