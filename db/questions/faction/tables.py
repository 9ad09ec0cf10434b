"""The tables under a faction's record that tell of places and factions: where it stood, its kin, whom it endorsed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from db.lens import Lens, Place
from db.questions.faction.persons import Held
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.facts import MOST, together
from db.reading.standing import Counts, Standing, Tally
from db.view import Column, Fact, Faction, Kind, Row, Table

PLACES = (
    Column("contests", "Contests", Kind.NUMBER),
    Column("candidates", "Stood", Kind.NUMBER),
    Column("elected", "Elected", Kind.NUMBER),
    Column("success", "Success", Kind.SHARE),
    Column("held", "Seats held", Kind.NUMBER),
    Column("first", "First", Kind.DATE),
    Column("last", "Last", Kind.DATE),
)

KIN = (
    Column("faction", "Faction", Kind.FACTION),
    Column("umbrella", "Belongs to", Kind.FACTION),
    Column("since", "From", Kind.DATE, optional=True),
    Column("until", "Until", Kind.DATE, optional=True),
    Column("said", "Note", optional=True, wide=True),
)

ENDORSED = (
    Column("slate", "Who stood for", Kind.FACTION),
    Column("candidates", "Endorsed", Kind.NUMBER),
    Column("elected", "Elected", Kind.NUMBER),
    Column("success", "Success", Kind.SHARE),
    Column("unsought", "Unsought", Kind.NUMBER, optional=True),
)


_BODIES = "SELECT id, key, NULL, short FROM body"
_SECTIONS = """
SELECT section.id, body.key, section.key, section.name FROM section JOIN body ON body.id = body_id WHERE body.key = ?
"""


def place_table(
    connection: sqlite3.Connection, lens: Lens, standing: Standing, tallies: Sequence[Tally], held: Held
) -> Table:
    """Its record by body, or by section where the lens names a body; enter goes there."""
    by_body = standing.column == "body_id"
    query = _BODIES if by_body else _SECTIONS
    names = {row[0]: row[1:] for row in connection.execute(query, [] if by_body else [lens.body])}
    rows = []
    for one in sorted(tallies, key=lambda one: (-one.counts.candidates, one.place)):
        body, section, name = names[one.place]
        counts = one.counts
        cells = (
            name, one.contests, counts.candidates, counts.elected if counts.known else None, counts.success,
            len(held.of_place.get(one.place, ())) or None, one.first, one.last,
        )  # fmt: skip
        opens = Place(
            "faction", Lens(body=body, section=section, date=lens.date, faction=standing.faction.key)
        )
        rests = together(one.facts, held.of_place.get(one.place, ()))
        rows.append(Row(f"{body}/{section or ''}", cells, opens, facts=rests))
    head = Column("body", "Body") if by_body else Column("section", "Section")
    return Table("places", "By body" if by_body else "By section", (head, *PLACES), tuple(rows))


def kin_table(
    connection: sqlite3.Connection, faction: Faction, factions: Factions, citations: Citations
) -> Table:
    """What it belongs to and what belongs to it, dated; enter opens the other one's record."""
    above = factions.up(faction.key, None)
    below = {span.faction for span in factions.covered([faction.key])}
    query = "SELECT id, faction_id, umbrella_id, valid_from, valid_to, note FROM membership ORDER BY valid_from, id"
    found = [
        (number, factions.get(one), factions.get(umbrella), *rest)
        for number, one, umbrella, *rest in connection.execute(query)
    ]
    found = [row for row in found if any({row[1].key, row[2].key} <= kin for kin in (above, below))]
    found.sort(key=lambda row: row[1].key not in above)
    rows = []
    for number, one, umbrella, since, until, note in found:
        cells = (one, umbrella, since, until, citations.explained(note) or None)
        other = umbrella if one.key in above else one
        opens = factions.record(other.key)
        keys = frozenset({one.key, umbrella.key})
        rows.append(Row(f"membership-{number}", cells, opens, keys, facts=(Fact("membership", number),)))
    return Table("kin", "What it belongs to, and what to it", KIN, tuple(rows))


def endorsed_table(connection: sqlite3.Connection, standing: Standing) -> Table:
    """Whom it endorsed, by the slate that they stood on: not the same as standing for it."""
    where = " AND ".join(["endorsement.faction_id = ?", *standing.here.conditions])
    query = f"""
        SELECT endorsement.id, candidacy.id, candidacy.slate_id, outcome, sought FROM endorsement
        CROSS JOIN candidacy ON candidacy.id = candidacy_id WHERE {where} ORDER BY endorsement.id
    """
    number = standing.factions.ids[standing.faction.key]
    backed: dict[int, tuple] = {}  # type: ignore[type-arg]
    for row in connection.execute(query, [number, *standing.here.values]):
        backed.setdefault(row[1], row)
    slates: dict[Faction, list[tuple]] = {}  # type: ignore[type-arg]
    for row in backed.values():
        slates.setdefault(standing.factions.get(row[2]), []).append(row)
    rows = []
    for slate in sorted(slates, key=lambda one: (-len(slates[one]), standing.factions.order(one))):
        some = slates[slate]
        outcomes = [row[3] for row in some]
        counts = Counts(len(some), outcomes.count("elected"), outcomes.count("not elected"), 0, 0, 0)
        unsought = sum(row[4] == 0 for row in some)
        cells = (slate, len(some), counts.elected if counts.known else None, counts.success, unsought or None)
        rests = together(*((Fact("endorsement", row[0]), Fact("candidacy", row[1])) for row in some[:MOST]))
        opens = standing.factions.record(slate.key)
        rows.append(Row(slate.key, cells, opens, frozenset({slate.key}), facts=rests))
    return Table("endorsed", "Whom it endorsed, by the slate stood on", ENDORSED, tuple(rows))
