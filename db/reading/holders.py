"""Seats by the rules in force on a day, and who held them."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.reading.factions import Factions
from db.view import Faction, Holder


class Seats(NamedTuple):
    """The seats of one section on a day."""

    section: int
    key: str
    name: str
    seats: int | None
    """None where no rule and no contest says how many."""
    voting: bool


class Seated(NamedTuple):
    """One person in one seat on a day."""

    term: int
    section: int
    person: int
    person_key: str
    person_name: str
    sort_name: str
    section_name: str
    faction: Faction
    since: str | None
    gained: str
    represents: str
    voting: bool
    basis: str
    note: str
    last_known: str | None
    contest: str | None
    """Key of the contest at which the seat was won."""
    replaces: int | None
    """The person whose seat it was, where a source says so."""
    ended: bool
    """Whether the record says when and how the term ended (not merely until when it is attested)."""

    @property
    def holder(self) -> Holder:
        """As exports list it."""
        return Holder(
            self.person_name,
            self.person_key,
            self.section_name,
            self.since,
            self.gained,
            self.represents,
            self.voting,
            self.basis,
        )


SEATS = """
SELECT section.id, section.key, section.name,
       coalesce(rule.seats, (SELECT contest.seats FROM contest WHERE contest.section_id = section.id AND contest.kind = 'regular'
           AND contest.status = 'declared' AND contest.date <= :date AND rule.id IS NULL
           AND NOT EXISTS (SELECT 1 FROM rule AS any_rule WHERE any_rule.section_id = section.id
                           AND coalesce(any_rule.valid_from, '') <= :date)
           ORDER BY contest.date DESC LIMIT 1)),
       coalesce(rule.voting, 1), rule.id IS NOT NULL
FROM section
LEFT JOIN rule ON rule.section_id = section.id
    AND (rule.valid_from IS NULL OR rule.valid_from <= :date) AND (rule.valid_to IS NULL OR :date < rule.valid_to)
WHERE section.body_id = :body AND (section.id = :section OR :section IS NULL AND section.parent_id IS NULL)
GROUP BY section.id
ORDER BY section.position, section.id
"""

HELD = """
SELECT term.id,
       CASE WHEN section.parent_id IS NOT NULL AND coalesce(:section, section.parent_id) = section.parent_id
            THEN section.parent_id ELSE section.id END,
       person.id, person.key, person.name, person.sort_name, section.name, candidacy.slate_id, term.since,
       coalesce(term.how_gained, ''), coalesce(term.represents, ''),
       coalesce(term.voting, (SELECT rule.voting FROM rule WHERE rule.section_id = section.id
           AND (rule.valid_from IS NULL OR rule.valid_from <= :date)
           AND (rule.valid_to IS NULL OR :date < rule.valid_to)), 1),
       coalesce(term.basis, ''), coalesce(term.note, ''), CASE WHEN term.until IS NULL THEN term.last_known END,
       contest.key, term.replaces, term."end" IS NOT NULL OR term.ended_by IS NOT NULL
FROM term
JOIN section ON section.id = term.section_id
JOIN person ON person.id = term.person_id
LEFT JOIN candidacy ON candidacy.id = coalesce(
    (SELECT won.id FROM candidacy AS won WHERE won.person_id = term.person_id AND won.section_id = term.section_id
        AND won.outcome = 'elected' AND won.date BETWEEN term.since AND :date ORDER BY won.date DESC LIMIT 1),
    term.candidacy_id)
LEFT JOIN contest ON contest.id = term.contest_id
WHERE section.body_id = :body AND (:section IS NULL OR :section IN (section.id, section.parent_id))
  AND term.since <= :date AND (term.until IS NULL OR :date < term.until)
ORDER BY section.position, section.id, person.sort_name, term.since
"""


def seats_on(connection: sqlite3.Connection, body: int, section: int | None, date: str) -> list[Seats]:
    """The sections of a body (or one of them) with their seats on a day; those without seats then are left out."""
    rows = connection.execute(SEATS, {"body": body, "section": section, "date": date})
    found = [(Seats(row[0], row[1], row[2], row[3], bool(row[4])), bool(row[5])) for row in rows]
    return [one for one, ruled in found if one.seats is not None or section is not None or ruled]


def seated_on(
    connection: sqlite3.Connection, factions: Factions, body: int, section: int | None, date: str
) -> list[Seated]:
    """Who held the seats on a day, each with the slate last stood on; nobody twice in one section."""
    found: dict[tuple[int, int], Seated] = {}
    for row in connection.execute(HELD, {"body": body, "section": section, "date": date}):
        values = list(row)
        values[7] = factions.get(values[7])
        values[11] = bool(values[11])
        values[-1] = bool(values[-1])
        seated = Seated(*values)
        found[seated.section, seated.person] = seated
    return list(found.values())
