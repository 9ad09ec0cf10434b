"""What if: a scenario is made and added to out of the row under the cursor, and left again for the facts.

What is asked for is settled in dialogs, one after the other; then it is written as an import, in a worker thread.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias

from textual import work

from db.lens import Lens, Place
from tui.screens.changing.deciding import DecidingScreen

if TYPE_CHECKING:
    from db.editing.choices import Side
    from db.editing.scenarios import Supposed
    from db.editing.supposals import Way
    from tui.dialogs.chooser import Choice

Values: TypeAlias = dict[str, Any]
"""Fields of an assumption."""

SUPPOSED = ("composition", "scenarios", "contest", "ladder")
"""Views with rows of which something can be supposed."""

NOTHING = (
    "Nothing can be supposed of this row; something can of a holder, a seat without one, a bloc, a contest."
)

NONE = "none"
"""Key of the choice of no side."""


class SupposingScreen(DecidingScreen):
    """Makes scenarios."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing."""
        if action == "suppose":
            return self.place.view in SUPPOSED
        if action == "facts":
            return self.place.lens.scenario is not None
        return super().check_action(action, parameters)

    def action_facts(self) -> None:
        """Leave the scenario: back to where one was by the facts, or to the same place."""
        facts = self.place._replace(lens=self.place.lens.at(scenario=None))
        if self.trail.steps and self.trail.steps[-1] == facts:
            self.go_back()
        else:
            self.go(facts)

    def action_suppose(self) -> None:
        """Suppose something of the row under the cursor."""
        current = self.current_row()
        if current is None or self.view is None:
            self.notify("There is no row to suppose something of.", markup=False)
            return
        self.suppose_of(Place(self.view.name, self.view.seen), self.table_in_use, current[1].key)

    @property
    def table_in_use(self) -> str:
        """The key of the table that the cursor is in; blank for the main one."""
        return ""

    @work(exclusive=True, group="suppose", exit_on_error=False)
    async def suppose_of(self, place: Place, table: str, row: str) -> None:
        """Ask what is supposed of a row, and in which scenario, and keep it."""
        way = await self._way(place, table, row)
        if way is None:
            return
        if way.supposed is None:
            self.take_out(way, place.lens.scenario or way.scenario)
            return
        supposed = await self._settled(way.supposed)
        if supposed is None:
            return
        name = place.lens.scenario or await self._scenario_name()
        if name is not None:
            self.keep(supposed, name)

    async def _way(self, place: Place, table: str, row: str) -> Way | None:
        """What is to be done: chosen from a menu where there are several things."""
        from tui.dialogs.named import NamedChooser

        found = await self._read_ways(place, table, row).wait()
        if found is None:
            return None
        if not found:
            self.notify(NOTHING, markup=False, timeout=6)
            return None
        chosen = await self.app.push_screen_wait(
            NamedChooser("What if …", lambda: [_choice(at, way) for at, way in enumerate(found)])
        )
        return None if chosen is None else found[int(chosen)]

    @work(thread=True, group="ways", exit_on_error=False)
    def _read_ways(self, place: Place, table: str, row: str) -> tuple[Way, ...] | None:
        from db.editing.supposals import ways

        return self.answered(lambda: ways(self.reader.connection, place, table, row))

    # Settling what is left open

    async def _settled(self, one: Supposed) -> Supposed | None:
        """Ask for all that an assumption leaves open; None where the user gives up."""
        if one.kind == "swing":
            return await self._swing(one)
        if one.kind in ("seat", "fill"):
            taker = await self._taker()
            if taker is None:
                return None
            one = one._replace(**taker)
        ways = {"factions": one.bloc_id is not None or one.kind != "bloc", "blocs": one.bloc_id is None}
        title = "Counted with which side?"
        if one.kind == "bloc":
            title = "Which faction?" if ways["factions"] else "In which bloc?"
        side = await self._side(title, partial(self._sides, **ways), none=one.kind in ("seat", "fill"))
        return None if side is None else one._replace(**side)

    async def _taker(self) -> Values | None:
        """Who takes a seat: somebody on record by id, somebody new by name."""
        from tui.dialogs.named import new_name
        from tui.dialogs.takers import TakerChooser

        chosen = await self.app.push_screen_wait(
            TakerChooser("Who has the seat instead?", partial(self._anyone, ""))
        )
        if chosen is None:
            return None
        name = new_name(chosen)
        if name is not None:
            return {"newcomer": name}
        number = await self._read_person(chosen).wait()
        return None if number is None else {"successor_id": number}

    @work(thread=True, group="ways", exit_on_error=False)
    def _read_person(self, key: str) -> int | None:
        from db.reading.persons import person_of

        return self.answered(lambda: person_of(self.reader.connection, key))

    async def _side(
        self, title: str, source: partial[Iterable[Choice]], *, none: bool = False
    ) -> Values | None:
        """A faction or a bloc by its id; nothing where no side is chosen and that is allowed."""
        from tui.dialogs.chooser import Choice
        from tui.dialogs.named import NamedChooser

        def offered() -> Iterable[Choice]:
            if none:
                yield Choice(NONE, "no side that is known")
            yield from source()

        chosen = await self.app.push_screen_wait(NamedChooser(title, offered))
        if chosen is None:
            return None
        kind, _, number = chosen.partition(":")
        return {} if kind == NONE else {f"{kind}_id": int(number)}

    def _sides(self, **which: bool) -> Iterable[Choice]:
        """Factions and blocs; in a thread."""
        from db.editing.choices import sides

        return [_shown(one) for one in sides(self.reader.connection, **which)]

    async def _swing(self, one: Supposed) -> Supposed | None:
        """Between which slates, and by how much."""
        from tui.review.form import Field, Form

        refusal = await self._read_refusal(one.contest_id or 0).wait()
        if refusal is None:
            return None
        if refusal:
            self.notify(f"No swing can be supposed here: {refusal}.", markup=False, timeout=8)
            return None
        slates = partial(self._slates, one.contest_id or 0)
        source = await self._side("From which slate do votes go?", slates)
        target = source and await self._side("To which slate do they go?", slates)
        if not source or not target:
            return None
        fields = (Field("points", "Points", hint="such as 1.5: of every hundred votes so many go over"),)
        points = await self.app.push_screen_wait(Form("A swing of how many points?", fields, _points))
        if points is None:
            return None
        return one._replace(other_id=source["faction_id"], faction_id=target["faction_id"], points=points)

    @work(thread=True, group="ways", exit_on_error=False)
    def _read_refusal(self, contest: int) -> str | None:
        from db.editing.choices import swing_refused

        return self.answered(lambda: swing_refused(self.reader.connection, contest))

    def _slates(self, contest: int) -> Iterable[Choice]:
        """The slates of a contest; in a thread."""
        from db.editing.choices import slates

        return [_shown(one) for one in slates(self.reader.connection, contest)]

    async def _scenario_name(self) -> str | None:
        """The scenario: one that there is, or a new name."""
        from tui.dialogs.named import NamedChooser, new_name

        chosen = await self.app.push_screen_wait(
            NamedChooser("In which scenario?", self._scenarios, "a new scenario: {}")
        )
        if chosen is None:
            return None
        name = new_name(chosen)
        return chosen if name is None else name

    def _scenarios(self) -> Iterable[Choice]:
        """The scenarios on record; in a thread."""
        from db.editing.choices import scenarios
        from tui.dialogs.chooser import Choice

        return [Choice(key, name, "add to it") for key, name in scenarios(self.reader.connection)]

    # Writing

    @work(thread=True, group="write", exit_on_error=False)
    def keep(self, supposed: Supposed, name: str) -> None:
        """Keep what is supposed, and look at the record as it would be."""

        def written() -> tuple[str, Lens]:
            from db.editing.choices import seen_under
            from db.editing.scenarios import suppose
            from db.ledger import writable

            with closing(writable(self.reader.path)) as connection:
                kept = suppose(connection, name, [supposed])
                lens = seen_under(connection, self.place.lens, kept.key, supposed)
            words = f"Supposed in the scenario {kept.name}, import {kept.number}"
            return f"{words}: z takes it back, X shows the facts.", lens

        told = self.answered(written)
        if told is not None:
            view = "composition" if self.place.view == "composition" else "scenarios"
            self.post_message(self.Decided(told[0], Place(view, told[1])))

    @work(thread=True, group="write", exit_on_error=False)
    def take_out(self, way: Way, scenario: str) -> None:
        """Drop an assumption, or remove the scenario."""

        def written() -> str:
            from db.editing.scenarios import dropped, removed
            from db.ledger import writable

            with closing(writable(self.reader.path)) as connection:
                kept = (
                    dropped(connection, scenario, [way.number])
                    if way.number
                    else removed(connection, scenario)
                )
            return f"{kept.name}: taken out as import {kept.number}; z brings it back."

        words = self.answered(written)
        if words is not None:
            facts = Place("scenarios", self.place.lens.at(scenario=None))
            self.post_message(self.Decided(words, None if way.number else facts))


def _choice(at: int, way: Way) -> Choice:
    from tui.dialogs.chooser import Choice

    return Choice(str(at), way.label)


def _shown(one: Side) -> Choice:
    from tui.dialogs.chooser import Choice

    return Choice(f"{one.kind}:{one.id}", one.shown.name, one.hint, one.shown.sign, one.shown.colour)


def _points(typed: Mapping[str, str]) -> float:
    """The points of a swing.

    Raises:
        SlatewatchError: it is no number above 0 and up to 100.
    """
    from db.editing.scenarios import points_of

    return points_of(typed["points"])
