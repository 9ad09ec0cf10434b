"""What is on record of a body in a year: events that changed its seats or rules, and recorded votes."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping

from db.dates import written
from db.lens import Lens, Place
from db.reading.citations import Citations
from db.reading.here import HERE
from db.reading.place import Where
from db.view import Column, Fact, Kind, Row, Table
from db.wording import count

EVENTS = (Column("date", "Date", Kind.DATE), Column("kind", "What"), Column("words", "In words"))

DIVISIONS = (
    Column("date", "Date", Kind.DATE),
    Column("kind", "Kind"),
    Column("subject", "Division"),
    Column("for", "For", Kind.NUMBER),
    Column("against", "Against", Kind.NUMBER),
    Column("abstaining", "Abstaining", Kind.NUMBER, optional=True),
    Column("total", "Members", Kind.NUMBER, optional=True, wide=True),
    Column("named", "Votes by name", Kind.NUMBER, optional=True, wide=True),
    Column("disputed", "Also stated", optional=True, wide=True),
    Column("note", "Note", optional=True, wide=True),
)


def event_table(connection: sqlite3.Connection, place: Where, date: str) -> Table:
    """Events of the body, or of the section with those that are part of it, in the year of a day."""
    query = f"""
        SELECT event.id, date, kind, words FROM event LEFT JOIN section ON section.id = section_id
        WHERE event.body_id = :body AND (:section IS NULL OR {HERE}) AND substr(date, 1, 4) = :year ORDER BY date, event.id
    """
    values = {"body": place.body, "section": place.section, "year": date[:4]}
    rows = [
        Row(f"event-{number}", (*cells,), facts=(Fact("event", number),))
        for number, *cells in connection.execute(query, values)
    ]
    return Table("events", f"What happened in {date[:4]}", EVENTS, tuple(rows))


def division_table(
    connection: sqlite3.Connection, citations: Citations, lens: Lens, place: Where, date: str
) -> Table:
    """Recorded votes and published counts of sides inside the body in the year of a day; none for a section alone."""
    if place.section is not None:
        return Table("divisions", "", DIVISIONS, ())
    query = """
        SELECT id, date, kind, subject, "for", against, abstaining, total_members,
               (SELECT count(*) FROM division_vote WHERE division_id = division.id), note, key
        FROM division WHERE body_id = ? AND substr(date, 1, 4) <= ?
          AND substr(coalesce(date_end, date), 1, 4) >= ? ORDER BY date, id
    """
    found = connection.execute(query, [place.body, date[:4], date[:4]]).fetchall()
    others = _besides(citations, [Fact("division", row[0]) for row in found])
    rows = []
    for number, *facts, named, note, key in found:
        cells = (
            *facts,
            named or None,
            "; ".join(others[Fact("division", number)]) or None,
            citations.explained(note) or None,
        )
        opens = Place("division", lens.wide.at(division=key, sort=None))
        rows.append(Row(f"division-{number}", cells, opens, facts=(Fact("division", number),)))
    title = (
        f"{count(len(rows), 'recorded vote or count', 'recorded votes and counts')} of {written(date[:4])}"
    )
    return Table("divisions", title[0].upper() + title[1:], DIVISIONS, tuple(rows))


def _besides(citations: Citations, divisions: list[Fact]) -> Mapping[Fact, list[str]]:
    """What is stated besides of divisions: disputes are read, and loaded, only where there is one to read them for."""
    if not divisions:
        return {}
    from db.reading.disputes.wording import stated_besides

    return stated_besides(citations, divisions)
