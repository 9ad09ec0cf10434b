"""Seat by seat, what changed between two days and why: held, gained, new, abolished, vacant; the net; who is back, who is new."""

from __future__ import annotations

import sqlite3

from db.dates import on_day, written
from db.lens import Lens, Place
from db.questions.changes.notes import notes
from db.questions.changes.tables import net_table, new_table, returned_table
from db.questions.changes.words import findings
from db.questions.contradictions import contradicted, crowds
from db.reading.citations import Citations
from db.reading.counting.grouping import Grouping
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.passing.comparison import Comparison, compare
from db.reading.passing.passages import Passage
from db.reading.passing.story import note, story
from db.reading.passing.succession import GAIN, KEPT, LOST, PASSED, Change
from db.reading.place import in_words
from db.reading.seats.defects import defects
from db.view import Column, Fact, Kind, Row, Table, Tone, View
from db.wayfinding.steps import dates_of, steps, too_early, with_body
from db.wording import sentence


def columns(grouping: Grouping, *, by_slate: bool, one_section: bool = False) -> tuple[Column, ...]:
    """The columns; slates give way where something else is counted, and the section where there is one only."""
    return (
        Column("section", "Section", wide=one_section),
        Column("kind", "Change"),
        Column("before", "Before"),
        Column("slate_before", "Slate", Kind.FACTION, wide=not by_slate),
        Column("group_before", grouping.label, Kind.FACTIONS, optional=True),
        Column("after", "After"),
        Column("slate_after", "Slate", Kind.FACTION, wide=not by_slate),
        Column("group_after", grouping.label, Kind.FACTIONS, optional=True),
        Column("reason", "Reason", Kind.NAMES, optional=True),
        Column("story", "How it came about", optional=True, wide=True),
        Column("note", "Note", optional=True, wide=True),
    )


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Changes between the lens's date and the day compared with (by default the section's result before it).

    Raises:
        Missing: the lens names what is not there.
    """
    lens = with_body(connection, lens)
    against, date = sorted(dates_of(connection, lens))
    compared = compare(connection, lens, against, date)
    place, factions = compared.assembly.place, compared.assembly.factions
    grouping, citations = compared.sides.grouping, Citations(connection)
    short = ", ".join(filter(None, (place.body_short, place.section_name)))
    early = too_early(short, against, steps(connection, lens))
    rows = _rows(compared, citations)
    wrong = defects(connection, place, date).contradictions
    name = ", ".join(filter(None, (place.body_name, place.section_name)))
    scheme = f"scheme {grouping.scheme.name}" if grouping.scheme else ""
    days = " to ".join(filter(None, (written(against), written(date))))
    view = View(
        name="changes",
        title=f"Changes: {name}",
        lens=lens,
        words=in_words(lens, factions, place.body_short, place.section_name, days, scheme),
        findings=(
            *((early,) if early else findings(compared)),
            *_crowds(compared),
            *contradicted(place, wrong),
        )
        if rows
        else (),
        columns=columns(grouping, by_slate=compared.by_slate, one_section=place.section is not None),
        rows=rows,
        total=len(rows),
        tables=_tables(compared) if rows else (),
        notes=(*notes(compared), *map(sentence, wrong)),
        empty="" if rows else f"The record holds no seat-holders of {name} on either day.",
        widen=() if rows else (("]", "go to the next date of change"), ("b", "choose another body")),
        resolved=lens.at(date=date or None, against=against or None),
    )
    return citations.numbered(narrowed(view, factions, what="changes of seats"))


def _crowds(compared: Comparison) -> tuple[str, ...]:
    """Where there are more holders than seats on either day."""
    return tuple(
        words for day in (compared.earlier, compared.later) for words in crowds(day, on_day(day.date))
    )


def _rows(compared: Comparison, citations: Citations) -> tuple[Row, ...]:
    passages = [compared.passages.of(change) for change in compared.changes]
    elsewhere = {one.person: one.section_name for one in compared.earlier.everybody}
    rows = []
    for number, (change, passage) in enumerate(zip(compared.changes, passages, strict=True)):
        moved = elsewhere.get(change.after.person, "") if change.after else ""
        other = "" if moved == change.section.name else moved
        rows.append(
            _row(
                compared,
                change,
                passage,
                number,
                note(change, citations, other, compared.earlier.date),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.cells[1] in KEPT, row.cells[1] not in PASSED)))


def _row(compared: Comparison, change: Change, passage: Passage, number: int, noted: str) -> Row:
    before, after, sides = change.before, change.after, compared.sides
    by_slate = compared.by_slate
    was = sides.of(before, compared.earlier.date).groups if before and not by_slate else ()
    now = sides.of(after, compared.later.date).groups if after and not by_slate else ()
    cells = (
        change.section.name, _told(compared, change),
        before.person_name if before else None, before.faction if before else None, was,
        after.person_name if after else None, after.faction if after else None, now,
        passage.reasons, story(passage, change) or None, noted or None,
    )  # fmt: skip
    first = change.people[0]
    return Row(
        key=f"{change.section.key}/{'/'.join(one.person_key for one in change.people)}/{number}",
        cells=cells,
        opens=Place("candidate", Lens(person=first.person_key)) if first.person > 0 else None,
        factions=compared.keys_of(change),
        date=compared.later.date,
        tone=Tone.PLAIN if change.kind in KEPT else Tone.STRONG if change.kind == GAIN else Tone.NOTABLE,
        facts=_rests(compared, change, passage),
    )


def _rests(compared: Comparison, change: Change, passage: Passage) -> tuple[Fact, ...]:
    """The seat on both days, the later one first, and how it came from the one to the other."""
    days = ((change.after, compared.later.date), (change.before, compared.earlier.date))
    held = (compared.sides.facts_of(one, day) for one, day in days if one is not None)
    return together(*held, passage.facts)


def _told(compared: Comparison, change: Change) -> str:
    """What happened to a seat; what others gained from the factions switched on, these have lost."""
    before, after = change.before, change.after
    if change.kind != GAIN or not compared.lens.factions or before is None or after is None:
        return change.kind
    had = compared.shows(before, compared.earlier.date)
    return LOST if had and not compared.shows(after, compared.later.date) else GAIN


def _tables(compared: Comparison) -> tuple[Table, ...]:
    tables = (net_table(compared), returned_table(compared), new_table(compared))
    return tuple(table for table in tables if table.rows)
