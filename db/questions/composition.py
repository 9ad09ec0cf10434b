"""Who holds a body or section on a day: seats by slate, the holders, the majority, what happened in that year."""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.lens import Lens, Place
from db.questions.composition_words import findings, notes
from db.questions.happenings import division_table, event_table
from db.questions.steps import day_of, steps, with_body
from db.reading.chamber import Chamber, chamber_on
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.narrowing import narrowed
from db.reading.place import Where, in_words, where
from db.view import NO_SLATE, Column, Faction, Hemicycle, Kind, Row, Table, Tone, View

VACANT = Faction("vacant", "vacant or holder not known", "vacant / ?", "○", "#808080")
"""Stands for seats of which no holder is on record."""

NONE_LIT = frozenset({""})
"""What is lit where factions are switched on of which none holds a seat."""

COLUMNS = (
    Column("faction", "Slate", Kind.FACTION),
    Column("seats", "Seats", Kind.NUMBER),
    Column("share", "Share", Kind.SHARE),
    Column("voting", "Votes", Kind.NUMBER, wide=True),
    Column("holders", "Held by", Kind.HOLDERS),
)

HOLDERS = (
    Column("person", "Seat-holder"),
    Column("faction", "Slate", Kind.FACTION),
    Column("section", "Section"),
    Column("since", "Since", Kind.DATE),
    Column("gained", "How", wide=True),
    Column("represents", "For", optional=True, wide=True),
    Column("voting", "Votes", Kind.FLAG, wide=True),
    Column("basis", "Basis", optional=True),
    Column("note", "Note", optional=True, wide=True),
)

Cited = dict[int, tuple[int, ...]]


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Seats by the slate that each holder stood on.

    Raises:
        Missing: the lens names what is not there.
    """
    lens = with_body(connection, lens)
    place = where(connection, lens)
    factions, citations = Factions(connection), Citations(connection)
    dates = steps(connection, lens)
    date = day_of(connection, lens.date) or (dates[-1] if dates else "")
    chamber = chamber_on(connection, factions, place, date)
    cited = citations.of_terms(one.term for one in chamber.everybody)
    empty = _empty(chamber, dates)
    view = View(
        name="composition",
        title=f"Composition: {', '.join(filter(None, (place.body_name, place.section_name)))}",
        lens=lens,
        words=in_words(lens, factions, place.body_short, place.section_name, written(date)),
        findings=() if empty else findings(chamber, factions),
        columns=COLUMNS,
        rows=() if empty else _rows(lens, chamber, factions, cited),
        total=0,
        tables=_tables(connection, lens, chamber, factions, citations, cited),
        notes=notes(chamber),
        drawing=None if empty else _hemicycle(lens, chamber, factions),
        empty=empty,
        widen=_widen(date, dates) if empty else (),
        resolved=lens.at(date=date or None),
    )
    return narrowed(view, factions, what="seat-holders")._replace(sources=tuple(citations.sources))


def _rows(lens: Lens, chamber: Chamber, factions: Factions, cited: Cited) -> tuple[Row, ...]:
    rows = []
    for faction, held in chamber.groups(factions):
        voting = sum(one.voting for one in held)
        holders = tuple(one.holder for one in held)
        opens = None if faction is NO_SLATE else Place("factions", lens.wide.at(text=faction.name))
        sources = tuple(sorted({number for one in held for number in cited[one.term]}))
        cells = (faction, len(held), 100 * len(held) / chamber.total, voting, holders)
        rows.append(Row(faction.key, cells, opens, frozenset({faction.key}), chamber.date, sources=sources))
    if chamber.vacant:
        voting = chamber.votes - sum(one.voting for one in chamber.seated)
        cells = (VACANT, chamber.vacant, 100 * chamber.vacant / chamber.total, voting, ())
        rows.append(Row(VACANT.key, cells, None, frozenset({VACANT.key}), chamber.date, Tone.FAINT))
    return tuple(rows)


def _hemicycle(lens: Lens, chamber: Chamber, factions: Factions) -> Hemicycle:
    groups = tuple((faction, len(held)) for faction, held in chamber.groups(factions))
    lit = frozenset(
        faction.key for faction, _ in groups if factions.covers(lens.factions, {faction.key}, chamber.date)
    )
    shown = (lit or NONE_LIT) if lens.factions else frozenset()
    return Hemicycle(groups, chamber.vacant, chamber.majority, shown, chamber.votes)


def _tables(
    connection: sqlite3.Connection,
    lens: Lens,
    chamber: Chamber,
    factions: Factions,
    citations: Citations,
    cited: Cited,
) -> tuple[Table, ...]:
    tables = (
        _holder_table(lens, chamber, factions, citations, cited),
        event_table(connection, citations, chamber.place, chamber.date),
        division_table(connection, citations, chamber.place, chamber.date),
    )
    return tuple(table for table in tables if table.rows)


def _holder_table(
    lens: Lens, chamber: Chamber, factions: Factions, citations: Citations, cited: Cited
) -> Table:
    rows = []
    order = {one.section: number for number, one in enumerate(chamber.sections)}
    everybody = sorted(
        chamber.everybody,
        key=lambda one: (factions.order(one.faction), order.get(one.section, 99), one.sort_name),
    )
    for one in everybody:
        if lens.factions and not factions.covers(lens.factions, {one.faction.key}, chamber.date):
            continue
        last = one.last_known if one.last_known and one.last_known < chamber.date else None
        note = "; ".join(
            filter(None, (citations.explained(one.note), last and f"last attested {written(last)}"))
        )
        cells = (
            one.person_name, one.faction, one.section_name, one.since, one.gained, one.represents, one.voting,
            one.basis, note,
        )  # fmt: skip
        rows.append(
            Row(
                f"{one.person_key}/{one.section}",
                cells,
                Place("candidate", Lens(person=one.person_key)),
                frozenset({one.faction.key}),
                chamber.date,
                Tone.PLAIN if one.voting else Tone.FAINT,
                cited[one.term],
            )
        )
    return Table("holders", "Seat-holders", HOLDERS, tuple(rows))


def _empty(chamber: Chamber, dates: tuple[str, ...]) -> str:
    if chamber.seated or any(one.seats for one in chamber.sections):
        return ""
    name = _name(chamber.place)
    if not dates:
        return f"The record holds no seats, terms or results of {name}."
    if chamber.date < dates[0]:
        return f"The record of {name} begins on {written(dates[0])}; {written(chamber.date)} is before it."
    return f"The record holds neither seats nor holders of {name} on {written(chamber.date)}."


def _name(place: Where) -> str:
    return ", ".join(filter(None, (place.body_short, place.section_name)))


def _widen(date: str, dates: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if dates and date < dates[0]:
        return (("]", "go to the next date of change"),)
    return (("b", "choose another body"),)
