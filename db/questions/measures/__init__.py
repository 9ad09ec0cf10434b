"""The measures of a contest and of the seats of a day, each with its formula and the work that it is from."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.dates import on_day, written
from db.errors import Missing
from db.lens import Lens, Place
from db.questions.measures.power import Hall, Powers, hall_of, of_seats, powers_of
from db.questions.measures.rests import of_contests, of_halls
from db.questions.measures.sentences import findings, notes
from db.questions.measures.tables import coalition_table, power_table, votes_table
from db.questions.measures.votes import MOVES, Chosen, of_votes
from db.questions.measures.words import Measured, not_comparable
from db.questions.measures.works import BY_KEY, MEASURES
from db.reading.citations import Citations
from db.reading.contests.poll import Contest, before, contests
from db.reading.counting.assembly import Assembly
from db.reading.counting.votes import Returns, returns_of
from db.reading.narrowing import narrowed
from db.reading.place import in_words
from db.view import Column, Fact, Faction, Kind, Row, Table, Tone, View
from db.wayfinding.steps import dates_of, day_of, steps, with_body

COLUMNS = (
    Column("measure", "Measure"),
    Column("value", "Value"),
    Column("of", "Of what"),
    Column("formula", "Formula", wide=True),
    Column("low", "Lowest", Kind.NUMBER, optional=True, wide=True),
    Column("high", "Highest", Kind.NUMBER, optional=True, wide=True),
)

DECIMALS = 4
"""Of the lowest and the highest, which are for programs."""

OF_CONTEST = ("enep", "gallagher", "loosemore-hanby", "sainte-lague", "seat-bonus", "votes-per-seat", "butler", "steed",
              "volatility-votes")  # fmt: skip
"""Measures that are of a contest; the others are of the seats of a day."""


OF_TWO_DAYS = "volatility-seats"
"""The measure that compares the seats of two days."""


class Taken(NamedTuple):
    """All that is measured."""

    assembly: Assembly
    hall: Hall
    earlier_hall: Hall
    powers: Powers
    returns: Returns | None
    """Of the section's contest; None for a body of several sections."""
    earlier: Returns | None
    measured: dict[str, Measured]


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """The measures of the lens's contest, else of its section's last one up to the date, and of the seats on that day.

    Of a body of several sections only the seats are measured.

    Raises:
        Missing: the lens names what is not there, or a round of several contests.
    """
    lens, contest = _place(connection, lens)
    against, date = sorted(dates_of(connection, lens))
    assembly = Assembly(connection, lens, span=(against, date))
    place, grouping = assembly.place, assembly.grouping
    contest = contest or _last(connection, place.section or _only(connection, place.body), date)
    taken = _taken(connection, lens, assembly, contest, (against, date))
    citations = Citations(connection)
    empty = _empty(connection, lens, taken, date)
    scheme = f"scheme {grouping.scheme.name}" if grouping.scheme else ""
    view = View(
        name="measures",
        title=f"Measures: {', '.join(filter(None, (place.body_name, place.section_name)))}",
        lens=lens,
        words=in_words(lens, assembly.factions, place.body_short, place.section_name, written(date), scheme),
        findings=() if empty else findings(taken),
        columns=COLUMNS,
        rows=() if empty else _rows(lens, taken, citations),
        total=0,
        tables=() if empty else _tables(lens, taken),
        notes=() if empty else notes(taken),
        empty=empty,
        widen=(("b", "choose another body"),) if empty else (),
        resolved=lens.at(date=date or None, against=against or None),
    )
    return citations.numbered(narrowed(view, assembly.factions, what="measures"))


def _place(connection: sqlite3.Connection, lens: Lens) -> tuple[Lens, Contest | None]:
    """The lens with its body named, and its contest."""
    if lens.contest is None:
        return with_body(connection, lens), None
    if connection.execute("SELECT 1 FROM round WHERE key = ?", [lens.contest]).fetchone():
        raise Missing(f"{lens.contest!r} is a round of several contests, which are measured one by one.")
    found = contests(connection, "contest.key = ?", [lens.contest])
    if not found:
        raise Missing(f"There is no contest {lens.contest!r} in this record.")
    return lens.at(body=found[0].body, section=found[0].section), found[0]


def _only(connection: sqlite3.Connection, body: int | None) -> int | None:
    """The section of a body that has no other."""
    found = connection.execute("SELECT id FROM section WHERE body_id = ? LIMIT 2", [body]).fetchall()
    return int(found[0][0]) if len(found) == 1 else None


def _last(connection: sqlite3.Connection, section: int | None, date: str) -> Contest | None:
    """The last contest of a section that was declared up to a day."""
    condition = "contest.section_id = ? AND contest.status = 'declared' AND contest.date <= ?"
    found = contests(
        connection, f"{condition} ORDER BY contest.date DESC, contest.id DESC LIMIT 1", [section, date]
    )
    return found[0] if found else None


def _before(connection: sqlite3.Connection, lens: Lens, contest: Contest) -> Contest | None:
    """What a contest is compared with: the last one up to the day of comparison, else the last regular one before it."""
    if lens.against is None or contest.date is None:
        return before(connection, contest)
    day = day_of(connection, lens.against) or ""
    condition = (
        "contest.section_id = ? AND contest.status = 'declared' AND contest.date <= ? AND contest.date < ?"
    )
    values: list[object] = [contest.section_id, day, contest.date]
    found = contests(connection, f"{condition} ORDER BY contest.date DESC, contest.id DESC LIMIT 1", values)
    return found[0] if found else None


def _taken(
    connection: sqlite3.Connection,
    lens: Lens,
    assembly: Assembly,
    contest: Contest | None,
    days: tuple[str, str],
) -> Taken:
    grouping = assembly.grouping
    earlier_hall, hall = (hall_of(assembly.balance(assembly.chamber(day)), grouping) for day in days)
    powers = powers_of(hall)
    chosen = _chosen(lens, assembly, days[1]) if lens.factions else None
    measured = of_seats(hall, earlier_hall, powers, chosen)
    returns = earlier = None
    if contest is not None:
        returns = returns_of(connection, grouping, contest)
        earlier_contest = _before(connection, lens, contest)
        earlier = returns_of(connection, grouping, earlier_contest) if earlier_contest else None
        measured += of_votes(returns, earlier, chosen)
    return Taken(
        assembly, hall, earlier_hall, powers, returns, earlier, {one.measure: one for one in measured}
    )


def _chosen(lens: Lens, assembly: Assembly, date: str) -> Chosen:
    """Whether the filter lets a group through: everything where no faction is switched on."""
    factions, grouping = assembly.factions, assembly.grouping

    def shown(group: Faction) -> bool:
        return not lens.factions or factions.covers(lens.factions, grouping.keys(group), date)

    return shown


def _rows(lens: Lens, taken: Taken, citations: Citations) -> tuple[Row, ...]:
    return tuple(
        _row(lens, taken, taken.measured[one.key], citations) for one in MEASURES if one.key in taken.measured
    )


def _row(lens: Lens, taken: Taken, one: Measured, citations: Citations) -> Row:
    """One measure: its sources are the works that its formula is from, then those of what it is of."""
    measure, of_contest = BY_KEY[one.measure], one.measure in OF_CONTEST
    low, high = (None if end is None else round(end, DECIMALS) for end in (one.low, one.high))
    rests = _rests(taken, one.measure)
    works = [citations.number(work) for work in measure.works]
    works += [number for numbers in citations.of_facts(rests).values() for number in numbers]
    contest = taken.returns.contest if of_contest and taken.returns else None
    opens = Place("contest", Lens(contest=contest.key)) if contest else Place("composition", _seen(lens))
    cells = (measure.name, one.value, one.of, measure.formula, low, high)
    tone = Tone.PLAIN if one.taken else Tone.FAINT
    return Row(one.measure, cells, opens, lens.factions, None, tone, tuple(dict.fromkeys(works)), rests)


def _seen(lens: Lens) -> Lens:
    return lens.at(contest=None, sort=None, text="")


def _rests(taken: Taken, measure: str) -> tuple[Fact, ...]:
    """What a measure is of: one or two contests, or the seats of one or two days."""
    if measure in OF_CONTEST:
        return of_contests(taken.returns, taken.earlier if measure in MOVES else None)
    days = (taken.hall, taken.earlier_hall) if measure == OF_TWO_DAYS else (taken.hall,)
    return of_halls(*days)


def _tables(lens: Lens, taken: Taken) -> tuple[Table, ...]:
    grouping, hall, powers = taken.assembly.grouping, taken.hall, taken.powers
    shown = _chosen(lens, taken.assembly, hall.balance.chamber.date)
    found = []
    if taken.returns is not None:
        now, earlier = taken.returns, taken.earlier
        alike = earlier is not None and not not_comparable(now.contest, earlier.contest)
        usable = (
            earlier if alike and earlier is not None and not (earlier.apart or earlier.no_votes) else None
        )
        found.append(votes_table(now, usable, grouping, shown))
    found += [
        power_table(hall, powers, grouping, shown),
        coalition_table(hall, powers, grouping, shown),
    ]
    return tuple(one for one in found if one.rows)


def _empty(connection: sqlite3.Connection, lens: Lens, taken: Taken, date: str) -> str:
    """Why there is nothing to measure."""
    chamber, place = taken.hall.balance.chamber, taken.assembly.place
    if taken.returns is not None or chamber.total or any(one.seats is None for one in chamber.sections):
        return ""
    name = ", ".join(filter(None, (place.body_short, place.section_name)))
    dates = steps(connection, lens)
    if dates and date < dates[0]:
        return f"The record of {name} begins {on_day(dates[0])}; {written(date)} is before it."
    return f"The record holds neither seats nor a contest of {name} to measure."
