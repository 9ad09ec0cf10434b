"""The only thing in the app that reaches the record: a read-only connection a thread, values in and out.

Every method may block, so the screens call them from worker threads only.
"""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path
from typing import TYPE_CHECKING

from db.lens import Lens, Place
from db.view import Faction, Timeline, View

if TYPE_CHECKING:
    from db.wayfinding.finding import Found
    from db.wayfinding.navigation import Node

WINDOW = 40
"""Rows asked for at first: what a screen shows; the table asks for its neighbours when there is time."""


class Reader:
    """Asks questions of one slatewatch file."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._own = threading.local()

    @property
    def connection(self) -> sqlite3.Connection:
        """The calling thread's connection, opened at its first question.

        Raises:
            Unusable: the file cannot be read as a slatewatch database.
        """
        connection: sqlite3.Connection | None = getattr(self._own, "connection", None)
        if connection is None:
            from db.store import connect

            connection = self._own.connection = connect(self.path)
        return connection

    def ask(self, place: Place, first: int = 0, limit: int | None = WINDOW) -> View:
        """The view of a place: a window of its rows where the question gives windows."""
        from db.questions import ask

        return ask(self.connection, place.view, place.lens, first, limit)

    def whole(self, place: Place) -> View:
        """The view of a place with all its rows, for an export."""
        return self.ask(place, 0, None)

    def slots(self) -> tuple[Faction, ...]:
        """The factions that have a digit, in the order of the digits."""
        from db.wayfinding.slots import slots

        return slots(self.connection)

    def factions(self) -> tuple[tuple[Faction, int], ...]:
        """Every faction with the number of its candidacies, most first."""
        from db.wayfinding.slots import every_faction

        return every_faction(self.connection)

    def faction_count(self) -> int:
        """How many factions there are."""
        return int(self.connection.execute("SELECT count(*) FROM faction").fetchone()[0])

    def bodies(self, limit: int = -1) -> tuple[Node, ...]:
        """The bodies on record, and after them the way to all of them at once; or only the first bodies."""
        from db.wayfinding.navigation import Node, bodies

        found = bodies(self.connection, limit)
        everything = Node("everything", "", "All bodies", "", Place("candidates", Lens()))
        return (*found, everything) if found and len(found) != limit else found

    def children(self, node: Node) -> tuple[Node, ...]:
        """What stands under a body or a section."""
        from db.wayfinding.navigation import children

        return children(self.connection, node)

    def find(self, text: str, limit: int = 50) -> tuple[Found, ...]:
        """Persons, contests, sections, bodies and factions whose names hold the words, best first."""
        from db.wayfinding.finding import find

        return find(self.connection, text, limit)

    def steps(self, lens: Lens) -> tuple[str, ...]:
        """The dates on which the lens's body or section changed, ascending."""
        from db.wayfinding.steps import steps

        return steps(self.connection, lens)

    def schemes(self) -> list[tuple[str, str, str]]:
        """All schemes: key, name, and whose each is."""
        from db.reading.schemes import every_scheme

        return every_scheme(self.connection)

    def blocs(self, scheme: str) -> tuple[Faction, ...]:
        """The blocs of a scheme."""
        from db.reading.schemes import scheme_of

        return tuple(one.faction for one in scheme_of(self.connection, scheme).blocs.values())

    def grouped_next(self, lens: Lens) -> Lens:
        """The lens with its holders grouped in the next way."""
        from db.wayfinding.groupings import grouped_next

        return grouped_next(self.connection, lens)

    def timeline(self, lens: Lens) -> Timeline | None:
        """The lens's body or section through time; None where nothing is on record."""
        from db.questions.timeline import timeline

        return timeline(self.connection, lens)

    def stride(self, place: Place, strides: int) -> Lens:
        """The lens that many dates of change later, or earlier when negative; as far as the record goes.

        Where a contest is looked at, the steps are the contests of its section, and where a division is, those of its body.
        """
        from db.wayfinding.steps import step

        lens = place.lens
        if place.view == "contest":
            return self._contest_from(lens, strides)
        if place.view == "division":
            return self._division_from(lens, strides)
        for _ in range(abs(strides)):
            lens = step(self.connection, lens, 1 if strides > 0 else -1)
        return lens

    def _contest_from(self, lens: Lens, strides: int) -> Lens:
        from db.wayfinding.navigation import Node

        section = Place("composition", Lens(body=lens.body, section=lens.section))
        under = self.children(Node("section", "", "", "", section))
        contests = [node.place.lens.contest for node in under if node.kind == "contest"][::-1]
        if lens.contest not in contests:
            return lens
        there = contests.index(lens.contest) + strides
        return lens.at(contest=contests[max(0, min(there, len(contests) - 1))])

    def _division_from(self, lens: Lens, strides: int) -> Lens:
        from db.reading.divisions import neighbours_of

        keys = neighbours_of(self.connection, lens.division or "")
        if lens.division not in keys:
            return lens
        there = keys.index(lens.division) + strides
        return lens.at(division=keys[max(0, min(there, len(keys) - 1))])
