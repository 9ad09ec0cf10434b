"""Whether a person voted with the own group in the divisions that name the person."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from db.lens import Lens
from db.reading.counting.assembly import Assembly
from db.reading.divisions import Division, divisions_named, entries_of
from db.reading.divisions.roll import Roll
from db.reading.factions import Factions
from db.view import Fact, Faction

MOST = 12
"""Divisions, the newest, for which it is worked out: each needs the composition of its day."""


class Loyalty(NamedTuple):
    """How somebody stood to the own groups in a division."""

    groups: tuple[Faction, ...]
    broke: bool | None
    """None where no group of the person's has a line, or the vote is neither for nor against."""
    facts: tuple[Fact, ...] = ()
    """The seat held that day, what places its holder, and the votes of the own groups."""


def loyalty_of(
    connection: sqlite3.Connection, lens: Lens, factions: Factions, person: int
) -> dict[int, Loyalty]:
    """By the id of each division in which a person is named on a side; the newest only.

    Args:
        connection: to the record.
        lens: its grouping, scheme and scenario decide who is counted where.
        factions: of the record.
        person: id of the person.
    """
    bodies: dict[str, list[Division]] = defaultdict(list)
    for body, division in divisions_named(connection, person)[:MOST]:
        bodies[body].append(division)
    found: dict[int, Loyalty] = {}
    for body, divisions in bodies.items():
        there = Lens(body=body, grouping=lens.grouping, scheme=lens.scheme, scenario=lens.scenario)
        found |= _in_body(connection, there, factions, person, divisions)
    return found


def _in_body(
    connection: sqlite3.Connection, lens: Lens, factions: Factions, person: int, divisions: list[Division]
) -> Iterable[tuple[int, Loyalty]]:
    dates = [one.date for one in divisions]
    assembly = Assembly(connection, lens, factions, span=(min(dates), max(dates)))
    balance_on = cache(lambda date: assembly.balance(assembly.chamber(date)))
    entries = entries_of(connection, divisions)
    for division in divisions:
        roll = Roll(division, entries[division.id], balance_on(division.date), assembly.grouping)
        for one in roll.members:
            if one.entry is not None and one.entry.person == person and one.side is not None:
                yield division.id, Loyalty(one.groups, roll.broke(one), roll.facts_of(one))
