"""Values on which sources differ: of slates, and those of which none was chosen."""

from __future__ import annotations

from collections.abc import Iterator

from db.questions.audit.finding import Cited, Finding, Scope
from db.view import Fact
from db.wording import listed

SHOWN = 4
"""Values that are named."""

DISPUTED = """
SELECT entity, entity_id, field, count(DISTINCT value) AS many, total(chosen), group_concat(value, char(31))
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
    for entity, number, field, _, chosen, values in _disputed(scope):
        fact = Fact(entity, number)
        said = list(dict.fromkeys(values.split(chr(31))))
        named = said[:SHOWN] + [f"{len(said) - SHOWN} more"] * (len(said) > SHOWN)
        if not chosen:
            yield Finding(
                "nothing-chosen", fact, f"{field.replace('_', ' ')}: {listed(named)}", "one of them chosen", (),
                (Cited(fact, field, itself=True),),
            )  # fmt: skip
        elif entity == "candidacy" and field == "slate":
            yield Finding(
                "slate-disputed",
                fact,
                f"slate: {listed(named)}",
                "one slate",
                (),
                (Cited(fact, field, itself=True),),
            )


def _disputed(scope: Scope) -> Iterator[tuple[str, int, str, int, float, str]]:
    """Fields with several values: of everything in one go, of a place a table at a time, each found by its index."""
    if scope.everything:
        yield from scope.connection.execute(DISPUTED.format(here=""))
        return
    parts = [(table, query, scope.of_contests) for table, query in OF_CONTESTS.items()]
    if not scope.contests:
        parts += [(table, query, scope.of_sections) for table, query in OF_SECTIONS.items()]
    if scope.body is not None and scope.section is None and not scope.contests:
        parts += [(table, query, ("", [scope.body])) for table, query in OF_BODY.items()]
    for table, query, (where, values) in parts:
        here = f"AND entity = '{table}' AND entity_id IN ({query.format(where=where)})"
        yield from scope.connection.execute(DISPUTED.format(here=here), values)
