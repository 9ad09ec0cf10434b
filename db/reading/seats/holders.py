"""Seats by the rules in force on a day, and who held them."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from functools import cached_property
from typing import NamedTuple

from db.dates import within
from db.reading.factions import Factions
from db.reading.facts import facts
from db.reading.here import HERE, OWN, SEAT
from db.view import NO_SLATE, Fact, Faction, Holder


class Seats(NamedTuple):
    """The seats of one section on a day."""

    section: int
    key: str
    name: str
    seats: int | None
    """None where no rule and no contest says how many."""
    voting: bool
    rule: int | None = None
    """Id of the rule that says so."""
    contest: int | None = None
    """Id of the contest that says so, where there is no rule."""

    @property
    def facts(self) -> tuple[Fact, ...]:
        """What says how many seats there are."""
        return *facts("rule", [self.rule]), *facts("contest", [self.contest])


class Seated(NamedTuple):
    """One person in one seat on a day."""

    term: int
    """Id of the term; 0 for one that a scenario assumes."""
    section: int
    person: int
    """Id of the person; negative for somebody whom only a scenario knows."""
    person_key: str
    person_name: str
    sort_name: str
    section_name: str
    faction: Faction
    """The slate last stood on to hold the seat; `NO_SLATE` where none is known."""
    since: str | None
    gained: str
    represents: str
    voting: bool
    basis: str
    note: str
    last_known: str | None
    """When a source last attests a term of which no end is on record; also of one only taken to end when another came."""
    contest: str | None
    """Key of the contest at which the seat was won."""
    replaces: int | None
    """The person whose seat it was, where a source says so."""
    ended: bool
    """Whether the record says when and how the term ended (not merely until when it is attested)."""
    candidacy: int | None
    """Id of the candidacy by which the seat is held."""
    until: str | None
    """The day on which the term no longer counts."""
    why_ended: str
    assumption: int | None = None
    """Id of the assumption by which a scenario gives the seat."""

    @property
    def place(self) -> tuple[int, int]:
        """Section and person: nobody sits twice in one section."""
        return self.section, self.person

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The term and the candidacy by which the seat is held; of a seat that a scenario gives its assumption alone."""
        if self.assumption is not None:
            return (Fact("assumption", self.assumption),)
        return *facts("term", [self.term]), *facts("candidacy", [self.candidacy])

    @property
    def suspended(self) -> bool:
        """Whether the seat is kept by somebody who is suspended and cannot vote."""
        return not self.voting and self.gained.casefold().startswith("suspen")

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


_SEATS = """
SELECT section.id, section.key, section.name,
       coalesce(rule.seats, contest.seats), coalesce(rule.voting, 1), rule.id, {day}, contest.id
FROM {sections}
LEFT JOIN rule ON rule.section_id = section.id
    AND (rule.valid_from IS NULL OR rule.valid_from <= {day}) AND (rule.valid_to IS NULL OR {day} < rule.valid_to)
LEFT JOIN contest ON rule.id IS NULL AND contest.id = (
    SELECT held.id FROM contest AS held WHERE held.section_id = section.id AND held.kind = 'regular'
        AND held.status = 'declared' AND held.date <= {day}
        AND NOT EXISTS (SELECT 1 FROM rule AS any_rule WHERE any_rule.section_id = section.id
                        AND coalesce(any_rule.valid_from, '') <= {day})
    ORDER BY held.date DESC LIMIT 1)
WHERE {own}
GROUP BY {day}, section.id
ORDER BY {day}, section.position, section.id
"""

SEATS = _SEATS.format(day=":date", sections="section", own=OWN)

SEATS_THROUGH = """
WITH turn (section_id, day) AS (
    SELECT id, '' FROM section WHERE body_id = :body
    UNION SELECT section_id, valid_from FROM section CROSS JOIN rule ON section_id = section.id
    WHERE body_id = :body AND valid_from IS NOT NULL
    UNION SELECT section_id, valid_to FROM section CROSS JOIN rule ON section_id = section.id
    WHERE body_id = :body AND valid_to IS NOT NULL
    UNION SELECT section_id, contest.date FROM section CROSS JOIN contest ON section_id = section.id
    WHERE section.body_id = :body AND contest.kind = 'regular' AND contest.status = 'declared' AND contest.date IS NOT NULL
      AND NOT EXISTS (SELECT 1 FROM rule WHERE rule.section_id = section.id AND coalesce(rule.valid_from, '') <= contest.date)
)
""" + _SEATS.format(
    day="turn.day", sections="turn CROSS JOIN section ON section.id = turn.section_id", own=OWN
)

HELD = f"""
SELECT term.id, term.section_id,
       {SEAT},
       person.id, person.key, person.name, person.sort_name, section.name, term.since, coalesce(term.how_gained, ''),
       coalesce(term.represents, ''), term.voting, coalesce(term.basis, ''), coalesce(term.note, ''),
       CASE WHEN term.until IS NULL OR term."end" IS NULL AND term.ended_by IS NULL AND term.contest_id IS NULL
            THEN term.last_known END, contest.key, term.replaces,
       term."end" IS NOT NULL OR term.ended_by IS NOT NULL, term.candidacy_id, term.until, coalesce(term.why_ended, '')
FROM section CROSS JOIN term ON term.section_id = section.id
JOIN person ON person.id = term.person_id
LEFT JOIN contest ON contest.id = term.contest_id
WHERE {HERE}
  AND term.since <= :last AND (term.until IS NULL OR :first < term.until)
ORDER BY section.position, section.id, person.sort_name, term.since
"""

WON = f"""
SELECT won.person_id, won.section_id, won.date, won.id, won.slate_id FROM section
CROSS JOIN term ON term.section_id = section.id
CROSS JOIN candidacy AS won ON won.person_id = term.person_id
WHERE {HERE}
  AND term.since <= :last AND (term.until IS NULL OR :first < term.until)
  AND won.section_id = term.section_id AND won.outcome = 'elected' AND won.date IS NOT NULL
UNION SELECT stood.person_id, stood.section_id, '', stood.id, stood.slate_id FROM section
CROSS JOIN term ON term.section_id = section.id
CROSS JOIN candidacy AS stood ON stood.id = term.candidacy_id
WHERE {HERE}
  AND term.since <= :last AND (term.until IS NULL OR :first < term.until)
ORDER BY 3 DESC
"""

RULES = """
SELECT section_id, valid_from, valid_to, voting FROM section CROSS JOIN rule ON rule.section_id = section.id
WHERE section.body_id = :body
"""


def seats_on(connection: sqlite3.Connection, body: int, section: int | None, date: str) -> list[Seats]:
    """The sections of a body (or one of them) with their seats on a day; those without seats then are left out."""
    rows = connection.execute(SEATS, {"body": body, "section": section, "date": date})
    return [one for row in rows if (one := _counted(row, section)) is not None]


def seats_through(
    connection: sqlite3.Connection, body: int, section: int | None
) -> list[tuple[str, int, Seats | None]]:
    """The seats of each section at all times: day, id of the section, its seats from then on (None where it has none)."""
    rows = connection.execute(SEATS_THROUGH, {"body": body, "section": section})
    return [(row[6], row[0], _counted(row, section)) for row in rows]


def _counted(row: tuple, section: int | None) -> Seats | None:  # type: ignore[type-arg]
    """A section with its seats; None for one without, unless it is the one looked at, or a rule leaves their number open."""
    section_id, key, name, number, voting, rule, _, contest = row
    seats = Seats(section_id, key, name, number, bool(voting), rule, contest)
    return seats if seats.seats is not None or section is not None or seats.rule is not None else None


def bodies(connection: sqlite3.Connection, body: int) -> tuple[int, int]:
    """A body and the one of which it is a part (itself where it is none): what is said of a holder in either counts."""
    above = body_above(connection, body)
    return body, body if above is None else above


def body_above(connection: sqlite3.Connection, body: int) -> int | None:
    """The body on record of which a body is a part, such as the NEC of its officers."""
    query = """
        SELECT above.id FROM body JOIN body AS above
            ON above.id <> body.id
            AND body.parent IN (above.key, above.short, above.name)
        WHERE body.id = ? LIMIT 1
    """
    found = connection.execute(query, [body]).fetchone()
    return int(found[0]) if found else None


class Tenure:
    """Who held the seats of a body or section in a span of time: read once, asked for any day in it."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        factions: Factions,
        body: int,
        section: int | None,
        first: str,
        last: str,
        *,
        follow: bool = True,
    ) -> None:
        """Read the terms that count on any day from the first to the last.

        Args:
            connection: to the record.
            factions: of the record.
            body: id of the body.
            section: id of the section, with those that are part of it; None for the whole body.
            first: the first day.
            last: the last day.
            follow: whether those who sit here as members of another body bring their slates from there.
        """
        place = {"body": body, "section": section, "first": first, "last": last}
        self.factions = factions
        self.terms = connection.execute(HELD, place).fetchall()
        self._won: dict[tuple[int, int], list[tuple[str, int, int | None]]] = defaultdict(list)
        for person, own, date, candidacy, slate in connection.execute(WON, place):
            self._won[person, own].append((date, candidacy, slate))
        self._rules: dict[int, list[tuple[str | None, str | None, int]]] = defaultdict(list)
        for own, valid_from, valid_to, votes in connection.execute(RULES, place) if self.terms else ():
            self._rules[own].append((valid_from, valid_to, votes))
        above = body_above(connection, body) if follow and self.terms else None
        self.above = None if above is None else _Above(connection, factions, above, first, last)
        """The body whose members sit here by their seats there."""

    def on(self, date: str) -> list[Seated]:
        """Who held the seats on a day, each with the slate last stood on; nobody twice in one section."""
        found: dict[tuple[int, int], Seated] = {}
        for row in self.terms:
            if row[8] <= date and (row[19] is None or date < row[19]):
                seated = self.seated(row, date)
                found[seated.section, seated.person] = seated
        return list(found.values())

    @property
    def spans(self) -> list[tuple[str, str | None]]:
        """From when to when each term counts."""
        return [(row[8], row[19]) for row in self.terms]

    def every(self) -> list[Seated]:
        """Every term that counts in the span, as it was on the day on which it began."""
        return [self.seated(row, row[8]) for row in self.terms]

    def on_the_eve(self, section: int, date: str) -> list[Seated]:
        """Who held the seats of a section until a day on which they were filled anew; nobody twice."""
        found: dict[int, Seated] = {}
        for row in self._in_section.get(section, ()):
            if row[8] < date and (row[19] is None or date <= row[19]):
                found[row[3]] = self.before(row, date)
        return list(found.values())

    def at_start(self, row: tuple) -> Seated:  # type: ignore[type-arg]
        """The holder of one of the terms when it began."""
        return self.seated(row, row[8])

    def before(self, row: tuple, date: str | None = None) -> Seated:  # type: ignore[type-arg]
        """The holder of one of the terms on the eve of a day or of its end, after whatever changed within it until then."""
        days = (day for day in self.days_of(row) if row[8] <= day < (date or row[19] or "~"))
        return self.seated(row, max(days, default=row[8]))

    @cached_property
    def by_id(self) -> dict[int, tuple]:  # type: ignore[type-arg]
        """The terms by their ids."""
        return {row[0]: row for row in self.terms}

    def since(self, row: tuple, date: str) -> str:  # type: ignore[type-arg]
        """The day on which the holder of one of the terms was last elected or came to the seat, up to a day within it."""
        won = (day for day, _, _ in self._won.get((row[3], row[1]), ()))
        return max((day for day in won if row[8] <= day <= date), default=str(row[8]))

    @cached_property
    def _in_section(self) -> dict[int, list[tuple]]:  # type: ignore[type-arg]
        found: dict[int, list[tuple]] = defaultdict(list)  # type: ignore[type-arg]
        for row in self.terms:
            found[row[2]].append(row)
        return found

    def days_of(self, row: tuple) -> set[str]:  # type: ignore[type-arg]
        """The days on which one of the terms begins, ends, or may count for another slate or with another vote."""
        own, person = row[1], row[3]
        days = {row[8], *(day for day, _, _ in self._won.get((person, own), ()))}
        days |= {day for start, end, _ in self._rules.get(own, ()) for day in (start, end) if day is not None}
        if row[19] is not None:
            days.add(row[19])
        return days if self.above is None else days | self.above.days_of(person)

    def seated(self, row: tuple, date: str) -> Seated:  # type: ignore[type-arg]
        """The holder of one of the terms on a day within it."""
        term, own, section, person, key, name, sort_name, section_name, since, gained, represents, voting = (
            row[:12]
        )
        basis, note, last_known, contest, replaces, ended, stood_on, until, why = row[12:]
        candidacy, slate = self._stood(person, own, since, date, stood_on)
        faction = self.factions.get(slate)
        if faction is NO_SLATE and candidacy is None and self.above is not None:
            candidacy, faction = self.above.stood(person, date)
        return Seated(
            term, section, person, key, name, sort_name, section_name, faction, since, gained, represents,
            bool(self._voting(own, date) if voting is None else voting), basis, note, last_known, contest, replaces,
            bool(ended), candidacy, until, why,
        )  # fmt: skip

    def _stood(
        self, person: int, section: int, since: str, date: str, stood_on: int | None
    ) -> tuple[int | None, int | None]:
        """The candidacy by which somebody holds a seat, and its slate: the last one that won it, else what the term says."""
        won = self._won.get((person, section), [])
        for day, candidacy, slate in won:
            if since <= day <= date:
                return candidacy, slate
        return next(((one, slate) for _, one, slate in won if one == stood_on), (stood_on, None))

    def _voting(self, section: int, date: str) -> bool:
        for valid_from, valid_to, voting in self._rules.get(section, ()):
            if within(date, valid_from, valid_to):
                return bool(voting)
        return True


class _Above:
    """The body of which another one is made up: its members' slates go with them."""

    def __init__(
        self, connection: sqlite3.Connection, factions: Factions, body: int, first: str, last: str
    ) -> None:
        self.tenure = Tenure(connection, factions, body, None, first, last, follow=False)
        self._sitting: dict[str, dict[int, tuple[int | None, Faction]]] = {}

    def stood(self, person: int, date: str) -> tuple[int | None, Faction]:
        """By which candidacy and slate somebody sits there on a day."""
        if date not in self._sitting:
            sitting = {one.person: (one.candidacy, one.faction) for one in self.tenure.on(date)}
            self._sitting[date] = sitting
        return self._sitting[date].get(person, (None, NO_SLATE))

    def days_of(self, person: int) -> set[str]:
        """The days on which somebody's seats there begin, end, or may count otherwise."""
        rows = (row for row in self.tenure.terms if row[3] == person)
        return {day for row in rows for day in self.tenure.days_of(row)}
