"""What the record says of a place between two days: contests with who stood, events that name somebody, new rules."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from functools import cached_property
from typing import NamedTuple

from db.reading.events import Event, by_person, events
from db.reading.held import Held, held
from db.reading.here import HERE, SEAT
from db.reading.parts import in_parts, marks
from db.reading.place import Where

RULES = """
SELECT section_id, valid_from, rule.id FROM section CROSS JOIN rule ON rule.section_id = section.id
WHERE section.body_id = :body AND valid_from > :first AND valid_from <= :last ORDER BY valid_from
"""

UNRECORDED = """
WITH began (section, day) AS (
    SELECT section.id, min(coalesce(rule.valid_from, '')) FROM section CROSS JOIN rule ON rule.section_id = section.id
    WHERE section.body_id = :body GROUP BY section.id)
SELECT section FROM began WHERE day IN (SELECT day FROM began GROUP BY day HAVING count(*) >= 3)
"""

STATED = """
SELECT term.id, term.start, term."end" FROM section CROSS JOIN term ON term.section_id = section.id
WHERE section.body_id = :body AND term.since <= :last AND (term.until IS NULL OR :first < term.until)
"""

FILLED = f"""
SELECT {SEAT}, max(contest.date) FROM section CROSS JOIN contest ON contest.section_id = section.id
WHERE {HERE} AND contest.status = 'declared' AND contest.kind = 'regular' AND contest.date <= :last GROUP BY 1
"""

LEFT = f"""
SELECT {SEAT}, max(term.since) FROM section CROSS JOIN term ON term.section_id = section.id
WHERE {HERE} AND term.until <= :last AND term.since IS NOT NULL GROUP BY 1
"""


def last_filled(connection: sqlite3.Connection, place: Where, date: str) -> dict[int, str]:
    """Of each section the last regular contest up to a day; where it has none, when the last one to leave it had come."""
    values = {"body": place.body, "section": place.section, "last": date}
    left = dict(connection.execute(LEFT, values).fetchall())
    return left | dict(connection.execute(FILLED, values).fetchall())


class Stood(NamedTuple):
    """Somebody's candidacy in one of the contests."""

    id: int
    contest: int
    person: int
    outcome: str
    sitting: bool | None


class Between:
    """Asks for what lies after the first day, up to the last one; each kind of it is read once, when first wanted."""

    def __init__(self, connection: sqlite3.Connection, place: Where, first: str, last: str) -> None:
        self.connection, self.place, self.first, self.last = connection, place, first, last
        self._values = {"body": place.body, "section": place.section, "first": first, "last": last}

    @cached_property
    def contests(self) -> tuple[Held, ...]:
        """The contests, by date."""
        found = held(self.connection, self.place, self.first, self.last)
        return tuple(one for one in found if one.kind != "composite" and one.date > self.first)

    @cached_property
    def by_key(self) -> dict[str, Held]:
        """The contests by their keys."""
        return {one.key: one for one in self.contests}

    @cached_property
    def of_section(self) -> dict[int, list[Held]]:
        """The contests of each section, by date."""
        found: dict[int, list[Held]] = defaultdict(list)
        for one in self.contests:
            found[one.section].append(one)
        return found

    @cached_property
    def _by_day(self) -> dict[tuple[int, str], Held]:
        return {(one.section, one.date): one for one in reversed(self.contests)}

    def contest_on(self, section: int, date: str | None) -> Held | None:
        """The contest of a section on a day."""
        return self._by_day.get((section, date or ""))

    @cached_property
    def candidacies(self) -> dict[int, dict[int, Stood]]:
        """Who stood in each contest (by its id), by person."""
        found: dict[int, dict[int, Stood]] = {one.id: {} for one in self.contests}
        for some in in_parts(one.id for one in self.contests):
            query = f"""
                SELECT id, contest_id, person_id, outcome, sitting FROM candidacy
                WHERE contest_id IN ({marks(len(some))}) ORDER BY id
            """
            for number, contest, person, outcome, sitting in self.connection.execute(query, some):
                known = None if sitting is None else bool(sitting)
                found[contest][person] = Stood(number, contest, person, outcome, known)
        return found

    @cached_property
    def _events(self) -> dict[int, list[Event]]:
        return by_person(events(self.connection, self.place, self.first, self.last))

    def events(self, section: int, days: Iterable[str | None], *persons: int | None) -> tuple[Event, ...]:
        """Events that tell of somebody, or of whoever is replaced, in a section on one of some days."""
        wanted = [day for day in days if day]
        found = (one for person in persons if person is not None for one in self._events.get(person, ()))
        return tuple(dict.fromkeys(one for one in found if any(one.on(section, day) for day in wanted)))

    @cached_property
    def rules(self) -> dict[int, tuple[int, str]]:
        """Of each section that has one the last rule that came into force: its id and its first day."""
        found = self.connection.execute(RULES, self._values)
        return {section: (number, valid_from) for section, valid_from, number in found}

    @cached_property
    def unrecorded(self) -> frozenset[int]:
        """Sections that may be older than their first rule: those that share its day with two others or more.

        On such a day the record begins rather than the sections.
        """
        return frozenset(section for (section,) in self.connection.execute(UNRECORDED, self._values))

    @cached_property
    def stated(self) -> dict[int, tuple[str | None, str | None]]:
        """The beginning and the end of each term as a source states them, by its id."""
        rows = self.connection.execute(STATED, self._values)
        return {number: (start, end) for number, start, end in rows}
