"""What if: the scenarios on record with what each supposes; and one of them beside the facts, group by group."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from db.dates import written
from db.lens import Lens, Place
from db.questions.scenarios.words import applied_words, findings, listed_findings, notes
from db.reading.citations import Citations
from db.reading.counting.assembly import Assembly
from db.reading.counting.balance import POSSIBLE, SHORT, Balance
from db.reading.counting.grouping import Grouping
from db.reading.counting.seat_facts import of_group, seat_facts
from db.reading.factions import Factions
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.place import in_words, where
from db.reading.scenarios.assumptions import assumptions_of
from db.reading.seats.holders import Seated
from db.view import HOLDER_NOT_KNOWN, STANDS_EMPTY, Cell, Column, Fact, Faction, Kind, Row, Table, Tone, View
from db.wayfinding.steps import day_of, steps, with_body

LISTED = (
    Column("name", "Scenario"),
    Column("number", "Assumptions", Kind.NUMBER),
    Column("assumed", "What is assumed", Kind.NAMES),
    Column("note", "Note", optional=True, wide=True),
)


def compared(label: str) -> tuple[Column, ...]:
    """The columns of the facts beside a scenario, the first with the name of the grouping."""
    return (
        Column("faction", label, Kind.FACTION),
        Column("seats", "Seats", Kind.NUMBER),
        Column("seats_if", "Seats if", Kind.NUMBER),
        Column("seats_change", "+/−", Kind.SIGNED),
        Column("votes", "Votes"),
        Column("votes_if", "Votes if"),
        Column("votes_change", "+/− votes", Kind.SIGNED, wide=True),
        Column("majority", "Majority"),
        Column("majority_if", "Majority if"),
    )


ASSUMED = (
    Column("number", "#", Kind.NUMBER),
    Column("assumption", "Assumed"),
    Column("applied", "On this day"),
)

EXCHANGED = (
    Column("section", "Section"),
    Column("before", "By the facts"),
    Column("before_group", "Counted with", Kind.FACTIONS),
    Column("after", "In the scenario"),
    Column("after_group", "Then counted with", Kind.FACTIONS),
)

OTHERS = (Column("name", "Instead"), Column("number", "Assumptions", Kind.NUMBER, optional=True))


class Side(NamedTuple):
    """What a group has, by the facts or in a scenario."""

    seats: int = 0
    low: int = 0
    high: int = 0
    majority: str = ""

    @property
    def votes(self) -> str:
        """The votes as a range."""
        return str(self.low) if self.low == self.high else f"{self.low} to {self.high}"


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """All scenarios; or where the lens names one, that one beside the facts on the lens's day.

    Raises:
        Missing: the lens names what is not there.
    """
    lens = with_body(connection, lens)
    return _listed(connection, lens) if lens.scenario is None else _compared(connection, lens)


def _known(connection: sqlite3.Connection) -> list[tuple[int, str, str, str | None, int]]:
    query = """
        SELECT scenario.id, scenario.key, scenario.name, scenario.note, count(assumption.id) FROM scenario
        LEFT JOIN assumption ON scenario_id = scenario.id GROUP BY scenario.id ORDER BY scenario.id DESC
    """
    return connection.execute(query).fetchall()


def _listed(connection: sqlite3.Connection, lens: Lens) -> View:
    factions, place = Factions(connection), where(connection, lens)
    known = _known(connection)
    rows = tuple(_listed_row(connection, lens, *one) for one in known)
    view = View(
        name="scenarios",
        title="Scenarios: what if",
        lens=lens,
        words=in_words(lens, factions, place.body_short, place.section_name, written(lens.date)),
        findings=(),
        columns=LISTED,
        rows=rows,
        total=len(rows),
        notes=notes(None) if rows else (),
        empty="" if rows else "No scenario has been made yet.",
        widen=() if rows else (("W", "in the composition: suppose something of the row"),),
    )
    # factions belong to what is supposed, not to scenarios: only words narrow this list
    found = narrowed(view._replace(lens=lens._replace(factions=frozenset())), factions, what="scenarios")
    newest = next((row for row in rows if row in found.rows), None)
    said = listed_findings(str(newest.cells[0]), int(str(newest.cells[1])), found.total) if newest else ()
    return Citations(connection).numbered(found._replace(lens=lens, findings=said))


def _listed_row(
    connection: sqlite3.Connection,
    lens: Lens,
    scenario: int,
    key: str,
    name: str,
    note: str | None,
    number: int,
) -> Row:
    supposed = assumptions_of(connection, scenario)
    cells = (name, number, tuple(one.words for one in supposed), note)
    rests = together([Fact("scenario", scenario)], (one.fact for one in supposed))
    return Row(key, cells, Place("scenarios", lens.wide.at(scenario=key, sort=None)), facts=rests)


def _compared(connection: sqlite3.Connection, lens: Lens) -> View:
    dates = steps(connection, lens)
    date = day_of(connection, lens.date) or (dates[-1] if dates else "")
    assembly = Assembly(connection, lens, span=(date, date))
    facts = Assembly(connection, lens.at(scenario=None), assembly.factions, span=(date, date))
    before, after = (one.balance(one.chamber(date)) for one in (facts, assembly))
    place, grouping = assembly.place, assembly.grouping
    rows = _rows(before, after, grouping)
    scheme = f"scheme {grouping.scheme.name}" if grouping.scheme else ""
    tables = (
        _assumptions(assembly, after),
        _exchanged(before, after),
        _others(connection, lens),
    )
    view = View(
        name="scenarios",
        title=f"What if, beside the facts: {', '.join(filter(None, (place.body_name, place.section_name)))}",
        lens=lens,
        words=in_words(lens, assembly.factions, place.body_short, place.section_name, written(date), scheme),
        findings=findings(before, after),
        columns=compared(grouping.label),
        rows=rows,
        total=len(rows),
        tables=tuple(table for table in tables if table.rows),
        notes=notes(grouping),
        empty=""
        if rows
        else "The record holds no seats here on this day, so nothing can be supposed of them.",
        resolved=lens.at(date=date or None),
    )
    return Citations(connection).numbered(narrowed(view, assembly.factions, what="groups"))


def sides(balance: Balance, unknown: Faction) -> Mapping[Faction, Side]:
    """What each group of a balance has, with those whose group or holder is not known."""
    found = {one.group: Side(one.seats, one.low, one.high, one.majority) for one in balance.blocks}
    if balance.unknown:
        votes = sum(one.voting for one in balance.unknown)
        found[unknown] = Side(len(balance.unknown), votes, votes)
    chamber = balance.chamber
    if missing := sum(chamber.not_known.values()):
        found[HOLDER_NOT_KNOWN] = Side(missing, chamber.unheld_votes, chamber.unheld_votes)
    if standing := sum(chamber.vacancies.values()):
        found[STANDS_EMPTY] = Side(standing)
    return found


def _rows(before: Balance, after: Balance, grouping: Grouping) -> tuple[Row, ...]:
    facts, supposed = sides(before, grouping.unknown), sides(after, grouping.unknown)
    last = {grouping.unknown: 1, HOLDER_NOT_KNOWN: 2, STANDS_EMPTY: 3}
    groups = sorted({*facts, *supposed}, key=lambda one: (last.get(one, 0), grouping.order(one)))
    return tuple(
        _row(
            group,
            facts.get(group) or _nothing(before, counted=group not in last),
            supposed.get(group) or _nothing(after, counted=group not in last),
            grouping,
            after.chamber.date,
        )._replace(facts=_rests(group, before, after, grouping))
        for group in groups
    )


def _rests(group: Faction, before: Balance, after: Balance, grouping: Grouping) -> tuple[Fact, ...]:
    """The seats of a group in the scenario, then those by the facts."""
    found: list[Fact] = []
    for balance in (after, before):
        held = {one.group: one.holders for one in balance.blocks} | {grouping.unknown: balance.unknown}
        found += of_group(balance, group, held.get(group, ()), seat_facts(balance))
        if group == HOLDER_NOT_KNOWN:
            found += [fact for one in balance.chamber.not_known for fact in one.facts]
    return together(found)


def _nothing(balance: Balance, *, counted: bool) -> Side:
    """A group without a certain holder, which may all the same have what is unknown."""
    if not counted:
        return Side()
    most = balance.unknown_votes
    return Side(0, 0, most, POSSIBLE if most >= balance.chamber.majority else SHORT)


def _row(group: Faction, before: Side, after: Side, grouping: Grouping, date: str) -> Row:
    changed = after != before
    cells: tuple[Cell, ...] = (
        group, before.seats, after.seats, after.seats - before.seats, before.votes, after.votes, after.low - before.low,
        before.majority, after.majority,
    )  # fmt: skip
    keys = frozenset({group.key}) | (
        grouping.keys(group) if group not in (HOLDER_NOT_KNOWN, STANDS_EMPTY) else frozenset()
    )
    return Row(group.key, cells, None, keys, date or None, Tone.NOTABLE if changed else Tone.PLAIN)


def _assumptions(assembly: Assembly, after: Balance) -> Table:
    """What is supposed, and whether it could be applied."""
    refused = dict(after.chamber.unapplied)
    found = assembly.scenario.assumptions if assembly.scenario else ()
    rows = [
        Row(
            str(number),
            (number, one.words, applied_words(refused.get(one.id))),
            tone=Tone.FAINT if one.id in refused else Tone.PLAIN,
            facts=(one.fact,),
        )
        for number, one in enumerate(found, 1)
    ]
    return Table("assumptions", "What is supposed", ASSUMED, tuple(rows))


def _exchanged(before: Balance, after: Balance) -> Table:
    """Seats with another holder, and holders who are counted elsewhere."""
    counted = [
        {one.place: (one, leaning.groups) for one, leaning in balance.counted} for balance in (before, after)
    ]
    rests = [seat_facts(balance) for balance in (before, after)]
    facts, supposed = counted
    gone = {key: pair for key, pair in facts.items() if key not in supposed or supposed[key][1] != pair[1]}
    come = [
        pair for key, pair in supposed.items() if facts.get(key, (None, ()))[1] != pair[1] or key not in facts
    ]
    rows = []
    for one, groups in come:
        left = gone.get(one.place) or gone.get((one.section, one.replaces or 0))
        own = together(rests[1][one.place], rests[0][left[0].place] if left else ())
        rows.append(_exchange(one, groups, left)._replace(facts=own))
    return Table("exchanged", "Seats that change", EXCHANGED, tuple(rows))


def _exchange(
    one: Seated, groups: tuple[Faction, ...], left: tuple[Seated, tuple[Faction, ...]] | None
) -> Row:
    who = left[0].person_name if left else one.note or None
    cells = (one.section_name, who, left[1] if left else (), one.person_name, groups)
    keys = frozenset(group.key for group in (*groups, *(left[1] if left else ())))
    return Row(f"{one.section}/{one.person_key}", cells, None, keys)


def _others(connection: sqlite3.Connection, lens: Lens) -> Table:
    """The way back to the facts, and to the other scenarios."""
    wide = lens.wide.at(sort=None)
    rows = [Row("facts", ("the facts", None), Place("scenarios", wide.at(scenario=None)), tone=Tone.STRONG)]
    rows += [
        Row(
            f"scenario:{key}",
            (name, number),
            Place("scenarios", wide.at(scenario=key)),
            facts=(Fact("scenario", scenario),),
        )
        for scenario, key, name, _, number in _known(connection)
        if key != lens.scenario
    ]
    return Table("others", "Look instead at", OTHERS, tuple(rows))
