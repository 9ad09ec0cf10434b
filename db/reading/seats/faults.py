"""What on record of the seats of a place cannot be as it stands, or is missing: the rows, without words.

`db.reading.seats.defects` says it in the notes of an answer, the audit lists every one.  Dates that are known to the year or
month get the benefit of the doubt.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from db.dates import after
from db.reading.here import HERE, SEAT
from db.reading.seats.spans import END, Crowd, Sitting, Span, crowd, outnumber, overlaps

LIMIT = 20_000
"""How many terms are looked at; a body with more of them says so."""

SECTIONS = f"SELECT id, name, {SEAT} FROM section WHERE {HERE} ORDER BY position, id"

OF_HERE = "FROM section CROSS JOIN {table} ON {table}.section_id = section.id WHERE {here}"

TERMS = f"""
SELECT term.id, term.section_id, person_id, since, until, replaces,
       term."end" IS NULL AND term.ended_by IS NULL AND term.basis IS NOT 'derived',
       coalesce(term.start, contest.date) IS NULL
FROM section CROSS JOIN term ON term.section_id = section.id LEFT JOIN contest ON contest.id = term.contest_id
WHERE {HERE} AND since IS NOT NULL LIMIT {LIMIT + 1}
"""
"""Of a term without a known beginning it is only known when a source attests it: that contradicts nothing, but others
are taken to have left by then."""

RULES = f"SELECT rule.id, section_id, valid_from, valid_to, seats {OF_HERE.format(table='rule', here=HERE)}"

CONTESTS = f"""
SELECT section_id, date, seats {OF_HERE.format(table="contest", here=HERE)}
  AND date IS NOT NULL AND kind = 'regular' AND status = 'declared' ORDER BY date
"""

VACANCIES = f'SELECT vacancy.id, section_id, start, "end" {OF_HERE.format(table="vacancy", here=HERE)}'


class Term(NamedTuple):
    """A term, without words."""

    id: int
    section: int
    person: int
    span: Span
    replaces: int | None
    unended: bool
    """Whether it is stated, and no end of it."""


class Rule(NamedTuple):
    """A rule, without words."""

    id: int
    section: int
    span: Span
    seats: int | None


class Vacancy(NamedTuple):
    """A seat that is said to have stood empty."""

    id: int
    section: int
    span: Span


class Rivals(NamedTuple):
    """Holders who claim the same seat at one time."""

    of: int
    """The person whose seat it was."""
    terms: tuple[Term, ...]


class Faults:
    """The seats of a place, read once, and what is wrong with them."""

    def __init__(
        self, connection: sqlite3.Connection, body: int, section: int | None, last: str | None = None
    ) -> None:
        """Read sections, rules, terms and vacancies.

        Args:
            connection: to the record.
            body: id of the body.
            section: id of the section, with those that are part of it; None for all.
            last: the day after which nothing matters for whom the record takes to have left; None for no such day.
        """
        self.last = last or END
        where = {"body": body, "section": section}
        sections = connection.execute(SECTIONS, where).fetchall()
        self.sections: dict[int, str] = {number: name for number, name, _ in sections}
        self.counted: dict[int, int] = {number: counted for number, _, counted in sections}
        """For each section the one whose seats its holders fill."""
        self.rules = [
            Rule(number, own, Span(first or "", until or END), seats)
            for number, own, first, until, seats in connection.execute(RULES, where)
        ]
        self.rules_of: dict[int, list[Rule]] = defaultdict(list)
        for rule in self.rules:
            self.rules_of[rule.section].append(rule)
        self.contests: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
        for own, date, seats in connection.execute(CONTESTS, where):
            self.contests[own].append((date, seats))
        self.vacancies = [
            Vacancy(number, own, Span(first, until or END))
            for number, own, first, until in connection.execute(VACANCIES, where)
        ]
        self.terms: list[Term] = []
        self.came: dict[tuple[int, str], set[int]] = defaultdict(set)
        """Who came, or is first attested, in a section on a day."""
        found = connection.execute(TERMS, where).fetchall()
        self.looked_at = LIMIT
        self.too_many = len(found) > LIMIT
        for number, own, person, since, until, replaces, unended, attested in found:
            self.came[own, since].add(person)
            if not attested:
                self.terms.append(
                    Term(number, own, person, Span(since, until or END), replaces, bool(unended))
                )

    def backwards(self) -> list[Term]:
        """Terms that end before they start."""
        return [one for one in self.terms if one.span.backwards]

    def backward_vacancies(self) -> list[Vacancy]:
        """Vacancies that end before they start."""
        return [one for one in self.vacancies if one.span.backwards]

    def rivals(self) -> list[Rivals]:
        """Holders who claim the same seat at one time: more than ever left it."""
        claims: dict[tuple[int, int], list[Term]] = defaultdict(list)
        left: dict[tuple[int, int], int] = defaultdict(int)
        for one in self.terms:
            left[one.section, one.person] += 1
            if one.replaces is not None:
                claims[one.section, one.replaces].append(one)
        found = []
        for (section, person), terms in claims.items():
            if len({one.person for one in terms}) > 1:
                seats = max(1, left[section, person])
                rivals = outnumber([(one.person, one.span) for one in terms], seats)
                if rivals:
                    found.append(Rivals(person, tuple(one for one in terms if one.person in rivals)))
        return found

    def crowds(self) -> list[tuple[int, Crowd]]:
        """The sections with more holders than seats, and the first such day of each."""
        sittings: dict[int, list[Sitting]] = defaultdict(list)
        for one in self.terms:
            sittings[self.counted[one.section]].append(Sitting(one.id, one.person, one.span))
        return [
            (section, found)
            for section, terms in sittings.items()
            if section in self.sections and (found := crowd(terms, self._seats(section)))
        ]

    def displaced(self) -> list[Term]:
        """Holders whom the record only takes to have left by the last day, since another came and there was no seat more.

        The last of them come first.  `db.derivation.terms` ends such terms; which of the two sat there is nowhere stated.
        """
        elected = {(section, date) for section, held in self.contests.items() for date, _ in held}
        found = [
            one
            for one in self.terms
            if one.unended
            and one.span.end <= self.last
            and (one.section, one.span.end) not in elected
            and self.came.get((one.section, one.span.end), set()) - {one.person}
        ]
        return sorted(found, key=lambda one: one.span.end, reverse=True)

    def _seats(self, section: int) -> list[tuple[Span, int]]:
        """How many seats a section had when: by its rules, before the first of them by its contests."""
        rules = self.rules_of[section]
        begins = min((one.span.start for one in rules), default=END)
        every = self.contests.get(section, ())
        held = [(date, seats) for date, seats in every if seats is not None and date < begins]
        ends = [*(date for date, _ in held[1:]), begins]
        before = [(Span(date, end), seats) for (date, seats), end in zip(held, ends, strict=False)]
        return before + [(one.span, one.seats) for one in rules if one.seats is not None]

    def overlapping(self) -> list[tuple[int, int]]:
        """Pairs of rules of one section that hold at one time."""
        return [
            pair
            for rules in self.rules_of.values()
            for pair in overlaps([(one.id, one.span) for one in rules])
        ]

    def seatless(self) -> list[int]:
        """Sections of which neither rule nor contest says how many seats they have."""
        sized = {one.section for one in self.rules if one.seats is not None}
        sized |= {one for one, held in self.contests.items() if any(seats is not None for _, seats in held)}
        return [one for one, counted in self.counted.items() if one == counted and one not in sized]

    def vacant(self) -> list[Vacancy]:
        """Vacancies on days on which the section had no rule."""
        found = []
        for one in self.vacancies:
            rules = [rule.span for rule in self.rules_of[one.section]]
            if not rules or one.span.backwards:
                continue
            first, last = min(span.start for span in rules), max(span.end for span in rules)
            if Span(one.span.start, first).meets(one.span) or Span(last, END).meets(one.span):
                found.append(one)
        return found

    @cached_property
    def first_rule(self) -> str:
        """When the first rule of the place begins; blank where there is none, or it has no beginning."""
        return min((one.span.start for one in self.rules), default="")

    def before_rules(self) -> list[Term]:
        """Terms from before the first rule of the place, the earliest first."""
        first = self.first_rule
        early = (one for one in self.terms if first and Span(one.span.start, first).meets(one.span))
        return sorted(early, key=lambda one: one.span)

    def outliving(self) -> list[Term]:
        """Terms that last when the section has no rule any more."""
        ended = {
            section: max(one.span.end for one in rules) for section, rules in self.rules_of.items() if rules
        }
        return [
            one
            for one in self.terms
            if not one.span.backwards and Span(ended.get(one.section, END), END).meets(one.span)
        ]

    def twice(self) -> list[tuple[int, int]]:
        """Pairs of terms of one person in one section at one time."""
        held: dict[tuple[int, int], list[tuple[int, Span]]] = defaultdict(list)
        for one in self.terms:
            held[one.section, one.person].append((one.id, one.span))
        return [pair for spans in held.values() if len(spans) > 1 for pair in overlaps(spans)]

    def unfilled(self) -> list[tuple[Term, Term]]:
        """Pairs of a term and the one that took the same seat only later, with no vacancy said in between.

        The same seat: the later holder is said to have had that of the earlier, or the section has one seat at all times.
        """
        by_section: dict[int, list[Term]] = defaultdict(list)
        for one in self.terms:
            by_section[one.section].append(one)
        found = []
        for section, terms in by_section.items():
            alone = {one.seats for one in self.rules_of[section]} == {1}
            ordered = sorted(terms, key=lambda one: one.span)
            for at, one in enumerate(ordered):
                before = [
                    other
                    for other in ordered[:at]
                    if other.person == one.replaces or (alone and one.replaces is None)
                ]
                last = max(before, key=lambda other: other.span.end, default=None)
                if last is not None and self._gap(last, one):
                    found.append((last, one))
        return found

    def _gap(self, one: Term, other: Term) -> bool:
        """Whether a day lies between two terms for certain, and nothing says that the seat stood empty."""
        end, start = one.span.end, other.span.start
        if end == END or not (end if len(end) == 10 else after(end)) < start:
            return False
        between = Span(end, start)
        return not any(
            vacancy.section == one.section
            and vacancy.span.start < between.end
            and between.start < vacancy.span.end
            for vacancy in self.vacancies
        )
