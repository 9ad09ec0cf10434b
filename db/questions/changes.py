"""Seat by seat, what changed between two days: held, gained, new, abolished, vacant; and the net by faction."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from db.dates import written
from db.lens import Lens, Place
from db.questions.steps import dates_of, with_body
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.holders import Seated, Seats, seated_on, seats_on
from db.reading.narrowing import narrowed
from db.reading.place import Where, in_words, where
from db.view import NO_SLATE, Column, Faction, Kind, Row, Table, Tone, View
from db.wording import count, listed, sentence, signed

COLUMNS = (
    Column("section", "Section"),
    Column("kind", "Change"),
    Column("before", "Before"),
    Column("slate_before", "Slate", Kind.FACTION),
    Column("after", "After"),
    Column("slate_after", "Slate", Kind.FACTION),
    Column("note", "Note", optional=True, wide=True),
)

NET_COLUMNS = (
    Column("faction", "Slate", Kind.FACTION),
    Column("before", "Before", Kind.NUMBER),
    Column("after", "After", Kind.NUMBER),
    Column("change", "Net", Kind.SIGNED),
)

NOT_KNOWN = "not known"
"""The kind of a seat of whose holder on the later day the record says nothing."""

FILLED = "not known before"
"""The kind of a seat of whose holder on the earlier day the record says nothing."""


class Change(NamedTuple):
    """One seat on two days."""

    section: Seats
    before: Seated | None
    after: Seated | None
    kind: str


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Changes between the lens's date and the day compared with (by default the section's result before it).

    Raises:
        Missing: the lens names what is not there.
    """
    lens = with_body(connection, lens)
    place = where(connection, lens)
    factions = Factions(connection)
    date, against = dates_of(connection, lens)
    date, against = max(date, against), min(date, against)
    changes = _changes(connection, factions, place, date, against)
    citations = Citations(connection)
    rows = _rows(changes, factions, citations, date)
    view = View(
        name="changes",
        title=f"Changes: {place.body_name}{', ' + place.section_name if place.section_name else ''}",
        lens=lens,
        words=in_words(
            lens, factions, place.body_short, place.section_name, f"{written(against)} to {written(date)}"
        ),
        findings=_findings(changes, factions, date, against),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        tables=(_net(lens, changes, factions, date),) if rows else (),
        notes=_notes(changes),
        empty=""
        if rows
        else f"The record holds no seats of {place.body_short} {place.section_name} on either day.",
    )
    return replace(narrowed(view, factions, what="changes of seats"), sources=tuple(citations.sources))


def _changes(
    connection: sqlite3.Connection, factions: Factions, place: Where, date: str, against: str
) -> list[Change]:
    body = place.body or 0
    before = {one.section: one for one in seats_on(connection, body, place.section, against)}
    after = {one.section: one for one in seats_on(connection, body, place.section, date)}
    had = seated_on(connection, factions, body, place.section, against)
    have = seated_on(connection, factions, body, place.section, date)
    changes = []
    for section in dict.fromkeys([*before, *after]):
        seats = after.get(section) or before[section]
        sizes = (
            before[section].seats or 0 if section in before else 0,
            after[section].seats or 0 if section in after else 0,
        )
        left = [one for one in had if one.section == section]
        arrived = [one for one in have if one.section == section]
        changes += _section_changes(seats, sizes, left, arrived, factions, date)
    return changes


def _section_changes(
    seats: Seats, sizes: tuple[int, int], had: list[Seated], have: list[Seated], factions: Factions, date: str
) -> list[Change]:
    """Pair the holders of a section: the same person, then whom a source names as replaced, then allies, then the rest in order."""
    pairs: list[tuple[Seated | None, Seated | None]] = []
    left, arrived = list(had), list(have)
    tests: tuple[Callable[[Seated, Seated], bool], ...] = (
        lambda one, other: one.person == other.person,
        lambda one, other: other.replaces == one.person,
        lambda one, other: one.faction == other.faction and one.faction is not NO_SLATE,
        lambda one, other: factions.allied(one.faction.key, other.faction.key, date),
        lambda one, other: True,
    )
    for test in tests:
        for one in list(left):
            partner = next((other for other in arrived if test(one, other)), None)
            if partner is not None:
                pairs.append((one, partner))
                left.remove(one)
                arrived.remove(partner)
    pairs += [(one, None) for one in left] + [(None, one) for one in arrived]
    kinds = _kinds(pairs, sizes, len(had), len(have), factions, date)
    return [Change(seats, before, after, kind) for (before, after), kind in zip(pairs, kinds, strict=True)]


def _kinds(
    pairs: list[tuple[Seated | None, Seated | None]],
    sizes: tuple[int, int],
    had: int,
    have: int,
    factions: Factions,
    date: str,
) -> list[str]:
    """What happened to each seat; seats without a known holder before are counted before any is called new."""
    unknown_before = max(0, sizes[0] - had)
    new = max(0, sizes[1] - sizes[0])
    abolished = max(0, sizes[0] - sizes[1])
    kinds = []
    for before, after in pairs:
        if before and after:
            kinds.append(_kind_of_pair(before, after, factions, date))
        elif after and new:
            new, kind = new - 1, "new"
            kinds.append(kind)
        elif after:
            unknown_before -= 1
            kinds.append(FILLED)
        elif abolished:
            abolished, kind = abolished - 1, "abolished"
            kinds.append(kind)
        else:
            kinds.append("vacant" if before and before.ended else NOT_KNOWN)
    return kinds


def _kind_of_pair(before: Seated, after: Seated, factions: Factions, date: str) -> str:
    if before.person == after.person or factions.allied(before.faction.key, after.faction.key, date):
        return "held"
    if NO_SLATE in (before.faction, after.faction):
        return "new holder"
    return "gain"


def _note(change: Change, factions: Factions) -> str:
    before, after = change.before, change.after
    if before and after and before.person == after.person and before.faction != after.faction:
        return f"{after.person_name} held the seat, {_stood(before.faction)} before and {_stood(after.faction)} after"
    if change.kind == FILLED:
        return "no holder on record on the earlier day"
    if change.kind == "vacant":
        return "no successor on record"
    if change.kind == NOT_KNOWN:
        return "not attested on the later day"
    return ""


def _stood(faction: Faction) -> str:
    return "with no slate known" if faction is NO_SLATE else f"on the slate {faction.name}"


def _rows(changes: list[Change], factions: Factions, citations: Citations, date: str) -> tuple[Row, ...]:
    people = [one for change in changes for one in (change.before, change.after) if one]
    cited = citations.of_terms(one.term for one in people)
    rows = []
    for number, change in enumerate(changes):
        before, after = change.before, change.after
        cells = (
            change.section.name, change.kind,
            before.person_name if before else None, before.faction if before else None,
            after.person_name if after else None, after.faction if after else None,
            _note(change, factions),
        )  # fmt: skip
        person = after or before
        assert person is not None
        sources = tuple(
            sorted({number for one in (before, after) if one for number in cited.get(one.term, ())})
        )
        keys = frozenset(one.faction.key for one in (before, after) if one)
        key = f"{change.section.key}/{before.person_key if before else ''}/{after.person_key if after else number}"
        tone = Tone.PLAIN if change.kind == "held" else Tone.STRONG if change.kind == "gain" else Tone.NOTABLE
        rows.append(
            Row(key, cells, Place("candidate", Lens(person=person.person_key)), keys, date, tone, sources)
        )
    return tuple(sorted(rows, key=lambda row: row.cells[1] == "held"))


def _net(lens: Lens, changes: list[Change], factions: Factions, date: str) -> Table:
    before = Counter(
        factions.rolled_up(change.before.faction.key, date) for change in changes if change.before
    )
    after = Counter(factions.rolled_up(change.after.faction.key, date) for change in changes if change.after)
    rows = []
    for key in sorted(before.keys() | after.keys(), key=lambda key: factions.order(factions.named(key))):
        if lens.factions and not factions.covers(lens.factions, {key}, date):
            continue
        cells = (factions.named(key), before[key], after[key], after[key] - before[key])
        rows.append(Row(key, cells, None, frozenset({key}), date))
    return Table("net", "Net by slate", NET_COLUMNS, tuple(rows))


def _findings(changes: list[Change], factions: Factions, date: str, against: str) -> tuple[str, ...]:
    gains = [change for change in changes if change.kind == "gain" and change.before and change.after]
    held = sum(change.kind == "held" for change in changes)
    findings = []
    net: Counter[str] = Counter()
    for change in gains:
        assert change.before and change.after
        net[factions.rolled_up(change.after.faction.key, date)] += 1
        net[factions.rolled_up(change.before.faction.key, date)] -= 1
    if moved := [
        (factions.named(key), number)
        for key, number in sorted(net.items(), key=lambda pair: -pair[1])
        if number
    ]:
        findings.append(
            f"{listed([f'{faction.name} {signed(number)}' for faction, number in moved])} between {written(against)} and {written(date)}"
        )
        named = [
            f"{change.after.person_name} for {change.before.person_name}"
            for change in gains
            if change.after and change.before
        ]
        findings.append(
            f"{count(len(gains), 'seat')} changed hands between slates: {listed(named)}; {count(held, 'other seat was', 'other seats were')} held"
        )
    else:
        newcomers = [
            change
            for change in changes
            if change.after and (not change.before or change.before.person != change.after.person)
        ]
        findings.append(
            f"No seat changed hands between known slates from {written(against)} to {written(date)}; {count(held, 'seat was', 'seats were')} held"
        )
        if 0 < len(newcomers) <= 8:
            words = [
                f"{one.after.person_name}{' for ' + one.before.person_name if one.before else ''}"
                for one in newcomers
                if one.after
            ]
            findings.append(f"New holders: {listed(words)}")
    return tuple(map(sentence, findings)) if changes else ()


def _notes(changes: list[Change]) -> tuple[str, ...]:
    notes = []
    crowded = [change for change in changes if change.kind in ("gain", "new holder")]
    if any(sum(other.section == change.section for other in crowded) > 1 for change in crowded):
        notes.append(
            "In a section of several seats nobody succeeds to a particular seat: those who left and those who came are paired by slate, "
            "then by umbrella, then in alphabetical order."
        )
    if any(change.kind == "new holder" for change in changes):
        notes.append("A new holder is neither gain nor loss where a slate is not known.")
    return tuple(notes)
