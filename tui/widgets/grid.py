"""The table of the app: any view, any length, drawn a line at a time."""

from __future__ import annotations

from typing import ClassVar

from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.timer import Timer

from db.lens import Lens
from db.view import Column, Kind, Row, Table, View
from tui.widgets.grid_layout import Measures, measured, planned
from tui.widgets.grid_paint import Painter, Paper
from tui.widgets.grid_rows import Rows
from tui.widgets.lines import Lines

LEISURE = 0.1
"""Seconds after which the neighbours of what is in sight are asked for, so that the next page need not be waited for."""

SHUT = "▸"
"""Stands before the title of a table of which there is room for nothing else."""


class FromGrid(Message):
    """What a grid says; `@on` selectors find the grid as its control."""

    def __init__(self, grid: Grid) -> None:
        super().__init__()
        self.grid = grid

    @property
    def control(self) -> Grid:
        """The grid."""
        return self.grid


class Grid(Lines):
    """A table with a cursor that goes by rows.

    It is handed a `View` or a `Table` and formats only the rows in sight.  Of a view that is a window of a longer list it asks
    for what it lacks (`RowsWanted`) and draws a faint `…` until `add_window` brings it.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "grid--header",
        "grid--caption",
        "grid--odd",
        "grid--cursor",
        "grid--notable",
        "grid--bar",
    }

    DEFAULT_CSS = """
    Grid {
        height: 1fr;
        background: $background;
        color: $foreground;

        & > .grid--header { text-style: bold; background: $panel; color: $foreground; }
        & > .grid--caption { text-style: bold; color: $text-accent; }
        & > .grid--odd { background: $boost; }
        & > .grid--cursor { text-style: bold underline; }
        &:focus > .grid--cursor { text-style: reverse; }
        & > .grid--notable { color: $text-warning; }
        & > .grid--bar { color: $text-primary; }
        &:ansi > .grid--header { text-style: bold underline; }
    }
    """

    class RowOpened(FromGrid):
        """A row was opened: enter, or a click on the row of the cursor."""

        def __init__(self, grid: Grid, row: Row) -> None:
            super().__init__(grid)
            self.row = row

    class RowHighlighted(FromGrid):
        """The cursor has come to another row, or to none."""

        def __init__(self, grid: Grid, row: Row | None) -> None:
            super().__init__(grid)
            self.row = row

    class RowsWanted(FromGrid):
        """Rows have come into sight that the grid does not hold: answer with `add_window`.

        Only the last such message matters: it covers all that is in sight.
        """

        def __init__(self, grid: Grid, first: int, limit: int) -> None:
            super().__init__(grid)
            self.first, self.limit = first, limit

    class SortWanted(FromGrid):
        """The header of a column was clicked."""

        def __init__(self, grid: Grid, column_key: str) -> None:
            super().__init__(grid)
            self.column_key = column_key

    def __init__(
        self,
        *,
        title: str = "",
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        """A grid with nothing in it.

        Args:
            title: a caption above the header; none when blank.
            name: name of the widget.
            id: id of the widget.
            classes: its CSS classes.
        """
        super().__init__(name=name, id=id, classes=classes)
        self._title = title
        self._view: View | None = None
        self._columns: tuple[Column, ...] = ()
        self._rows = Rows((), 0)
        self._measures = Measures((), (), (), True)
        self._most = 100.0
        self._painter: Painter | None = None
        self._asked: tuple[int, int] | None = None
        self._announced: Row | None = None
        self._leisure: Timer | None = None

    @property
    def title(self) -> str:
        """The caption above the header."""
        return self._title

    @title.setter
    def title(self, title: str) -> None:
        if title != self._title:
            self._title = title
            self.refresh()

    @property
    def view(self) -> View | None:
        """The view that is shown, if it is one."""
        return self._view

    @property
    def count(self) -> int:
        """How many rows there are, held or not."""
        return self._rows.total

    @property
    def head(self) -> int:
        """The caption, if there is one, and the header, if there are columns."""
        return bool(self._title) + bool(self._columns)

    @property
    def extent(self) -> int:
        """Cells of all columns together."""
        return self._drawn().layout.width

    @property
    def cursor_row(self) -> Row | None:
        """The row under the cursor, if there is one and it is held."""
        return self._rows.at(self._cursor)

    def show(self, view: View) -> None:
        """Show a view.

        The cursor stays on the row of the same key, at the same height of the screen; where that row is gone it goes to the
        nearest, and in the view of another question to the first.
        """
        same = self._view is not None and self._view.name == view.name
        self._view = view
        self._show(
            view.columns, Rows(view.rows, view.total, view.first), view.rows, view.first, view.lens, same
        )

    def show_table(self, table: Table) -> None:
        """Show one of the further tables of a view, with its title as the caption."""
        self._view = None
        self._title = table.title
        self._show(table.columns, Rows(table.rows, len(table.rows)), table.rows, 0, None, True)

    def add_window(self, view: View) -> None:
        """Take in more rows of the view that is shown.  Rows seen through another lens come too late and are left alone."""
        if self._view is None or view.lens != self._view.lens or view.name != self._view.name:
            return
        grown = view.total != self._rows.total
        self._rows.add(view.rows, view.first, view.total)
        for position in range(view.first, view.first + len(view.rows)):
            self._strips.pop(position, None)
        if grown:
            self._cursor = max(0, min(self._cursor, view.total - 1))
            self._lay_out()
        else:
            self.refresh()
            self._ask()
        self._announce()

    def seek(self, key: str) -> bool:
        """Put the cursor on the row of a key; whether that row is held."""
        position = self._rows.where(key)
        if position is None:
            return False
        self.move_to(position)
        return True

    def cursor_moved(self) -> None:
        """Say which row the cursor has come to."""
        self._announce()

    def paint_head(self, line: int) -> Strip:
        """The caption and the header."""
        painter = self._drawn()
        if line < self.head - 1 or not self._columns:
            return painter.caption(
                f"{SHUT} {self._title}" if self.container_size.height == 1 else self._title
            )
        return painter.header(self._view.lens if self._view else None)

    def paint(self, position: int) -> Strip:
        """One row, or the sign that it is still to come."""
        row, cursor = self._rows.at(position), position == self._cursor
        painter = self._drawn()
        return painter.row(row, position, cursor) if row else painter.waiting(position, cursor)

    def paint_beyond(self, line: int) -> Strip:
        """Below the last row nothing; where there is no row at all, why, and which keys would show more."""
        painter = self._drawn()
        if self._view is None or self.count:
            return painter.blank()
        says = [self._view.empty, *(f"{key}  {what}" for key, what in self._view.widen)]
        return painter.words(says[line]) if line < len(says) else painter.blank()

    def render_line(self, y: int) -> Strip:
        """One line; the caption stays where it is when the table scrolls sideways."""
        if self._title and y == 0:
            return self.paint_head(0)
        return super().render_line(y)

    def notify_style_update(self) -> None:
        """Forget the styles of the old theme."""
        self._painter = None
        super().notify_style_update()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what has come into sight."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def on_resize(self) -> None:
        """Keep the cursor in sight, and ask for what has come into it."""
        self._bring_into_sight()
        self._ask()

    def on_click(self, event: events.Click) -> None:
        """A click on a header sorts; on a row it moves the cursor, and opens the row that already has it."""
        where = self.position_at(event)
        if where is None:
            return
        left, position = where
        if position == -1 and self._columns:
            key = self._column_at(left)
            if key is not None:
                self.post_message(self.SortWanted(self, key))
        elif 0 <= position < self.count:
            if position == self._cursor:
                self.action_open()
            else:
                self.move_to(position)

    def action_open(self) -> None:
        """Open the row under the cursor."""
        if (row := self.cursor_row) is not None:
            self.post_message(self.RowOpened(self, row))

    def _show(
        self,
        columns: tuple[Column, ...],
        rows: Rows,
        window: tuple[Row, ...],
        first: int,
        lens: Lens | None,
        same: bool,
    ) -> None:
        before, height = self.cursor_row, self._cursor - self.scroll_offset.y
        self._columns, self._rows, self._asked = columns, rows, None
        self._measures = measured(columns, window, lens, rows.whole)
        self._most = _greatest_share(columns, window) if rows.whole else 100.0
        found = rows.where(before.key) if before else None
        nearest = max(first, min(self._cursor, first + len(window) - 1)) if same else first
        self._cursor = max(0, min(nearest if found is None else found, rows.total - 1))
        self.scroll_to(y=max(0, self._cursor - max(0, height)), animate=False, force=True)
        self._lay_out()
        self._announce()

    def _lay_out(self) -> None:
        self._painter = None
        self.redraw()
        self._ask()

    def _drawn(self) -> Painter:
        """The painter for the present width and theme, made when it is first needed."""
        if self._painter is None or self._painter.room != self.sight.width:
            layout = planned(self._measures, self.sight.width)
            self._painter = Painter(layout, self._columns, self._paper(), self.sight.width, self._most)
        return self._painter

    def _paper(self) -> Paper:
        def style(name: str) -> Style:
            return self.get_component_rich_style(f"grid--{name}")

        return Paper(
            even=self.rich_style,
            odd=style("odd"),
            cursor=style("cursor"),
            header=style("header"),
            caption=style("caption"),
            notable=style("notable"),
            bar=style("bar"),
            dark=self.app.current_theme.dark,
            colour=not self.app.no_color,
        )

    def _ask(self) -> None:
        """Ask for rows in sight that are not held, once; again only when something else has come into sight."""
        self._want(0)
        if self._asked is None and not self._rows.whole:
            if self._leisure is not None:
                self._leisure.stop()
            self._leisure = self.set_timer(LEISURE, lambda: self._want(self.window))

    def _want(self, around: int) -> None:
        top = self.scroll_offset.y
        wanted = self._rows.missing(top - around, top + self.window + around)
        if wanted is not None and wanted != self._asked and self.is_attached:
            self.post_message(self.RowsWanted(self, *wanted))
        self._asked = wanted

    def _announce(self) -> None:
        row = self.cursor_row
        if row != self._announced:
            self._announced = row
            self.post_message(self.RowHighlighted(self, row))

    def _column_at(self, left: int) -> str | None:
        for slot in self._drawn().layout.slots:
            if slot.left <= left < slot.end + 1:
                return self._columns[slot.position].key
        return None


def _greatest_share(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> float:
    """The share that fills a bar, so that bars can be told apart where nobody has more than an eighth."""
    shares = [
        cell
        for position, column in enumerate(columns)
        if column.kind is Kind.SHARE
        for row in rows
        if isinstance(cell := row.cells[position], int | float)
    ]
    return float(max(shares, default=100.0)) or 100.0
