"""What a grid and a tree of places share: thousands of lines, one cursor, and the keys that move it.

Built on Textual's line API: a line is made when it comes into sight, so the length of a list costs nothing.
"""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.widget import Widget

SIDEWAYS = 8
"""Cells that one press of left or right scrolls."""


class Lines(ScrollView, can_focus=True):
    """A scrolling list with a cursor.  What stands on a line is decided by the class that inherits."""

    ALLOW_SELECT = False

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, id="list.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="list.down"),
        Binding("pageup,ctrl+b", "page(-1)", "Page up", show=False, id="list.page_up"),
        Binding("pagedown,ctrl+f", "page(1)", "Page down", show=False, id="list.page_down"),
        Binding("home,g", "first", "First", show=False, id="list.first"),
        Binding("end,G", "last", "Last", show=False, id="list.last"),
        Binding("left", "sideways(-1)", "Left", show=False, id="list.left"),
        Binding("right", "sideways(1)", "Right", show=False, id="list.right"),
        Binding("enter", "open", "Open", show=False, id="list.open"),
    ]

    def __init__(
        self,
        *,
        name: str | None = None,
        id: str | None = None,
        classes: str | None = None,
    ) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._cursor = 0
        self._strips: dict[int, Strip] = {}

    @property
    def cursor(self) -> int:
        """Position of the line under the cursor, from 0; 0 too when there is no line."""
        return self._cursor

    @property
    def count(self) -> int:
        """How many lines there are."""
        raise NotImplementedError

    @property
    def head(self) -> int:
        """Lines at the top that do not scroll."""
        return 0

    @property
    def sight(self) -> Size:
        """The cells that are not under a scrollbar.

        Worked out from the lines themselves: Textual shows its scrollbars a moment later, and a table laid out before that
        would be cut by one column.
        """
        width, height = self.container_size
        bar_right, bar_below = self.styles.scrollbar_size_vertical, self.styles.scrollbar_size_horizontal
        if self.count + self.head > height:
            width -= bar_right
        if self.virtual_size.width > width:
            height -= bar_below
        return Size(max(0, width), max(0, height))

    def paint_head(self, line: int) -> Strip:
        """One of the lines that do not scroll."""
        raise NotImplementedError

    def paint(self, position: int) -> Strip:
        """The line at a position below the count."""
        raise NotImplementedError

    def paint_beyond(self, line: int) -> Strip:
        """A line after the last one: `line` counts from 0."""
        return Strip.blank(self.sight.width, self.rich_style)

    def cursor_moved(self) -> None:
        """Called when the cursor has come to another line."""

    def move_to(self, position: int) -> None:
        """Put the cursor on a line and bring it into sight.  Repaints two lines when nothing has to scroll."""
        position = max(0, min(self.count - 1, position))
        before, self._cursor = self._cursor, position
        for line in (before, position):
            self._strips.pop(line, None)
            self._repaint(line)
        self._bring_into_sight()
        if before != position:
            self.cursor_moved()

    def redraw(self, width: int) -> None:
        """Draw everything anew: the lines have changed."""
        self._strips.clear()
        self._span(Size(width, self.count + self.head))
        self._bring_into_sight()
        self.refresh()

    def _span(self, size: Size) -> None:
        """Take a new size of all lines.  Where the scrollbars stay as they are, the screen need not be laid out for it."""
        height, width = self.container_size.height, self.container_size.width
        bars = (size.height > height, size.width > width)
        if not height or bars != (self.show_vertical_scrollbar, self.show_horizontal_scrollbar):
            self.virtual_size = size
            return
        self.set_reactive(Widget.virtual_size, size)
        if bars[0]:
            self.vertical_scrollbar.window_virtual_size = size.height
        if bars[1]:
            self.horizontal_scrollbar.window_virtual_size = size.width

    def position_at(self, event: events.MouseEvent) -> tuple[int, int] | None:
        """Where the mouse is: cells from the left of the lines, and position of the line; negative positions are the head."""
        offset = event.get_content_offset(self)
        if offset is None:
            return None
        left = offset.x + self.scroll_offset.x
        if offset.y < self.head:
            return left, offset.y - self.head
        return left, offset.y - self.head + self.scroll_offset.y

    def render_line(self, y: int) -> Strip:
        """The line on one row of the widget, cut to what is in sight."""
        if y < self.head:
            return self._windowed(self.paint_head(y))
        position = self.scroll_offset.y + y - self.head
        if position >= self.count:
            return self.paint_beyond(position - self.count)
        strip = self._strips.get(position)
        if strip is None:
            if len(self._strips) > 512:
                self._strips.clear()
            strip = self._strips[position] = self.paint(position)
        return self._windowed(strip)

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colours."""
        self._strips.clear()
        super().notify_style_update()

    def action_move(self, by: int) -> None:
        """Move the cursor by so many lines."""
        self.move_to(self._cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by so many screens."""
        self.move_to(self._cursor + by * max(1, self.sight.height - self.head - 1))

    def action_first(self) -> None:
        """Go to the first line."""
        self.move_to(0)

    def action_last(self) -> None:
        """Go to the last line."""
        self.move_to(self.count - 1)

    def action_sideways(self, by: int) -> None:
        """Scroll sideways; where there is nothing to scroll, leave the key to the screen."""
        if not self.max_scroll_x:
            raise SkipAction()
        self.scroll_to(x=self.scroll_offset.x + by * SIDEWAYS, animate=False, force=True)

    def _repaint(self, position: int) -> None:
        self.refresh(Region(0, position - self.scroll_offset.y + self.head, self.sight.width, 1))

    def _bring_into_sight(self) -> None:
        top, height = self.scroll_offset.y, max(1, self.sight.height - self.head)
        if self._cursor < top:
            self.scroll_to(y=self._cursor, animate=False, force=True)
        elif self._cursor >= top + height:
            self.scroll_to(y=self._cursor - height + 1, animate=False, force=True)

    def _windowed(self, strip: Strip) -> Strip:
        left, width = self.scroll_offset.x, self.sight.width
        if left or strip.cell_length > width:
            strip = strip.crop(left, left + width)
        return strip


def strip_of(runs: list[tuple[str, Style]], width: int, length: int, rest: Style) -> Strip:
    """A strip of runs that take `length` cells together, filled up to `width` in the style of the rest.

    Args:
        runs: text and style, text already steady.
        width: cells of the whole line.
        length: cells that the runs take.
        rest: style of the padding.
    """
    segments = [Segment(text, style) for text, style in runs if text]
    if length < width:
        segments.append(Segment(" " * (width - length), rest))
    return Strip(segments, max(length, width))
