"""What on record of a place cannot be as it stands: told, and named by its row, so that nothing is picked in silence."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from db.dates import on_day, written
from db.reading.here import HERE, SEAT
from db.reading.parts import marks
from db.reading.place import Where
from db.reading.seats.row_names import row_names
from db.reading.seats.spans import END, Crowd, Sitting, Span, crowd, outnumber, overlaps
from db.wording import count, listed

SHOWN = 3
"""How many rows of a kind are named; the others are counted."""

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


class Defects(NamedTuple):
    """Sentences on a body or section, each with its rows; none where all is well."""

    contradictions: tuple[str, ...] = ()
    gaps: tuple[str, ...] = ()
    """What is missing, or only taken to be so."""


def defects(connection: sqlite3.Connection, place: Where, date: str | None = None) -> Defects:
    """What contradicts itself or is missing.  Dates that are known to the year or month get the benefit of the doubt.

    Args:
        connection: to the record.
        place: the body or section.
        date: the day looked at: what bears on later days alone is not told.
    """
    if place.body is None:
        return Defects()
    look = _Look(connection, place, date)
    return Defects(tuple(look.contradictions()), tuple(look.gaps()))


class _Look:
    """One look at the seats of a place: what it needs is read once, the words only for what is wrong."""

    def __init__(self, connection: sqlite3.Connection, place: Where, date: str | None) -> None:
        self.connection, self.place, self.date = connection, place, date or END
        where = {"body": place.body, "section": place.section}
        sections = connection.execute(SECTIONS, where).fetchall()
        self.sections = {number: name for number, name, _ in sections}
        self.counted = {number: counted for number, _, counted in sections}
        """For each section the one whose seats its holders fill."""
        self.rules = [
            Rule(number, section, Span(first or "", last or END), seats)
            for number, section, first, last, seats in connection.execute(RULES, where)
        ]
        self.rules_of: dict[int, list[Rule]] = defaultdict(list)
        for rule in self.rules:
            self.rules_of[rule.section].append(rule)
        self.contests: dict[int, list[tuple[str, int | None]]] = defaultdict(list)
        for section, date, seats in connection.execute(CONTESTS, where):
            self.contests[section].append((date, seats))
        self.vacancies = [
            (number, section, Span(first, last or END))
            for number, section, first, last in connection.execute(VACANCIES, where)
        ]
        self.terms: list[Term] = []
        self.came: dict[tuple[int, str], set[int]] = defaultdict(set)
        """Who came, or is first attested, in a section on a day."""
        found = connection.execute(TERMS, where).fetchall()
        self.too_many = len(found) > LIMIT
        for number, section, person, since, until, replaces, unended, attested in found:
            self.came[section, since].add(person)
            if not attested:
                self.terms.append(
                    Term(number, section, person, Span(since, until or END), replaces, bool(unended))
                )

    def contradictions(self) -> Iterator[str]:
        """What cannot be as it stands."""
        kinds: tuple[Callable[[], Iterator[str]], ...] = (
            self.backwards, self.rivals, self.crowds, self.overlapping, self.vacant,
        )  # fmt: skip
        for kind in kinds:
            yield from kind()

    def gaps(self) -> Iterator[str]:
        """What the record does not say."""
        if not self.sections:
            yield f"{self.place.body_name} has no sections on record, so that it has no seats to count"
            return
        for kind in (self.displaced, self.seatless, self.before_rules):
            yield from kind()
        if self.too_many:
            yield f"Only {LIMIT:,} terms were looked at for contradictions"

    def backwards(self) -> Iterator[str]:
        """Terms and vacancies that end before they start."""
        wrong = [one for one in self.terms if one.span.backwards]
        names = self._named("term", [one.id for one in wrong[:SHOWN]])
        people = self._people(wrong[:SHOWN])
        for one in wrong[:SHOWN]:
            yield (
                f"The term of {people[one.person]} ends {on_day(one.span.end)}, before it starts {on_day(one.span.start)}, "
                f"and counts on no day ({names[one.id]})"
            )
        yield from _more(len(wrong), "term ends before it starts", "terms end before they start")
        empty = [one for one in self.vacancies if one[2].backwards]
        names = self._named("vacancy", [number for number, _, _ in empty[:SHOWN]])
        for number, section, span in empty[:SHOWN]:
            yield (
                f"A vacancy in {self.sections[section]} ends {on_day(span.end)}, before it starts {on_day(span.start)} "
                f"({names[number]})"
            )
        yield from _more(len(empty), "vacancy ends before it starts", "vacancies end before they start")

    def rivals(self) -> Iterator[str]:
        """Holders who claim the same seat at one time: more than ever left it."""
        claims: dict[tuple[int, int], list[Term]] = defaultdict(list)
        left: dict[tuple[int, int], int] = defaultdict(int)
        for one in self.terms:
            left[one.section, one.person] += 1
            if one.replaces is not None:
                claims[one.section, one.replaces].append(one)
        wrong = []
        for (section, person), terms in claims.items():
            if len({one.person for one in terms}) > 1:
                seats = max(1, left[section, person])
                rivals = outnumber([(one.person, one.span) for one in terms], seats)
                if rivals:
                    wrong.append((person, [one for one in terms if one.person in rivals]))
        for person, terms in wrong[:SHOWN]:
            yield self._rivals(person, terms)
        yield from _more(
            len(wrong), "seat is claimed by several holders", "seats are claimed by several holders"
        )

    def _rivals(self, person: int, terms: Sequence[Term]) -> str:
        people = self._people(terms, person)
        names = self._named("term", [one.id for one in terms[:SHOWN]])
        who = _some([f"{people[one.person]} ({names[one.id]})" for one in terms[:SHOWN]], len(terms))
        return f"{who} are said to hold the seat of {people[person]} at the same time"

    def crowds(self) -> Iterator[str]:
        """The first day on which a section has more holders than seats."""
        sittings: dict[int, list[Sitting]] = defaultdict(list)
        for one in self.terms:
            sittings[self.counted[one.section]].append(Sitting(one.id, one.person, one.span))
        wrong = [
            (section, found)
            for section, terms in sittings.items()
            if section in self.sections and (found := crowd(terms, self._seats(section)))
        ]
        for section, found in wrong[:SHOWN]:
            yield self._crowd(section, found)
        yield from _more(
            len(wrong), "section has more holders than seats", "sections have more holders than seats"
        )

    def _crowd(self, section: int, found: Crowd) -> str:
        names = list(self._named("term", found.terms[-SHOWN:]).values())
        rows = _some(names, len(found.terms))
        held = count(len(found.terms), "holder is", "holders are")
        return (
            f"{self.sections[section]} had {count(found.seats, 'seat')}, but {held} on record, "
            f"for the first time {on_day(found.date)} ({rows})"
        )

    def displaced(self) -> Iterator[str]:
        """Holders whom the record only takes to have left by the day, since another came and there was no seat more.

        The last of them come first.  `db.derivation.terms` ends such terms; which of the two sat there is nowhere stated.
        """
        elected = {(section, date) for section, held in self.contests.items() for date, _ in held}
        wrong = [
            one
            for one in self.terms
            if one.unended
            and one.span.end <= self.date
            and (one.section, one.span.end) not in elected
            and self.came.get((one.section, one.span.end), set()) - {one.person}
        ]
        wrong.sort(key=lambda one: one.span.end, reverse=True)
        names = self._named("term", [one.id for one in wrong[:SHOWN]])
        people = self._people(wrong[:SHOWN])
        if wrong:
            said = [f"{people[one.person]} {on_day(one.span.end)} ({names[one.id]})" for one in wrong[:SHOWN]]
            yield (
                f"No end is on record of {count(len(wrong), 'term')}, taken to end where somebody else came "
                f"and no seat was left: {_some(said, len(wrong))}"
            )

    def _seats(self, section: int) -> list[tuple[Span, int]]:
        """How many seats a section had when: by its rules, before the first of them by its contests."""
        rules = self.rules_of[section]
        begins = min((one.span.start for one in rules), default=END)
        every = self.contests.get(section, ())
        held = [(date, seats) for date, seats in every if seats is not None and date < begins]
        ends = [*(date for date, _ in held[1:]), begins]
        before = [(Span(date, end), seats) for (date, seats), end in zip(held, ends, strict=False)]
        return before + [(one.span, one.seats) for one in rules if one.seats is not None]

    def overlapping(self) -> Iterator[str]:
        """Rules of one section that hold at one time."""
        wrong = [
            pair
            for rules in self.rules_of.values()
            for pair in overlaps([(one.id, one.span) for one in rules])
        ]
        names = self._named("rule", [number for pair in wrong[:SHOWN] for number in pair])
        sections = {one.id: self.sections[one.section] for one in self.rules}
        for one, other in wrong[:SHOWN]:
            yield f"Two rules of {sections[one]} hold at the same time ({names[one]} and {names[other]})"
        yield from _more(len(wrong), "pair of rules overlaps", "pairs of rules overlap")

    def seatless(self) -> Iterator[str]:
        """Sections of which neither rule nor contest says how many seats they have."""
        sized = {one.section for one in self.rules if one.seats is not None}
        sized |= {one for one, held in self.contests.items() if any(seats is not None for _, seats in held)}
        wrong = [one for one, counted in self.counted.items() if one == counted and one not in sized]
        if wrong:
            names = self._named("section", wrong[:SHOWN])
            said = _some([f"{self.sections[one]} ({names[one]})" for one in wrong[:SHOWN]], len(wrong))
            yield f"No rule and no contest says how many seats {said} {'has' if len(wrong) == 1 else 'have'}"

    def vacant(self) -> Iterator[str]:
        """Vacancies on days on which the section had no rule."""
        wrong = []
        for number, section, span in self.vacancies:
            rules = [one.span for one in self.rules_of[section]]
            if not rules or span.backwards:
                continue
            first, last = min(one.start for one in rules), max(one.end for one in rules)
            if Span(span.start, first).meets(span) or Span(last, END).meets(span):
                wrong.append((number, section, span))
        names = self._named("vacancy", [number for number, _, _ in wrong[:SHOWN]])
        for number, section, span in wrong[:SHOWN]:
            until = f"ends {on_day(span.end)}" if span.end != END else "has no end"
            yield (
                f"A vacancy in {self.sections[section]} begins {on_day(span.start)} and {until}, "
                f"which is longer than the section had seats ({names[number]})"
            )
        yield from _more(
            len(wrong), "vacancy is longer than its section", "vacancies are longer than their sections"
        )

    def before_rules(self) -> Iterator[str]:
        """Terms from before the first rule of the body."""
        first = min((one.span.start for one in self.rules), default="")
        wrong = (
            sorted(
                (one for one in self.terms if Span(one.span.start, first).meets(one.span)),
                key=lambda one: one.span,
            )
            if first
            else []
        )
        if wrong:
            names = self._named("term", [wrong[0].id])
            begin = count(len(wrong), "term begins", "terms begin")
            yield (
                f"The first rule of {self.place.section_name or self.place.body_short} is of {written(first)}; "
                f"{begin} before it, the first {on_day(wrong[0].span.start)} ({names[wrong[0].id]})"
            )

    def _named(self, table: str, ids: Sequence[int]) -> dict[int, str]:
        return row_names(self.connection, table, ids) if ids else {}

    def _people(self, terms: Sequence[Term], *others: int) -> dict[int, str]:
        ids = [one.person for one in terms] + list(others)
        query = f"SELECT id, name FROM person WHERE id IN ({marks(len(ids))})"
        return dict(self.connection.execute(query, ids).fetchall())


def _some(words: Sequence[str], number: int) -> str:
    """The first of so many as a list, and how many more there are."""
    left = number - len(words)
    return f"{', '.join(words)} and {left:,} more" if left > 0 else listed(words)


def _more(number: int, one: str, several: str) -> Iterator[str]:
    """How many there are that are not named."""
    if number > SHOWN:
        left = number - SHOWN
        yield f"{left:,} more {one if left == 1 else several}"
