"""The pane: whatever the view, findings above, then a drawing, the table, further tables, the notes."""

from __future__ import annotations

from textual import events, getters, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Horizontal, Vertical
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Input, Static

from db.view import View
from tui.panes.arrangement import FRAME, TITLE, Room, arrange, drawing_height
from tui.panes.findings import Findings
from tui.panes.lines import NotesLine
from tui.widgets.grid import Grid
from tui.widgets.parliament import Parliament

BESIDE = 128
"""Columns from which further tables stand beside the main one."""

USUAL = 2
"""Further tables that most views have at the most: made at once; more are made when a view brings them."""


class Filter(Input):
    """The line in which the words to filter by are typed; there while in use or while it filters."""

    BINDINGS = [  # noqa: RUF012
        Binding("escape", "clear", "clear", tooltip="Drop the filter", id="filter.clear"),
        Binding("down", "leave", "table", tooltip="Keep the filter and go to the table", id="filter.leave"),
        Binding("enter", "leave", "keep", tooltip="Keep the filter and go to the table", id="filter.keep"),
    ]

    class Left(Message):
        """The table is wanted again."""

    def action_clear(self) -> None:
        """Drop the filter and go back to the table."""
        self.value = ""
        self.post_message(self.Left())

    def action_leave(self) -> None:
        """Keep the filter and go back to the table."""
        self.post_message(self.Left())


class Stage(Container):
    """The part of the pane that drawing and tables share; shared out anew whenever its size changes."""

    class Resized(Message):
        """There are more or fewer lines."""

    def on_resize(self, _event: events.Resize) -> None:
        """Tell the pane."""
        self.post_message(self.Resized())


class Pane(Vertical):
    """One pane for every question: it draws a `View`, and nothing but the view decides what is drawn."""

    findings = getters.query_one(Findings)
    filter = getters.query_one("#filter", Filter)
    parliament = getters.query_one("#parliament", Parliament)
    main = getters.query_one("#main", Grid)
    further = getters.query_one("#further", Vertical)
    notes = getters.query_one(NotesLine)
    stage = getters.query_one(Stage)

    view: View | None = None
    captions: list[str] = []  # noqa: RUF012  replaced as a whole with each view
    """Titles of the tables with the numbers of their rows."""
    expected = Size(0, 0)
    """Cells of the whole pane before its first layout, so that the first picture need not be drawn twice."""
    opened = 0
    """Which table is in use: 0 is the main one."""

    def compose(self) -> ComposeResult:
        """Everything that a view may need; what it does not need is hidden."""
        yield Findings()
        with Horizontal(id="filter-line"):
            yield Static("/", markup=False)
            yield Filter(placeholder="words to filter by", id="filter", compact=True, select_on_focus=False)
        with Stage(id="stage"):
            yield Parliament(id="parliament")
            yield Grid(id="main")
            with Vertical(id="further"):
                for _ in range(USUAL):
                    yield Grid()
        yield NotesLine()

    @property
    def grids(self) -> list[Grid]:
        """The main table and the further ones of the view."""
        return [self.main, *(grid for grid in self.further.query(Grid) if grid.display)]

    @property
    def grid(self) -> Grid:
        """The table that has the focus, or had it last."""
        grids = self.grids
        return grids[min(self.opened, len(grids) - 1)]

    async def show(self, view: View) -> None:
        """Draw a view."""
        if self.view is None or self.view.name != view.name:
            self.opened = 0
        self.view = view
        self.findings.show(view.findings)
        self.notes.view = view
        self.notes.display = bool(view.notes or view.sources)
        if view.drawing is not None:
            self.parliament.show(view)
        self.main.show(view)
        self.captions = [
            _caption(view.title, view.total, view.lens.text, more=view.more),
            *(_caption(table.title, len(table.rows), "") for table in view.tables),
        ]
        await self._show_further(view)
        self.offer_filter(bool(view.lens.text) or self.filter.has_focus)
        self.share()

    def offer_filter(self, offered: bool) -> None:
        """Show the line for words to filter by, or hide it."""
        self.query_one("#filter-line").display = offered

    async def _show_further(self, view: View) -> None:
        grids = list(self.further.query(Grid))
        fresh = [Grid() for _ in range(len(view.tables) - len(grids))]
        if fresh:
            await self.further.mount_all(fresh)
        for position, grid in enumerate([*grids, *fresh]):
            grid.display = position < len(view.tables)
            if grid.display:
                grid.show_table(view.tables[position])
        self.further.display = bool(view.tables)

    @on(Stage.Resized)
    def share(self) -> None:
        """Give drawing and tables their lines, beside each other where the screen is wide."""
        if self.view is None:
            return
        (width, height), grids = self._space(), self.grids
        beside = width >= BESIDE and (len(grids) > 1 or self.view.drawing is not None)
        self.set_class(beside, "-beside")
        self.set_class(beside and self.view.drawing is not None, "-drawn")
        rows = [grid.count + (grid.virtual_size.width > grid.size.width > 0) for grid in grids]
        if not rows[0]:
            rows[0] = 1 + len(self.view.widen)
        room = self._room(height, rows, beside, self._drawing_lines(width // 2 if beside else width))
        self.parliament.display = room.drawing > 0
        self.parliament.styles.height = room.drawing
        for grid, caption, lines in zip(grids, self.captions, room.tables, strict=True):
            grid.styles.height = max(lines, 1)
            grid.set_class(lines <= TITLE, "-shut")
            title = f"▸ {caption}" if lines <= TITLE else caption
            if grid.title != title:
                grid.title = title

    def _space(self) -> Size:
        """Cells for drawing and tables, worked out from the words of the view: the layout would tell only afterwards."""
        width, height = self.size if self.size.height else self.expected
        words = self.findings.wrapped(width - 2) if self.findings.display else []
        taken = len(words) + self.notes.display
        return Size(width, max(0, height - taken - self.query_one("#filter-line").display))

    def _room(self, height: int, rows: list[int], beside: bool, drawing: int) -> Room:
        """The lines: all in one column; or drawing and main table above; or main table to the left."""
        if not beside:
            return arrange(height, rows, self.opened, drawing=drawing)
        if drawing:
            drawing = drawing_height(height) and min(drawing, height // 2)
            room = arrange(height, [max(rows[0], drawing - FRAME), *rows[1:]], self.opened)
            return Room(min(drawing, room.tables[0]), room.tables)
        left = arrange(height, rows[:1])
        right = arrange(height, rows[1:], max(self.opened - 1, 0))
        return Room(0, left.tables + right.tables)

    def _drawing_lines(self, width: int) -> int:
        if self.view is None or self.view.drawing is None:
            return 0
        return self.parliament.get_content_height(self.size, self.app.size, width)

    @on(events.DescendantFocus)
    def open(self, event: events.DescendantFocus) -> None:
        """Give the room to the table that is used."""
        grids = self.grids
        if isinstance(event.widget, Grid) and event.widget in grids:
            place = grids.index(event.widget)
            if place != self.opened:
                self.opened = place
                self.share()


def _caption(title: str, total: int, text: str, *, more: bool = False) -> str:
    rows = f"{'more than ' if more else ''}{total:,} row{'' if total == 1 else 's'}"
    return f"{title} · {rows} with “{text}”" if text else f"{title} · {rows}"
