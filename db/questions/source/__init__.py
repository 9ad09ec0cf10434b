"""A source's own page: what it supports, what it alone supports, and what others state otherwise."""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.dumping.row_names import FILES, row_names
from db.errors import Missing
from db.lens import Lens
from db.questions.source.disputed import disputed_table
from db.questions.source.words import findings
from db.reading.citations import Citations
from db.reading.described import Described, described
from db.reading.disputes.naming import rows_in_words
from db.reading.factions import Factions
from db.reading.facts import by_table
from db.reading.fields import field_of, for_eyes, label_of
from db.reading.narrowing import narrowed
from db.reading.sources import SOURCE, called, source_of
from db.reading.statements import NOT_NOTED
from db.reading.support import Support, support_of
from db.view import Column, Fact, Row, Source, Table, View

MOST = 500
"""Rows of each table; what is more is counted."""

COLUMNS = (
    Column("subject", "What it supports"),
    Column("field", "Field", optional=True),
    Column("value", "What it states", optional=True),
    Column("place", "Where in it"),
    Column("row", "Row of the record", wide=True),
)

ABOUT = (Column("what", "What"), Column("value", "Value"))

_SOURCE = f"""
SELECT id, {SOURCE}, kind, coalesce(note, '') FROM source WHERE key = ?
"""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """The page of the lens's source.

    Raises:
        Missing: the lens names no source, or one that is not on record.
    """
    if lens.source is None:
        raise Missing("A page is of one source; name one.")
    found = connection.execute(_SOURCE, [lens.source]).fetchone()
    if found is None:
        raise Missing(f"There is no source {lens.source!r} in this record.")
    number, *cells, kind, note = found
    source = source_of(cells)
    citations = Citations(connection)
    cited = (citations.number(source),)
    every, alone = (support_of(connection, number, MOST, alone=one) for one in (False, True))
    disputed = disputed_table(connection, number, source.key, citations)
    rows = _support_rows(connection, every, cited)
    tables = (
        _about(source, kind, note, citations),
        Table(
            "alone",
            f"What it alone supports{_extent(alone)}",
            COLUMNS,
            _support_rows(connection, alone, cited),
        ),
        disputed,
    )
    name = f"{called(source)}, {source.key}"
    view = View(
        name="source",
        title=f"Source: {name}{_extent(every)}",
        lens=lens,
        words=f"source, {name}",
        findings=findings(source, kind, every, alone, disputed),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        tables=tuple(table for table in tables if table.rows),
        notes=_notes(every, alone, lens),
        empty="" if rows else "Nothing on record cites this source.",
    )
    plain = view._replace(lens=lens._replace(factions=frozenset()))
    narrow = narrowed(plain, Factions(connection), what="rows")
    return narrow._replace(lens=lens, sources=tuple(citations.sources))


def _about(source: Source, kind: str, note: str, citations: Citations) -> Table:
    """What the source is."""
    what = {"derived": "our arithmetic on published figures", "unsourced": "what no page confirmed"}
    lines = (
        ("Title", source.title), ("Publisher", source.publisher), ("Author", source.author),
        ("Date", written(source.date)), ("Address", source.address), ("Kind", what.get(kind, kind)),
        ("Key", source.key), ("Note", citations.explained(note)),
    )  # fmt: skip
    return Table(
        "about", "What it is", ABOUT, tuple(Row(name, (name, value)) for name, value in lines if value)
    )


def _support_rows(
    connection: sqlite3.Connection, support: Support, cited: tuple[int, ...]
) -> tuple[Row, ...]:
    """A row for each row of the record, or field of one, that the source supports."""
    names: dict[Fact, str] = {}
    words: dict[Fact, Described] = {}
    for table, wanted in by_table(one.fact for one in support.shown).items():
        names |= {Fact(table, row): name for row, name in row_names(connection, table, wanted).items()}
        words |= {Fact(table, row): told for row, told in described(connection, table, wanted).items()}
    contests = rows_in_words(connection, [fact for fact in words if fact.table == "contest"])
    words |= {fact: Described(told.words, told.opens) for fact, told in contests.items()}
    rows = []
    for number, (fact, field, value, place) in enumerate(support.shown):
        told = words.get(fact, Described("", None))
        label = label_of(fact.table, field).capitalize() if field else None
        said = for_eyes(connection, field_of(fact.table, field), value) if field else None
        name = names.get(fact, FILES.get(fact.table, fact.table))
        cells = (told.words or name, label, said or None, place or NOT_NOTED, name)
        rows.append(Row(f"{number}", cells, told.opens, sources=cited, facts=(fact,)))
    return tuple(rows)


def _extent(support: Support) -> str:
    """How much of it is shown, where that is not all."""
    return f" ({len(support.shown):,} of {support.total:,})" if len(support.shown) < support.total else ""


def _notes(every: Support, alone: Support, lens: Lens) -> tuple[str, ...]:
    said = []
    if len(every.shown) < every.total or len(alone.shown) < alone.total:
        said.append(f"Of what it supports the first {MOST} rows are listed; words are looked for in these.")
    if lens.factions:
        said.append("Sources are of no faction: the faction filter does not apply here.")
    return tuple(said)
