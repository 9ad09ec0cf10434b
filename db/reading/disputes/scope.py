"""The disputes of a place: of a contest, a section, a body or the whole record."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from typing import Final

from db.lens import Lens
from db.reading.disputes.found import Dispute, Disputes
from db.reading.place import where

_SECTIONS = (
    "SELECT id FROM section WHERE body_id = :body AND (:section IN (id, parent_id) OR :section IS NULL)"
)
_BY_SECTION = (
    "EXISTS (SELECT 1 FROM {table} WHERE {table}.id = citation.entity_id AND {table}.section_id IN ("
    + _SECTIONS
    + "))"
)
_BY_BODY = ":section IS NULL AND EXISTS (SELECT 1 FROM {table} WHERE {table}.id = citation.entity_id AND body_id = :body)"
_STOOD = (
    "EXISTS (SELECT 1 FROM {table} JOIN candidacy ON candidacy.id = {table}.candidacy_id "
    "WHERE {table}.id = citation.entity_id AND candidacy.section_id IN (" + _SECTIONS + "))"
)

OF_PLACE: Final = {
    **{
        table: _BY_SECTION.format(table=table)
        for table in ("candidacy", "contest", "term", "rule", "vacancy", "alignment")
    },
    "endorsement": _STOOD.format(table="endorsement"),
    "division": _BY_BODY.format(table="division"),
    "event": _BY_BODY.format(table="event"),
    "body": ":section IS NULL AND citation.entity_id = :body",
    "section": f"citation.entity_id IN ({_SECTIONS})",
}
"""Which citations are of rows of a body, or of a section with its parts: found from the few that give a value for a field."""

_CONTESTS = (
    "SELECT contest.id FROM contest LEFT JOIN round ON round.id = round_id WHERE contest.key = :contest "
    "UNION SELECT contest.id FROM round JOIN contest ON round_id = round.id WHERE round.key = :contest"
)

OF_CONTEST: Final = {
    "candidacy": f"citation.entity_id IN (SELECT id FROM candidacy WHERE contest_id IN ({_CONTESTS}))",
    "contest": f"citation.entity_id IN ({_CONTESTS})",
    "endorsement": "citation.entity_id IN (SELECT endorsement.id FROM candidacy JOIN endorsement "
    f"ON candidacy_id = candidacy.id WHERE contest_id IN ({_CONTESTS}))",
    "stage": f"citation.entity_id IN (SELECT id FROM stage WHERE contest_id IN ({_CONTESTS}))",
}
"""Which are of rows of a contest, or of the contests of a round."""

EVERYTHING: Final = {
    "person": "citation.field <> 'gender' OR citation.value IS NOT (SELECT gender FROM person WHERE id = entity_id)"
}
"""Conditions for the whole record: that a source states what is known of everybody's gender is no dispute."""


def disputes_in(connection: sqlite3.Connection, lens: Lens) -> Iterator[Dispute]:
    """The disputes of the contest of a lens, or else of its section, its body, or the whole record.

    Raises:
        Missing: the lens names what is not there.
    """
    reader, place = Disputes(connection), where(connection, lens)
    values = {"body": place.body, "section": place.section, "contest": lens.contest}
    if lens.contest is not None:
        conditions = OF_CONTEST
    elif place.body is not None:
        conditions = OF_PLACE
    else:
        tables = "SELECT DISTINCT entity FROM citation WHERE field IS NOT NULL ORDER BY entity"
        conditions = {table: EVERYTHING.get(table, "1") for (table,) in connection.execute(tables).fetchall()}
    for table, condition in conditions.items():
        yield from reader.where(table, f"({condition})", values)
