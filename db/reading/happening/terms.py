"""Terms that begin and end on a stated day, and seats that a source says stand empty."""

from __future__ import annotations

from typing import NamedTuple

from db.reading import reasons
from db.reading.facts import facts
from db.reading.happening.scope import Scope
from db.reading.here import HERE, SEAT
from db.reading.seats.holders import Tenure
from db.view import NO_SLATE, Fact

TERMS = f"""
SELECT term.id, section.id, {SEAT}, section.name, person.id, person.name,
       CASE WHEN term.start IS NOT NULL OR term.contest_id IS NOT NULL THEN term.since END,
       CASE WHEN term."end" IS NOT NULL OR term.ended_by IS NOT NULL THEN term.until END,
       coalesce(term.how_gained, ''), coalesce(term.why_ended, ''), term.replaces, replaced.name, coalesce(term.voting, -1),
       term.candidacy_id
FROM section CROSS JOIN term ON term.section_id = section.id CROSS JOIN person ON person.id = term.person_id
LEFT JOIN person AS replaced ON replaced.id = term.replaces
WHERE {HERE} AND (substr(term.since, 1, 4) BETWEEN :from AND :to OR substr(term.until, 1, 4) BETWEEN :from AND :to)
  AND (term.start IS NOT NULL OR term."end" IS NOT NULL OR term.ended_by IS NOT NULL
       OR term.contest_id IS NOT NULL AND coalesce(term.basis, '') <> 'derived')
ORDER BY section.position, section.id, person.sort_name, term.since
"""

VACANCIES = f"""
SELECT vacancy.id, {SEAT}, section.name, vacancy.start, vacancy."end", person.id, person.name, coalesce(vacancy.reason, '')
FROM section CROSS JOIN vacancy ON vacancy.section_id = section.id LEFT JOIN person ON person.id = vacancy.person_id
WHERE {HERE} AND (substr(vacancy.start, 1, 4) BETWEEN :from AND :to OR substr(vacancy."end", 1, 4) BETWEEN :from AND :to)
ORDER BY vacancy.start, vacancy.id
"""


class Spell(NamedTuple):
    """A term, with the ends of it that are stated."""

    id: int
    own: int
    """Id of its section."""
    section: int
    """Id of the section whose seat it is."""
    section_name: str
    person: int
    name: str
    since: str | None
    until: str | None
    how: str
    why: str
    replaces: int | None
    replaced: str | None
    voting: int
    """1 or 0 where the term says so, else -1."""
    candidacy: int | None
    """Id of the candidacy that won it."""
    first_faction: str
    """Key of the slate for which the seat counted when the term began."""
    last_faction: str
    """And when it ended: whoever is elected anew within a term may be so on another slate."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The term and the candidacy that won it."""
        return Fact("term", self.id), *facts("candidacy", [self.candidacy])

    @property
    def won(self) -> bool:
        """Whether the seat was gained by being elected, as far as is said."""
        return not self.how or reasons.of_coming(self.how, None) in reasons.ELECTED


class Vacancy(NamedTuple):
    """A seat that stood empty for a time."""

    id: int
    section: int
    section_name: str
    start: str
    end: str | None
    person: int | None
    name: str | None
    reason: str


def spells(scope: Scope) -> list[Spell]:
    """The terms that begin or end in the years of a span, as somebody states it."""
    return [
        Spell._make((*row, *_slates(scope.tenure, row[0])))
        for row in scope.connection.execute(TERMS, scope.bound)
    ]


def _slates(tenure: Tenure, term: int) -> tuple[str, str]:
    """Keys of the slates for which a seat counted at the beginning and at the end of a term."""
    row = tenure.by_id.get(term)
    if row is None:
        return NO_SLATE.key, NO_SLATE.key
    return tenure.at_start(row).faction.key, tenure.before(row).faction.key


def vacancies(scope: Scope) -> list[Vacancy]:
    """The vacancies that begin or end in the years of a span."""
    return [Vacancy(*row) for row in scope.connection.execute(VACANCIES, scope.bound)]
