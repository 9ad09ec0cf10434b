"""A screen that looks at one place at a time: asks off the event loop, drops what comes too late, goes back."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from itertools import chain
from typing import TypeVar

from textual import on, work
from textual.message import Message
from textual.reactive import reactive
from textual.screen import Screen
from textual.timer import Timer
from textual.worker import get_current_worker

from db.errors import Missing
from db.lens import Lens, Place
from db.view import View
from tui.reader import Reader
from tui.screens.journey import NOWHERE, Trail, identity
from tui.screens.sentences import sentence

PATIENCE = 0.15
"""Seconds after which a question that is still out is shown as such."""

T = TypeVar("T")


class ReadingScreen(Screen[None]):
    """Holds the place, asks for its view, and remembers the way."""

    place: reactive[Place] = reactive(NOWHERE, init=False)
    """What is being looked at; every key makes a new one."""
    waiting: reactive[bool] = reactive(False)
    """Whether an answer has been out for longer than `PATIENCE`."""

    class AnswerRead(Message):
        """A question has been answered."""

        def __init__(self, place: Place, view: View) -> None:
            super().__init__()
            self.place, self.view = place, view

    class RowsRead(Message):
        """Further rows of a view have been read."""

        def __init__(self, place: Place, view: View) -> None:
            super().__init__()
            self.place, self.view = place, view

    class LensMoved(Message):
        """The dates of change have been walked along."""

        def __init__(self, place: Place, lens: Lens, turn: int) -> None:
            super().__init__()
            self.place, self.lens, self.turn = place, lens, turn

    class Retreated(Message):
        """What is on show has been read anew, or a place before it that is still on record."""

        def __init__(self, gone: Place, place: Place, view: View) -> None:
            super().__init__()
            self.gone, self.place, self.view = gone, place, view

    class ReadFailed(Message):
        """A question could not be answered."""

        def __init__(self, problem: str, place: Place | None = None) -> None:
            super().__init__()
            self.problem, self.place = problem, place

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        self.trail = Trail()
        self.view: View | None = None
        """The view on show; for a moment behind `place`."""
        self.shown = NOWHERE
        """The place on show."""
        self._patience: Timer | None = None
        self._strides, self._turn = 0, 0

    # Going

    def go(self, place: Place) -> None:
        """Go to a place, so that one can come back."""
        if place == self.place:
            return
        if identity(place) != identity(self.place):
            self.leave()
            self.trail.steps.append(self.place)
        self.place = place

    def narrow(self, lens: Lens) -> None:
        """Look at the same place through another lens."""
        self.place = self.place._replace(lens=lens)

    def go_back(self) -> bool:
        """Back to the place before; False when there is none."""
        if not self.trail.steps:
            return False
        self.leave()
        self.place = self.trail.steps.pop()
        return True

    def leave(self) -> None:
        """Remember the row that one is on."""

    async def make_room(self, view: View) -> None:
        """Make what a view needs before it is shown."""

    async def present(self, view: View) -> None:
        """Show a view that has just been read."""

    # Reading

    def watch_place(self, place: Place) -> None:
        """Ask for the view of the new place."""
        self._strides = 0
        if self._patience is None:
            self._patience = self.set_timer(PATIENCE, self._lose_patience)
        self.read(place)

    def _lose_patience(self) -> None:
        self.waiting = True

    def _rest(self) -> None:
        if self._patience is not None:
            self._patience.stop()
            self._patience = None
        self.waiting = False

    def answered(self, question: Callable[[], T], place: Place | None = None) -> T | None:
        """Ask in a worker thread; a problem becomes a message, and the answer None.

        Everything is caught on purpose: a question that fails must neither end the app nor fail unseen.
        """
        try:
            return question()
        except Exception as problem:
            self.log.error(problem)
            self.post_message(self.ReadFailed(sentence(problem), place))
            return None

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def read(self, place: Place) -> None:
        """Ask for a view: of a long list as many rows as can be in sight."""
        view = self.answered(lambda: self.reader.ask(place, 0, self.app.size.height), place)
        if view is not None and not get_current_worker().is_cancelled:
            self.post_message(self.AnswerRead(place, view))

    @work(thread=True, exclusive=True, group="read", exit_on_error=False)
    def read_anew(self, here: Place, way: tuple[Place, ...]) -> None:
        """Ask again for the view on show; where that is gone from the record, for the nearest place that is not.

        Args:
            here: the place on show.
            way: the places before it, the latest last.
        """

        def found() -> tuple[Place, View]:
            start = (body.place for body in self.reader.bodies(1))
            for place in chain((here, *reversed(way)), start):
                with suppress(Missing):
                    return place, self.reader.ask(place, 0, self.app.size.height)
            raise Missing("Nothing is on record any more.")

        answer = self.answered(found, here)
        if answer is not None and not get_current_worker().is_cancelled:
            self.post_message(self.Retreated(here, *answer))

    @on(Retreated)
    async def _retreat(self, message: Retreated) -> None:
        if message.gone != self.place:
            return  # one has gone elsewhere meanwhile
        if message.place != self.place:
            while self.trail.steps and self.trail.steps.pop() != message.place:
                pass
            self.set_reactive(ReadingScreen.place, message.place)
        await self._accept(self.AnswerRead(message.place, message.view))

    @work(thread=True, group="rows", exit_on_error=False)
    def read_rows(self, place: Place, first: int, limit: int) -> None:
        """Ask for further rows of the view on show."""
        view = self.answered(lambda: self.reader.ask(place, first, limit))
        if view is not None:
            self.post_message(self.RowsRead(place, view))

    @work(thread=True, exclusive=True, group="stride", exit_on_error=False)
    def walk(self, place: Place, strides: int, turn: int) -> None:
        """Find the lens some dates of change away."""
        lens = self.answered(lambda: self.reader.stride(place, strides))
        if lens is not None:
            self.post_message(self.LensMoved(place, lens, turn))

    @on(AnswerRead)
    async def _accept(self, message: AnswerRead) -> None:
        if message.place != self.place:
            return  # a slower, older answer
        self._rest()
        self.trail.note(Place(message.view.name, message.view.lens))
        self.view, before = message.view, self.shown
        self.shown = message.place
        await self.make_room(message.view)
        with self.app.batch_update():  # one picture, not one of each half
            await self.present(message.view)
        if identity(before) != identity(self.shown):
            self.arrived()

    def arrived(self) -> None:
        """Another place than before is on show: go to the row that one was on there."""

    @on(ReadFailed)
    def _tell(self, message: ReadFailed) -> None:
        """Say what went wrong, and stay at the place that is on show."""
        if message.place is not None and message.place != self.place:
            return
        self._rest()
        self.notify(message.problem, severity="error", markup=False)
        if message.place is not None and self.view is not None:
            if self.trail.steps and self.trail.steps[-1] == self.shown:
                self.trail.steps.pop()
            self.set_reactive(ReadingScreen.place, self.shown)

    # Walking along the dates

    def action_stride(self, direction: int) -> None:
        """One date of change further; quick presses add up."""
        self._strides += direction
        self._turn += 1
        self.walk(self.resolved, self._strides, self._turn)

    @property
    def resolved(self) -> Place:
        """The place, with the contest or division that the question chose where the lens left it open."""
        if self.view is not None and self.shown == self.place and self.place.lens.contest is None:
            lens = self.view.lens
            found = {"contest": lens.contest, "section": lens.section, "division": lens.division}
            return self.place._replace(lens=self.place.lens.at(**found))
        return self.place

    @on(LensMoved)
    def _move(self, message: LensMoved) -> None:
        if message.place != self.resolved or message.turn != self._turn:
            return
        later = self._strides > 0
        self._strides = 0
        if message.lens == message.place.lens:
            thing = self.place.view if self.place.view in ("contest", "division") else "change"
            self.notify(
                f"There is no {'later' if later else 'earlier'} {thing} on record here.", markup=False
            )
        else:
            self.narrow(message.lens)
