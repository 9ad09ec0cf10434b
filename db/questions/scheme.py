"""One scheme: what it counts where; beside a second one: whom the two count differently, and what that makes of the votes."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.dates import on_day, written
from db.lens import Lens, Place
from db.questions.unapplied import by_schemes, on_days
from db.reading.citations import Citations
from db.reading.counting.assembly import Assembly
from db.reading.counting.balance import Balance
from db.reading.counting.grouping import BLOC, UNKNOWN
from db.reading.counting.seat_facts import SeatFacts, of_all, of_group, seat_facts
from db.reading.factions import Factions
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.place import in_words
from db.reading.scenarios.scenario import Scenario
from db.reading.schemes import Scheme, bloc_key, scheme_of
from db.reading.schemes.defects import scheme_defects
from db.reading.seats.chamber import Refusals
from db.view import Column, Fact, Faction, Kind, Row, Table, Tone, View
from db.wayfinding.steps import day_looked_at, day_of, steps, with_body
from db.wording import count, listed, part_of, sentence

MEMBERS = (
    Column("bloc", "Bloc", Kind.FACTION),
    Column("kind", "What"),
    Column("member", "Counted in it"),
    Column("valid_from", "From", Kind.DATE, optional=True),
    Column("valid_to", "Until", Kind.DATE, optional=True),
    Column("note", "Note", optional=True, wide=True),
)

DIFFERENT = (
    Column("person", "Seat-holder"),
    Column("section", "Section"),
    Column("one", "One", Kind.FACTIONS),
    Column("other", "Other", Kind.FACTIONS),
    Column("why_one", "Because, in the first", wide=True),
    Column("why_other", "Because, in the second", wide=True),
)

COUNTS = (
    Column("scheme", "Scheme"),
    Column("faction", "Bloc", Kind.FACTION),
    Column("voting", "Votes", Kind.NUMBER),
    Column("most", "At most", Kind.NUMBER),
    Column("majority", "Majority"),
)

_MEMBERS = """
SELECT bloc_member.id, bloc.key, bloc.name, bloc.short, bloc.sign, bloc.colour, faction.key, faction.name,
       person.key, person.name, leaning, valid_from, valid_to, bloc_member.note
FROM bloc CROSS JOIN bloc_member ON bloc_id = bloc.id
LEFT JOIN faction ON faction.id = faction_id LEFT JOIN person ON person.id = person_id
WHERE scheme_id = ? ORDER BY bloc.position, bloc.id, faction.id IS NULL, person.id IS NULL,
         faction.position, faction.name, person.sort_name, leaning, valid_from
"""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """What the scheme says; with a second one beside it, whom they count differently on the lens's day.

    Raises:
        Missing: the lens names what is not there, or the record has no scheme.
    """
    scheme = scheme_of(connection, lens.scheme)
    lens = with_body(connection, lens.at(scheme=scheme.key))
    return _beside(connection, lens, scheme) if lens.beside else _alone(connection, lens, scheme)


def _alone(connection: sqlite3.Connection, lens: Lens, scheme: Scheme) -> View:
    factions, citations = Factions(connection), Citations(connection)
    rows = tuple(_member(row, citations) for row in connection.execute(_MEMBERS, [scheme.id]))
    counted = _counted(connection, lens, scheme, factions)
    view = View(
        name="scheme",
        title=f"Scheme: {scheme.name}",
        lens=lens,
        words=in_words(lens, factions, f"scheme {scheme.name}"),
        findings=(*_said(scheme, rows), *_makes(counted)),
        columns=MEMBERS,
        rows=rows,
        total=len(rows),
        tables=(_counts(counted),) if counted else (),
        notes=(
            *(on_days(counted[0].scenario, [counted[0].refused]) if counted else ()),
            *map(sentence, scheme_defects(connection, scheme.id, scheme.name, day_of(connection, lens.date))),
        ),
        empty="" if rows else f"The scheme {scheme.name} counts nothing yet.",
        widen=() if rows else (("E", "count the faction under the cursor in one of its blocs"),),
    )
    return citations.numbered(narrowed(view, factions, what="entries"))


def _member(row: tuple, citations: Citations) -> Row:  # type: ignore[type-arg]
    number, key, name, short, sign, colour, faction, faction_name, person, person_name, leaning, *rest = row
    valid_from, valid_to, note = rest
    bloc = Faction(bloc_key(key), name, short, sign, colour)
    if faction:
        kind, member, opens = "faction", faction_name, Place("faction", Lens(faction=faction))
    elif person:
        kind, member, opens = "person", person_name, Place("candidate", Lens(person=person))
    else:
        kind, member, opens = "leaning", f"whoever is said to be “{leaning}”", None
    cells = (bloc, kind, member, valid_from, valid_to, citations.explained(note) or None)
    keys = frozenset({faction} if faction else ())
    rests = (Fact("bloc_member", number),)
    return Row(f"{kind}/{faction or person or leaning}/{number}", cells, opens, keys, facts=rests)


def _said(scheme: Scheme, rows: tuple[Row, ...]) -> tuple[str, ...]:
    whose = f", the judgement of {scheme.whose}" if scheme.whose else ""
    kinds = [
        count(sum(row.cells[1] == kind for row in rows), kind, plural)
        for kind, plural in (("faction", "factions"), ("person", "persons"), ("leaning", "leanings in words"))
        if any(row.cells[1] == kind for row in rows)
    ]
    counts = f"counts {listed(kinds)} in" if kinds else "counts nothing yet in"
    return (sentence(f"{scheme.name}{whose}, {counts} {count(len(scheme.blocs), 'bloc')}"),)


def _makes(counted: list[Count]) -> tuple[str, ...]:
    """What the scheme makes of the votes of the day looked at."""
    if not counted or not counted[0].balance.blocks:
        return ()
    balance = counted[0].balance
    place = balance.chamber.place
    name = " ".join(filter(None, (place.body_short, place.section_name)))
    day = f" {on_day(balance.chamber.date)}" if balance.chamber.date else ""
    return (
        sentence(
            f"of the {count(balance.chamber.votes, 'vote')} of the {name}{day} it counts {_votes(balance)}"
        ),
    )


class Count(NamedTuple):
    """A scheme with what it makes of a chamber."""

    scheme: Scheme
    balance: Balance
    scenario: Scenario | None

    @property
    def refused(self) -> tuple[str, Refusals]:
        """The day, and what a scenario assumes and could not be applied on it."""
        return self.balance.chamber.date, self.balance.chamber.unapplied


def _count(
    connection: sqlite3.Connection, lens: Lens, scheme: Scheme, factions: Factions, date: str
) -> Count:
    seen = lens.at(grouping=None, scheme=scheme.key)
    assembly = Assembly(connection, seen, factions, (date, date))
    return Count(scheme, assembly.balance(assembly.chamber(date)), assembly.scenario)


def _day(connection: sqlite3.Connection, lens: Lens) -> str:
    dates = steps(connection, lens)
    return day_looked_at(connection, lens, dates)


def _counted(connection: sqlite3.Connection, lens: Lens, scheme: Scheme, factions: Factions) -> list[Count]:
    """How the scheme counts the body of the lens; nothing without a body on record."""
    date = _day(connection, lens)
    if lens.body is None or not date:
        return []
    return [_count(connection, lens, scheme, factions, date)]


def _counts(counts: list[Count]) -> Table:
    rows = []
    for scheme, balance, _ in counts:
        rests = seat_facts(balance)
        for one in balance.blocks:
            most = one.high if one.high != one.low else None
            cells = (scheme.name, one.group, one.low, most, one.majority)
            own = of_group(balance, one.group, one.holders, rests)
            rows.append(Row(f"{scheme.key}/{one.group.key}", cells, facts=own))
        if balance.unknown_votes:
            cells = (
                scheme.name,
                UNKNOWN[BLOC],
                balance.unknown_votes,
                None,
                "",
            )
            seats = (one.facts for one in balance.chamber.not_known)
            unknown = together(of_all(balance.unknown, rests), *seats)
            rows.append(Row(f"{scheme.key}/none", cells, tone=Tone.FAINT, facts=unknown))
    place, date = counts[0].balance.chamber[:2]
    name = ", ".join(filter(None, (place.body_short, place.section_name)))
    return Table("counts", f"Votes of the {name}, {written(date)}", COUNTS, tuple(rows))


def _beside(connection: sqlite3.Connection, lens: Lens, scheme: Scheme) -> View:
    factions, other = Factions(connection), scheme_of(connection, lens.beside)
    date = _day(connection, lens)
    one, two = (_count(connection, lens, each, factions, date) for each in (scheme, other))
    rows = tuple(_differences(one, two, [seat_facts(each.balance) for each in (one, two)]))
    place = one.balance.chamber.place
    scope = ", ".join(filter(None, (place.body_short, place.section_name)))
    columns = tuple(
        column._replace(label={"one": scheme.name, "other": other.name}.get(column.key, column.label))
        for column in DIFFERENT
    )
    view = View(
        name="scheme",
        title=f"Schemes: {scheme.name} beside {other.name}",
        lens=lens,
        words=in_words(lens, factions, scope, written(date), f"{scheme.name} beside {other.name}"),
        findings=_compared(one, two, rows, date),
        columns=columns,
        rows=rows,
        total=len(rows),
        tables=(_counts([one, two]),),
        notes=(
            *by_schemes(one.scenario, ((each.scheme.name, each.refused[1]) for each in (one, two))),
            "Two schemes may name their blocs as they like: bloc is compared with bloc by its name.",
        ),
        empty=""
        if rows
        else f"The two schemes count every holder of {scope} alike{f' {on_day(date)}' if date else ''}.",
        resolved=lens.at(date=date or None),
    )
    return Citations(connection).numbered(narrowed(view, factions, what="holders counted differently"))


def _differences(one: Count, two: Count, rests: list[SeatFacts]) -> list[Row]:
    rows = []
    for (holder, first), second in zip(one.balance.counted, two.balance.leanings, strict=True):
        if {group.name.casefold() for group in first.groups} == {
            group.name.casefold() for group in second.groups
        }:
            continue
        sides = (first.groups or (UNKNOWN[BLOC],), second.groups or (UNKNOWN[BLOC],))
        cells = (holder.person_name, holder.section_name, *sides, first.why, second.why)
        opens = Place("candidate", Lens(person=holder.person_key)) if holder.person > 0 else None
        key, keys = f"{holder.person_key}/{holder.section}", frozenset({holder.faction.key})
        own = together(*(each[holder.place] for each in rests))
        rows.append(Row(key, cells, opens, keys, facts=own))
    return rows


def _compared(one: Count, two: Count, rows: tuple[Row, ...], date: str) -> tuple[str, ...]:
    day, seated = f"{on_day(date)} " if date else "", len(one.balance.chamber.seated)
    both = f"{day}{one.scheme.name} and {two.scheme.name}"
    said = [
        f"{both} differ on {part_of(len(rows), seated, 'holder')}{_names(rows)}"
        if rows
        else f"{both} count all {count(seated, 'holder')} alike",
        f"{one.scheme.name} counts {_votes(one.balance)}; {two.scheme.name} counts {_votes(two.balance)}",
    ]
    return tuple(map(sentence, said))


def _votes(balance: Balance) -> str:
    return listed([f"{one.group.name} {one.votes}" for one in balance.blocks]) or "nobody"


def _names(rows: tuple[Row, ...]) -> str:
    return f": {listed([str(row.cells[0]) for row in rows])}" if 0 < len(rows) <= 8 else ""
