"""Who holds a body or section on a day: seats and votes by group, the holders, the majority, what happened in that year."""

from __future__ import annotations

import sqlite3

from db.dates import on_day, within, written
from db.lens import Lens, Place
from db.questions.composition.words import findings, notes
from db.questions.composition.year import division_table, event_table
from db.questions.contradictions import contradicted, crowds
from db.reading.citations import Citations
from db.reading.counting.assembly import Assembly
from db.reading.counting.balance import CERTAIN, Balance, Block
from db.reading.counting.grouping import Grouping
from db.reading.counting.seat_facts import SeatFacts, of_group, seat_facts
from db.reading.factions import Factions
from db.reading.facts import facts, together
from db.reading.narrowing import narrowed
from db.reading.place import Where, in_words
from db.reading.seats.chamber import Chamber, stale_on
from db.reading.seats.defects import defects
from db.reading.seats.holders import Seated
from db.view import (
    HOLDER_NOT_KNOWN,
    SEVERAL,
    STANDS_EMPTY,
    Column,
    Faction,
    Hemicycle,
    Kind,
    Row,
    Table,
    Tone,
    View,
)
from db.wayfinding.steps import day_looked_at, steps, too_early, with_body

NONE_LIT = frozenset({""})
"""What is lit where factions are switched on of which none holds a seat."""

HOLDERS = (
    Column("person", "Seat-holder"),
    Column("faction", "Slate", Kind.FACTION),
    Column("group", "Counted with", Kind.FACTIONS, optional=True),
    Column("why", "Because", optional=True, wide=True),
    Column("section", "Section"),
    Column("since", "Since", Kind.DATE),
    Column("gained", "How", wide=True),
    Column("represents", "For", optional=True, wide=True),
    Column("voting", "Votes", Kind.FLAG, wide=True),
    Column("basis", "Basis", optional=True),
    Column("note", "Note", optional=True, wide=True),
)


def columns(label: str) -> tuple[Column, ...]:
    """The columns of the groups, the first with the name of the grouping."""
    return (
        Column("faction", label, Kind.FACTION),
        Column("seats", "Seats", Kind.NUMBER),
        Column("share", "Share", Kind.SHARE),
        Column("voting", "Votes", Kind.NUMBER),
        Column("most", "At most", Kind.NUMBER, optional=True),
        Column("majority", "Majority"),
        Column("holders", "Held by", Kind.HOLDERS),
    )


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Seats and votes by the grouping of the lens: by slate where it names none.

    Raises:
        Missing: the lens names what is not there.
    """
    lens = with_body(connection, lens)
    dates = steps(connection, lens)
    date = day_looked_at(connection, lens, dates)
    assembly = Assembly(connection, lens, span=(date, date))
    place, factions, grouping = assembly.place, assembly.factions, assembly.grouping
    chamber = assembly.chamber(date)
    balance = assembly.balance(chamber)
    citations = Citations(connection)
    rests = seat_facts(balance)
    empty = _empty(chamber, dates)
    wrong = defects(connection, place, date)
    view = View(
        name="composition",
        title=f"Composition: {', '.join(filter(None, (place.body_name, place.section_name)))}",
        lens=lens,
        words=in_words(
            lens, factions, place.body_short, place.section_name, written(date), _scheme(grouping)
        ),
        findings=()
        if empty
        else (
            *findings(balance, grouping, lens.factions),
            *crowds(chamber),
            *contradicted(place, wrong.contradictions),
        ),
        columns=columns(grouping.label),
        rows=() if empty else _rows(balance, assembly, rests),
        total=0,
        tables=_tables(connection, lens, balance, assembly, citations, rests),
        notes=notes(
            balance, grouping, wrong.contradictions + wrong.gaps + _of_scheme(connection, grouping, date)
        ),
        drawing=None if empty else _hemicycle(lens, balance, grouping, factions),
        empty=empty,
        widen=_widen(date, dates) if empty else (),
        resolved=lens.at(date=date or None),
    )
    return citations.numbered(narrowed(view, factions, what="seat-holders"))


def _of_scheme(connection: sqlite3.Connection, grouping: Grouping, date: str) -> tuple[str, ...]:
    """What is wrong with the scheme by which the place is counted."""
    scheme = grouping.scheme
    if scheme is None:
        return ()
    from db.reading.schemes.defects import scheme_defects

    return scheme_defects(connection, scheme.id, scheme.name, date)


def _scheme(grouping: Grouping) -> str:
    return f"scheme {grouping.scheme.name}" if grouping.scheme else ""


def _rows(balance: Balance, assembly: Assembly, rests: SeatFacts) -> tuple[Row, ...]:
    chamber, grouping = balance.chamber, assembly.grouping
    rows = [_row(block, balance, grouping, rests) for block in balance.blocks]
    if balance.unknown:
        low = sum(one.voting for one in balance.unknown)
        unknown = Block(grouping.unknown, balance.unknown, low, low, "")
        rows.append(_row(unknown, balance, grouping, rests))
    empty = (one.id for one in assembly.stated_empty if within(chamber.date, one.start, one.end))
    ruled = together(*(one.facts for one in chamber.not_known))
    for group, sections, rest in (
        (HOLDER_NOT_KNOWN, chamber.not_known, ruled),
        (STANDS_EMPTY, chamber.vacancies, facts("vacancy", empty)),
    ):
        if number := sum(sections.values()):
            votes = chamber.unheld_votes if group is HOLDER_NOT_KNOWN else 0
            cells = (group, number, 100 * number / chamber.total, votes, None, "", ())
            keys = frozenset({group.key})
            rows.append(Row(group.key, cells, None, keys, chamber.date, Tone.FAINT, facts=rest))
    return tuple(rows)


def _row(block: Block, balance: Balance, grouping: Grouping, rests: SeatFacts) -> Row:
    group, held, chamber = block.group, block.holders, balance.chamber
    opens = grouping.factions.record(group.key)
    cells = (
        group, len(held), 100 * len(held) / chamber.total, block.low,
        block.high if block.high != block.low else None, block.majority,
        tuple(one.holder for one in held),
    )  # fmt: skip
    keys = frozenset(one.faction.key for one in held) | grouping.keys(group)
    tone = Tone.STRONG if block.majority == CERTAIN else Tone.PLAIN
    own = of_group(balance, group, held, rests)
    return Row(group.key, cells, opens, keys, chamber.date, tone, facts=own)


def _hemicycle(lens: Lens, balance: Balance, grouping: Grouping, factions: Factions) -> Hemicycle:
    chamber = balance.chamber
    drawn: dict[Faction, list[str]] = {}
    for one, leaning in balance.counted:
        groups = leaning.groups
        group = groups[0] if len(groups) == 1 else SEVERAL if groups else grouping.unknown
        drawn.setdefault(group, []).append(one.faction.key)
    ordered = sorted(drawn, key=grouping.drawn_order)
    lit = frozenset(
        group.key
        for group in ordered
        if factions.covers(lens.factions, {*drawn[group], *grouping.keys(group)}, chamber.date)
    )
    shown = (lit or NONE_LIT) if lens.factions else frozenset()
    return Hemicycle(
        groups=tuple((group, len(drawn[group])) for group in ordered),
        vacant=sum(chamber.not_known.values()),
        majority=chamber.majority,
        lit=shown,
        unfilled=sum(chamber.vacancies.values()),
        votes=chamber.votes,
    )


def _tables(
    connection: sqlite3.Connection,
    lens: Lens,
    balance: Balance,
    assembly: Assembly,
    citations: Citations,
    rests: SeatFacts,
) -> tuple[Table, ...]:
    date = balance.chamber.date
    tables = (
        _holder_table(lens, balance, assembly, citations, rests),
        event_table(connection, assembly.place, date),
        division_table(connection, citations, lens, assembly.place, date),
    )
    return tuple(table for table in tables if table.rows)


def _holder_table(
    lens: Lens, balance: Balance, assembly: Assembly, citations: Citations, rests: SeatFacts
) -> Table:
    chamber, grouping = balance.chamber, assembly.grouping
    order = {one.section: number for number, one in enumerate(chamber.sections)}
    leanings = {one.place: leaning for one, leaning in balance.counted}
    everybody = sorted(
        chamber.everybody,
        key=lambda one: (assembly.factions.order(one.faction), order.get(one.section, 99), one.sort_name),
    )
    by_slate = grouping.key == "slate" and assembly.scenario is None
    rows = []
    for one in everybody:
        leaning = leanings.get(one.place)
        keys = frozenset({one.faction.key}).union(
            *(grouping.keys(group) for group in (leaning.groups if leaning else ()))
        )
        if lens.factions and not assembly.factions.covers(lens.factions, keys, chamber.date):
            continue
        said = () if by_slate or leaning is None else leaning.groups
        why = "" if by_slate or leaning is None else leaning.why
        cells = (
            one.person_name, one.faction, said, why, one.section_name, one.since, one.gained, one.represents, one.voting,
            one.basis, _note(one, chamber.date, citations),
        )  # fmt: skip
        tone = Tone.PLAIN if one.voting else Tone.FAINT
        opens = Place("candidate", Lens(person=one.person_key)) if one.person > 0 else None
        key = f"{one.person_key}/{one.section}"
        rows.append(Row(key, cells, opens, keys, chamber.date, tone, facts=rests[one.place]))
    return Table("holders", "Seat-holders", HOLDERS, tuple(rows))


def _note(one: Seated, date: str, citations: Citations) -> str:
    last = one.last_known if stale_on(one.last_known, date) else None
    parts = (
        "suspended" if one.suspended else "",
        citations.explained(one.note),
        f"last attested {written(last)}" if last else "",
    )
    return "; ".join(filter(None, parts))


def _empty(chamber: Chamber, dates: tuple[str, ...]) -> str:
    if chamber.seated or any(one.seats for one in chamber.sections):
        return ""
    name = _name(chamber.place)
    if not dates:
        return f"The record holds no seats, terms or results of {name}."
    return too_early(name, chamber.date, dates) or (
        f"The record holds neither seats nor holders of {name} {on_day(chamber.date)}."
    )


def _name(place: Where) -> str:
    return ", ".join(filter(None, (place.body_short, place.section_name)))


def _widen(date: str, dates: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    if dates and date < dates[-1]:
        return (("]", "go to the next date of change"),)
    return (("b", "choose another body"),)
