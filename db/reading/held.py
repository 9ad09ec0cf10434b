"""The contests of a place that were held and declared."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.reading.here import HERE, SEAT
from db.reading.place import Where
from db.view import Fact

HELD = f"""
SELECT contest.id, contest.key, section.id, {SEAT}, section.name, contest.date, contest.kind, contest.figures = 'complete',
       coalesce(contest.seats, 0) >= coalesce((SELECT max(seats) FROM rule WHERE rule.section_id = contest.section_id
           AND (valid_from IS NULL OR valid_from <= contest.date) AND (valid_to IS NULL OR contest.date < valid_to)), 0)
FROM section CROSS JOIN contest ON contest.section_id = section.id
WHERE {HERE} AND contest.status = 'declared' AND contest.date BETWEEN :first AND :last
ORDER BY contest.date, section.position, contest.id
"""


class Held(NamedTuple):
    """A contest that was held and decided."""

    id: int
    key: str
    own: int
    """Id of its section."""
    section: int
    """Id of the section whose seats it fills."""
    section_name: str
    date: str
    kind: str
    """`regular`, `by-election`, `additional` or `composite`."""
    complete: bool
    """Whether the record has everybody who stood."""
    whole: bool
    """Whether all seats of the section were up."""

    @property
    def fact(self) -> Fact:
        """The contest itself, as rows of answers rest on it."""
        return Fact("contest", self.id)


def held(connection: sqlite3.Connection, place: Where, first: str, last: str) -> list[Held]:
    """The contests declared from the first to the last day, both included, by date."""
    values = {"body": place.body, "section": place.section, "first": first, "last": last}
    rows = connection.execute(HELD, values)
    return [Held._make((*row[:7], bool(row[7]), bool(row[8]))) for row in rows]
