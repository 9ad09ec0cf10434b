"""The tables under a faction's record that tell of persons: who came and left, who holds its seats, who stood most often."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Sequence
from functools import cached_property

from db.lens import Lens, Place
from db.reading.factions import Factions
from db.reading.facts import facts, listed
from db.reading.parts import marks
from db.reading.standing import Standing
from db.reading.standing.crossings import Crossing
from db.view import Column, Fact, Kind, Row, Table

MOST = 200
"""Rows of a table at the most; what is beyond is said in its title."""

FOREMOST = 20
"""Persons who stood most often."""

NAMES = 2_000
"""Names among which they are looked for at first."""

MOVED = (
    Column("person", "Person"),
    Column("from", "From", Kind.FACTION),
    Column("to", "To", Kind.FACTION),
    Column("date", "Date", Kind.DATE),
    Column("body", "Body"),
    Column("section", "Section"),
    Column("outcome", "Outcome", wide=True),
    Column("before", "Last stood before", Kind.DATE, wide=True),
    Column("returned", "Returned", Kind.FLAG, optional=True),
)

SEATS = (
    Column("person", "Seat-holder"),
    Column("slate", "Slate", Kind.FACTION),
    Column("body", "Body"),
    Column("section", "Section"),
    Column("since", "Since", Kind.DATE),
    Column("gained", "How", optional=True, wide=True),
    Column("basis", "Basis", optional=True),
)

OFTEN = (
    Column("person", "Person"),
    Column("candidates", "Stood", Kind.NUMBER),
    Column("elected", "Elected", Kind.NUMBER),
    Column("first", "First", Kind.DATE),
    Column("last", "Last", Kind.DATE),
)

_PERSONS = "SELECT id, key, name FROM person WHERE id IN ({marks})"

_CONTESTS = """
SELECT contest.id, body.short, section.name FROM contest
JOIN body ON body.id = contest.body_id JOIN section ON section.id = contest.section_id WHERE contest.id IN ({marks})
"""


def moved_tables(
    connection: sqlite3.Connection,
    lens: Lens,
    factions: Factions,
    came: Sequence[Crossing],
    left: Sequence[Crossing],
) -> tuple[Table, Table]:
    """Who came from another slate, and who left for one, the newest first; a faction switched on keeps those of its slates."""
    if lens.factions:
        chosen = lens.factions
        came = [one for one in came if factions.covers(chosen, {one.before.slate.key}, one.before.date)]
        left = [one for one in left if factions.covers(chosen, {one.after.slate.key}, one.after.date)]
    listed = (*came[:MOST], *left[:MOST])
    names = _named(connection, _PERSONS, [one.after.person for one in listed])
    places = _named(connection, _CONTESTS, [one.after.contest for one in listed])

    def row(one: Crossing) -> Row:
        (person, name), before, after = names[one.after.person], one.before, one.after
        cells = (
            name, before.slate, after.slate, after.date, *places[after.contest], after.outcome, before.date, one.again or None,
        )  # fmt: skip
        slates = frozenset({before.slate.key, after.slate.key})
        opens = Place("candidate", Lens(person=person))
        rests = (*facts("candidacy", (after.id, before.id)), Fact("contest", after.contest))
        return Row(f"{person}/{after.contest}", cells, opens, slates, after.date, facts=rests)

    return (
        Table("came", _titled("Who came", came), MOVED, tuple(map(row, came[:MOST]))),
        Table("left", _titled("Who left", left), MOVED, tuple(map(row, left[:MOST]))),
    )


def _titled(title: str, moved: Sequence[Crossing]) -> str:
    return title if len(moved) <= MOST else f"{title}: the newest {MOST} of {len(moved):,}"


def _named(connection: sqlite3.Connection, query: str, ids: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """What stands behind some ids, in one go."""
    found = connection.execute(query.format(marks=marks(len(ids))), ids)
    return {row[0]: row[1:] for row in found}


class Held:
    """The seats that are held on a day by those whose last election to them was on the faction's slate."""

    def __init__(self, connection: sqlite3.Connection, standing: Standing, day: str) -> None:
        """Find them.

        Args:
            connection: to the record.
            standing: the candidacies of the faction.
            day: the day that counts.
        """
        self.connection, self.standing, self.day = connection, standing, day
        query = f"""
            SELECT max(term.id), candidacy.{standing.column}, candidacy.slate_id, candidacy.id
            FROM candidacy CROSS JOIN term ON term.person_id = candidacy.person_id AND term.section_id = candidacy.section_id
            WHERE {standing.mine} AND candidacy.outcome = 'elected' AND term.since <= ? AND (term.until IS NULL OR ? < term.until)
              AND candidacy.id = coalesce((SELECT won.id FROM candidacy AS won WHERE won.person_id = term.person_id
                  AND won.section_id = term.section_id AND won.outcome = 'elected' AND won.date BETWEEN term.since AND ?
                  ORDER BY won.date DESC LIMIT 1), term.candidacy_id)
            GROUP BY candidacy.body_id, term.section_id, term.person_id
        """
        found = connection.execute(query, [*standing.values, day, day, day]).fetchall()
        self.of_place: dict[int, list[Fact]] = defaultdict(list)
        """The terms by body, or by section where one body is looked at."""
        for term, place, *_ in found:
            self.of_place[place].append(Fact("term", term))
        self.seats = len(found)
        self._stood = {term: (slate, candidacy) for term, _, slate, candidacy in found[:MOST]}

    @cached_property
    def _listed(self) -> list[tuple]:  # type: ignore[type-arg]
        query = f"""
            SELECT term.id, person.key, person.name, body.short, section.name, term.since, term.how_gained, term.basis,
                   term.until IS NULL AND term.last_known IS NOT NULL
            FROM term JOIN person ON person.id = term.person_id
            JOIN section ON section.id = term.section_id JOIN body ON body.id = section.body_id
            WHERE term.id IN ({marks(len(self._stood))})
            ORDER BY body.id, section.position, section.id, person.sort_name
        """
        return self.connection.execute(query, [*self._stood]).fetchall()

    @property
    def open_ended(self) -> bool:
        """Whether some hold a seat whose end is not on record."""
        return any(row[-1] for row in self._listed)

    def table(self) -> Table:
        """Who holds them."""
        rows = []
        for term, person, name, body, section, since, gained, basis, _ in self._listed:
            slate_id, candidacy = self._stood[term]
            slate = self.standing.factions.get(slate_id)
            cells = (name, slate, body, section, since, gained, basis)
            opens = Place("candidate", Lens(person=person))
            rests = (Fact("term", term), Fact("candidacy", candidacy))
            rows.append(Row(f"term-{term}", cells, opens, frozenset({slate.key}), since, facts=rests))
        title = "Seats held" if self.seats <= MOST else f"Seats held: {MOST} of {self.seats:,}"
        return Table("seats", title, SEATS, tuple(rows))


def most_table(connection: sqlite3.Connection, standing: Standing) -> Table:
    """Those who stood for it most often, more than once."""
    found = _foremost(connection, standing, NAMES)
    if found is None:
        found = _foremost(connection, standing, None) or []
    rows = [
        Row(key, tuple(cells), Place("candidate", Lens(person=key)), facts=listed("candidacy", own))
        for own, key, *cells in found
    ]
    return Table("often", "Who stood most often", OFTEN, tuple(rows))


def _foremost(connection: sqlite3.Connection, standing: Standing, names: int | None) -> list[tuple] | None:  # type: ignore[type-arg]
    """The foremost persons, looked for among the names that were printed most often; None where those do not settle it.

    An index has the names but not who bears them, and nobody stood more often than a name did.
    """
    among, bar, values = "1", 0, list(standing.values)
    if names is not None:
        query = f"""
            SELECT sort_name, count(*) FROM candidacy WHERE {standing.mine}
            GROUP BY {standing.free}sort_name ORDER BY 2 DESC LIMIT ?
        """
        found = connection.execute(query, [*standing.values, names]).fetchall()
        among = f"candidacy.sort_name IN ({','.join('?' * len(found))})"
        values += [name for name, _ in found]
        bar = found[-1][1] if len(found) == names else 0
    query = f"""
        SELECT own, person.key, person.name, stood, elected, first, last FROM (
            SELECT person_id, group_concat(id) AS own, count(*) AS stood,
                   sum(outcome = 'elected') AS elected, min(date) AS first, max(date) AS last
            FROM candidacy WHERE {standing.mine} AND {among} GROUP BY +person_id HAVING count(*) > 1
            ORDER BY stood DESC, elected DESC, last DESC, person_id LIMIT {FOREMOST})
        JOIN person ON person.id = person_id ORDER BY stood DESC, elected DESC, last DESC, person_id
    """
    rows = connection.execute(query, values).fetchall()
    return rows if bar <= 1 or (len(rows) == FOREMOST and rows[-1][3] > bar) else None
