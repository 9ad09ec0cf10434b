"""What on record of a place cannot be as it stands: told, and named by its row, so that nothing is picked in silence."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from db.dates import on_day, written
from db.reading.parts import marks
from db.reading.place import Where
from db.reading.seats.faults import Faults, Term
from db.reading.seats.row_names import row_names
from db.reading.seats.spans import END, Crowd
from db.wording import count, listed

SHOWN = 3
"""How many rows of a kind are named; the others are counted."""


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
    told = _Told(connection, place, Faults(connection, place.body, place.section, date))
    return Defects(tuple(told.contradictions()), tuple(told.gaps()))


class _Told:
    """The faults of a place in words: read only for what is wrong."""

    def __init__(self, connection: sqlite3.Connection, place: Where, faults: Faults) -> None:
        self.connection, self.place, self.faults = connection, place, faults
        self.sections = faults.sections

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
        if self.faults.too_many:
            yield f"Only {self.faults.looked_at:,} terms were looked at for contradictions"

    def backwards(self) -> Iterator[str]:
        """Terms and vacancies that end before they start."""
        wrong = self.faults.backwards()
        names = self._named("term", [one.id for one in wrong[:SHOWN]])
        people = self._people(wrong[:SHOWN])
        for one in wrong[:SHOWN]:
            yield (
                f"The term of {people[one.person]} ends {on_day(one.span.end)}, before it starts {on_day(one.span.start)}, "
                f"and counts on no day ({names[one.id]})"
            )
        yield from _more(len(wrong), "term ends before it starts", "terms end before they start")
        empty = self.faults.backward_vacancies()
        names = self._named("vacancy", [one.id for one in empty[:SHOWN]])
        for gap in empty[:SHOWN]:
            yield (
                f"A vacancy in {self.sections[gap.section]} ends {on_day(gap.span.end)}, "
                f"before it starts {on_day(gap.span.start)} ({names[gap.id]})"
            )
        yield from _more(len(empty), "vacancy ends before it starts", "vacancies end before they start")

    def rivals(self) -> Iterator[str]:
        """Holders who claim the same seat at one time: more than ever left it."""
        wrong = self.faults.rivals()
        for one in wrong[:SHOWN]:
            yield self._rivals(one.of, one.terms)
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
        wrong = self.faults.crowds()
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
        """Holders whom the record only takes to have left by the day."""
        wrong = self.faults.displaced()
        names = self._named("term", [one.id for one in wrong[:SHOWN]])
        people = self._people(wrong[:SHOWN])
        if wrong:
            said = [f"{people[one.person]} {on_day(one.span.end)} ({names[one.id]})" for one in wrong[:SHOWN]]
            yield (
                f"No end is on record of {count(len(wrong), 'term')}, taken to end where somebody else came "
                f"and no seat was left: {_some(said, len(wrong))}"
            )

    def overlapping(self) -> Iterator[str]:
        """Rules of one section that hold at one time."""
        wrong = self.faults.overlapping()
        names = self._named("rule", [number for pair in wrong[:SHOWN] for number in pair])
        sections = {one.id: self.sections[one.section] for one in self.faults.rules}
        for one, other in wrong[:SHOWN]:
            yield f"Two rules of {sections[one]} hold at the same time ({names[one]} and {names[other]})"
        yield from _more(len(wrong), "pair of rules overlaps", "pairs of rules overlap")

    def seatless(self) -> Iterator[str]:
        """Sections of which neither rule nor contest says how many seats they have."""
        wrong = self.faults.seatless()
        if wrong:
            names = self._named("section", wrong[:SHOWN])
            said = _some([f"{self.sections[one]} ({names[one]})" for one in wrong[:SHOWN]], len(wrong))
            yield f"No rule and no contest says how many seats {said} {'has' if len(wrong) == 1 else 'have'}"

    def vacant(self) -> Iterator[str]:
        """Vacancies on days on which the section had no rule."""
        wrong = self.faults.vacant()
        names = self._named("vacancy", [one.id for one in wrong[:SHOWN]])
        for one in wrong[:SHOWN]:
            until = f"ends {on_day(one.span.end)}" if one.span.end != END else "has no end"
            yield (
                f"A vacancy in {self.sections[one.section]} begins {on_day(one.span.start)} and {until}, "
                f"which is longer than the section had seats ({names[one.id]})"
            )
        yield from _more(
            len(wrong), "vacancy is longer than its section", "vacancies are longer than their sections"
        )

    def before_rules(self) -> Iterator[str]:
        """Terms from before the first rule of the body."""
        wrong = self.faults.before_rules()
        if wrong:
            names = self._named("term", [wrong[0].id])
            begin = count(len(wrong), "term begins", "terms begin")
            yield (
                f"The first rule of {self.place.section_name or self.place.body_short} is of "
                f"{written(self.faults.first_rule)}; {begin} before it, "
                f"the first {on_day(wrong[0].span.start)} ({names[wrong[0].id]})"
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
