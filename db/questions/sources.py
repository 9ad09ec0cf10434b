"""The sources of the record, and how much rests on each."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import NamedTuple

from db.lens import Lens, Place
from db.reading.citations import Citations
from db.reading.disputes.scope import disputes_in
from db.reading.factions import Factions
from db.reading.narrowing import narrowed
from db.reading.place import Where, in_words, where
from db.reading.support import COUNTED, ROWS_ALONE
from db.view import Column, Fact, Kind, Row, Source, Tone, View
from db.wording import count, sentence

COLUMNS = (
    Column("publisher", "Publisher"),
    Column("title", "Title"),
    Column("date", "Date", Kind.DATE),
    Column("author", "Author", optional=True, wide=True),
    Column("supports", "Rows", Kind.NUMBER),
    Column("alone", "Alone", Kind.NUMBER, optional=True),
    Column("disputed", "Disputed", Kind.NUMBER, optional=True),
    Column("kind", "Kind", wide=True),
    Column("address", "Address", wide=True),
    Column("source", "Key", wide=True),
    Column("note", "Note", optional=True, wide=True),
)

_SOURCES = f"""
SELECT source.id, key, coalesce(publisher, ''), coalesce(title, ''), coalesce(address, ''), coalesce(date, ''),
       coalesce(author, ''), kind, source.note, (SELECT count(*) FROM citation WHERE source_id = source.id) AS supports,
       CASE WHEN (SELECT count(*) FROM citation WHERE source_id = source.id) <= {COUNTED} THEN ({ROWS_ALONE}) END
FROM source {{where}} ORDER BY date DESC, publisher, title
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
    disputes = _disputed(connection)
    rows, told = [], []
    for number, key, *cells, kind, note, supports, alone in connection.execute(
        _query(place), {"body": place.body, "section": place.section}
    ):
        publisher, title, address, date, author = cells
        cited = citations.number(Source(key, *cells))
        told.append(Told(kind, alone, disputes[key]))
        shown = (
            publisher, title, date, author, supports, alone, disputes[key] or None, kind, address, key, note,
        )  # fmt: skip
        tone = Tone.PLAIN if kind == "published" else Tone.NOTABLE
        opens = Place("source", Lens(source=key))
        rows.append(
            Row(str(number), shown, opens, tone=tone, sources=(cited,), facts=(Fact("source", number),))
        )
    scope = ", ".join(filter(None, (place.body_short, place.section_name)))
    view = View(
        name="sources",
        title=f"Sources{': ' + scope if scope else ''}",
        lens=lens,
        words=in_words(lens._replace(factions=frozenset()), factions, scope or "the whole record", "sources"),
        findings=_findings(told),
        columns=COLUMNS,
        rows=tuple(rows),
        total=len(rows),
        notes=_notes(told, lens),
        empty="" if rows else "No source is on record here.",
    )
    lens_of_text = view._replace(lens=lens._replace(factions=frozenset()))
    narrow = narrowed(lens_of_text, factions, what="sources")
    return citations.numbered(narrow._replace(lens=lens))


class Told(NamedTuple):
    """What sentences need of a source."""

    kind: str
    alone: int | None
    """Rows that rest on it alone; None where it has too many to be counted here."""
    disputed: int
    """Values of it that are stated otherwise."""


def _disputed(connection: sqlite3.Connection) -> Counter[str]:
    """Of each source, by its key, how many of its values are stated otherwise."""
    counts: Counter[str] = Counter()
    for one in disputes_in(connection, Lens()):
        if one.real:
            sides = (*((one.shown,) if one.shown else ()), *one.others)
            counts.update({stated.source.key for side in sides for stated in side.stated})
    return counts


def _findings(told: list[Told]) -> tuple[str, ...]:
    """How many sources there are, how many rows rest on one of them alone, and how many on none."""
    pages = sum(one.kind == "published" for one in told)
    if not told:
        return ()
    said = [f"{count(pages, 'published source is', 'published sources are')} on record here"]
    alone = sum(one.alone or 0 for one in told if one.kind == "published")
    several = f"{count(alone, 'row of the record rests', 'rows of the record rest')} on one of them alone"
    none = sum(one.alone or 0 for one in told if one.kind == "unsourced")
    unconfirmed = f", and {count(none, 'row is', 'rows are')} confirmed by no page" if none else ""
    least = "at least " if any(one.alone is None for one in told) else ""
    said.append(f"{least}{several}{unconfirmed}")
    if disputed := sum(one.disputed > 0 for one in told):
        said.append(
            f"{count(disputed, 'source states', 'sources state')} something that is stated otherwise elsewhere"
        )
    return tuple(map(sentence, said))


def _notes(told: list[Told], lens: Lens) -> tuple[str, ...]:
    said = []
    if many := sum(one.alone is None for one in told):
        pages = count(many, "source that supports", "sources that support")
        said.append(
            f"Of {pages} more than {COUNTED:,} rows it is not counted here how many rest on it alone: its page says so."
        )
    if lens.factions:
        said.append("Sources are of no faction: the faction filter does not apply here.")
    return tuple(said)
