"""The fields of the record: what files and citations call each, the column of the database that holds it, how it is written."""

from __future__ import annotations

import sqlite3
from decimal import Decimal, InvalidOperation
from typing import Final, NamedTuple

from db.dates import written
from db.reading.described import described
from db.view import Kind
from db.wording import plain_number


class Field(NamedTuple):
    """One field of the rows of a table."""

    name: str
    """As the CSV files and the citations have it: `slate`, `share`, `valid_votes`."""
    column: str
    """Of the table in the database: `slate_id`, `published_share`."""
    kind: Kind = Kind.TEXT
    refers: str = ""
    """The table of which the file writes the key; blank for a value of its own."""

    @property
    def label(self) -> str:
        """The field in words: `valid votes`."""
        return LABELS.get(self.name, self.name.replace("_", " "))


LABELS: Final = {
    "for": "votes for",
    "against": "votes against",
    "abstaining": "abstentions",
    "slot": "hotkey",
    "voting": "with a vote",
    "sought": "endorsement asked for",
    "total_members": "members in all",
    "date_end": "last day",
    "valid_from": "valid from",
    "valid_to": "valid until",
    "start": "beginning",
    "end": "end",
}
"""Fields whose name alone would not be understood."""


def _fields(kind: Kind, names: str) -> dict[str, Field]:
    """Fields that the database calls as the files do."""
    return {name: Field(name, name, kind) for name in names.split()}


def _keys(**tables: str) -> dict[str, Field]:
    """Fields in which a file writes the key of a row of another table."""
    return {name: Field(name, f"{name}_id", Kind.TEXT, table) for name, table in tables.items()}


_NOTED: Final = _fields(Kind.TEXT, "basis note")
_PLACED: Final = _keys(body="body", section="section")

FIELDS: Final[dict[str, dict[str, Field]]] = {
    "source": _fields(Kind.TEXT, "publisher title address author kind note") | _fields(Kind.DATE, "date"),
    "body": _fields(Kind.TEXT, "name short parent note"),
    "section": _fields(Kind.TEXT, "name full_name note") | _fields(Kind.NUMBER, "position") | {
        "parent": Field("parent", "parent_id", Kind.TEXT, "section"),
    },
    "rule": _NOTED | _fields(Kind.DATE, "valid_from valid_to") | _fields(Kind.NUMBER, "seats term_years")
    | _fields(Kind.FLAG, "voting") | _fields(Kind.TEXT, "electorate method quota_rule"),
    "round": _fields(Kind.TEXT, "name note") | _fields(Kind.DATE, "date"),
    "contest": _NOTED | _PLACED | _keys(round="round")
    | _fields(Kind.DATE, "nominations_open nominations_close ballot_open ballot_close date")
    | _fields(Kind.NUMBER, "seats electorate ballots valid_votes quota votes_per_ballot") | _fields(Kind.SHARE, "turnout")
    | _fields(Kind.TEXT, "kind status method quota_rule nominations_needed unit electorate_words figures"),
    "person": _fields(Kind.TEXT, "name sort_name gender note"),
    "alias": _fields(Kind.TEXT, "name") | _keys(person="person"),
    "faction": _fields(Kind.TEXT, "name short sign colour kind wing note") | _fields(Kind.DATE, "founded dissolved")
    | _fields(Kind.NUMBER, "slot position"),
    "faction_alias": _fields(Kind.TEXT, "alias note") | _keys(faction="faction"),
    "membership": _fields(Kind.DATE, "valid_from valid_to") | _fields(Kind.TEXT, "note") | _keys(faction="faction") | {
        "member_of": Field("member_of", "umbrella_id", Kind.TEXT, "faction"),
    },
    "candidacy": _NOTED | _keys(contest="contest", person="person")
    | _fields(Kind.TEXT, "name_as_printed description outcome slate_label")
    | _fields(Kind.NUMBER, "votes rank elected_stage nominations") | _fields(Kind.FLAG, "sitting") | {
        "share": Field("share", "published_share", Kind.SHARE),
        "slate": Field("slate", "slate_id", Kind.FACTION, "faction"),
    },
    "endorsement": _NOTED | _fields(Kind.FLAG, "sought") | {
        "faction": Field("faction", "faction_id", Kind.FACTION, "faction"),
    },
    "stage": _fields(Kind.NUMBER, "stage votes transfer") | _fields(Kind.TEXT, "action note")
    | _keys(contest="contest", person="person"),
    "term": _NOTED | _keys(section="section", person="person", contest="contest") | _fields(Kind.FLAG, "voting")
    | _fields(Kind.TEXT, "how_gained why_ended represents") | _fields(Kind.DATE, "start end") | {
        "ended_by": Field("ended_by", "ended_by", Kind.TEXT, "contest"),
        "replaces": Field("replaces", "replaces", Kind.TEXT, "person"),
    },
    "vacancy": _NOTED | _keys(section="section", person="person") | _fields(Kind.DATE, "start end")
    | _fields(Kind.TEXT, "reason"),
    "alignment": _fields(Kind.DATE, "date") | _fields(Kind.TEXT, "leaning note")
    | _keys(person="person", section="section") | {"faction": Field("faction", "faction_id", Kind.FACTION, "faction")},
    "division": _fields(Kind.DATE, "date date_end") | _fields(Kind.NUMBER, "for against abstaining total_members")
    | _fields(Kind.TEXT, "kind subject note") | _keys(body="body"),
    "division_vote": _fields(Kind.TEXT, "represents vote leaning role note")
    | _keys(division="division", person="person", section="section"),
    "event": _fields(Kind.DATE, "date") | _fields(Kind.TEXT, "kind words note") | _PLACED,
    "scheme": _fields(Kind.TEXT, "name whose note"),
    "bloc": _fields(Kind.TEXT, "name short sign colour note") | _fields(Kind.NUMBER, "position") | _keys(scheme="scheme"),
    "bloc_member": _fields(Kind.DATE, "valid_from valid_to") | _fields(Kind.TEXT, "leaning note")
    | _keys(bloc="bloc", person="person") | {"faction": Field("faction", "faction_id", Kind.FACTION, "faction")},
}  # fmt: skip
"""The fields of each table, by their names.  What a citation names besides is no field but a finding on the row."""


def field_of(table: str, name: str) -> Field | None:
    """A field of a table; None for a finding, such as "swing to the left", that no column holds."""
    return FIELDS.get(table, {}).get(name)


def label_of(table: str, name: str) -> str:
    """A field, or a finding, in words."""
    field = field_of(table, name)
    return field.label if field else name.replace("_", " ")


def in_files(connection: sqlite3.Connection, field: Field, value: object) -> str | None:
    """A value of the database as the CSV files write it: a key for what it refers to, figures without an empty decimal.

    Args:
        connection: to the record.
        field: whose value it is.
        value: as its column holds it.
    """
    if value is None:
        return None
    if field.refers:
        found = connection.execute(f'SELECT key FROM "{field.refers}" WHERE id = ?', [value]).fetchone()
        return None if found is None else str(found[0])
    return f"{value:.12g}" if isinstance(value, float) else str(value)


def stored(connection: sqlite3.Connection, table: str, row: int, field: Field) -> str | None:
    """What a row of the record holds in a field, as the CSV files write it; None where nothing is known."""
    query = f'SELECT "{field.column}" FROM "{table}" WHERE id = ?'
    found = connection.execute(query, [row]).fetchone()
    return None if found is None else in_files(connection, field, found[0])


def for_eyes(connection: sqlite3.Connection, field: Field | None, value: str | None) -> str:
    """A value as a sentence has it: the name of a faction, a person or a section, place and day of a contest.

    Args:
        connection: to the record.
        field: whose value it is; None for a finding.
        value: as a file or a citation writes it; words of a source stay as they are.
    """
    if value is None or field is None:
        return value or ""
    if field.refers:
        name = {"contest": "id", "division": "subject"}.get(field.refers, "name")
        found = connection.execute(f'SELECT "{name}" FROM "{field.refers}" WHERE key = ?', [value]).fetchone()
        if found and field.refers == "contest":
            return described(connection, "contest", found)[found[0]].words
        return str(found[0]) if found else value
    if field.kind is Kind.FLAG:
        return {"1": "yes", "0": "no"}.get(value, value)
    if field.kind is Kind.DATE:
        return written(value)
    if field.kind in (Kind.NUMBER, Kind.SHARE) and (number := exactly(value)) is not None:
        return f"{number:,f}%" if field.kind is Kind.SHARE else f"{number:,f}"
    return value


def figure(text: str) -> int | float | None:
    """The number that a text writes; None where it writes none."""
    number = exactly(text)
    return None if number is None else plain_number(float(number))


def exactly(text: str) -> Decimal | None:
    """The number that a text writes, with its decimals; None where it writes none: `24,771`, `3.90`."""
    try:
        number = Decimal(text.strip().replace(",", ""))
    except InvalidOperation:
        return None
    return number if number.is_finite() else None
