"""A swing applied to a result: who would have been elected, had votes gone to another slate; or why that cannot be told."""

from __future__ import annotations

from typing import NamedTuple

from db.measures.narrow import Runner, elected, swung
from db.reading.contests.race import EXACT, Race
from db.reading.factions import Factions
from db.reading.scenarios.assumptions import Assumption


class Swing(NamedTuple):
    """What a swing does to a result."""

    out: tuple[int, ...] = ()
    """Candidacies that would not have won, the one with most votes first."""
    into: tuple[int, ...] = ()
    """Candidacies that would have won instead, the one with most votes first."""
    refusal: str = ""


def after_swing(race: Race, one: Assumption, factions: Factions) -> Swing:
    """Who would have been elected, had some points of all votes gone from one slate to another."""
    if race.refusal:
        return Swing(refusal=race.refusal)
    if race.stated != EXACT or not race.total:
        return Swing(refusal=SWING_REFUSED.get(race.stated, "the figures are not complete"))
    date = race.contest.date
    sides: list[Runner] = []
    for runner in race.runners:
        leaves, comes = (
            factions.covers(frozenset({key}), [runner.group], date)
            for key in (one.other_key, one.faction_key)
        )
        if leaves and comes:
            return Swing(refusal=f"{race.candidates[runner.id].name} stood for both")
        sides.append(runner._replace(group="source" if leaves else "target" if comes else "rest"))
    try:
        moved = swung(sides, "source", "target", one.points or 0.0, race.total)
    except ValueError:
        return Swing(refusal="one of the two had no candidate, or not so many votes")
    return _compared(race, moved)


def _compared(race: Race, moved: list[Runner]) -> Swing:
    before = frozenset(one.id for one in moved if one.elected)
    after, drawn = elected(moved, len(before))
    if drawn:
        as_it_was = len({one.votes for one in race.runners if one.id in drawn}) == 1
        if as_it_was and after <= before <= after | drawn:
            return Swing()
        return Swing(refusal="a lot would have to decide between candidates with as many votes")
    votes = {one.id: (-one.votes, one.id) for one in moved}
    out, into = (tuple(sorted(some, key=votes.__getitem__)) for some in (before - after, after - before))
    return Swing(out, into)


SWING_REFUSED = {
    "at most": "the table is incomplete",
    "by votes alone": "a rule on who is elected may have decided",
    "at most, by the last stage": "votes were transferred, and no ballots are on record",
}
"""Why a swing is not applied to a result of which something can be told all the same."""
