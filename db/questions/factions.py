"""All factions: what they are, what they belong to, how often they stood and won."""

from __future__ import annotations

import sqlite3
from typing import Any

from db.lens import Lens, Place
from db.questions.factions_words import Fared, findings
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.facts import MOST, listed, together
from db.reading.narrowing import narrowed
from db.reading.place import in_words, where
from db.view import Column, Fact, Kind, Row, Tone, View

COLUMNS = (
    Column("faction", "Faction", Kind.FACTION),
    Column("name", "Name"),
    Column("kind", "Kind", wide=True),
    Column("wing", "Wing, as published", optional=True),
    Column("founded", "Founded", optional=True, wide=True),
    Column("dissolved", "Ended", optional=True, wide=True),
    Column("member_of", "Belongs to", Kind.NAMES, optional=True, wide=True),
    Column("candidates", "Candidacies", Kind.NUMBER),
    Column("seats", "Elected", Kind.NUMBER),
    Column("endorsements", "Endorsed", Kind.NUMBER),
    Column("slot", "Key", Kind.NUMBER, optional=True, wide=True),
    Column("note", "Note", optional=True, wide=True),
)

_FACTIONS = """
WITH stood (faction, candidacies, elected, newest) AS ({stood}),
backed (faction, endorsements, backings) AS (
    SELECT faction_id, count(*), group_concat(endorsement.id)
    FROM endorsement JOIN candidacy ON candidacy.id = candidacy_id {where} GROUP BY faction_id)
SELECT faction.id, faction.key, faction.kind, faction.wing, faction.founded, faction.dissolved, faction.slot, faction.note,
       coalesce(candidacies, 0), coalesce(elected, 0), coalesce(endorsements, 0),
       (SELECT group_concat(name, ';') FROM (
           SELECT umbrella.name || coalesce(' (from ' || valid_from || ')', '') AS name
           FROM membership JOIN faction AS umbrella ON umbrella.id = umbrella_id
           WHERE faction_id = faction.id ORDER BY membership.id)),
       (SELECT group_concat(id) FROM membership WHERE faction_id = faction.id), newest, backings
FROM faction
LEFT JOIN stood ON stood.faction = faction.id
LEFT JOIN backed ON backed.faction = faction.id
ORDER BY slot IS NULL, slot, candidacies IS NULL, candidacies DESC, faction.position, faction.name
"""

_ANYWHERE = f"""
SELECT slate_id, candidacies, (SELECT count(*) FROM candidacy WHERE slate_id IS tally.slate_id AND outcome = 'elected'),
       (SELECT group_concat(id) FROM (
           SELECT id FROM candidacy WHERE slate_id IS tally.slate_id ORDER BY date DESC LIMIT {MOST}))
FROM tally
"""
_WITHIN = """
SELECT slate_id, count(*), sum(outcome = 'elected'), group_concat(id) FROM candidacy {where} GROUP BY slate_id
"""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Every faction of the record, counted within the lens's body and section.

    Raises:
        Missing: the lens names what is not there.
    """
    place = where(connection, lens)
    factions, citations = Factions(connection), Citations(connection)
    column, number = ("section_id", place.section) if place.section else ("body_id", place.body)
    within = f"WHERE candidacy.{column} = :number" if number else ""
    stood = _WITHIN.format(where=within) if number else _ANYWHERE
    query = _FACTIONS.format(stood=stood, where=within)
    read = connection.execute(query, {"number": number}).fetchall()
    rows = tuple(_row(row, lens, factions, citations) for row in read)
    scope = ", ".join(filter(None, (place.body_short, place.section_name)))
    view = View(
        name="factions",
        title=f"Factions{': ' + scope if scope else ''}",
        lens=lens,
        words=in_words(lens, factions, scope or "the whole record", "factions"),
        findings=(),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        notes=(
            "Wings are the labels of those who published them; slates are counted as printed, without those of their umbrella.",
        ),
        empty="" if rows else "No faction is on record.",
    )
    shown = narrowed(view, factions, what="factions")
    fared = [Fared(row.cells[0], *row.cells[7:10]) for row in shown.rows]  # type: ignore[arg-type]
    said = findings(fared, scope.replace(",", ""), filtered=bool(lens.factions or lens.text))
    return citations.numbered(shown._replace(findings=said))


def _row(row: tuple[Any, ...], lens: Lens, factions: Factions, citations: Citations) -> Row:
    number, key, kind, wing, founded, dissolved, slot, note, stood, elected, endorsed, member_of, *counted = (
        row
    )
    faction = factions.named(str(key))
    belongs = tuple(str(member_of).split(";")) if member_of else ()
    said = citations.explained(str(note)) if note else None
    cells = (
        faction,
        faction.name,
        kind,
        wing,
        founded,
        dissolved,
        belongs,
        stood,
        elected,
        endorsed,
        slot,
        said,
    )
    place = Place("faction", Lens(body=lens.body, section=lens.section, faction=str(key)))
    tone = Tone.PLAIN if stood else Tone.FAINT
    tables = ("membership", "candidacy", "endorsement")
    rests = together([Fact("faction", number)], *map(listed, tables, counted))
    return Row(str(key), cells, place, frozenset({str(key)}), None, tone, facts=rests)
