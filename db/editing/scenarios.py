"""Making scenarios: each step is kept as an import, so that it is listed and can be taken back."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from typing import NamedTuple

from db.errors import Missing, Unusable
from db.keys import free_key
from db.ledger import Ledger, Values, importing
from db.reading.scenarios.assumptions import BLOC, LEANING, SEAT, SWING, Assumption, assumptions_of, lacks
from db.reading.scenarios.scenario import named
from db.wayfinding.names import fitting, one_of, resolve
from db.wording import count

SUBJECTS = {
    SEAT: ("section_id", "person_id", "contest_id"),
    LEANING: ("person_id",),
    BLOC: ("faction_id",),
    SWING: ("contest_id",),
}
"""What an assumption is about: a second one about the same takes the place of the first; seats may be filled one by one."""

LONGEST = 80
"""Letters of a name at the most."""

MOST_POINTS = 100
"""Of every hundred votes all go over."""

POINTS = f"expected points above 0 and up to {MOST_POINTS}, such as 2.5"
"""What a swing may be, for a sentence."""


class Supposed(NamedTuple):
    """One thing to suppose, by the ids of rows; what its kind does not need stays None."""

    kind: str
    section_id: int | None = None
    person_id: int | None = None
    successor_id: int | None = None
    newcomer: str | None = None
    faction_id: int | None = None
    other_id: int | None = None
    bloc_id: int | None = None
    contest_id: int | None = None
    points: float | None = None


class Kept(NamedTuple):
    """What came of it."""

    number: int
    """Of the import."""
    key: str
    """Of the scenario."""
    name: str
    made: bool
    """Whether the scenario is new."""


def find(connection: sqlite3.Connection, text: str) -> tuple[int, str, str] | None:
    """Id, key and name of the scenario of a key or a name, whatever its case; None where there is none.

    Raises:
        Missing: several are called so.
    """
    keys = fitting(connection, "scenario", text)
    return named(connection, one_of(keys, text)) if keys else None


def points_of(text: str) -> float:
    """The points of a swing, as a user writes them: `1.5`, `1.5%`.

    Raises:
        Unusable: it is no number, or not one above 0 and up to 100.
    """
    try:
        points = float(text.strip().removesuffix("%"))
    except ValueError:
        raise Unusable(f"found {text!r}, {POINTS}.") from None
    return _swingable(points)


def _swingable(points: float) -> float:
    if not 0 < points <= MOST_POINTS:
        raise Unusable(f"found a swing of {points:g} points, {POINTS}.")
    return points


def suppose(connection: sqlite3.Connection, name: str, supposed: Sequence[Supposed]) -> Kept:
    """Suppose something in a scenario, which is made where there is none of the name.

    Args:
        connection: for writing, as `db.ledger.writable` opens one.
        name: key or name of a scenario, or the name of a new one.
        supposed: what is supposed, in order; where something was supposed of the same before, it takes its place.

    Raises:
        Unusable: the name is blank or too long, something says too little, or the file cannot be written.
    """
    name = _checked(name)
    for one in supposed:
        _complete(connection, one)
    found = find(connection, name)
    shown = found[2] if found else name
    words = count(len(supposed), "assumption") if supposed else "a scenario without assumptions"
    with importing(connection, f"scenario {shown}", "", words) as ledger:
        if found is None:
            key = free_key(connection, "scenario", name)
            number = ledger.insert("scenario", {"key": key, "name": name})
        else:
            number, key, _ = found
        for one in supposed:
            _write(ledger, number, one)
        return Kept(ledger.number, key, shown, made=found is None)


def dropped(connection: sqlite3.Connection, name: str, places: Sequence[int]) -> Kept:
    """Take assumptions out of a scenario.

    Args:
        connection: for writing.
        name: key or name of the scenario.
        places: theirs in its list, from 1.

    Raises:
        Missing: there is no such scenario, or it has no such assumption.
        Unusable: the file cannot be written.
    """

    def drop(ledger: Ledger, assumptions: tuple[Assumption, ...]) -> None:
        for place in sorted(set(places), reverse=True):
            ledger.delete("assumption", assumptions[place - 1].id)

    number, _, shown = _found(connection, name)
    known = len(assumptions_of(connection, number))
    wrong = next((place for place in places if not 1 <= place <= known), None)
    if wrong is not None:
        raise Missing(
            f"The scenario {shown} has {count(known, 'assumption')}, and none with the number {wrong}."
        )
    return _changed(connection, name, f"{count(len(set(places)), 'assumption')} dropped", drop)


def removed(connection: sqlite3.Connection, name: str) -> Kept:
    """Take a scenario away with all that it supposes.

    Raises:
        Missing: there is no such scenario.
        Unusable: the file cannot be written.
    """
    number, _, _ = _found(connection, name)

    def remove(ledger: Ledger, assumptions: tuple[Assumption, ...]) -> None:
        for one in reversed(assumptions):
            ledger.delete("assumption", one.id)
        ledger.delete("scenario", number)

    return _changed(connection, name, "the scenario is removed", remove)


def _changed(
    connection: sqlite3.Connection,
    name: str,
    words: str,
    deed: Callable[[Ledger, tuple[Assumption, ...]], None],
) -> Kept:
    number, key, shown = _found(connection, name)
    with importing(connection, f"scenario {shown}", "", words) as ledger:
        deed(ledger, assumptions_of(connection, number))
        return Kept(ledger.number, key, shown, made=False)


def _found(connection: sqlite3.Connection, name: str) -> tuple[int, str, str]:
    return named(connection, resolve(connection, "scenario", name))


def _checked(name: str) -> str:
    words = " ".join(name.split())
    if not words:
        raise Unusable("a scenario needs a name, such as “Had turnout been higher”; found a blank one.")
    if len(words) > LONGEST:
        raise Unusable(f"the name of a scenario has at most {LONGEST} letters; found {len(words)}.")
    return words


def _complete(connection: sqlite3.Connection, one: Supposed) -> None:
    """See that an assumption says all that its kind needs."""
    said = {name.removesuffix("_id"): value for name, value in one._asdict().items()}
    said["taker"] = one.successor_id or (one.newcomer or "").strip()
    said["side"] = one.faction_id or one.bloc_id
    if lacks(one.kind, said):
        raise Unusable(f"an assumption of the kind {one.kind!r} says too little to be kept.")
    if one.kind == SWING:
        _swingable(one.points or 0.0)
    if one.kind == SEAT and one.successor_id == one.person_id:
        (name,) = connection.execute("SELECT name FROM person WHERE id = ?", [one.person_id]).fetchone()
        raise Unusable(f"{name} has that seat already; somebody else was expected.")


def _write(ledger: Ledger, scenario: int, one: Supposed) -> None:
    """Write an assumption, in the place of the one that was about the same."""
    values: Values = {**one._asdict(), "scenario_id": scenario}
    before = _same_subject(ledger.connection, scenario, one)
    if before is not None:
        ledger.update("assumption", before, values)
        return
    query = "SELECT coalesce(max(position), 0) + 1 FROM assumption WHERE scenario_id = ?"
    (position,) = ledger.connection.execute(query, [scenario]).fetchone()
    ledger.insert("assumption", values | {"position": position})


def _same_subject(connection: sqlite3.Connection, scenario: int, one: Supposed) -> int | None:
    columns = SUBJECTS.get(one.kind)
    if columns is None:
        return None
    same = " AND ".join(f"{column} IS ?" for column in columns)
    values = [getattr(one, column) for column in columns]
    if one.kind == BLOC:  # a faction may be moved in several schemes
        same += " AND bloc_id IN (SELECT id FROM bloc WHERE scheme_id = (SELECT scheme_id FROM bloc WHERE id = ?))"
        values.append(one.bloc_id)
    query = (
        f"SELECT id FROM assumption WHERE scenario_id = ? AND kind = ? AND {same} ORDER BY id DESC LIMIT 1"
    )
    found = connection.execute(query, [scenario, one.kind, *values]).fetchone()
    return int(found[0]) if found else None
