"""Two persons on record who are one: everything that points to the one points to the other afterwards.

A merge is kept like an import, listed and undone like one.  The name of the person who goes becomes another name of the one who
is kept, and the key goes on resolving.  Of the two rows the later one stays, whoever is kept: see `Ledger.delete`.
"""

from __future__ import annotations

import sqlite3
from typing import Any, NamedTuple

from db.derivation.terms import DERIVED
from db.errors import Missing, Unusable
from db.identity.distinctions import distinguish, others_than
from db.ledger import Ledger, importing
from db.reading.persons import person_of
from db.wording import count, listed

MOVED: dict[str, tuple[str, str]] = {
    "candidacy": ("candidacy", "candidacies"),
    "term": ("term", "terms"),
    "alignment": ("statement of a leaning", "statements of a leaning"),
    "division_vote": ("vote in a division", "votes in divisions"),
    "stage": ("line of a count", "lines of counts"),
    "event_person": ("event", "events"),
    "alias": ("other name", "other names"),
    "vacancy": ("seat left empty", "seats left empty"),
    "bloc_member": ("place in a scheme", "places in schemes"),
    "assumption": ("assumption", "assumptions"),
    "claim": ("claim", "claims"),
}
"""Tables whose rows name their person in `person_id`, and what their rows are called."""


class Person(NamedTuple):
    """One of the two."""

    id: int
    key: str
    name: str
    sort_name: str
    gender: str | None
    note: str | None


class Merge(NamedTuple):
    """What a merge would do."""

    gone: Person
    kept: Person
    moved: tuple[tuple[str, int], ...]
    """For each table the number of rows that move."""

    @property
    def moving(self) -> str:
        """What moves, for people: `two candidacies and one term move`."""
        parts = [count(number, *MOVED[table]) for table, number in self.moved]
        several = sum(number for _, number in self.moved) > 1
        return f"{listed(parts)} {'move' if several else 'moves'}" if parts else "nothing moves"

    @property
    def words(self) -> str:
        """What moves, where to, and what becomes of the key."""
        return f"{self.moving} to {self.kept.name} ({self.kept.key}); {self.gone.key} goes on leading there"


def person(connection: sqlite3.Connection, key: str) -> Person:
    """A person by key.

    Raises:
        Missing: nobody on record has or had it.
    """
    row = connection.execute(f"{_PERSON} WHERE id = ?", [person_of(connection, key)]).fetchone()
    if row is None:
        raise Missing(f"There is no person {key!r} in this record.")
    return Person(*row)


def proposed(connection: sqlite3.Connection, gone: Person, kept: Person) -> Merge:
    """What the merge would do.

    Raises:
        Unusable: the two cannot be one.
    """
    if reason := _why_two(connection, gone, kept):
        raise Unusable(f"{_both(gone, kept)} cannot be merged: {reason}.")
    moved = ((table, len(_rows(connection, table, gone.id))) for table in MOVED)
    return Merge(gone, kept, tuple((table, number) for table, number in moved if number))


def merged(connection: sqlite3.Connection, gone: str, kept: str) -> int:
    """Merge the person of one key into that of another, in a transaction.

    Returns:
        The number by which it can be undone.

    Raises:
        Missing: nobody has a key.
        Unusable: the two cannot be one, or another program is writing.
    """
    plan = proposed(connection, person(connection, gone), person(connection, kept))
    name = f"merge of {plan.gone.name} into {plan.kept.name}"
    with importing(connection, name, "", f"{plan.gone.key} is {plan.kept.key}; {plan.moving}") as ledger:
        merge(ledger, person(connection, gone).id, person(connection, kept).id)
    return ledger.number


def set_apart(connection: sqlite3.Connection, one: str, other: str, note: str | None = None) -> int | None:
    """Declare the persons of two keys not the same, in a transaction.

    Returns:
        The number by which it can be undone; None where it had been declared before.

    Raises:
        Missing: nobody has a key.
        Unusable: both keys are one person's, or another program is writing.
    """
    first, second = person(connection, one), person(connection, other)
    if first.id == second.id:
        raise Unusable(f"{first.name} ({first.key}) is one person; two were expected.")
    if second.id in others_than(connection, first.id):
        return None
    name, summary = f"{first.name} is not {second.name}", f"{first.key} is not {second.key}"
    with importing(connection, name, "", f"{summary}{f'; {note}' if note else ''}") as ledger:
        distinguish(ledger, first.id, second.id, note)
    return ledger.number


def merge(ledger: Ledger, gone: int, kept: int) -> None:
    """Merge one person into another, by their ids.

    Raises:
        Unusable: the two cannot be one.
    """
    connection = ledger.connection
    one, other = _by_id(connection, gone), _by_id(connection, kept)
    proposed(connection, one, other)
    goes, stays = sorted((gone, kept))
    for table in MOVED:
        _move(ledger, table, "person_id", goes, stays)
    _move(ledger, "term", "replaces", goes, stays)
    _move(ledger, "assumption", "successor_id", goes, stays)
    _move(ledger, "claim", "rival_id", goes, stays)
    _move(ledger, "former_key", "person_id", goes, stays)
    _move_distinctions(ledger, goes, stays)
    for table in ("citation", "identifier"):
        query = f"SELECT id FROM {table} WHERE entity = 'person' AND entity_id = ?"
        for (row,) in connection.execute(query, [goes]).fetchall():
            ledger.update(table, row, {"entity_id": stays})
    _move_explanations(ledger, goes, stays)
    ledger.delete("person", goes)
    ledger.update("person", stays, _values(one, other))
    ledger.insert("former_key", {"key": one.key, "person_id": stays})
    if one.name not in (other.name, *_other_names(connection, stays)):
        ledger.insert("alias", {"person_id": stays, "name": one.name})


def _move_explanations(ledger: Ledger, goes: int, stays: int) -> None:
    """What explains a finding on the one is said of the other; where both have one of a kind, that of the other stays."""
    query = """
        SELECT own.id, other.id IS NOT NULL FROM explanation AS own LEFT JOIN explanation AS other
            ON other.kind = own.kind AND other.entity = own.entity AND other.entity_id = ?
        WHERE own.entity = 'person' AND own.entity_id = ?
    """
    for row, is_there in ledger.connection.execute(query, [stays, goes]).fetchall():
        if is_there:
            ledger.delete("explanation", row)
        else:
            ledger.update("explanation", row, {"entity_id": stays})


_PERSON = "SELECT id, key, name, sort_name, gender, note FROM person"


def _by_id(connection: sqlite3.Connection, number: int) -> Person:
    row = connection.execute(f"{_PERSON} WHERE id = ?", [number]).fetchone()
    if row is None:
        raise Missing(f"There is no person of the id {number} in this record.")
    return Person(*row)


def _values(gone: Person, kept: Person) -> dict[str, Any]:
    """The row of the one who is kept; what only the other's row knows is added."""
    notes = dict.fromkeys(note for note in (kept.note, gone.note) if note)
    return {
        "key": kept.key,
        "name": kept.name,
        "sort_name": kept.sort_name,
        "gender": kept.gender or gone.gender,
        "note": "; ".join(notes) or None,
    }


def _both(one: Person, other: Person) -> str:
    return f"{one.name} ({one.key}) and {other.name} ({other.key})"


_SHARED = (
    (
        "both stood in {}",
        "SELECT contest.key FROM candidacy AS own JOIN candidacy AS other ON other.contest_id = own.contest_id "
        "JOIN contest ON contest.id = own.contest_id WHERE own.person_id = ? AND other.person_id = ?",
    ),
    (
        "both voted in the division {}",
        "SELECT division.key FROM division_vote AS own JOIN division_vote AS other ON other.division_id = own.division_id "
        "JOIN division ON division.id = own.division_id WHERE own.person_id = ? AND other.person_id = ?",
    ),
)


def _why_two(connection: sqlite3.Connection, one: Person, other: Person) -> str:
    """Why two persons cannot be one; blank where nothing speaks against it."""
    if one.id == other.id:
        return "they are one person already"
    if other.id in others_than(connection, one.id):
        return "they were declared not to be the same; undo that first"
    for words, query in _SHARED:
        found = connection.execute(f"{query} LIMIT 1", [one.id, other.id]).fetchone()
        if found:
            return words.format(found[0])
    query = (
        "SELECT 1 FROM term WHERE (person_id = ?1 AND replaces = ?2) OR (person_id = ?2 AND replaces = ?1)"
    )
    if connection.execute(query, [one.id, other.id]).fetchone():
        return "the one took the seat of the other"
    return ""


def _rows(connection: sqlite3.Connection, table: str, person: int, column: str = "person_id") -> list[int]:
    """Ids of the rows of a person; of terms those that are stated."""
    stated = f"AND NOT {DERIVED}" if table == "term" else ""
    query = f'SELECT id FROM "{table}" WHERE {column} = ? {stated} ORDER BY id'
    return [row for (row,) in connection.execute(query, [person])]


def _move(ledger: Ledger, table: str, column: str, goes: int, stays: int) -> None:
    if table == "event_person":
        _drop_doubles(ledger, goes, stays)
    for row in _rows(ledger.connection, table, goes, column):
        ledger.update(table, row, {column: stays})


def _drop_doubles(ledger: Ledger, goes: int, stays: int) -> None:
    """An event that names both names the one once."""
    query = """
        SELECT min(own.id, other.id), max(own.id, other.id) FROM event_person AS own
        JOIN event_person AS other ON other.event_id = own.event_id WHERE own.person_id = ? AND other.person_id = ?
    """
    for lower, higher in ledger.connection.execute(query, [goes, stays]).fetchall():
        ledger.delete("event_person", lower)
        ledger.update("event_person", higher, {"person_id": stays})


def _move_distinctions(ledger: Ledger, goes: int, stays: int) -> None:
    """Whoever was told from the one is told from the person who stays, once."""
    query = "SELECT id, person_id + other_id - ?1 FROM distinction WHERE ?1 IN (person_id, other_id)"
    had = {other: row for row, other in ledger.connection.execute(query, [stays])}
    for row, other in ledger.connection.execute(query, [goes]).fetchall():
        first, second = sorted((stays, other))
        if other in had:
            ledger.delete("distinction", min(row, had[other]))
            row = max(row, had[other])
        ledger.update("distinction", row, {"person_id": first, "other_id": second})


def _other_names(connection: sqlite3.Connection, person: int) -> list[str]:
    return [name for (name,) in connection.execute("SELECT name FROM alias WHERE person_id = ?", [person])]
