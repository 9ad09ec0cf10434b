"""Who holds a body or section on a day: seats by faction, the holders, the majority."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from dataclasses import replace

from db.dates import written
from db.lens import Lens, Place
from db.questions.steps import steps, with_body, day_of
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.holders import Seated, Seats, seated_on, seats_on
from db.reading.narrowing import narrowed
from db.reading.place import Where, in_words, where
from db.view import NO_SLATE, Column, Faction, Hemicycle, Kind, Row, Table, Tone, View
from db.wording import count, listed, number_word, sentence

VACANT = Faction("vacant", "vacant or holder not known", "vacant / ?", "○", "#808080")
"""Stands for seats of which no holder is on record."""

COLUMNS = (
    Column("faction", "Slate", Kind.FACTION),
    Column("seats", "Seats", Kind.NUMBER),
    Column("share", "Share", Kind.SHARE),
    Column("voting", "Votes", Kind.NUMBER, wide=True),
    Column("holders", "Held by", Kind.HOLDERS),
)

HOLDER_COLUMNS = (
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


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Seats by the slate that each holder stood on.

    Raises:
        Missing: the lens names what is not there.
    """
    lens = with_body(connection, lens)
    place = where(connection, lens)
    factions = Factions(connection)
    dates = steps(connection, lens)
    date = day_of(connection, lens.date) or (dates[-1] if dates else "")
    sections = seats_on(connection, place.body or 0, place.section, date)
    everybody = seated_on(connection, factions, place.body or 0, place.section, date)
    sections, seated, attending = _members(sections, everybody, alone=place.section is not None)
    citations = Citations(connection)
    cited = citations.of("term", (one.term for one in everybody))
    cited |= _contest_citations(connection, citations, everybody, cited)
    empty = _empty(place, date, dates, seated, sections)
    view = View(
        name="composition",
        title=f"Composition: {place.body_name}{', ' + place.section_name if place.section_name else ''}",
        lens=lens,
        words=in_words(lens, factions, place.body_short, place.section_name, written(date)),
        findings=() if empty else _findings(place, date, sections, seated, factions),
        columns=COLUMNS,
        rows=() if empty else _rows(lens, date, sections, seated, factions, cited),
        total=0,
        notes=_notes(sections, seated, attending),
        drawing=None if empty else _hemicycle(lens, date, sections, seated, factions),
        empty=empty,
        widen=(
            (("]", "go to the next date of change"),)
            if dates and date < dates[0]
            else (("b", "choose another body"),)
        )
        if empty
        else (),
    )
    view = narrowed(view, factions, what="seat-holders")
    holders = _holder_table(lens, date, everybody, factions, cited)
    return replace(view, tables=(holders,) if everybody else (), sources=tuple(citations.sources))


def _members(
    sections: list[Seats], everybody: list[Seated], *, alone: bool
) -> tuple[list[Seats], list[Seated], list[Seated]]:
    """Sections and holders that count as seats, and those who attend in an office without a vote."""
    voteless = set() if alone else {one.section for one in sections if not one.voting}
    members = [one for one in everybody if one.section not in voteless]
    return (
        [one for one in sections if one.section not in voteless],
        members,
        [one for one in everybody if one.section in voteless],
    )


def _contest_citations(
    connection: sqlite3.Connection,
    citations: Citations,
    seated: list[Seated],
    cited: dict[int, tuple[int, ...]],
) -> dict[int, tuple[int, ...]]:
    """A derived term rests on the sources of the candidacy that won it."""
    wanting = [one.term for one in seated if not cited.get(one.term)]
    marks = ",".join("?" * len(wanting))
    pairs = dict(
        connection.execute(
            f"SELECT id, candidacy_id FROM term WHERE candidacy_id IS NOT NULL AND id IN ({marks})", wanting
        )
    )
    found = citations.of("candidacy", pairs.values())
    return {term: found[candidacy] for term, candidacy in pairs.items()}


def _groups(seated: list[Seated], factions: Factions) -> list[tuple[Faction, list[Seated]]]:
    held: dict[Faction, list[Seated]] = defaultdict(list)
    for one in seated:
        held[one.faction].append(one)
    return sorted(held.items(), key=lambda pair: factions.order(pair[0]))


def _empty_seats(sections: list[Seats], seated: list[Seated]) -> dict[Seats, int]:
    """Sections with more seats than known holders, and how many more."""
    held: dict[int, int] = defaultdict(int)
    for one in seated:
        held[one.section] += 1
    return {
        one: one.seats - held[one.section]
        for one in sections
        if one.seats is not None and one.seats > held[one.section]
    }


def _total(sections: list[Seats], seated: list[Seated]) -> int:
    return sum(_empty_seats(sections, seated).values()) + len(seated)


def _votes(sections: list[Seats], seated: list[Seated]) -> int:
    """Votes that can be cast: those of holders, and of seats whose holder is not known."""
    unknown = sum(number for one, number in _empty_seats(sections, seated).items() if one.voting)
    return unknown + sum(one.voting for one in seated)


def _rows(
    lens: Lens,
    date: str,
    sections: list[Seats],
    seated: list[Seated],
    factions: Factions,
    cited: dict[int, tuple[int, ...]],
) -> tuple[Row, ...]:
    total = _total(sections, seated)
    rows = []
    for faction, held in _groups(seated, factions):
        voting = sum(one.voting for one in held)
        share = 100 * len(held) / total
        cells = (faction, len(held), share, voting, tuple(one.holder for one in held))
        opens = Place("factions", lens.wide.at(text=faction.name)) if faction is not NO_SLATE else None
        sources = tuple(sorted({number for one in held for number in cited.get(one.term, ())}))
        rows.append(Row(faction.key, cells, opens, frozenset({faction.key}), date, sources=sources))
    if missing := sum(_empty_seats(sections, seated).values()):
        voting = _votes(sections, seated) - sum(one.voting for one in seated)
        cells = (VACANT, missing, 100 * missing / total, voting, ())
        rows.append(Row(VACANT.key, cells, None, frozenset({VACANT.key}), date, Tone.FAINT))
    return tuple(rows)


def _hemicycle(
    lens: Lens, date: str, sections: list[Seats], seated: list[Seated], factions: Factions
) -> Hemicycle:
    groups = [(faction, len(held)) for faction, held in _groups(seated, factions)]
    lit = (faction.key for faction, _ in groups if factions.covers(lens.factions, {faction.key}, date))
    none_lit = frozenset({""}) if lens.factions else frozenset()
    votes = _votes(sections, seated)
    vacant = sum(_empty_seats(sections, seated).values())
    return Hemicycle(tuple(groups), vacant, votes // 2 + 1, frozenset(lit) or none_lit, votes)


def _holder_table(
    lens: Lens, date: str, seated: list[Seated], factions: Factions, cited: dict[int, tuple[int, ...]]
) -> Table:
    rows = []
    for one in sorted(seated, key=lambda one: (factions.order(one.faction), one.section, one.sort_name)):
        if lens.factions and not factions.covers(lens.factions, {one.faction.key}, date):
            continue
        note = one.note + (
            f" Last attested {written(one.last_known)}." if one.last_known and one.last_known < date else ""
        )
        cells = (
            one.person_name, one.faction, one.section_name, one.since, one.gained, one.represents, one.voting, one.basis, note.strip()
        )  # fmt: skip
        opens = Place("candidate", Lens(person=one.person_key))
        tone = Tone.PLAIN if one.voting else Tone.FAINT
        keys = frozenset({one.faction.key})
        rows.append(
            Row(f"{one.person_key}/{one.section}", cells, opens, keys, date, tone, cited.get(one.term, ()))
        )
    return Table("holders", "Seat-holders", HOLDER_COLUMNS, tuple(rows))


def _findings(
    place: Where, date: str, sections: list[Seats], seated: list[Seated], factions: Factions
) -> tuple[str, ...]:
    total, votes = _total(sections, seated), _votes(sections, seated)
    majority = votes // 2 + 1
    sized = sorted(
        ((faction, held) for faction, held in _groups(seated, factions) if faction is not NO_SLATE),
        key=lambda pair: -len(pair[1]),
    )
    whole = f"{count(total, 'seat')} of the {place.body_short}{' ' + place.section_name if place.section_name else ''}"
    parts = [f"{faction.name} {number_word(len(held))}" for faction, held in sized]
    findings = [
        f"{_on(date)}, of the {whole}: {listed(parts)}."
        if parts
        else f"{_on(date)} the record names no slate in the {whole}."
    ]
    if unsized := [one.name for one in sections if one.seats is None]:
        findings.append(
            f"How many seats the {listed(unsized)} had is not on record, so no majority can be stated."
        )
        return tuple(map(sentence, findings))
    winner = next((pair for pair in sized if sum(one.voting for one in pair[1]) >= majority), None)
    unknown = total - sum(len(held) for _, held in sized)
    if winner:
        findings.append(f"{winner[0].name} alone had a majority ({majority} of {votes} votes).")
    elif unknown:
        findings.append(
            f"A majority is {majority} of {votes} votes; {count(unknown, 'seat is', 'seats are')} without a known slate or holder."
        )
    else:
        findings.append(f"A majority is {majority} of {votes} votes; no slate had one alone.")
    return tuple(map(sentence, findings))


def _on(date: str) -> str:
    return f"{'On' if len(date) == 10 else 'In'} {written(date)}"


def _notes(sections: list[Seats], seated: list[Seated], attending: list[Seated]) -> tuple[str, ...]:
    notes = []
    if attending:
        notes.append(
            f"Attending without a vote, not counted: {listed([f'{one.person_name} ({one.section_name})' for one in attending])}."
        )
    for one in sections:
        held = sum(other.section == one.section for other in seated)
        if one.seats is not None and held > one.seats:
            notes.append(
                f"{one.name}: {held} holders are on record for {count(one.seats, 'seat')} on this day."
            )
    missing = _empty_seats(sections, seated)
    if missing:
        words = [f"{one.name} {number} of {one.seats}" for one, number in missing.items()]
        notes.append(f"No holder on record on this day: {'; '.join(words)}.")
    if silent := [one.person_name for one in seated if not one.voting]:
        notes.append(f"Without a vote on this day: {listed(silent)}.")
    if any(one.basis == "derived" for one in seated):
        notes.append(
            "Terms marked derived follow from who was elected: from the result to the section's next regular contest."
        )
    if any(one.last_known for one in seated):
        notes.append(
            "Where no end of a term is on record, the holder is shown as still in office; the last attested day is noted."
        )
    return tuple(notes)


def _empty(
    place: Where, date: str, dates: tuple[str, ...], seated: list[Seated], sections: list[Seats]
) -> str:
    if seated or any(one.seats for one in sections):
        return ""
    name = f"{place.body_short}{', ' + place.section_name if place.section_name else ''}"
    if not dates:
        return f"The record holds no seats, terms or results of {name}."
    if date < dates[0]:
        return f"The record of {name} begins on {written(dates[0])}; {written(date)} is before it."
    return f"The record holds neither seats nor holders of {name} on {written(date)}."
