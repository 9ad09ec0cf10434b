"""How the record knows things: rows that are derived, inferred or unsourced, once a contest or a section."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import Final

from db.questions.audit.finding import Finding, Scope
from db.reading.facts import MOST
from db.view import Fact
from db.wording import count

WORDS: Final = {
    "derived": "worked out from published figures",
    "inferred": "read between the lines by whoever typed the record",
    "unsourced": "confirmed by no page",
}

KNOWN: Final = "('derived', 'inferred', 'unsourced')"
"""In SQL: what else stands in the column says nothing that could be told."""

OF_CONTESTS = """
SELECT contest.id, 'contest', contest.basis, contest.id FROM contest WHERE {where} AND contest.basis IN {known}
UNION ALL SELECT contest.id, 'candidacy', candidacy.basis, candidacy.id
FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id WHERE {where} AND candidacy.basis IN {known}
UNION ALL SELECT contest.id, 'endorsement', endorsement.basis, endorsement.id
FROM contest CROSS JOIN candidacy ON candidacy.contest_id = contest.id
CROSS JOIN endorsement ON endorsement.candidacy_id = candidacy.id WHERE {where} AND endorsement.basis IN {known}
ORDER BY 1, 3, 2 DESC, 4
"""

OF_SECTIONS = """
SELECT section.id, 'term', term.basis, term.id
FROM section CROSS JOIN term ON term.section_id = section.id WHERE {where} AND term.basis IN {known}
UNION ALL SELECT section.id, 'rule', rule.basis, rule.id
FROM section CROSS JOIN rule ON rule.section_id = section.id WHERE {where} AND rule.basis IN {known}
UNION ALL SELECT section.id, 'vacancy', vacancy.basis, vacancy.id
FROM section CROSS JOIN vacancy ON vacancy.section_id = section.id WHERE {where} AND vacancy.basis IN {known}
ORDER BY 1, 3, 2 DESC, 4
"""

NOUNS: Final = {
    "contest": ("the contest", "the contest"), "candidacy": ("candidacy", "candidacies"), "endorsement": ("endorsement", None),
    "term": ("term", None), "rule": ("rule", None), "vacancy": ("vacancy", "vacancies"),
}  # fmt: skip


def findings(scope: Scope) -> Iterator[Finding]:
    """One notice for each basis in a contest, and for each in a section."""
    where, values = scope.of_contests
    yield from _of(scope, "contest", OF_CONTESTS.format(where=where, known=KNOWN), values * 3)
    if not scope.contests:
        where, values = scope.of_sections
        yield from _of(scope, "section", OF_SECTIONS.format(where=where, known=KNOWN), values * 3)


def _of(scope: Scope, table: str, query: str, values: list[int]) -> Iterator[Finding]:
    rows = scope.connection.execute(query, values)
    for (number, basis), several in groupby(rows, key=lambda row: (row[0], row[2])):
        counts: dict[str, int] = {}
        facts: list[Fact] = []
        for _, kind, _, row in several:
            counts[kind] = counts.get(kind, 0) + 1
            if len(facts) < MOST and (kind, row) != (table, number):
                facts.append(Fact(kind, row))
        found = ", ".join(
            NOUNS[kind][0] if kind == "contest" else count(many, *NOUNS[kind])
            for kind, many in counts.items()
        )
        yield Finding(
            f"{basis}", Fact(table, number), f"{found}: {WORDS[basis]}", "stated by a source", tuple(facts)
        )
