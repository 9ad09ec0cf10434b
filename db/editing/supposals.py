"""What may be supposed of a row on the screen, and what there is to choose from: for the dialogs that make scenarios."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import NamedTuple

from db.dates import written
from db.editing.scenarios import Supposed
from db.lens import Lens, Place
from db.reading.counting.assembly import Assembly
from db.reading.scenarios.assumptions import BLOC, FILL, LEANING, SEAT, SWING, assumptions_of
from db.reading.scenarios.scenario import REGULAR, named
from db.reading.seats.chamber import Chamber
from db.reading.seats.holders import Seated
from db.wayfinding.steps import day_of, steps, with_body
from db.wording import count

DROP, REMOVE = "drop", "remove"
"""Ways that take something out of a scenario."""


class Way(NamedTuple):
    """One thing that may be supposed, or no longer be."""

    kind: str
    """A kind of assumption, `DROP` or `REMOVE`."""
    label: str
    """For a menu."""
    supposed: Supposed | None = None
    """What is settled already; what is left open has to be asked for."""
    number: int = 0
    """The place of the assumption that is dropped, from 1."""
    scenario: str = ""
    """Key of the scenario that is removed."""


def ways(connection: sqlite3.Connection, place: Place, table: str, row: str) -> tuple[Way, ...]:
    """What may be supposed of a row.

    Args:
        connection: to the record.
        place: that is on show, with the lens of its answer.
        table: key of the table; blank for the main one.
        row: key of the row.

    Raises:
        Missing: the lens names what is no longer there.
    """
    view, lens = place
    if view == "contest" and lens.contest:
        return tuple(_swing(connection, lens.contest))
    if view == "ladder":
        of_row = table in ("", "refused")
        return tuple(_swing(connection, row.partition("/")[0] if of_row else lens.contest or ""))
    if view == "scenarios" and (table == "assumptions" or (lens.scenario is None and not table)):
        return tuple(_taken_out(connection, lens, row))
    if view in ("composition", "scenarios") and not table:
        return tuple(_of_group(connection, lens, row))
    if view == "composition" and table == "holders":
        return tuple(_of_holder(connection, lens, row))
    return ()


def _swing(connection: sqlite3.Connection, key: str) -> Iterator[Way]:
    query = """
        SELECT contest.id, body.short, section.name, contest.date FROM contest JOIN section ON section.id = section_id
        JOIN body ON body.id = contest.body_id WHERE contest.key = ?
    """
    for number, body, section, date in connection.execute(query, [key]):
        label = f"a swing from one slate to another: {body} {section}, {written(date) or 'undated'}"
        yield Way(SWING, label, Supposed(SWING, contest_id=number))


def _taken_out(connection: sqlite3.Connection, lens: Lens, row: str) -> Iterator[Way]:
    key = lens.scenario or row
    scenario, _, name = named(connection, key)
    known = assumptions_of(connection, scenario)
    if lens.scenario is not None and row.isdecimal() and 1 <= int(row) <= len(known):
        yield Way(DROP, f"no longer suppose: {known[int(row) - 1].words}", number=int(row))
    yield Way(REMOVE, f"remove the scenario {name}, with {count(len(known), 'assumption')}", scenario=key)


def _chamber(connection: sqlite3.Connection, lens: Lens) -> tuple[Assembly, Chamber]:
    lens = with_body(connection, lens)
    date = day_of(connection, lens.date) or next(reversed(steps(connection, lens)), "")
    assembly = Assembly(connection, lens, span=(date, date))
    return assembly, assembly.chamber(date)


def _of_holder(connection: sqlite3.Connection, lens: Lens, row: str) -> Iterator[Way]:
    """The seat given away, the holder counted elsewhere; of somebody assumed, the assumption dropped."""
    _, chamber = _chamber(connection, lens)
    holder = next((one for one in chamber.everybody if f"{one.person_key}/{one.section}" == row), None)
    if holder is None:
        return
    name = holder.person_name
    if holder.term:
        section, contest = _term(connection, holder)
        supposed = Supposed(SEAT, section_id=section, person_id=holder.person, contest_id=contest)
        yield Way(SEAT, f"the seat of {name} ({holder.section_name}) goes to somebody else", supposed)
    if holder.person > 0:
        yield Way(LEANING, f"{name} is counted with another side", Supposed(LEANING, person_id=holder.person))
    yield from _dropping(connection, lens, holder)


def _term(connection: sqlite3.Connection, holder: Seated) -> tuple[int, int | None]:
    """The section of a term, which may be a part of the one that it is counted in, and the contest that won it."""
    query = "SELECT section_id, contest_id FROM term WHERE id = ?"
    section, contest = connection.execute(query, [holder.term]).fetchone()
    return int(section), contest


def won_at(connection: sqlite3.Connection, section: int, person: int, date: str) -> int | None:
    """The contest by which somebody holds a seat of a section on a day; None where none is known."""
    query = """
        SELECT contest_id FROM term WHERE section_id = ? AND person_id = ? AND since <= ? AND (until IS NULL OR ? < until)
        ORDER BY since DESC LIMIT 1
    """
    found = connection.execute(query, [section, person, date, date]).fetchone()
    return found[0] if found else None


def contest_before(connection: sqlite3.Connection, section: int, date: str) -> int | None:
    """The regular contest of a section that came last, up to a day; None where there is none."""
    rows = connection.execute(REGULAR, [section])
    return next((number for number, day in rows if day <= date), None)


def _dropping(connection: sqlite3.Connection, lens: Lens, holder: Seated) -> Iterator[Way]:
    """The assumptions of the scenario on show that made a holder what the row says."""
    if lens.scenario is None:
        return
    scenario, _, _ = named(connection, lens.scenario)
    for number, one in enumerate(assumptions_of(connection, scenario), 1):
        leans = one.kind == LEANING and one.person == holder.person
        if leans or one.id == holder.assumption:
            yield Way(DROP, f"no longer suppose: {one.words}", number=number)


def _of_group(connection: sqlite3.Connection, lens: Lens, row: str) -> Iterator[Way]:
    """A faction moved, a bloc joined, an unknown assigned, an empty seat filled."""
    assembly, chamber = _chamber(connection, lens)
    if row in ("not-known", "vacant"):
        for seats, number in (chamber.not_known if row == "not-known" else chamber.vacancies).items():
            label = f"a seat of the {seats.name} is filled ({number} of {seats.seats} without a known holder)"
            contest = contest_before(connection, seats.section, chamber.date)
            yield Way(FILL, label, Supposed(FILL, section_id=seats.section, contest_id=contest))
    elif row == assembly.grouping.unknown.key:
        for one in assembly.balance(chamber).unknown:
            if one.person > 0:
                label = f"{one.person_name} ({one.section_name}) is counted with a side"
                yield Way(LEANING, label, Supposed(LEANING, person_id=one.person))
    elif assembly.grouping.scheme is not None:
        blocs = assembly.grouping.scheme.blocs.values()
        for bloc in (one for one in blocs if one.faction.key == row):
            label = f"a faction counts in {bloc.faction.name} ({assembly.grouping.scheme.name})"
            yield Way(BLOC, label, Supposed(BLOC, bloc_id=bloc.id))
    elif row in assembly.factions.ids:
        name = assembly.factions.named(row).name
        supposed = Supposed(BLOC, faction_id=assembly.factions.ids[row])
        if connection.execute("SELECT 1 FROM bloc LIMIT 1").fetchone():
            yield Way(BLOC, f"{name}, with all within it, counts in another bloc of a scheme", supposed)
