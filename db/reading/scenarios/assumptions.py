"""What a scenario supposes, as it is stored, and each of it in words."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping
from typing import NamedTuple

from db.dates import on_day, written
from db.view import Fact

SEAT, FILL, LEANING, BLOC, SWING = KINDS = ("seat", "fill", "leaning", "bloc", "swing")
"""The kinds of an assumption."""

NEEDED = {
    SEAT: ("section", "person", "taker"),
    FILL: ("section", "taker"),
    LEANING: ("person", "side"),
    BLOC: ("faction", "bloc"),
    SWING: ("contest", "other", "faction", "points"),
}
"""What each kind needs, as `0008_balance.sql` says; a taker is on record or new, a side a faction or a bloc."""


def lacks(kind: str, said: Mapping[str, object]) -> bool:
    """Whether an assumption says too little for its kind, or is of none.

    Args:
        kind: of the assumption.
        said: its values by the names in `NEEDED`; None or blank for what it does not say.
    """
    return kind not in NEEDED or any(said.get(name) in (None, "") for name in NEEDED[kind])


class Assumption(NamedTuple):
    """One thing supposed; what its kind does not need is None or blank."""

    id: int
    kind: str
    section: int | None
    section_key: str
    section_name: str
    body: int | None
    body_key: str
    body_short: str
    person: int | None
    person_key: str
    person_name: str
    successor: int | None
    successor_key: str
    successor_name: str
    newcomer: str
    """Name of somebody who is not on record."""
    faction: int | None
    faction_key: str
    faction_name: str
    other: int | None
    other_key: str
    other_name: str
    bloc: int | None
    bloc_name: str
    scheme: str
    scheme_name: str
    contest: int | None
    contest_key: str
    contest_date: str
    points: float | None

    @property
    def fact(self) -> Fact:
        """The assumption itself, as rows of answers rest on it."""
        return Fact("assumption", self.id)

    @property
    def whose(self) -> str:
        """Who takes the seat."""
        return self.successor_name or self.newcomer

    @property
    def taker(self) -> int:
        """The id of who takes the seat; negative for somebody who is not on record, whom the assumption makes known."""
        return self.successor if self.successor is not None else -self.id

    @property
    def side(self) -> str:
        """What the seat or the person is counted with; blank where nothing is said."""
        if self.bloc is not None:
            return f"{self.bloc_name} ({self.scheme_name})"
        return self.faction_name

    @property
    def place(self) -> str:
        """The section with its body."""
        return f"{self.body_short} {self.section_name}".strip()

    @property
    def lacking(self) -> bool:
        """Whether it says too little to be applied, as a row typed by hand may."""
        return lacks(self.kind, {**self._asdict(), "taker": self.whose, "side": self.side})

    @property
    def words(self) -> str:
        """The whole of it, without a full stop."""
        who = f"{self.whose or 'somebody'}{f' ({self.side})' if self.side else ''}"
        if self.kind == SEAT:
            return f"{self.place}: the seat {self._held} goes to {who}"
        if self.kind == FILL:
            after = f", after the contest of {written(self.contest_date)}," if self.contest_date else ""
            return f"{self.place}: a seat without a known holder{after} goes to {who}"
        if self.kind == LEANING:
            return f"{self.person_name or 'somebody'} is counted with {self.side or 'nobody'} on every day"
        if self.kind == BLOC:
            return f"{self.faction_name}, with all within it, counts in {self.side or 'no bloc'} on every day"
        day = f", {written(self.contest_date)}" if self.contest_date else ""
        amount = f"{self.points or 0:g} {'point' if self.points == 1 else 'points'}"
        ways = f"{amount} of all votes go from {self.other_name} to {self.faction_name}"
        return f"{self.place}{day}: {ways}"

    @property
    def _held(self) -> str:
        """Whose seat it is, and which of several that one may have held: the one won at a contest."""
        name = self.person_name or "somebody"
        if not self.contest_date:
            return f"of {name}"
        return f"that {name} won {on_day(self.contest_date)}"


ASSUMED = """
SELECT assumption.id, assumption.kind, section.id, coalesce(section.key, ''), coalesce(section.name, ''),
       body.id, coalesce(body.key, ''), coalesce(body.short, ''), person.id, coalesce(person.key, ''), coalesce(person.name, ''),
       successor.id, coalesce(successor.key, ''), coalesce(successor.name, ''), coalesce(newcomer, ''),
       faction.id, coalesce(faction.key, ''), coalesce(faction.name, ''), other.id, coalesce(other.key, ''),
       coalesce(other.name, ''), bloc.id, coalesce(bloc.name, ''), coalesce(scheme.key, ''), coalesce(scheme.name, ''),
       contest.id, coalesce(contest.key, ''), coalesce(contest.date, ''), points
FROM assumption
LEFT JOIN contest ON contest.id = assumption.contest_id
LEFT JOIN section ON section.id = coalesce(assumption.section_id, contest.section_id)
LEFT JOIN body ON body.id = section.body_id
LEFT JOIN person ON person.id = assumption.person_id
LEFT JOIN person AS successor ON successor.id = successor_id
LEFT JOIN faction ON faction.id = assumption.faction_id
LEFT JOIN faction AS other ON other.id = other_id
LEFT JOIN bloc ON bloc.id = assumption.bloc_id
LEFT JOIN scheme ON scheme.id = bloc.scheme_id
WHERE scenario_id = ? ORDER BY assumption.position, assumption.id
"""


def assumptions_of(connection: sqlite3.Connection, scenario: int) -> tuple[Assumption, ...]:
    """What a scenario supposes, in its order."""
    return tuple(Assumption(*row) for row in connection.execute(ASSUMED, [scenario]))
