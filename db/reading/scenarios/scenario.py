"""What if: the assumptions of a scenario, applied to chambers and to where holders are counted; never to the facts.

The rules:

- Assumptions are applied in their order, each to what the ones before it left.  One that does not fit the day (the person
  does not sit there, every seat has a holder) is not applied, and the chamber says why.  A seat given or filled may be one of
  the time after a contest only.
- A **seat** given and a seat **filled** go to somebody with the vote that the seat has; seats never become more or fewer.
- A **leaning** overrides whatever says where a person is counted.  Assumed to stand for a faction, one is counted with it
  by slate, endorsement and alignment, and with its bloc by bloc.
- A **bloc** goes before what the scheme says of the faction and of all within it, not before what it says of a person by name.
- A **swing** moves votes from one slate's candidates evenly to another's, where the figures are complete and votes alone
  decided; whoever is elected then sits instead of whoever is not, in the seats still held by that contest.
"""

from __future__ import annotations

import sqlite3
from functools import cached_property

from db.dates import written
from db.errors import Missing
from db.lens import Lens
from db.reading.contests.race import Race, races
from db.reading.factions import Factions
from db.reading.place import Where
from db.reading.scenarios.assuming import BASIS, Outcome, elected_instead, filled, given, replaced
from db.reading.scenarios.assumptions import BLOC, FILL, LEANING, SEAT, SWING, Assumption, assumptions_of
from db.reading.scenarios.swinging import after_swing
from db.reading.seats.chamber import Chamber
from db.reading.seats.holders import Seated
from db.view import NO_SLATE
from db.wording import listed

REGULAR = """
SELECT id, date FROM contest WHERE section_id = ? AND kind = 'regular' AND status = 'declared' AND date IS NOT NULL
ORDER BY date DESC, id DESC
"""


class Scenario:
    """A scenario as it bears upon one place."""

    def __init__(
        self, connection: sqlite3.Connection, row: tuple[int, str, str], factions: Factions, place: Where
    ) -> None:
        """Read what a scenario supposes.

        Args:
            connection: to the record.
            row: id, key and name of the scenario.
            factions: of the record.
            place: that is looked at.
        """
        self.connection, self.factions, self.place = connection, factions, place
        self.id, self.key, self.name = row
        self.assumptions = assumptions_of(connection, self.id)
        self._races: dict[int, Race | None] = {}
        self._contests: dict[int, list[tuple[int, str]]] = {}

    def applied(self, chamber: Chamber, scheme: str | None = None) -> Chamber:
        """A chamber with the assumptions made, and those that do not fit it named.

        Args:
            chamber: by the facts.
            scheme: key of the scheme by whose blocs holders are counted; None where they are counted otherwise.
        """
        refused: list[tuple[int, str]] = []
        swung_already: set[int | None] = set()
        for one in self.assumptions:
            if one.kind == SWING and one.contest in swung_already:
                outcome = Outcome(chamber, "another swing of this contest was applied before it")
            else:
                outcome = self._apply(chamber, one, scheme)
            chamber = outcome.chamber
            if one.kind == SWING:
                swung_already.add(one.contest)
            if outcome.refusal:
                refused.append((one.id, outcome.refusal))
        return chamber._replace(unapplied=tuple(refused))

    def stand(self, holder: Seated) -> Assumption | None:
        """The last assumption on where a holder is counted: of the person, or of the seat that was given."""
        own = self._given.get(holder.assumption or 0)
        return own or self._leanings.get(holder.person)

    def blocs(self, scheme: str) -> dict[str, Assumption]:
        """What is assumed of factions that count in a bloc of a scheme, by the key of the faction."""
        return {
            one.faction_key: one
            for one in self.assumptions
            if one.kind == BLOC and one.scheme == scheme and one.bloc is not None
        }

    @cached_property
    def _leanings(self) -> dict[int, Assumption]:
        return {
            one.person: one
            for one in self.assumptions
            if one.kind == LEANING and one.person is not None and not one.lacking
        }

    @cached_property
    def _given(self) -> dict[int, Assumption]:
        """Assumptions by which somebody takes a seat and stands for something, by id."""
        return {one.id: one for one in self.assumptions if one.kind in (SEAT, FILL) and one.side}

    @cached_property
    def _parents(self) -> dict[int, int]:
        """Of the sections of the body that are part of another one: which."""
        query = "SELECT id, parent_id FROM section WHERE body_id = ? AND parent_id IS NOT NULL"
        return dict(self.connection.execute(query, [self.place.body]))

    def _counted_as(self, section: int) -> int:
        """The section as which one is counted here: that of which it is a part, unless it is looked at alone."""
        parent = self._parents.get(section)
        return parent if parent is not None and self.place.section in (None, parent) else section

    def _here(self, section: int) -> bool:
        """Whether a section of the body is looked at."""
        return self.place.section in (None, section, self._parents.get(section))

    def _apply(self, chamber: Chamber, one: Assumption, scheme: str | None) -> Outcome:
        if one.lacking:
            return Outcome(chamber, "it says too little")
        if one.kind in (BLOC, LEANING) and one.bloc is not None and one.scheme != scheme:
            return Outcome(chamber, f"holders are not counted by the blocs of {one.scheme_name} here")
        if one.kind == BLOC:
            return Outcome(chamber)
        if one.kind == LEANING:
            sits = any(holder.person == one.person for holder in chamber.everybody)
            return Outcome(chamber, "" if sits else f"{one.person_name} holds no seat here on the day")
        if one.body != self.place.body or not self._here(one.section or 0):
            return Outcome(chamber, "it is about seats elsewhere")
        section = self._counted_as(one.section or 0)
        faction = self.factions.get(one.faction) if one.faction is not None else NO_SLATE
        if one.kind == SEAT:
            return given(chamber, one, section, faction)
        if one.kind == FILL:
            if one.contest and one.contest != self._last_contest(one.section or 0, chamber.date):
                return Outcome(
                    chamber, f"it is about the seats after the contest of {written(one.contest_date)}"
                )
            return filled(chamber, one, section, faction)
        return self._swung(chamber, one)

    def _last_contest(self, section: int, date: str) -> int | None:
        """The regular contest of a section that came last, up to a day."""
        if section not in self._contests:
            self._contests[section] = self.connection.execute(REGULAR, [section]).fetchall()
        return next((number for number, day in self._contests[section] if day <= date), None)

    # Swings

    def _swung(self, chamber: Chamber, one: Assumption) -> Outcome:
        race = self._race(one)
        if race is None:
            return Outcome(chamber, "the contest is not on record")
        swing = after_swing(race, one, self.factions)
        if swing.refusal:
            return Outcome(chamber, swing.refusal)
        held = {holder.candidacy: holder for holder in chamber.everybody if holder.basis != BASIS}
        going = [number for number in swing.out if number in held]
        if not any(number in held for number in race.candidates):
            return Outcome(chamber, "nobody holds a seat by this contest on the day")
        sitting = {(holder.section, holder.person) for holder in chamber.everybody}
        for number, instead in zip(going, swing.into, strict=False):
            holder, comer = held[number], race.candidates[instead]
            if (holder.section, comer.person) in sitting:
                return Outcome(chamber, f"{comer.name} sits there already on the day")
            person = comer.person, comer.person_key, comer.name
            chamber = replaced(
                chamber, holder, elected_instead(holder, person, comer.slate, comer.id, one.id)
            )
        gone = [race.candidates[number].name for number in swing.out if number not in held]
        return Outcome(chamber, f"{listed(gone)} no longer held the seat on the day" if gone else "")

    def _race(self, one: Assumption) -> Race | None:
        number = one.contest or 0
        if number not in self._races:
            found = races(self.connection, self.factions, "contest.id = ?", [number])
            self._races[number] = found[0] if found else None
        return self._races[number]


def scenario_of(
    connection: sqlite3.Connection, lens: Lens, factions: Factions, place: Where
) -> Scenario | None:
    """The scenario that a lens names; None for the facts.

    Raises:
        Missing: there is no such scenario.
    """
    if lens.scenario is None:
        return None
    return Scenario(connection, named(connection, lens.scenario), factions, place)


def named(connection: sqlite3.Connection, key: str) -> tuple[int, str, str]:
    """Id, key and name of a scenario.

    Raises:
        Missing: there is no such scenario.
    """
    row = connection.execute("SELECT id, key, name FROM scenario WHERE key = ?", [key]).fetchone()
    if row is None:
        raise Missing(f"There is no scenario {key!r} in this record.")
    return int(row[0]), str(row[1]), str(row[2])
