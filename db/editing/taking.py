"""Taking another of the values that sources state: kept like an import, so that it is listed and can be taken back."""

from __future__ import annotations

import sqlite3
from typing import Any, Final, Literal, NamedTuple, get_args, get_origin, get_type_hints

from db.dates import is_date
from db.dumping.row_names import BY_TABLE
from db.editing.rows import row_of, row_of_key
from db.errors import Missing, SlatewatchError
from db.ledger import Ledger, importing
from db.reading.disputes.found import Dispute, Disputes, Side
from db.reading.disputes.naming import rows_in_words
from db.reading.disputes.values import Relation, relation
from db.reading.disputes.wording import in_words
from db.reading.fields import Field, exactly, field_of, label_of, stored
from db.view import NO_SLATE, Fact, Kind
from db.wording import listed

WHICH: Final = "say which faction is meant, or none"
"""What is asked where the words of a source name no faction."""


class Offer(NamedTuple):
    """One of the values that can be taken."""

    value: str
    """As its sources give it."""
    words: str
    sources: tuple[str, ...]
    shown: bool
    names_none: bool
    """Whether it is said of a slate, and names no faction on record."""


def offers(connection: sqlite3.Connection, fact: Fact, field: str) -> tuple[str, tuple[Offer, ...]]:
    """What there is to choose from.

    Returns:
        What it is about, in words, and the values, the shown one first.

    Raises:
        Missing: no two sources differ on this field of the row.
    """
    dispute, words = _disputed(connection, fact, field)
    return words, tuple(
        Offer(
            side.value,
            in_words(connection, dispute, side),
            tuple(dict.fromkeys(one.source.publisher or one.source.key for one in side.stated)),
            side is dispute.shown,
            _names_none(connection, dispute, side),
        )
        for side in dispute.sides
    )


def taken(
    connection: sqlite3.Connection, fact: Fact, field: str, value: str, reason: str, slate: str | None = None
) -> tuple[str, int]:
    """Show another value of a field from now on: the choice, its reason, and the row itself, so that every view follows.

    Args:
        connection: made by `db.ledger.writable`.
        fact: the row.
        field: as citations name it.
        value: one that a source states.
        reason: why it is the one to show.
        slate: the faction that is meant, by key or name, or `none`, where the words of a source name none.

    Returns:
        What was done, in words, and the number under which `undo` takes it back.

    Raises:
        Missing: no two sources differ on it, none states the value, or there is no such faction.
        SlatewatchError: the reason is blank, the field cannot hold the value, or it has to be said which faction is meant.
    """
    reason = " ".join(reason.split())
    if not reason:
        raise SlatewatchError("A reason is needed: found none, expected a few words.")
    dispute, words = _disputed(connection, fact, field)
    side = _stating(connection, dispute, value, words)
    column = field_of(fact.table, field)
    values = {} if column is None else _columns(connection, dispute, side, column, slate)
    said = in_words(connection, dispute, side)
    with importing(connection, f"dispute {words}", "", f"{said} is shown: {reason}") as ledger:
        _choose(ledger, dispute, side, reason)
        if values:
            ledger.update(fact.table, fact.id, values)
    return f"{words[0].upper()}{words[1:]}: {said} is shown from now on", ledger.number


def _disputed(connection: sqlite3.Connection, fact: Fact, field: str) -> tuple[Dispute, str]:
    dispute = Disputes(connection).one(fact, field)
    told = rows_in_words(connection, [fact])[fact]
    words = f"{label_of(fact.table, field)} of {told.words}"
    if dispute is None:
        query = """
            SELECT DISTINCT field FROM citation
            WHERE entity = ? AND entity_id = ? AND field IS NOT NULL ORDER BY field
        """
        fields = [name for (name,) in connection.execute(query, fact)]
        differing = [name for name in fields if Disputes(connection).one(fact, name) is not None]
        hint = f"; they differ on {listed(differing)}" if differing else ""
        raise Missing(f"No two sources differ on the {words}{hint}.")
    return dispute, words


def _stating(connection: sqlite3.Connection, dispute: Dispute, value: str, words: str) -> Side:
    """The value that is meant, by what a source gives or by how it is written for eyes."""
    for side in dispute.sides:
        given = in_words(connection, dispute, side)
        if relation(dispute.kind, side.value, value) is Relation.SAME or given.casefold() == value.casefold():
            return side
    known = listed([f"“{side.value}”" for side in dispute.sides])
    raise Missing(f"No source states “{value}” for the {words}; stated are {known}.")


def _names_none(connection: sqlite3.Connection, dispute: Dispute, side: Side) -> bool:
    field = field_of(dispute.fact.table, dispute.field)
    return field is not None and field.name == "slate" and _faction(connection, dispute, side) is None


def _faction(connection: sqlite3.Connection, dispute: Dispute, side: Side) -> int | None:
    """The id of the faction that the words of a source name."""
    key = Disputes(connection).slates.of_candidacy(dispute.fact.id, side.value)
    found = connection.execute("SELECT id FROM faction WHERE key = ?", [key]).fetchone()
    return None if found is None else int(found[0])


def _columns(
    connection: sqlite3.Connection, dispute: Dispute, side: Side, field: Field, slate: str | None
) -> dict[str, Any]:
    """What the row has to hold; nothing where it holds it already."""
    if side is dispute.shown and stored(connection, *dispute.fact, field) is not None:
        return {}
    if field.name == "slate":
        return {"slate_id": _slate(connection, dispute, side, slate), "slate_label": side.value}
    if field.refers:
        return {field.column: row_of_key(connection, field.refers, side.value)}
    return {field.column: _held(dispute, field, side.value)}


def _slate(connection: sqlite3.Connection, dispute: Dispute, side: Side, slate: str | None) -> int | None:
    named = _faction(connection, dispute, side)
    if named is not None:
        return named
    if slate is None:
        raise SlatewatchError(f"“{side.value}” names no faction on record; {WHICH}.")
    return None if slate == NO_SLATE.key else row_of(connection, "faction", slate)


def _held(dispute: Dispute, field: Field, value: str) -> object:
    """A value of a source as its column holds it.

    Raises:
        SlatewatchError: the column cannot hold it.
    """
    label = label_of(dispute.fact.table, field.name)
    if field.kind in (Kind.NUMBER, Kind.SHARE):
        number = exactly(value)
        if number is None or number < 0:
            raise SlatewatchError(f"“{value}” is no figure, which the field {label} has to hold.")
        return int(number) if number == int(number) else float(number)
    if field.kind is Kind.DATE and not is_date(value):
        raise SlatewatchError(f"“{value}” is no date, which the field {label} has to hold.")
    if field.kind is Kind.FLAG:
        if value not in ("0", "1"):
            raise SlatewatchError(
                f"“{value}” is neither 0 nor 1, one of which the field {label} has to hold."
            )
        return int(value)
    words = _words_of(dispute.fact.table, field.name)
    if words and value not in words:
        raise SlatewatchError(f"“{value}” is no {label}; expected one of {', '.join(words)}.")
    return value


def _words_of(table: str, field: str) -> tuple[str, ...]:
    """The words of which a field of a file is one: those of its record; none where any words may stand."""
    hint = get_type_hints(BY_TABLE[table].kind).get(field) if table in BY_TABLE else None
    choices = [one for one in (hint, *get_args(hint)) if get_origin(one) is Literal]
    return tuple(word for one in choices for word in get_args(one))


def _choose(ledger: Ledger, dispute: Dispute, side: Side, reason: str) -> None:
    """Move the choice among the citations; a value that only the row's own sources stand for is cited for its field first."""
    for one in dispute.sides:
        chosen = one is side
        for stated in one.stated:
            values = {"chosen": int(chosen), "reason": reason if chosen else None}
            if stated.citation:
                ledger.update("citation", stated.citation, values)
            else:
                ledger.insert("citation", _cited(ledger, dispute, one, stated.source.key) | values)


def _cited(ledger: Ledger, dispute: Dispute, side: Side, source: str) -> dict[str, Any]:
    number = row_of_key(ledger.connection, "source", source)
    values = {"source_id": number, "entity": dispute.fact.table, "entity_id": dispute.fact.id}
    return values | {"field": dispute.field, "value": side.value}
