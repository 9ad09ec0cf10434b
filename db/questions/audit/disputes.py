"""Values on which sources differ: of slates, and those of which none was chosen."""

from __future__ import annotations

from collections.abc import Iterator

from db.questions.audit.finding import Cited, Finding, Scope
from db.reading.disputes.found import Dispute, Disputes
from db.reading.fields import label_of
from db.view import Fact
from db.wording import listed

SHOWN = 4
"""Values that are named."""

STATED = """
SELECT entity, entity_id, field, count(DISTINCT value) AS many, total(chosen)
FROM citation WHERE field IS NOT NULL AND value IS NOT NULL {here}
GROUP BY entity, entity_id, field HAVING many > 1 ORDER BY entity, entity_id, field
"""

OF_CONTESTS = {
    "contest": "SELECT id FROM contest WHERE {where}",
    "candidacy": "SELECT candidacy.id FROM contest CROSS JOIN candidacy ON contest_id = contest.id WHERE {where}",
}
"""The rows of a place by their tables."""

OF_SECTIONS = {
    "term": "SELECT term.id FROM section CROSS JOIN term ON section_id = section.id WHERE {where}",
    "rule": "SELECT rule.id FROM section CROSS JOIN rule ON section_id = section.id WHERE {where}",
    "section": "SELECT id FROM section WHERE {where}",
}

OF_BODY = {
    "body": "SELECT id FROM body WHERE id = ?",
    "division": "SELECT id FROM division WHERE body_id = ?",
}


def findings(scope: Scope) -> Iterator[Finding]:
    """Fields for which sources give different values and none is chosen; slates that sources state differently."""
    disputes = Disputes(scope.connection)
    for table, number, field, _, chosen in _stated(scope):
        fact = Fact(table, number)
        said = _values(disputes.one(fact, field))
        if len(said) < 2:
            continue
        named = listed(said[:SHOWN] + [f"{len(said) - SHOWN} more"] * (len(said) > SHOWN))
        cited = (Cited(fact, field, itself=True),)
        if not chosen:
            found = f"{label_of(table, field)}: {named}"
            yield Finding("nothing-chosen", fact, found, "one of them chosen", (), cited)
        elif (table, field) == ("candidacy", "slate"):
            yield Finding("slate-disputed", fact, f"slate: {named}", "one slate", (), cited)


def _values(dispute: Dispute | None) -> list[str]:
    """The values that sources give for a field where they contradict each other; none where there is no dispute."""
    if dispute is None or not dispute.real:
        return []
    return [side.value for side in dispute.sides if any(one.citation for one in side.stated)]


def _stated(scope: Scope) -> Iterator[tuple[str, int, str, int, float]]:
    """Fields with several values: of everything in one go, of a place a table at a time, each found by its index."""
    if scope.everything:
        yield from scope.connection.execute(STATED.format(here=""))
        return
    parts = [(table, query, scope.of_contests) for table, query in OF_CONTESTS.items()]
    if not scope.contests:
        parts += [(table, query, scope.of_sections) for table, query in OF_SECTIONS.items()]
    if scope.body is not None and scope.section is None and not scope.contests:
        parts += [(table, query, ("", [scope.body])) for table, query in OF_BODY.items()]
    for table, query, (where, values) in parts:
        here = f"AND entity = '{table}' AND entity_id IN ({query.format(where=where)})"
        yield from scope.connection.execute(STATED.format(here=here), values)
