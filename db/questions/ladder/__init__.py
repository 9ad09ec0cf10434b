"""The ladder of the narrowest seats: who won each, who missed it, and how many votes would have changed it."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.dates import written
from db.errors import Missing
from db.lens import Lens, Place
from db.measures import share
from db.measures.narrow import Rung, rungs
from db.questions.ladder.tables import by_stage, is_slate, tables
from db.questions.ladder.words import findings, noted, notes
from db.reading.citations import Citations
from db.reading.contests.race import Race, races
from db.reading.factions import Factions
from db.reading.narrowing import narrowed
from db.reading.place import Where, in_words, where
from db.view import Column, Kind, Row, Tone, View
from db.wayfinding.steps import day_of, with_body
from db.wording import plain_number, sentence

MOST = 500
"""Contests looked at, the newest first: a section or a contest narrows the question."""

COLUMNS = (
    Column("date", "Date", Kind.DATE),
    Column("section", "Section", wide=True),
    Column("winner", "Won by"),
    Column("slate", "Slate", Kind.FACTION, wide=True),
    Column("gap", "Ahead by", Kind.NUMBER),
    Column("share", "In %", Kind.NUMBER, optional=True),
    Column("runner", "Missed by"),
    Column("runner_slate", "Slate of who missed", Kind.FACTION, wide=True),
    Column("needed", "More", Kind.NUMBER, optional=True),
    Column("moved", "Moved", Kind.NUMBER, optional=True),
    Column("swing", "Swing %", Kind.NUMBER, optional=True, wide=True),
    Column("stated", "Stated", wide=True),
    Column("unit", "Figures are", optional=True, wide=True),
    Column("note", "Note", optional=True, wide=True),
)

OF_PLACE = (
    "body.id = ? AND (? IS NULL OR section.id = ? OR section.parent_id = ?) AND contest.kind <> 'composite'"
)

ON_RECORD = f"""
{OF_PLACE} AND contest.status = 'declared' ORDER BY contest.date DESC, contest.id LIMIT {MOST + 1}
"""

ON_THE_DAY = f"""
{OF_PLACE} AND contest.status = 'declared' AND contest.date <= ? AND contest.date >= coalesce(
    (SELECT last.date FROM contest AS last WHERE last.section_id = section.id AND last.kind = 'regular'
     AND last.status = 'declared' AND last.date <= ? ORDER BY last.date DESC LIMIT 1), '')
ORDER BY contest.date DESC, contest.id LIMIT {MOST + 1}
"""
"""The last regular contest of each section up to a day, with what filled seats of it since."""


class Seat(NamedTuple):
    """One seat of a contest."""

    race: Race
    rung: Rung
    share: float | None
    swing: float | None
    """From the winner's slate to that of who missed it, in points of all votes."""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """The seats of the lens's contest or round; else of the contests of its body or section, the narrowest first.

    A lens with a day looks at the contests by which the seats were held on it; one without looks at all.

    Raises:
        Missing: the lens names what is not there.
    """
    factions = Factions(connection)
    lens, found, date = _races(connection, lens, factions)
    some, more = found[:MOST], len(found) > MOST
    place = where(connection, lens)
    seats = sorted((seat for race in some for seat in _seats(race, factions)), key=_narrowness)
    rows = tuple(map(_row, seats))
    refused = [race for race in some if race.refusal]
    view = View(
        name="ladder",
        title=f"Ladder of the narrowest seats: {_name(lens, place, some)}",
        lens=lens,
        words=in_words(
            lens, factions, place.body_short, place.section_name, _contest_words(lens, some), written(date)
        ),
        findings=(),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        tables=tables(some, refused, factions),
        notes=notes(seats, MOST if more else None),
        empty="" if rows else _empty(some),
        resolved=lens.at(date=date or None),
    )
    shown = narrowed(view, factions, what="seats")
    keys = {row.key for row in shown.rows}
    told = [seat for seat, row in zip(seats, rows, strict=True) if row.key in keys]
    said = findings(told, len(some), len(refused), filtered=len(told) < len(seats))
    return Citations(connection).numbered(shown._replace(findings=said))


def _races(connection: sqlite3.Connection, lens: Lens, factions: Factions) -> tuple[Lens, list[Race], str]:
    """The lens with its place, the contests that are meant, and the day."""
    if lens.contest is not None:
        condition = "(contest.key = ? OR round.key = ?) ORDER BY section.position, contest.id"
        found = races(connection, factions, condition, [lens.contest, lens.contest])
        if not found:
            raise Missing(f"There is no contest {lens.contest!r} in this record.")
        sections = {one.contest.section for one in found}
        section = sections.pop() if len(sections) == 1 else None
        return lens.at(body=found[0].contest.body, section=section), found, ""
    lens = with_body(connection, lens)
    place = where(connection, lens)
    values = [place.body, place.section, place.section, place.section]
    if lens.date is None:
        return lens, races(connection, factions, ON_RECORD, values), ""
    date = day_of(connection, lens.date) or lens.date
    return lens, races(connection, factions, ON_THE_DAY, [*values, date, date]), date


def _seats(race: Race, factions: Factions) -> list[Seat]:
    return [
        Seat(race, rung, share(rung.gap, race.total), _swing(race, rung, factions))
        for rung in rungs(race.runners, whole=race.whole)
    ]


def _swing(race: Race, rung: Rung, factions: Factions) -> float | None:
    """The swing between the slates of the last winner and of who missed the seat at which the two change places."""
    groups = rung.winner.group, rung.runner_up.group
    if not rung.weakest or groups[0] == groups[1] or not race.total or by_stage(race):
        return None
    if not all(is_slate(group, factions) for group in groups):
        return None
    sides = [sum(one.group == group for one in race.runners) for group in groups]
    return 100 * rung.gap / (1 / sides[0] + 1 / sides[1]) / race.total


def _rounded(part: float | None) -> float | None:
    """A percentage with two decimals: narrow seats differ in the second."""
    return None if part is None else round(part, 2)


def _narrowness(seat: Seat) -> tuple[bool, float, float, int]:
    return seat.share is None, seat.share or 0.0, seat.rung.gap, seat.rung.winner.id


def _row(seat: Seat) -> Row:
    race, rung = seat.race, seat.rung
    winner, runner = race.candidates[rung.winner.id], race.candidates[rung.runner_up.id]
    needed = rung.fewer if rung.weakest else None
    contest, note = race.contest, noted(race, rung) or None
    cells = (
        contest.date, contest.section_name, winner.name, winner.slate, plain_number(rung.gap), _rounded(seat.share), runner.name,
        runner.slate, needed, rung.moved, _rounded(seat.swing), race.stated, contest.unit, note,
    )  # fmt: skip
    return Row(
        f"{race.contest.key}/{winner.person_key}",
        cells,
        Place("contest", Lens(contest=race.contest.key)),
        frozenset({winner.slate.key, runner.slate.key}),
        race.contest.date,
        Tone.STRONG if rung.weakest else Tone.PLAIN,
        facts=race.facts_of(winner.id, runner.id),
    )


def _contest_words(lens: Lens, found: list[Race]) -> str:
    if lens.contest is None:
        return ""
    one = found[0].contest
    name = one.round_name if one.key != lens.contest and one.round_name else None
    return name or written(one.date) or lens.contest


def _name(lens: Lens, place: Where, found: list[Race]) -> str:
    return ", ".join(filter(None, (place.body_name, place.section_name, _contest_words(lens, found))))


def _empty(found: list[Race]) -> str:
    if not found:
        return "No result of this body or section is on record."
    if len(found) == 1:
        return sentence(f"How many votes would have changed a seat cannot be told: {found[0].refusal}")
    return f"Of none of the {len(found)} contests can be told how many votes would have changed a seat; why stands below."
