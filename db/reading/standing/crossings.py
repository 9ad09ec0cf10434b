"""Who came to a faction from another slate, and who left it for one: told from the candidacies of persons, day by day."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from functools import cache
from itertools import groupby
from typing import NamedTuple

from db.reading.standing import Standing
from db.view import Faction


class Stand(NamedTuple):
    """One candidacy with a known slate and day."""

    id: int
    person: int
    date: str
    contest: int
    outcome: str
    slate: Faction
    within: bool
    """Whether the slate is the faction, or within it on that day."""
    here: bool
    """Whether the lens looks there."""


class Crossing(NamedTuple):
    """One person between two slates."""

    before: Stand
    after: Stand
    again: bool
    """Of one who came: had stood for the faction earlier; of one who left: came back later."""


Allied = Callable[[str, str, str], bool]
"""Whether two slates, by their keys, stand under a common umbrella on a day."""


def crossings(stands: Sequence[Stand], allied: Allied) -> tuple[list[Crossing], list[Crossing]]:
    """Who came and who left, of the candidacies of one person in the order of time.

    Slates of one day count together: whoever stands for the faction and for another on one day is with the faction.  Between
    slates that are allied on the later day nobody has come or left.
    """
    days = [list(day) for _, day in groupby(stands, key=lambda one: one.date)]
    inside = [any(one.within for one in day) for day in days]
    came: list[Crossing] = []
    left: list[Crossing] = []
    for at in range(1, len(days)):
        if inside[at - 1] == inside[at]:
            continue
        before = _counting(days[at - 1], within=inside[at - 1])
        after = _counting(days[at], within=inside[at])
        if any(allied(one.slate.key, other.slate.key, other.date) for one in before for other in after):
            continue
        if inside[at] and any(one.here for one in after):
            came.append(Crossing(before[-1], _here(after), any(inside[: at - 1])))
        elif inside[at - 1] and any(one.here for one in before):
            left.append(Crossing(_here(before), after[0], any(inside[at + 1 :])))
    return came, left


def _counting(day: Sequence[Stand], *, within: bool) -> list[Stand]:
    """The candidacies of a day that say where a person was: those for the faction where there are any."""
    return [one for one in day if one.within == within]


def _here(some: Sequence[Stand]) -> Stand:
    return next(one for one in some if one.here)


def who_came_and_left(
    connection: sqlite3.Connection, standing: Standing, date: str | None, looked: int | None
) -> tuple[list[Crossing], list[Crossing]]:
    """Both, the newest first.

    Args:
        connection: to the record.
        standing: the candidacies of the faction.
        date: the last day that counts; None where every day does.
        looked: how many of the faction's newest candidacies are looked through for persons; None for all.
    """
    came: list[Crossing] = []
    left: list[Crossing] = []
    allied = cache(standing.factions.allied)
    stands = _stands(connection, standing, date, looked)
    for _, own in groupby(stands, key=lambda one: one.person):
        to, away = crossings(list(own), allied)
        came += to
        left += away
    return sorted(came, key=_newest, reverse=True), sorted(left, key=_newest, reverse=True)


def _newest(one: Crossing) -> tuple[str, int, int]:
    return one.after.date, -one.after.contest, -one.after.person


_STANDS = """
WITH mine AS MATERIALIZED (SELECT candidacy.person_id FROM candidacy WHERE {mine} ORDER BY {free}candidacy.date DESC LIMIT ?),
movers AS MATERIALIZED (SELECT DISTINCT mine.person_id FROM mine WHERE EXISTS (SELECT 1 FROM candidacy AS other
    WHERE other.person_id = mine.person_id AND other.slate_id NOT IN ({always})))
SELECT candidacy.id, candidacy.person_id, candidacy.date, candidacy.contest_id, candidacy.outcome, candidacy.slate_id, {here}
FROM movers CROSS JOIN candidacy ON candidacy.person_id = movers.person_id
WHERE candidacy.slate_id IS NOT NULL AND candidacy.date IS NOT NULL AND (? IS NULL OR candidacy.date <= ?)
ORDER BY candidacy.person_id, candidacy.date, candidacy.contest_id
"""


def _stands(
    connection: sqlite3.Connection, standing: Standing, date: str | None, looked: int | None
) -> Iterable[Stand]:
    """The candidacies of all who stood for the faction and for anything that is not always within it."""
    factions, key = standing.factions, standing.faction.key
    spans = factions.covered([key])
    always = [str(factions.ids[one.faction]) for one in spans if one[1:] == (None, None)]
    query = _STANDS.format(
        mine=standing.mine,
        free=standing.free,
        always=",".join(always),
        here=" AND ".join(standing.here.conditions) or "1",
    )
    values = [*standing.values, -1 if looked is None else looked, *standing.here.values, date, date]
    within = cache(lambda slate, day: key in factions.up(slate, day))
    for number, person, day, contest, outcome, slate_id, here in connection.execute(query, values):
        slate = factions.get(slate_id)
        yield Stand(number, person, day, contest, outcome, slate, within(slate.key, day), bool(here))
