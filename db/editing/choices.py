"""What there is to choose from where something is supposed: sides, the slates of a contest; and where the outcome is seen."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.editing.scenarios import Supposed
from db.lens import Lens
from db.reading.contests.race import EXACT, races
from db.reading.factions import Factions
from db.reading.scenarios.assumptions import SWING
from db.reading.scenarios.swinging import SWING_REFUSED
from db.reading.schemes import bloc_key
from db.view import Faction
from db.wording import count


class Side(NamedTuple):
    """A faction, or a bloc of a scheme, that somebody may be counted with."""

    kind: str
    """`faction` or `bloc`."""
    id: int
    shown: Faction
    hint: str


def sides(connection: sqlite3.Connection, *, factions: bool = True, blocs: bool = True) -> tuple[Side, ...]:
    """What somebody may be counted with: blocs of schemes, then factions, those with most candidacies first."""
    found: list[Side] = []
    if blocs:
        query = """
            SELECT bloc.id, bloc.key, bloc.name, bloc.short, bloc.sign, bloc.colour, scheme.name FROM scheme
            JOIN bloc ON scheme_id = scheme.id ORDER BY scheme.id, bloc.position, bloc.id
        """
        found += [
            Side("bloc", number, Faction(bloc_key(key), *shown), f"bloc of {scheme}")
            for number, key, *shown, scheme in connection.execute(query)
        ]
    if factions:
        from db.wayfinding.slots import every_faction

        ids = Factions(connection).ids
        found += [
            Side("faction", ids[one.key], one, count(number, "candidacy", "candidacies"))
            for one, number in every_faction(connection)
        ]
    return tuple(found)


def scenarios(connection: sqlite3.Connection) -> tuple[tuple[str, str], ...]:
    """The scenarios that may be added to, key and name, the newest first."""
    return tuple(connection.execute("SELECT key, name FROM scenario ORDER BY id DESC").fetchall())


def slates(connection: sqlite3.Connection, contest: int) -> tuple[Side, ...]:
    """The slates of a contest, each with its candidates and votes: between which a swing can be."""
    factions = Factions(connection)
    found = races(connection, factions, "contest.id = ?", [contest])
    stood = [one for race in found for one in race.candidates.values() if one.slate.key in factions.ids]
    ordered = sorted({one.slate for one in stood}, key=factions.order)
    return tuple(
        Side(
            "faction",
            factions.ids[slate.key],
            slate,
            f"{count(sum(one.slate == slate for one in stood), 'candidate')}, "
            f"{sum(one.votes or 0 for one in stood if one.slate == slate):,.10g} votes",
        )
        for slate in ordered
    )


def swing_refused(connection: sqlite3.Connection, contest: int) -> str:
    """Why no swing can be applied to a contest; blank where one can."""
    for race in races(connection, Factions(connection), "contest.id = ?", [contest]):
        if race.refusal:
            return race.refusal
        return "" if race.stated == EXACT else SWING_REFUSED.get(race.stated, "the figures are not complete")
    return "the contest is not on record"


def seen_under(connection: sqlite3.Connection, lens: Lens, scenario: str, supposed: Supposed) -> Lens:
    """The lens under a scenario in which the last thing supposed can be seen: on the day of a swing, by the scheme of a bloc."""
    lens = lens.at(scenario=scenario, contest=None, sort=None, text="")
    if supposed.kind == SWING:
        query = """
            SELECT body.key, section.key, contest.date FROM contest JOIN section ON section.id = section_id
            JOIN body ON body.id = contest.body_id WHERE contest.id = ?
        """
        body, section, date = connection.execute(query, [supposed.contest_id]).fetchone()
        return lens.at(body=body, section=section, date=date)
    if supposed.bloc_id is not None:
        query = "SELECT scheme.key FROM bloc JOIN scheme ON scheme.id = scheme_id WHERE bloc.id = ?"
        (scheme,) = connection.execute(query, [supposed.bloc_id]).fetchone()
        return lens.at(grouping="bloc", scheme=scheme)
    return lens
