"""One recorded vote inside a body: the published count, who is named how, how groups split, what it says of the unknown."""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.errors import Missing
from db.lens import Lens
from db.questions.division.tables import (
    columns,
    figure_table,
    group_table,
    in_order,
    member_rows,
    missing_tables,
)
from db.questions.division.words import findings, last_day, notes
from db.reading.citations import Citations
from db.reading.counting.assembly import Assembly
from db.reading.divisions import Division, body_of_division, divisions_of, entries_of
from db.reading.divisions.roll import Roll
from db.reading.narrowing import narrowed
from db.reading.place import in_words, where
from db.view import View
from db.wayfinding.steps import with_body


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """A division against the composition of its day; the newest of the body where the lens names none.

    Raises:
        Missing: the lens names what is not there.
    """
    lens, division = _found(connection, lens)
    whole = lens.at(section=None)
    if division is None:
        return _none(connection, lens)
    assembly = Assembly(connection, whole, span=(division.date, last_day(division)))
    citations = Citations(connection)
    entries = entries_of(connection, [division])[division.id]
    balance = assembly.balance(assembly.chamber(division.date))
    roll = Roll(division, entries, balance, assembly.grouping)
    figures, factions = figure_table(roll, citations), assembly.factions
    everybody = in_order(roll)
    rows = member_rows(roll, everybody, citations)
    groups = group_table(roll, lens, factions, everybody)
    tables = (groups, figures, *missing_tables(roll, lens, factions, everybody))
    view = View(
        name="division",
        title=f"Division: {division.subject}",
        lens=lens,
        words=in_words(
            lens, factions, assembly.place.body_short, "division", written(division.date), _scheme(assembly)
        ),
        findings=findings(roll, citations.explained(division.note)),
        columns=columns(assembly.grouping.label),
        rows=rows,
        total=len(rows),
        tables=tuple(table for table in tables if table.rows),
        notes=notes(roll, assembly, citations.explained(division.note)),
        resolved=whole.at(date=division.date or None),
    )
    return citations.numbered(narrowed(view, factions, what="votes or seat-holders"))


def _found(connection: sqlite3.Connection, lens: Lens) -> tuple[Lens, Division | None]:
    """The lens with body and division named, and the division."""
    if lens.division is None:
        lens = with_body(connection, lens)
        every = divisions_of(connection, where(connection, lens).body)
        return (lens.at(division=every[0].key), every[0]) if every else (lens, None)
    body = body_of_division(connection, lens.division)
    if body is None:
        raise Missing(f"There is no division {lens.division!r} in this record.")
    lens = lens.at(body=body, section=lens.section if lens.body == body else None)
    every = divisions_of(connection, where(connection, lens.at(section=None)).body)
    return lens, next(one for one in every if one.key == lens.division)


def _scheme(assembly: Assembly) -> str:
    return f"scheme {assembly.grouping.scheme.name}" if assembly.grouping.scheme else ""


def _none(connection: sqlite3.Connection, lens: Lens) -> View:
    assembly = Assembly(connection, lens.at(section=None), span=("", ""))
    short = assembly.place.body_short
    return View(
        name="division",
        title=f"Division: {assembly.place.body_name}",
        lens=lens,
        words=in_words(lens, assembly.factions, short, "division"),
        findings=(),
        columns=columns(assembly.grouping.label),
        rows=(),
        total=0,
        empty=f"The record holds no divisions of {short or 'any body'}.",
        widen=(("b", "choose another body"),),
    )
