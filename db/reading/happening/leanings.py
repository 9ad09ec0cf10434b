"""What changes where holders are counted without a contest: statements of where they lean, memberships, entries of a scheme."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from db.dates import agree
from db.reading.facts import facts
from db.reading.happening.scope import Scope
from db.reading.happening.value import DEFECTION, LEANING, MEMBERSHIP, OTHERWISE, SCHEME, Happening
from db.reading.here import HERE
from db.reading.schemes import Scheme
from db.reading.seats.holders import bodies
from db.view import NO_SLATE
from db.wording import listed

STATEMENTS = f"""
SELECT DISTINCT person.id, person.name, alignment.date, alignment.id, alignment.faction_id, alignment.leaning,
       term.id
FROM section CROSS JOIN term ON term.section_id = section.id
CROSS JOIN alignment ON alignment.person_id = term.person_id
CROSS JOIN person ON person.id = term.person_id
LEFT JOIN section AS stated ON stated.id = alignment.section_id
WHERE {HERE} AND alignment.date IS NOT NULL AND (stated.id IS NULL OR stated.body_id IN (:body, :above))
  AND term.since <= alignment.date AND (term.until IS NULL OR alignment.date < term.until)
ORDER BY person.id, alignment.date, alignment.id
"""

MEMBERSHIPS = """
SELECT id, faction_id, umbrella_id, valid_from, valid_to FROM membership
WHERE substr(valid_from, 1, 4) BETWEEN :from AND :to OR substr(valid_to, 1, 4) BETWEEN :from AND :to ORDER BY id
"""

ENTRIES = f"""
SELECT bloc_member.id, bloc.name, faction_id, person.id, person.name, leaning, valid_from, valid_to
FROM bloc CROSS JOIN bloc_member ON bloc_id = bloc.id LEFT JOIN person ON person.id = bloc_member.person_id
WHERE scheme_id = :scheme AND (substr(valid_from, 1, 4) BETWEEN :from AND :to OR substr(valid_to, 1, 4) BETWEEN :from AND :to)
  AND (person.id IS NULL OR EXISTS (SELECT 1 FROM section CROSS JOIN term ON term.section_id = section.id
       WHERE {HERE} AND term.person_id = person.id))
ORDER BY bloc_member.id
"""


class Statement(NamedTuple):
    """Where a holder is said to lean."""

    person: int
    name: str
    date: str
    id: int
    faction: int | None
    leaning: str
    term: int
    """Id of a term within which it falls."""

    @property
    def side(self) -> tuple[int | None, str]:
        """What makes it another statement than the one before: the faction, else the words without what is in brackets."""
        words = self.leaning.partition("(")[0].strip() or self.leaning
        return (self.faction, "") if self.faction is not None else (None, words.casefold())


def of_statements(scope: Scope) -> Iterator[Happening]:
    """Statements that say something else than the one before; the same again is no happening."""
    _, above = bodies(scope.connection, scope.place.body or 0)
    found = scope.connection.execute(STATEMENTS, {**scope.bound, "above": above})
    rows = [Statement(*row) for row in found]
    for _, own in groupby(rows, key=lambda one: one.person):
        before: list[Statement] = []
        for date, day in groupby(own, key=lambda one: one.date):
            now = list({one.id: one for one in day}.values())
            if {one.side for one in now} != {one.side for one in before} and scope.holds(date):
                yield _stated(now, before, scope)
            before = now


def _stated(now: list[Statement], before: list[Statement], scope: Scope) -> Happening:
    first = now[0]
    words = f"{first.name}: described as {_quoted(now)}"
    if before:
        words += f", earlier as {_quoted(before)}"
    slates = {slate for one in now if (slate := _slate(one, scope)) is not None}
    named = {scope.factions.get(one.faction).key for one in now if one.faction is not None}
    kind = DEFECTION if _defected(now, before, scope) else OTHERWISE if before else LEANING
    rests = facts("alignment", (one.id for one in (*now, *before)))
    return Happening(first.date, kind, words, None, "", frozenset(slates | named or {NO_SLATE.key}), rests)


def _slate(one: Statement, scope: Scope) -> str | None:
    """Key of the slate for which the seat counts on the day of a statement; None where none is known."""
    faction = scope.tenure.seated(scope.tenure.by_id[one.term], one.date).faction
    return None if faction is NO_SLATE else faction.key


def _quoted(statements: list[Statement]) -> str:
    return listed(list(dict.fromkeys(f"“{one.leaning}”" for one in statements)))


def _defected(now: list[Statement], before: list[Statement], scope: Scope) -> bool:
    """Whether a faction is named, and neither the slate stood on nor the faction named before is under one umbrella with it."""
    factions = scope.factions
    new = [factions.get(one.faction).key for one in now if one.faction is not None]
    stated = [factions.get(one.faction).key for one in before if one.faction is not None]
    stood = [
        slate for one in now if (slate := _slate(one, scope)) and not agree(one.date, _since(one, scope))
    ]
    old = [key for key in stated or stood if factions.kinds.get(key) != "independent"]
    date = now[0].date
    return bool(new and old) and not any(factions.allied(one, other, date) for one in new for other in old)


def _since(one: Statement, scope: Scope) -> str:
    return scope.tenure.since(scope.tenure.by_id[one.term], one.date)


def of_memberships(scope: Scope) -> Iterator[Happening]:
    """Slates of holders that join another faction, or leave it."""
    factions = scope.factions
    held: dict[str, set[str]] = {}
    for number, faction, umbrella, start, end in scope.connection.execute(
        MEMBERSHIPS, scope.bound
    ).fetchall():
        for date, verb in ((start, "belongs to"), (end, "no longer belongs to")):
            if date is None or not scope.holds(date):
                continue
            if date not in held:
                held[date] = {one.faction.key for one in scope.tenure.on(date)}
            own = factions.get(faction)
            if own.key in held[date]:
                words = f"{own.name} {verb} {factions.get(umbrella).name}"
                keys = frozenset({own.key, factions.get(umbrella).key})
                yield Happening(date, MEMBERSHIP, words, None, "", keys, facts("membership", [number]))


def of_scheme(scope: Scope, scheme: Scheme) -> Iterator[Happening]:
    """Entries of a scheme that begin or end; of a person that goes from one bloc to another, once."""
    begun: dict[tuple[str, str], list[tuple[int, str, int | None, int | None]]] = defaultdict(list)
    ended: dict[tuple[str, str], list[tuple[int, str, int | None, int | None]]] = defaultdict(list)
    for number, bloc, faction, person, name, leaning, start, end in scope.connection.execute(
        ENTRIES, {**scope.bound, "scheme": scheme.id}
    ):
        who = name or leaning or scope.factions.get(faction).name
        for date, found in ((start, begun), (end, ended)):
            if date is not None and scope.holds(date):
                found[date, who].append((number, bloc, person, faction))
    for date, who in dict.fromkeys([*begun, *ended]):
        come, gone = begun.get((date, who), []), ended.get((date, who), [])
        to, left = listed([one[1] for one in come]), listed([one[1] for one in gone])
        words = (
            f"{scheme.name} counts {who} in {to}"
            if come
            else f"{scheme.name} no longer counts {who} in {left}"
        )
        moved = bool(come and gone)
        words += f", no longer in {left}" if moved else ""
        rows = [*come, *gone]
        keys = frozenset(scope.factions.get(one[3]).key for one in rows if one[3] is not None)
        rests = facts("bloc_member", dict.fromkeys(one[0] for one in rows))
        yield Happening(date, DEFECTION if moved else SCHEME, words, None, "", keys, rests)
