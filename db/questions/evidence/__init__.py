"""Where a row comes from: the rows of the record that it rests on, what every source says of each value, and why it is shown."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from db.dumping.row_names import FILES, row_names
from db.errors import Missing
from db.lens import Lens, Place
from db.questions.evidence.behind import behind
from db.questions.evidence.origin import labels_of, looked_at, origin_of
from db.questions.evidence.values import COLUMNS, said_of, value_rows
from db.questions.evidence.words import notes, of_rows, of_values
from db.questions.evidence.worked import COUNTING, worked_table
from db.reading.citations import Citations
from db.reading.described import described
from db.reading.disputes.naming import rows_in_words
from db.reading.factions import Factions
from db.reading.facts import MOST, by_table
from db.reading.narrowing import narrowed
from db.reading.sources import called
from db.view import Column, Fact, Origin, Row, Table, Tone, View

IN_FULL = 3
"""So many rows of the record are shown value by value; of more only the nearest, and each other one is a row that opens."""

FACTS = (
    Column("words", "What it says"),
    Column("row", "Row of the record"),
    Column("source", "Sources"),
    Column("file", "File", wide=True),
)


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Where the lens's row comes from.

    Raises:
        Missing: the lens names no row, or one that is no longer on record.
    """
    origin = origin_of(lens)
    names = called_here(connection, origin.facts)
    facts = tuple(fact for fact in dict.fromkeys(origin.facts) if fact in names)
    if not facts:
        raise Missing("The row is no longer on record.")
    looked = looked_at(connection, lens, origin)
    citations = Citations(connection)
    counting = len(facts) > IN_FULL and (looked is None or (origin.view, origin.table) in COUNTING)
    full = () if counting else facts if len(facts) <= IN_FULL else facts[:1]
    rest = tuple(fact for fact in facts if fact not in full)
    every = [said_of(connection, fact) for fact in full]
    shown = [value_rows(connection, one, labels_of(origin, looked, one.fact), citations) for one in every]
    listed = fact_rows(connection, rest, names, citations, lens)
    columns, rows = (FACTS, listed) if counting else (COLUMNS, shown[0])
    told = rows_in_words(connection, full or facts[:1])
    tables = [
        Table(f"row{number}", told[one.fact].words, COLUMNS, some)
        for number, (one, some) in enumerate(zip(every, shown, strict=True), 1)
    ][1:]
    if looked is not None:
        tables.insert(0, worked_table(origin.view, origin.table, looked.columns, looked.row))
    if not counting:
        tables.append(Table("further", "What else the row rests on", FACTS, listed))
    counted = ", ".join(filter(None, (looked.name, looked.words))) if looked is not None and counting else ""
    view = View(
        name="evidence",
        title=f"Where it comes from: {counted or told[facts[0]].words}",
        lens=lens,
        words=f"evidence, {counted or names[facts[0]]}",
        findings=of_rows(rows) if counting else of_values(connection, every[0], rows),
        columns=columns,
        rows=rows,
        total=len(rows),
        tables=tuple(table for table in tables if table.rows),
        notes=notes(connection, full, told, citations, lens, cut=len(names) >= MOST),
    )
    plain = view._replace(lens=lens._replace(factions=frozenset()))
    narrow = narrowed(plain, Factions(connection), what="values")
    return narrow._replace(lens=lens, sources=tuple(citations.sources))


def called_here(connection: sqlite3.Connection, facts: Iterable[Fact]) -> dict[Fact, str]:
    """What the files of the record call rows; of a term that stands in none, what it follows from; those gone are left out."""
    names = {}
    for table, ids in by_table(fact for fact in facts if fact.table in FILES).items():
        for number, name in row_names(connection, table, ids).items():
            follows = "" if name.startswith(f"{FILES[table]} ") else "the term that follows from "
            names[Fact(table, number)] = f"{follows}{name}"
    return names


def fact_rows(
    connection: sqlite3.Connection,
    facts: tuple[Fact, ...],
    names: dict[Fact, str],
    citations: Citations,
    lens: Lens,
) -> tuple[Row, ...]:
    """A row for each of the rows of the record that a figure rests on."""
    words: dict[Fact, str] = {}
    for table, ids in by_table(facts).items():
        words |= {Fact(table, number): one.words for number, one in described(connection, table, ids).items()}
    cited = citations.of_facts(facts)
    rows = []
    for fact in facts:
        numbers = cited[fact] or _behind(connection, fact, citations)
        sources = [called(citations.sources[number - 1]) for number in numbers]
        said = "; ".join(dict.fromkeys(sources)) or "no source is on record"
        cells = (words.get(fact, ""), names[fact], said, FILES[fact.table])
        opens = Place("evidence", lens.at(row=str(Origin("", "", (fact,))), sort=None, text=""))
        tone = Tone.PLAIN if sources else Tone.NOTABLE
        rows.append(Row(f"{fact.table}.{fact.id}", cells, opens, tone=tone, sources=numbers, facts=(fact,)))
    return tuple(rows)


def _behind(connection: sqlite3.Connection, fact: Fact, citations: Citations) -> tuple[int, ...]:
    """The sources of the row on which one rests of which no source speaks itself."""
    found = (citations.of_facts([one.fact])[one.fact] for one in behind(connection, fact))
    return next(filter(None, found), ())
