"""A screen that shows a body through time under its composition: read when that stands, kept while only the day moves."""

from __future__ import annotations

from asyncio import sleep, to_thread
from typing import TYPE_CHECKING, NamedTuple

from textual import on, work

from db.lens import Lens
from db.view import Timeline, View
from tui.screens.changing.importing import ImportingScreen
from tui.screens.framed import FramedScreen
from tui.screens.journey import Identity, Mark, identity

if TYPE_CHECKING:
    from tui.widgets.course import Course

LEISURE = 0.1
"""Seconds after which the timeline is asked for: whoever goes on at once does not wait for it."""


ELSEWHERE = ("date", "against", "sort", "contest", "person", "beside", "faction", "division", "claim")
"""Fields of a lens that make no other timeline; nor do the factions that are switched on, and the words."""


class Kept(NamedTuple):
    """The timeline read last, and what it is of."""

    lens: Lens
    timeline: Timeline | None


class FollowingScreen(FramedScreen):
    """Brings the timeline of a composition after it."""

    _kept: Kept | None = None
    _day: tuple[Identity, str | None] | None = None
    """The place shown last, and its day."""

    async def show(self, view: View) -> None:
        """Hand a view to the pane, with its timeline where that is known; ask for it where it is not."""
        lens = followed(view)
        kept = self._kept if self._kept is not None and self._kept.lens == lens else None
        timeline = _on(kept.timeline, view) if kept else None
        await self.pane.show(view, timeline, awaited=lens is not None and kept is None)
        self._seek_day(view)
        if lens is not None and kept is None:
            self.follow(lens)

    def _seek_day(self, view: View) -> None:
        """Put the cursor on the day looked at where a row is a day, once that has changed."""
        here = (identity(self.shown), view.lens.date)
        if view.timeline is not None and view.lens.date is not None and here != self._day:
            date = view.timeline.steps[view.timeline.at].date
            self.trail.marks[here[0]] = Mark(0, date, 0)
            self.pane.main.seek(date)
        self._day = here

    @work(exclusive=True, group="timeline", exit_on_error=False)
    async def follow(self, lens: Lens) -> None:
        """Read a timeline off the event loop, and show it if it is still the one of the view on show."""
        await sleep(LEISURE)
        timeline = await to_thread(self.answered, lambda: self.reader.timeline(lens))
        self._kept = Kept(lens, timeline)
        if timeline is not None:
            await self.pane.make_course()
        if self.view is not None and followed(self.view) == lens:
            self.pane.show_timeline(_on(timeline, self.view))

    @on(ImportingScreen.RecordChanged)
    def _forget(self) -> None:
        """What was read before the record changed is out of date."""
        self._kept = None

    def on_course_day_chosen(self, message: Course.DayChosen) -> None:
        """Look at the day that was clicked."""
        self.narrow(self.place.lens.at(date=message.date))


def followed(view: View) -> Lens | None:
    """What a view's timeline is of, whatever the day, the words and the order; None where it has none, or brings its own."""
    if view.name != "composition" or view.drawing is None:
        return None
    return view.lens.wide.at(**dict.fromkeys(ELSEWHERE))


def _on(timeline: Timeline | None, view: View) -> Timeline | None:
    """The timeline with the day of a view looked at, and its factions switched on."""
    return timeline and timeline._replace(date=view.seen.date, factions=view.lens.factions)
