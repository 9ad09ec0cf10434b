"""The events on record of a place, and what each of them tells of: the same for the timeline, its days and the changes.

An event tells of the end of a term, or of its beginning, where it is of the same section or of none, on a day that may be the
same (`2015` and `2015-05`), and names who leaves, who comes or who is replaced.  One that reports an election tells of the
contest of its section on such a day.  Whom only its words name is told with it, and decides nothing.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

from db.dates import agree
from db.reading.held import held
from db.reading.here import HERE, SEAT
from db.reading.place import Where
from db.reading.reasons import sign_of
from db.view import Fact

EVENTS = f"""
SELECT event.id, CASE WHEN section.id IS NOT NULL THEN {SEAT} END, coalesce(section.name, ''), event.date, event.kind, event.words
FROM event LEFT JOIN section ON section.id = event.section_id
WHERE event.body_id = :body AND (event.section_id IS NULL OR {HERE}) AND substr(event.date, 1, 4) BETWEEN :from AND :to
ORDER BY event.date, event.id
"""

PERSONS = """
SELECT event_person.event_id, event_person.person_id FROM event CROSS JOIN event_person ON event_person.event_id = event.id
WHERE event.body_id = :body AND substr(event.date, 1, 4) BETWEEN :from AND :to
"""

NAMED = f"""
WITH named (id) AS (
    SELECT person_id FROM event CROSS JOIN event_person ON event_person.event_id = event.id WHERE event.body_id = :body)
SELECT {SEAT}, term.person_id, term.replaces,
       CASE WHEN (term.start IS NOT NULL OR term.contest_id IS NOT NULL) AND NOT EXISTS (
           SELECT 1 FROM contest WHERE contest.section_id = section.id AND status = 'declared' AND date = term.since
       ) THEN term.since END,
       CASE WHEN term."end" IS NOT NULL OR term.ended_by IS NOT NULL THEN term.until END
FROM section CROSS JOIN term ON term.section_id = section.id
WHERE {HERE} AND (term.person_id IN named OR term.replaces IN named)
"""

ELECTIONS = "CB"
"""Signs of the kinds of events that report a contest."""


class Event(NamedTuple):
    """An event on record."""

    id: int
    section: int | None
    """Id of the section whose seats it is about; None for the whole body, or where the record names none."""
    section_name: str
    date: str
    kind: str
    words: str
    persons: frozenset[int]

    @property
    def fact(self) -> Fact:
        """The event itself, as rows of answers rest on it."""
        return Fact("event", self.id)

    @property
    def reports(self) -> bool:
        """Whether it tells of a contest."""
        sign = sign_of(self.kind)
        return bool(sign) and sign in ELECTIONS

    def on(self, section: int | None, day: str) -> bool:
        """Whether it may be of a section and a day."""
        return self.section in (None, section) and agree(self.date, day)

    def about(self, *persons: int | None) -> bool:
        """Whether it names one of some persons."""
        return not self.persons.isdisjoint(persons)

    def words_name(self, name: str) -> bool:
        """Whether its words have somebody's name, or the last word of it."""
        last = name.split()[-1] if name.split() else name
        return bool(last) and re.search(rf"(?<!\w){re.escape(last)}(?!\w)", self.words) is not None


def events(connection: sqlite3.Connection, place: Where, first: str = "", last: str = "9999") -> list[Event]:
    """The events in the years of a span, by date; of a section also those of the body that name no section."""
    values = {"body": place.body, "section": place.section, "from": first[:4], "to": last[:4]}
    persons: dict[int, set[int]] = {}
    for event, person in connection.execute(PERSONS, values):
        persons.setdefault(event, set()).add(person)
    rows = connection.execute(EVENTS, values)
    return [Event._make((*row, frozenset(persons.get(row[0], ())))) for row in rows]


def by_person(found: Iterable[Event]) -> dict[int, list[Event]]:
    """Events by whom they name."""
    told: dict[int, list[Event]] = {}
    for one in found:
        for person in one.persons:
            told.setdefault(person, []).append(one)
    return told


def alone(connection: sqlite3.Connection, place: Where) -> list[Event]:
    """The events that tell of no contest, and of no term that begins or ends: their days are days of change of their own."""
    found = events(connection, place)
    if place.section is not None:
        found = [one for one in found if one.section is not None]
    if not found:
        return []
    told = _told(connection, place)
    years = [one.date[:4] for one in found if one.reports]
    contests = held(connection, place, min(years), f"{max(years)}~") if years else []
    taken: set[tuple[int, str]] = set()
    rest = []
    for event in found:
        days = [(one.section, one.date) for one in contests if event.reports]
        days += [(section, day) for person in event.persons for section, day in told.get(person, ())]
        first = next((one for one in days if one not in taken and event.on(*one)), None)
        rest += [event] if first is None else []
        taken |= {first} if first is not None else set()
    return rest


def _told(connection: sqlite3.Connection, place: Where) -> dict[int, list[tuple[int, str]]]:
    """Of whom events name: in which sections and on which days they leave, come or are replaced without a contest."""
    days: dict[int, list[tuple[int, str]]] = {}
    values = {"body": place.body, "section": place.section}
    for section, person, replaced, since, until in connection.execute(NAMED, values):
        if until is not None:
            days.setdefault(person, []).append((section, until))
        for one in (person, replaced):
            if one is not None and since is not None:
                days.setdefault(one, []).append((section, since))
    return days
