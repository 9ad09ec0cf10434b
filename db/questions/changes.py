"""Seat by seat, what changed between two days: held, gained, new, abolished, vacant; and the net by slate."""

from __future__ import annotations

import sqlite3
from collections import Counter

from db.dates import written
from db.lens import Lens, Place
from db.questions.changes_words import findings, note, notes
from db.questions.steps import dates_of, with_body
from db.reading.assembly import Assembly
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.narrowing import narrowed
from db.reading.place import in_words
from db.reading.succession import GAIN, HELD, Change, succession
from db.view import Column, Kind, Row, Table, Tone, View

COLUMNS = (
    Column("section", "Section"),
    Column("kind", "Change"),
    Column("before", "Before"),
    Column("slate_before", "Slate", Kind.FACTION),
    Column("after", "After"),
    Column("slate_after", "Slate", Kind.FACTION),
    Column("note", "Note", optional=True, wide=True),
)

NET = (
    Column("faction", "Slate", Kind.FACTION),
    Column("before", "Before", Kind.NUMBER),
    Column("after", "After", Kind.NUMBER),
    Column("change", "Net", Kind.SIGNED),
)


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Changes between the lens's date and the day compared with (by default the section's result before it).

    Raises:
        Missing: the lens names what is not there.
    """
    lens = with_body(connection, lens)
    against, date = sorted(dates_of(connection, lens))
    assembly, citations = Assembly(connection, lens, span=(against, date)), Citations(connection)
    place, factions = assembly.place, assembly.factions
    earlier, later = assembly.chamber(against), assembly.chamber(date)
    changes = succession(earlier, later, factions)
    rows = _rows(changes, citations, date)
    name = ", ".join(filter(None, (place.body_name, place.section_name)))
    view = View(
        name="changes",
        title=f"Changes: {name}",
        lens=lens,
        words=in_words(
            lens, factions, place.body_short, place.section_name, f"{written(against)} to {written(date)}"
        ),
        findings=findings(changes, factions, date, against),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        tables=(_net(lens, changes, factions, date),) if rows else (),
        notes=notes(changes),
        empty="" if rows else f"The record holds no seat-holders of {name} on either day.",
        widen=() if rows else (("]", "go to the next date of change"), ("b", "choose another body")),
        resolved=lens.at(date=date, against=against),
    )
    return narrowed(view, factions, what="changes of seats")._replace(sources=tuple(citations.sources))


def _rows(changes: list[Change], citations: Citations, date: str) -> tuple[Row, ...]:
    cited = citations.of_terms(one.term for change in changes for one in change.people)
    rows = [_row(change, number, cited, date) for number, change in enumerate(changes)]
    return tuple(sorted(rows, key=lambda row: row.cells[1] == HELD))


def _row(change: Change, number: int, cited: dict[int, tuple[int, ...]], date: str) -> Row:
    before, after = change.before, change.after
    cells = (
        change.section.name, change.kind,
        before.person_name if before else None, before.faction if before else None,
        after.person_name if after else None, after.faction if after else None,
        note(change),
    )  # fmt: skip
    return Row(
        key=f"{change.section.key}/{'/'.join(one.person_key for one in change.people)}/{number}",
        cells=cells,
        opens=Place("candidate", Lens(person=change.people[0].person_key)),
        factions=frozenset(one.faction.key for one in change.people),
        date=date,
        tone={HELD: Tone.PLAIN, GAIN: Tone.STRONG}.get(change.kind, Tone.NOTABLE),
        sources=tuple(sorted({source for one in change.people for source in cited[one.term]})),
    )


def _net(lens: Lens, changes: list[Change], factions: Factions, date: str) -> Table:
    """Seats on both days by what was the outermost umbrella of the slate when the seat was won."""
    counted = [
        Counter(factions.rolled_up(one.faction.key, one.since or date) for one in holders if one)
        for holders in ([change.before for change in changes], [change.after for change in changes])
    ]
    before, after = counted
    rows = []
    for key in sorted(before.keys() | after.keys(), key=lambda key: factions.order(factions.named(key))):
        if not lens.factions or factions.covers(lens.factions, {key}, date):
            cells = (factions.named(key), before[key], after[key], after[key] - before[key])
            rows.append(Row(key, cells, None, frozenset({key}), date))
    return Table("net", "Net by slate", NET, tuple(rows))
