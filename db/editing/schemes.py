"""Making and editing schemes: each edit is written down like an import, so that it is listed and can be taken back.

Citations of rows that go stay where they are: the ids are never given again, and an undoing brings back what was cited.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import Any, NamedTuple

from db.dates import is_date, written
from db.errors import Missing, SlatewatchError
from db.keys import free_key, unused
from db.ledger import Ledger, importing

PALETTE = (
    "#d62839", "#2f7fc1", "#2c9c69", "#d9a03f", "#8a63d2", "#c256a8", "#379a7c", "#a0522d", "#5f65d3",
)  # fmt: skip
"""Colours of new blocs, in turn."""


class Entry(NamedTuple):
    """What belongs to a bloc: one of faction, person and leaning."""

    bloc: str
    """The name of the bloc."""
    faction: str | None = None
    """Key of a faction."""
    person: str | None = None
    """Key of a person."""
    leaning: str | None = None
    """Words of a statement of alignment."""
    valid_from: str | None = None
    valid_to: str | None = None
    note: str | None = None

    @property
    def subject(self) -> tuple[str | None, str | None, str | None]:
        """What it is about."""
        return self.faction, self.person, self.leaning


def made(
    connection: sqlite3.Connection, name: str, whose: str | None = None, entries: Iterable[Entry] = ()
) -> tuple[str, int]:
    """Make a scheme.

    Args:
        connection: made by `db.ledger.writable`.
        name: as it is shown.
        whose: judgement it is.
        entries: what it says; blocs are made in the order in which they are met.

    Returns:
        Its key, and the number under which `undo` takes it back.

    Raises:
        SlatewatchError: the name is blank or taken.
        Missing: an entry names what is not there.
    """
    name = _named(connection, name)
    key = free_key(connection, "scheme", name)
    with importing(connection, f"scheme {name}", "", f"the scheme {name} was made") as ledger:
        scheme = ledger.insert("scheme", {"key": key, "name": name, "whose": whose or None})
        _fill(ledger, scheme, entries)
    return key, ledger.number


def copied(connection: sqlite3.Connection, key: str, name: str, whose: str | None = None) -> tuple[str, int]:
    """Make a scheme that says what another one says.

    Raises:
        Missing: there is no such scheme.
        SlatewatchError: the name is blank or taken.
    """
    scheme, original = _scheme(connection, key)
    name = _named(connection, name)
    fresh = free_key(connection, "scheme", name)
    with importing(connection, f"scheme {name}", "", f"{name} was copied from {original}") as ledger:
        values = {"key": fresh, "name": name, "whose": whose or None, "note": f"copied from {original}"}
        copy = ledger.insert("scheme", values)
        for bloc, *_ in connection.execute(
            "SELECT id FROM bloc WHERE scheme_id = ? ORDER BY id", [scheme]
        ).fetchall():
            new = ledger.insert("bloc", _row(connection, "bloc", bloc) | {"scheme_id": copy})
            query = "SELECT id FROM bloc_member WHERE bloc_id = ? ORDER BY id"
            for (member,) in connection.execute(query, [bloc]).fetchall():
                ledger.insert("bloc_member", _row(connection, "bloc_member", member) | {"bloc_id": new})
    return fresh, ledger.number


def moved(connection: sqlite3.Connection, key: str, entry: Entry, *, out: bool = False) -> tuple[str, int]:
    """Count a faction, a person or a leaning in a bloc: at all times, or from a day, to a day.

    Args:
        connection: made by `db.ledger.writable`.
        key: of the scheme.
        entry: the bloc, which is made where the scheme has none of the name, and what is to be counted in it.  What the scheme
            said of it holds on before `valid_from` and from `valid_to`.
        out: the entry is to be counted nowhere instead.

    Returns:
        What was done, in words, and the number under which `undo` takes it back.

    Raises:
        Missing: the scheme, the faction or the person is not there.
        SlatewatchError: a date is none, or comes after the end.
    """
    scheme, name = _scheme(connection, key)
    _check_dates(entry)
    subject, whom = _subject(connection, entry)
    day = "".join(
        f" {word} {written(date)}"
        for word, date in (("from", entry.valid_from), ("to", entry.valid_to))
        if date
    )
    words = f"{name} counts {whom} in no bloc{day}" if out else f"{name} counts {whom} in {entry.bloc}{day}"
    with importing(connection, f"scheme {name}", "", words) as ledger:
        _make_room(ledger, scheme, subject, entry)
        if not out:
            values = {"valid_from": entry.valid_from, "valid_to": entry.valid_to, "note": entry.note}
            ledger.insert("bloc_member", {"bloc_id": _bloc(ledger, scheme, entry.bloc), **subject, **values})
    return words, ledger.number


def dropped(connection: sqlite3.Connection, key: str) -> tuple[str, int]:
    """Take a scheme away.

    Returns:
        Its name, and the number under which `undo` brings it back.

    Raises:
        Missing: there is no such scheme.
        SlatewatchError: a scenario rests on it.
    """
    scheme, name = _scheme(connection, key)
    query = """
        SELECT scenario.name FROM bloc CROSS JOIN assumption ON assumption.bloc_id = bloc.id
        JOIN scenario ON scenario.id = scenario_id WHERE scheme_id = ? LIMIT 1
    """
    if used := connection.execute(query, [scheme]).fetchone():
        raise SlatewatchError(f"The scheme {name} stays: the scenario {used[0]} rests on its blocs.")
    with importing(connection, f"scheme {name}", "", f"the scheme {name} was taken away") as ledger:
        _empty(ledger, scheme)
        ledger.delete("scheme", scheme)
    return name, ledger.number


def refilled(
    connection: sqlite3.Connection, key: str, whose: str | None, entries: Iterable[Entry]
) -> tuple[str, int]:
    """Have a scheme say something else altogether, as a file has it.  Blocs that keep their name keep colour and place.

    Args:
        connection: made by `db.ledger.writable`.
        key: of the scheme.
        whose: judgement it is; None as before.
        entries: what it says; blocs of which nothing is said any more go, unless a scenario rests on them.

    Raises:
        Missing: there is no such scheme, or an entry names what is not there.
        SlatewatchError: a date is none.
    """
    scheme, name = _scheme(connection, key)
    with importing(connection, f"scheme {name}", "", f"the scheme {name} was read from a file") as ledger:
        query = (
            "SELECT bloc_member.id FROM bloc CROSS JOIN bloc_member ON bloc_id = bloc.id WHERE scheme_id = ?"
        )
        for (member,) in connection.execute(query, [scheme]).fetchall():
            ledger.delete("bloc_member", member)
        _fill(ledger, scheme, entries)
        for (bloc,) in connection.execute(_FORSAKEN, [scheme]).fetchall():
            ledger.delete("bloc", bloc)
        if whose:
            ledger.update("scheme", scheme, {"whose": whose})
    return name, ledger.number


_FORSAKEN = """
SELECT id FROM bloc WHERE scheme_id = ? AND NOT EXISTS (SELECT 1 FROM bloc_member WHERE bloc_id = bloc.id)
    AND NOT EXISTS (SELECT 1 FROM assumption WHERE assumption.bloc_id = bloc.id)
"""
"""Blocs of a scheme of which nothing is said, and on which nothing rests."""


def entries_of(connection: sqlite3.Connection, key: str) -> list[Entry]:
    """What a scheme says, bloc by bloc.

    Raises:
        Missing: there is no such scheme.
    """
    scheme, _ = _scheme(connection, key)
    query = """
        SELECT bloc.name, faction.key, person.key, leaning, valid_from, valid_to, bloc_member.note FROM bloc
        CROSS JOIN bloc_member ON bloc_id = bloc.id
        LEFT JOIN faction ON faction.id = faction_id LEFT JOIN person ON person.id = person_id
        WHERE scheme_id = ? ORDER BY bloc.position, bloc.id, bloc_member.id
    """
    return [Entry(*row) for row in connection.execute(query, [scheme])]


def _scheme(connection: sqlite3.Connection, key: str) -> tuple[int, str]:
    row = connection.execute("SELECT id, name FROM scheme WHERE key = ?", [key]).fetchone()
    if row is None:
        raise Missing(f"There is no scheme {key!r} in this record.")
    return int(row[0]), str(row[1])


def _named(connection: sqlite3.Connection, name: str) -> str:
    name = " ".join(name.split())
    if not name:
        raise SlatewatchError("The scheme has no name; expected one, such as 'Mine'.")
    if connection.execute("SELECT 1 FROM scheme WHERE name = ?", [name]).fetchone():
        raise SlatewatchError(f"There is a scheme {name!r} already; expected another name.")
    return name


def _fill(ledger: Ledger, scheme: int, entries: Iterable[Entry]) -> None:
    for entry in entries:
        _check_dates(entry)
        subject, _ = _subject(ledger.connection, entry)
        values = {"valid_from": entry.valid_from, "valid_to": entry.valid_to, "note": entry.note}
        ledger.insert("bloc_member", {"bloc_id": _bloc(ledger, scheme, entry.bloc), **subject, **values})


def _subject(connection: sqlite3.Connection, entry: Entry) -> tuple[dict[str, Any], str]:
    """The columns of what an entry is about, and its name."""
    given = [one for one in entry.subject if one]
    if len(given) != 1:
        raise SlatewatchError(
            f"The bloc {entry.bloc} has an entry with {len(given) or 'none'} of faction, person and leaning; expected one."
        )
    if entry.leaning:
        return {"leaning": entry.leaning}, f"whoever is said to be {entry.leaning!r}"
    table, key = ("faction", entry.faction) if entry.faction else ("person", entry.person)
    row = connection.execute(f"SELECT id, name FROM {table} WHERE key = ?", [key]).fetchone()
    if row is None:
        raise Missing(f"There is no {table} {key!r} in this record.")
    return {f"{table}_id": row[0]}, str(row[1])


def _check_dates(entry: Entry) -> None:
    for date in (entry.valid_from, entry.valid_to):
        if date is not None and not is_date(date):
            raise SlatewatchError(
                f"Found {date!r} in the bloc {entry.bloc}, expected a date such as 2020-04-05."
            )
    if entry.valid_from and entry.valid_to and entry.valid_to <= entry.valid_from:
        raise SlatewatchError(
            f"Found an entry of the bloc {entry.bloc} from {entry.valid_from} to {entry.valid_to}, "
            "expected its end after its beginning."
        )


def _bloc(ledger: Ledger, scheme: int, name: str) -> int:
    """The bloc of a name, which is made where there is none."""
    name = " ".join(name.split())
    if not name:
        raise SlatewatchError("Found an entry without a bloc, expected the name of one.")
    known = ledger.connection.execute(
        "SELECT id, key, name, position FROM bloc WHERE scheme_id = ? ORDER BY id", [scheme]
    ).fetchall()
    for number, key, own, _ in known:
        if name.casefold() in (own.casefold(), key.casefold()):
            return int(number)
    keys = {key for _, key, _, _ in known}
    values = {
        "scheme_id": scheme,
        "key": unused(name, "bloc", lambda key: key in keys),
        "name": name,
        "short": name if len(name) <= 12 else name[:11].rstrip() + "…",
        "sign": name[:1].upper(),
        "colour": PALETTE[len(known) % len(PALETTE)],
        "position": max((position for *_, position in known), default=0) + 10,
    }
    return ledger.insert("bloc", values)


def _make_room(ledger: Ledger, scheme: int, subject: dict[str, Any], entry: Entry) -> None:
    """Let go of what the scheme said of a subject in the time of an entry; before and after it that holds as it did."""
    query = """
        SELECT bloc_member.* FROM bloc CROSS JOIN bloc_member ON bloc_id = bloc.id WHERE scheme_id = ? ORDER BY bloc_member.id
    """
    ((column, value),) = subject.items()
    cursor = ledger.connection.execute(query, [scheme])
    names = [name for name, *_ in cursor.description]
    for row in (dict(zip(names, values, strict=True)) for values in cursor.fetchall()):
        if not _same(row[column], value) or not _overlap(row, entry):
            continue
        goes_on = entry.valid_to is not None and (row["valid_to"] is None or entry.valid_to < row["valid_to"])
        if goes_on:
            after = {name: kept for name, kept in row.items() if name != "id"}
            ledger.insert("bloc_member", after | {"valid_from": entry.valid_to})
        if entry.valid_from is not None and (
            row["valid_from"] is None or row["valid_from"] < entry.valid_from
        ):
            ledger.update("bloc_member", row["id"], {"valid_to": entry.valid_from})
        else:
            ledger.delete("bloc_member", row["id"])


def _same(one: int | str | None, other: int | str) -> bool:
    """Whether two entries are about the same; words of a leaning are compared without case, as they are when counted."""
    if isinstance(one, str) and isinstance(other, str):
        return one.casefold() == other.casefold()
    return one == other


def _overlap(row: dict[str, Any], entry: Entry) -> bool:
    """Whether a stored entry holds on any day of another one."""
    begins_later = (
        row["valid_from"] is not None and entry.valid_to is not None and row["valid_from"] >= entry.valid_to
    )
    ended_before = (
        row["valid_to"] is not None and entry.valid_from is not None and row["valid_to"] <= entry.valid_from
    )
    return not begins_later and not ended_before


def _empty(ledger: Ledger, scheme: int) -> None:
    connection = ledger.connection
    for (bloc,) in connection.execute("SELECT id FROM bloc WHERE scheme_id = ?", [scheme]).fetchall():
        for (member,) in connection.execute(
            "SELECT id FROM bloc_member WHERE bloc_id = ?", [bloc]
        ).fetchall():
            ledger.delete("bloc_member", member)
        ledger.delete("bloc", bloc)


def _row(connection: sqlite3.Connection, table: str, row: int) -> dict[str, Any]:
    cursor = connection.execute(f"SELECT * FROM {table} WHERE id = ?", [row])
    values = dict(zip((column[0] for column in cursor.description), cursor.fetchone(), strict=True))
    return {name: value for name, value in values.items() if name != "id"}
