"""Margins that are on record as findings of a source or of our own, recomputed from the votes."""

from __future__ import annotations

from collections.abc import Iterator

from db.measures import Result, margins
from db.measures.papers import differ
from db.questions.audit.finding import Cited, Finding, Scope
from db.questions.audit.written import figure
from db.reading.fields import exactly
from db.reading.parts import marks
from db.view import Fact

SHORT = "votes short of election"
LEAD = "lead over "
"""What stands before the name of whom it is over."""

STATED = """
SELECT candidacy.id, contest.id, citation.field, citation.value
FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id
CROSS JOIN citation ON citation.entity = 'candidacy' AND citation.entity_id = candidacy.id
WHERE {where} AND citation.field IS NOT NULL AND citation.chosen = 1
  AND (citation.field = 'votes short of election' OR citation.field LIKE 'lead over %')
"""

EVERYWHERE = """
SELECT candidacy.id, contest.id, citation.field, citation.value
FROM citation CROSS JOIN candidacy ON candidacy.id = citation.entity_id CROSS JOIN contest ON contest.id = candidacy.contest_id
WHERE {where} AND citation.entity = 'candidacy' AND citation.field IS NOT NULL AND citation.chosen = 1
  AND (citation.field = 'votes short of election' OR citation.field LIKE 'lead over %')
"""

STOOD = """
SELECT candidacy.contest_id, candidacy.id, person.name, votes, outcome = 'elected'
FROM candidacy JOIN person ON person.id = person_id WHERE contest_id IN ({marks})
"""


def findings(scope: Scope) -> Iterator[Finding]:
    """Chosen margins that the votes do not give; those that cannot be computed are left alone."""
    where, values = scope.of_contests
    stated = scope.connection.execute(
        (EVERYWHERE if scope.everything else STATED).format(where=where), values
    )
    for candidacy, contest, field, value in stated.fetchall():
        exact = _computed(scope, candidacy, contest, field)
        said = exactly(value or "")
        if exact is not None and said is not None and differ(exact, float(said)):
            fact = Fact("candidacy", candidacy)
            yield Finding(
                "margin-against-votes", fact, f"{field}: {value}", f"{figure(exact)}, by the votes",
                (Fact("contest", contest),), (Cited(fact, field, exact),),
            )  # fmt: skip


def _computed(scope: Scope, candidacy: int, contest: int, field: str) -> float | None:
    rows = scope.connection.execute(STOOD.format(marks=marks(1)), [contest]).fetchall()
    at = next(position for position, row in enumerate(rows) if row[1] == candidacy)
    if field == SHORT:
        margin = margins([Result(row[3], bool(row[4])) for row in rows])[at]
        return None if margin is None else -margin
    over = [row[3] for row in rows if row[2] == field.removeprefix(LEAD) and row[3] is not None]
    own = rows[at][3]
    return own - over[0] if len(over) == 1 and own is not None else None
