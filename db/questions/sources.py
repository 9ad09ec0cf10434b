"""The sources of the record, and how much rests on each."""

from __future__ import annotations

import sqlite3

from db.lens import Lens
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.narrowing import narrowed
from db.reading.place import Where, in_words, where
from db.view import Column, Fact, Kind, Row, Source, Tone, View
from db.wording import count, sentence

COLUMNS = (
    Column("publisher", "Publisher"),
    Column("title", "Title"),
    Column("date", "Date", Kind.DATE),
    Column("author", "Author", optional=True, wide=True),
    Column("supports", "Rows", Kind.NUMBER),
    Column("kind", "Kind", wide=True),
    Column("address", "Address", wide=True),
    Column("source", "Key", wide=True),
    Column("note", "Note", optional=True, wide=True),
)

_SOURCES = """
SELECT source.id, key, coalesce(publisher, ''), coalesce(title, ''), coalesce(address, ''), coalesce(date, ''),
       coalesce(author, ''), kind, source.note, (SELECT count(*) FROM citation WHERE source_id = source.id)
FROM source {where} ORDER BY date DESC, publisher, title
"""

_HERE = """
WHERE id IN (
    SELECT source_id FROM citation JOIN contest ON entity = 'contest' AND entity_id = contest.id
     WHERE contest.body_id = :body {section}
    UNION SELECT source_id FROM citation JOIN candidacy ON entity = 'candidacy' AND entity_id = candidacy.id
     WHERE candidacy.body_id = :body {section}
    UNION SELECT source_id FROM citation JOIN term ON entity = 'term' AND entity_id = term.id
     JOIN section ON section.id = section_id WHERE section.body_id = :body {section}
    UNION SELECT source_id FROM citation JOIN rule ON entity = 'rule' AND entity_id = rule.id
     JOIN section ON section.id = section_id WHERE section.body_id = :body {section}
    UNION SELECT source_id FROM citation JOIN vacancy ON entity = 'vacancy' AND entity_id = vacancy.id
     JOIN section ON section.id = section_id WHERE section.body_id = :body {section}
    UNION SELECT source_id FROM citation JOIN division ON entity = 'division' AND entity_id = division.id
     WHERE division.body_id = :body
    UNION SELECT source_id FROM citation JOIN event ON entity = 'event' AND entity_id = event.id WHERE event.body_id = :body)
"""


def _query(place: Where) -> str:
    """The query with the conditions that matter and no others: one that may be switched off costs SQLite the index."""
    section = "AND section_id = :section" if place.section is not None else ""
    return _SOURCES.format(where=_HERE.format(section=section) if place.body is not None else "")


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Sources of what is on record of the lens's body and section, or of everything.

    Raises:
        Missing: the lens names what is not there.
    """
    place = where(connection, lens)
    factions, citations = Factions(connection), Citations(connection)
    rows = []
    for number, key, publisher, title, address, date, author, kind, note, supports in connection.execute(
        _query(place), {"body": place.body, "section": place.section}
    ):
        cited = citations.number(Source(key, publisher, title, address, date, author))
        cells = (publisher, title, date, author, supports, kind, address, key, note)
        tone = Tone.PLAIN if kind == "published" else Tone.NOTABLE
        rows.append(
            Row(str(number), cells, None, frozenset(), None, tone, (cited,), (Fact("source", number),))
        )
    scope = ", ".join(filter(None, (place.body_short, place.section_name)))
    view = View(
        name="sources",
        title=f"Sources{': ' + scope if scope else ''}",
        lens=lens,
        words=in_words(lens._replace(factions=frozenset()), factions, scope or "the whole record", "sources"),
        findings=(sentence(f"{count(len(rows), 'source')} on record"),) if rows else (),
        columns=COLUMNS,
        rows=tuple(rows),
        total=len(rows),
        notes=("Sources are of no faction: the faction filter does not apply here.",)
        if lens.factions
        else (),
        empty="" if rows else "No source is on record here.",
    )
    lens_of_text = view._replace(lens=lens._replace(factions=frozenset()))
    narrow = narrowed(lens_of_text, factions, what="sources")
    return citations.numbered(narrow._replace(lens=lens))
