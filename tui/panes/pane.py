"""The pane: whatever the view, findings above, then a drawing, the table, further tables, the notes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import events, getters, on
from textual.app import ComposeResult
from textual.geometry import Region, Size

from db.view import Timeline, View
from tui.panes.arrangement import divide
from tui.panes.findings import Findings
from tui.panes.lines import NotesLine
from tui.widgets.grid import Grid
from tui.widgets.parliament import Parliament
from tui.widgets.placed import Placing, Spot, Still

if TYPE_CHECKING:
    from tui.panes.filter import Filter
    from tui.widgets.course import Course
    from tui.widgets.time_chart import TimeChart


USUAL = 3
"""Further tables that most views have at the most."""


class Pane(Placing, Still):
    """One pane for every question: it draws a `View`, and nothing but the view decides what is drawn."""

    findings = getters.query_one(Findings)
    parliament = getters.query_one(Parliament)
    main = getters.query_one("#main", Grid)
    notes = getters.query_one(NotesLine)

    view: View | None = None
    filter: Filter | None = None
    """The line for words to filter by, once it has been wanted."""
    course: Course | None = None
    """The body through time, once one has been wanted."""
    chart: TimeChart | None = None
    """Figures through time, once a view has had some."""
    opened = 0
    """Which table is in use: 0 is the main one."""

    def __init__(self) -> None:
        """A pane without a view."""
        super().__init__()
        self._further: list[Grid] = []
        self._stood: tuple[Spot, ...] = ()

    def compose(self) -> ComposeResult:
        """What every view needs; what one does not need is hidden."""
        yield Findings()
        yield Parliament()
        yield Grid(id="main")
        yield NotesLine()

    @property
    def grids(self) -> list[Grid]:
        """The main table and the further ones of the view."""
        return [self.main, *(grid for grid in self._further if grid.display)]

    @property
    def grid(self) -> Grid:
        """The table that has the focus, or had it last."""
        grids = self.grids
        return grids[min(self.opened, len(grids) - 1)]

    @property
    def typing(self) -> bool:
        """Whether words to filter by are being typed."""
        return self.filter is not None and self.filter.has_focus

    async def show(self, view: View, timeline: Timeline | None = None, *, awaited: bool = False) -> None:
        """Draw a view.

        Args:
            view: the answer.
            timeline: the body through time, where the view does not bring its own.
            awaited: whether one is on its way, so that its place is kept.
        """
        await self.make(view)
        if self.view is None or self.view.name != view.name or self.opened > len(view.tables):
            self.opened = 0
        self.view = view
        self.findings.show(view.findings)
        self.findings.display = bool(view.findings)
        self.notes.view = view
        self.notes.display = bool(view.notes or view.sources)
        self.parliament.show(view)
        if self.chart is not None:
            self.chart.show(view)
        self.main.title = _caption(view.title, view.total, view.lens.text, more=view.more)
        self.main.show(view)
        self._show_further(view)
        await self._show_words(view.lens.text)
        timeline = view.timeline or timeline
        if timeline is not None:
            await self.make_course()
        self.show_timeline(timeline, awaited=awaited)

    def show_timeline(self, timeline: Timeline | None, *, awaited: bool = False) -> None:
        """Draw a body through time under the hemicycle, or above the tables; `make_course` goes before the first one."""
        if self.course is not None:
            self.course.show(timeline)
            self.course.display = timeline is not None or awaited
        self.settle()

    async def make_course(self) -> None:
        """Make what draws a body through time, at the first one."""
        if self.course is None:
            from tui.widgets.course import Course

            self.course = Course()
            self.course.display = False
            await self.mount(self.course, after=self.parliament)

    async def prepare(self) -> None:
        """Make the tables that most views need before they are wanted: making one takes longer than filling it."""
        await self._make_further(USUAL)

    async def _make_further(self, number: int) -> None:
        fresh = [Grid() for _ in range(number - len(self._further))]
        for grid in fresh:
            grid.display = False
        if fresh:
            self._further += fresh
            await self.mount_all(fresh, before=self.notes)

    async def make(self, view: View) -> None:
        """Make, still hidden, what a view needs and none before it did: made half-way through, it leaves half a picture."""
        await self._make_further(len(view.tables))
        if self.chart is None and view.chart is not None:
            from tui.widgets.time_chart import TimeChart

            self.chart = TimeChart()
            await self.mount(self.chart, after=self.parliament)

    def _show_further(self, view: View) -> None:
        for position, grid in enumerate(self._further):
            grid.display = position < len(view.tables)
            if grid.display:
                table = view.tables[position]
                grid.show_table(table)
                grid.title = _caption(table.title, len(table.rows), "")

    # The words to filter by

    async def offer_filter(self) -> None:
        """Show the line for words to filter by, ready to be typed into."""
        line = await self._open_filter(self.view.lens.text if self.view else "")
        line.focus()
        self.settle()

    def leave_filter(self) -> None:
        """Hide the line unless it filters."""
        if self.filter is not None:
            self.filter.display = bool(self.filter.value)
            self.settle()

    async def _show_words(self, words: str) -> None:
        if words:
            await self._open_filter(words)
        if self.filter is not None and not self.typing:
            self.filter.value = words
            self.filter.display = bool(words)

    async def _open_filter(self, words: str) -> Filter:
        if self.filter is None:
            from tui.panes.filter import Filter

            self.filter = Filter(words)
            await self.mount(self.filter.prompt, self.filter, after=self.findings)
        self.filter.display = True
        return self.filter

    # Where everything stands

    def settle(self) -> None:
        """Have the children placed anew, if anything moves."""
        if self.size and tuple(self._spots(self.size)) != self._stood:
            self.main.refresh(layout=True)

    def spots(self, size: Size) -> Iterator[Spot]:
        """Sentences and words to filter by above, notes below; drawing and tables share what is between."""
        self._stood = tuple(self._spots(size))
        yield from self._stood

    def _spots(self, size: Size) -> Iterator[Spot]:
        if self.view is None:
            yield Spot(self.main, size.region)
            return
        width, height = size
        top = len(self.findings.wrapped(width - 2)) if self.findings.display else 0
        yield Spot(self.findings, Region(0, 0, width, top))
        if self.filter is not None and self.filter.display:
            sign = self.filter.prompt.WIDTH
            yield Spot(self.filter.prompt, Region(0, top, sign, 1))
            yield Spot(self.filter, Region(sign, top, width - sign, 1))
            top += 1
        bottom = max(top, height - self.notes.display)
        yield Spot(self.notes, Region(0, bottom, width, 1))
        drawn = self.chart if self.chart is not None and self.chart.display else self.parliament
        drawing = drawn.lines_for if drawn.display else None
        followed = self.course is not None and self.course.display
        room = Size(width, bottom - top)
        parts = divide(room, self._rows(self.view), self.opened, drawing, followed=followed)
        space = Region(0, top, width, bottom - top)
        if parts.drawing:
            yield Spot(drawn, parts.drawing.translate((0, top)))
        if parts.course and self.course is not None:
            yield Spot(self.course, parts.course.translate((0, top)))
        for grid, region in zip(self.grids, parts.tables, strict=True):
            part = region.translate((0, top)).intersection(space)
            if part:
                yield Spot(grid, part)

    def _rows(self, view: View) -> list[int]:
        """Rows of each table; where there are none, why, and the keys that would show more."""
        rows = [grid.count for grid in self.grids]
        return [rows[0] or 1 + len(view.widen), *rows[1:]]

    @on(events.DescendantFocus)
    def open(self, event: events.DescendantFocus) -> None:
        """Give the room to the table that is used."""
        grids = self.grids
        if isinstance(event.widget, Grid) and event.widget in grids:
            place = grids.index(event.widget)
            if place != self.opened:
                self.opened = place
                self.settle()


def _caption(title: str, total: int, text: str, *, more: bool = False) -> str:
    rows = f"{'more than ' if more else ''}{total:,} row{'' if total == 1 else 's'}"
    return f"{title} · {rows} with “{text}”" if text else f"{title} · {rows}"
