"""Contests without outcome, date or source, and rows that no source is named for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from db.questions.audit.finding import Finding, Scope
from db.questions.audit.polls import Poll
from db.view import Fact
from db.wording import count

NO_SOURCE = """
SELECT contest.id FROM contest WHERE {where}
  AND NOT EXISTS (SELECT 1 FROM citation WHERE entity = 'contest' AND entity_id = contest.id)
  AND NOT EXISTS (SELECT 1 FROM candidacy CROSS JOIN citation ON entity = 'candidacy' AND entity_id = candidacy.id
                  WHERE contest_id = contest.id)
ORDER BY contest.id
"""
"""Candidates rest on the source of their contest where they have none of their own, and the other way round."""

SEATED: Final = {
    "term": "AND NOT (term.basis IS 'derived' AND term.candidacy_id IS NOT NULL)",
    "rule": "",
    "vacancy": "",
}
"""Rows of a section, and which of them need a source: a term that follows from a candidacy rests on that."""

UNSOURCED = """
SELECT section.id, count(*), min({table}.id) FROM section CROSS JOIN {table} ON {table}.section_id = section.id
WHERE {where} AND {table}.basis IS NOT 'unsourced' {but}
  AND NOT EXISTS (SELECT 1 FROM citation WHERE entity = '{table}' AND entity_id = {table}.id)
GROUP BY section.id ORDER BY section.id
"""


def no_date(poll: Poll) -> Iterator[Finding]:
    """A contest of which no date is known."""
    if poll.held.date is None and poll.held.status == "declared":
        yield poll.of_itself("no-date", "no date", "at least a year", "date")


def no_outcome(poll: Poll) -> Iterator[Finding]:
    """A contest that is over, of which somebody's outcome is not on record."""
    if poll.held.status != "declared":
        return
    if not poll.candidates:
        yield poll.of_itself("no-outcome", "no candidate", "who stood and who was elected")
        return
    unknown = sum(one.outcome == "unknown" for one in poll.candidates)
    if unknown:
        everyone = unknown == len(poll.candidates)
        found = (
            f"the outcome of {count(unknown, 'candidate')}"
            if not everyone
            else "the outcome of every candidate"
        )
        yield poll.of_itself("no-outcome", f"{found} unknown", "elected or not elected")


def findings(scope: Scope) -> Iterator[Finding]:
    """Contests and seats for which no source is named."""
    where, values = scope.of_contests
    for (number,) in scope.connection.execute(NO_SOURCE.format(where=where), values):
        yield Finding("no-source", Fact("contest", number), "no source, nor of its candidates", "a source")
    if scope.contests:
        return
    where, values = scope.of_sections
    for table, but in SEATED.items():
        query = UNSOURCED.format(table=table, but=but, where=where)
        for section, many, first in scope.connection.execute(query, values):
            noun = count(many, table, "vacancies" if table == "vacancy" else None)
            yield Finding(
                "no-source",
                Fact("section", section),
                f"{noun} without a source",
                "a source",
                (Fact(table, first),),
            )
