"""A body or section through time, as a lens sees it: the one way to its seats, its holders, and where each is counted."""

from __future__ import annotations

import sqlite3
from collections import Counter
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from db.dates import within
from db.lens import Lens
from db.reading.counting.balance import Balance, balance_of
from db.reading.counting.grouping import Grouping
from db.reading.factions import Factions
from db.reading.here import HERE, SEAT
from db.reading.place import where
from db.reading.seats.chamber import Chamber
from db.reading.seats.holders import Tenure, seats_on

if TYPE_CHECKING:
    from db.reading.scenarios.scenario import Scenario

ALWAYS = ("", "9999-99")
"""A span that holds every day of the record."""


class Vacancy(NamedTuple):
    """A seat that stood empty, as a source says, half-open in time."""

    id: int
    section: int
    start: str
    end: str | None


class Assembly:
    """Asks for chambers and balances of one place; what a span of days needs is read once."""

    def __init__(
        self,
        connection: sqlite3.Connection,
        lens: Lens,
        factions: Factions | None = None,
        span: tuple[str, str] = ALWAYS,
    ) -> None:
        """The place of a lens.

        Args:
            connection: to the record.
            lens: names the body; its grouping, scheme and scenario decide how holders are counted.
            factions: of the record, where they were read already.
            span: the first and the last day that will be asked for.

        Raises:
            Missing: the lens names what is not there.
        """
        self.connection, self.lens, self.span = connection, lens, span
        self.place = where(connection, lens)
        self.factions = factions or Factions(connection)
        self.scenario = self._scenario() if lens.scenario is not None else None
        self.grouping = Grouping(connection, lens, self.factions, self.place, self.scenario)

    def _scenario(self) -> Scenario | None:
        """The scenario of the lens; whoever looks at the facts need not load what applies one."""
        from db.reading.scenarios.scenario import scenario_of

        return scenario_of(self.connection, self.lens, self.factions, self.place)

    @cached_property
    def tenure(self) -> Tenure:
        """Everybody who held a seat in the span."""
        return Tenure(self.connection, self.factions, self.place.body or 0, self.place.section, *self.span)

    def chamber(self, date: str) -> Chamber:
        """Seats and holders on a day; under a scenario, as its assumptions would have them."""
        return self.supposing(self.facts(date))

    def supposing(self, facts: Chamber) -> Chamber:
        """What the assumptions of the scenario make of seats and holders by the facts; these where there is no scenario."""
        if self.scenario is None:
            return facts
        return self.scenario.applied(facts, self.grouping.scheme.key if self.grouping.scheme else None)

    def facts(self, date: str) -> Chamber:
        """Seats and holders on a day, whatever a scenario assumes."""
        sections = seats_on(self.connection, self.place.body or 0, self.place.section, date)
        everybody = self.tenure.on(date)
        voteless = (
            {one.section for one in sections if not one.voting} if self.place.section is None else set()
        )
        return Chamber(
            self.place,
            date,
            tuple(one for one in sections if one.section not in voteless),
            tuple(one for one in everybody if one.section not in voteless),
            tuple(one for one in everybody if one.section in voteless),
            self.vacancies(date),
        )

    def balance(self, chamber: Chamber) -> Balance:
        """The seats and votes of a chamber by group, with what is unknown."""
        return balance_of(chamber, self.grouping)

    def vacancies(self, date: str) -> Counter[int]:
        """Seats of which a source says that they stand empty on a day, by the id of the section."""
        return Counter(one.section for one in self.stated_empty if within(date, one.start, one.end))

    @cached_property
    def stated_empty(self) -> tuple[Vacancy, ...]:
        """Seats of which a source says that they stood empty."""
        query = f"""
            SELECT vacancy.id, {SEAT}, vacancy.start, vacancy."end"
            FROM section CROSS JOIN vacancy ON vacancy.section_id = section.id
            WHERE {HERE} ORDER BY vacancy.id
        """
        place = {"body": self.place.body, "section": self.place.section}
        return tuple(map(Vacancy._make, self.connection.execute(query, place)))
