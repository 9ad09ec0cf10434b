"""The schemes of the record: whose they are, what they say, and how each counts the body of the lens on its day."""

from __future__ import annotations

import sqlite3

from db.dates import on_day, written
from db.errors import Missing
from db.lens import Lens, Place
from db.questions.unapplied import by_schemes
from db.reading.citations import Citations
from db.reading.counting.assembly import Assembly
from db.reading.counting.balance import Balance
from db.reading.counting.seat_facts import of_all, seat_facts
from db.reading.factions import Factions
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.place import in_words, where
from db.reading.seats.chamber import Chamber
from db.view import Column, Fact, Faction, Kind, Row, Tone, View
from db.wayfinding.steps import day_looked_at, steps, with_body
from db.wording import count, listed, sentence

COLUMNS = (
    Column("name", "Scheme"),
    Column("counts", "Votes counted so"),
    Column("unknown", "Unknown", Kind.NUMBER),
    Column("majority", "Majority", optional=True),
    Column("whose", "Whose judgement"),
    Column("blocs", "Blocs", Kind.FACTIONS, wide=True),
    Column("factions", "Factions", Kind.NUMBER, wide=True),
    Column("persons", "Persons", Kind.NUMBER, wide=True),
    Column("note", "Note", optional=True, wide=True),
    Column("scheme", "Key", wide=True),
)

_SCHEMES = """
SELECT scheme.id, key, name, whose, note,
       (SELECT count(DISTINCT faction_id) FROM bloc CROSS JOIN bloc_member ON bloc_id = bloc.id WHERE scheme_id = scheme.id),
       (SELECT count(DISTINCT person_id) FROM bloc CROSS JOIN bloc_member ON bloc_id = bloc.id WHERE scheme_id = scheme.id)
FROM scheme ORDER BY scheme.id
"""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Every scheme, a row each; the filter leaves the schemes, and names only the blocs that count its factions.

    Raises:
        Missing: the lens names what is not there.
    """
    lens = with_body(connection, lens)
    place, factions, citations = where(connection, lens), Factions(connection), Citations(connection)
    dates = steps(connection, lens)
    date = day_looked_at(connection, lens, dates)
    found = connection.execute(_SCHEMES).fetchall()
    facts = Assembly(
        connection, lens.at(grouping=None, scheme=None, scenario=None), factions, (date, date)
    ).facts(date)
    counted = [_counted(connection, lens.at(date=date), factions, row[1], facts) for row in found]
    rows = tuple(
        _row(lens.at(date=date), assembly, balance, row, citations)
        for row, (assembly, balance) in zip(found, counted, strict=True)
    )
    refused = [(row[2], balance.chamber.unapplied) for row, (_, balance) in zip(found, counted, strict=True)]
    scope = ", ".join(filter(None, (place.body_short, place.section_name)))
    view = View(
        name="schemes",
        title="Schemes",
        lens=lens,
        words=in_words(lens, factions, scope, written(date), "schemes"),
        findings=(),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        notes=(
            *by_schemes(counted[0][0].scenario if counted else None, refused),
            "A scheme is somebody's grouping of factions and persons into blocs: a judgement, not a fact.",
            "Votes are those that are certain, and at the most, on the day looked at.",
        ),
        empty="" if rows else "The record holds no scheme yet.",
        widen=() if rows else (("N", "make one"),),
        resolved=lens.at(date=date or None),
    )
    unfiltered = narrowed(view._replace(lens=lens._replace(factions=frozenset())), factions, what="schemes")
    said = _findings(unfiltered.rows, scope.replace(",", ""), date, filtered=bool(lens.text))
    return citations.numbered(unfiltered._replace(lens=lens, findings=said))


def _counted(
    connection: sqlite3.Connection, lens: Lens, factions: Factions, key: str, facts: Chamber
) -> tuple[Assembly, Balance]:
    """The body of the lens on its day, by a scheme; of its seats and holders by the facts, which are read once."""
    date = lens.date or ""
    assembly = Assembly(connection, lens.at(grouping=None, scheme=key, beside=None), factions, (date, date))
    return assembly, assembly.balance(assembly.supposing(facts))


def _row(
    lens: Lens,
    assembly: Assembly,
    balance: Balance,
    row: tuple[int, str, str, str | None, str | None, int, int],
    citations: Citations,
) -> Row:
    number, key, name, whose, note, named_factions, named_persons = row
    date = lens.date or ""
    scheme = assembly.grouping.scheme
    if scheme is None:
        raise Missing(f"There is no scheme {key!r} in this record.")
    meant = [one for one in balance.blocks if _meant(lens, assembly, one.group, date)]
    counts = ", ".join(f"{one.group.short} {one.votes}" for one in meant)
    first = next((one for one in balance.blocks if one.majority == "certain"), None)
    cells = (
        name, counts or None, balance.unknown_votes, first.group.name if first else None, whose,
        tuple(one.faction for one in scheme.blocs.values()), named_factions, named_persons,
        citations.explained(note) or None, key,
    )  # fmt: skip
    shown = lens.scheme == key
    return Row(
        key,
        cells,
        Place("scheme", assembly.lens.at(sort=None)),
        tone=Tone.STRONG if shown else Tone.PLAIN,
        facts=together(
            [Fact("scheme", number)], scheme.facts, of_all(balance.chamber.seated, seat_facts(balance))
        ),
    )


def _meant(lens: Lens, assembly: Assembly, group: Faction, date: str) -> bool:
    """Whether a bloc counts one of the factions switched on."""
    keys = assembly.grouping.keys(group)
    return not lens.factions or assembly.factions.covers(lens.factions, keys, date or None)


def _findings(rows: tuple[Row, ...], scope: str, date: str, *, filtered: bool) -> tuple[str, ...]:
    """By which of the schemes shown which bloc had a majority for certain."""
    if not rows:
        return ()
    shown = "shown" if filtered else "on record"
    how_many = count(len(rows), f"scheme is {shown}", f"schemes are {shown}")
    if not scope or not date:
        return (sentence(how_many),)
    by_bloc: dict[str, list[str]] = {}
    for row in rows:
        if row.cells[3]:
            by_bloc.setdefault(str(row.cells[3]), []).append(str(row.cells[0]))
    day = f"of the {scope} {on_day(date)}"
    parts = [
        f"{listed(names)} {'gives' if len(names) == 1 else 'give'} {bloc} a majority"
        for bloc, names in by_bloc.items()
    ]
    majorities = (
        f"{'; '.join(parts)} {day}" if parts else f"no scheme gives anybody a majority {day} for certain"
    )
    return tuple(map(sentence, (majorities, how_many)))
