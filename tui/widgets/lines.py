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
from textual.geometry import Offset, Region, Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

SIDEWAYS = 8
"""Cells that one press of left or right scrolls."""

THUMB, TRACK = "█", " "
RULE = "│"
EARLIER, FURTHER = "‹", "›"
"""Stand at the ends of the last line of the head where there is more to that side."""


class Lines(ScrollView, can_focus=True):
    """A scrolling list with a cursor.  What stands on a line is decided by the class that inherits.

    The bar at its right end is drawn with the lines.  A widget of its own would come and go with the length of the list, and
    each time the whole screen would be laid out and painted twice.
    """

    ALLOW_SELECT = False

    RULED: ClassVar[bool] = False
    """Whether a rule stands at the right end, on which the bar is drawn."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"lines--bar"}

    DEFAULT_CSS = """
    Lines {
        overflow: hidden hidden;

        & > .lines--bar { color: $scrollbar; background: $scrollbar-background; }
    }
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", "Up", show=False, id="list.up"),
        Binding("down,j", "move(1)", "Down", show=False, id="list.down"),
        Binding("pageup,ctrl+b", "page(-1)", "Page up", show=False, id="list.page_up"),
        Binding("pagedown,ctrl+f", "page(1)", "Page down", show=False, id="list.page_down"),
        Binding("home", "first", "First", show=False, id="list.first"),
        Binding("end", "last", "Last", show=False, id="list.last"),
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
        self._strips_width = 0

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
    def extent(self) -> int:
        """Cells that the lines take; more than there is room for are reached by scrolling sideways."""
        return self.sight.width

    @property
    def sight(self) -> Size:
        """The cells that lines can take: all but the bar."""
        width, height = self.container_size
        return Size(max(0, width - self.barred), height)

    @property
    def window(self) -> int:
        """Lines in sight below the head; at least one, so that pages have a length before anything is laid out."""
        return max(1, self.container_size.height - self.head)

    @property
    def barred(self) -> bool:
        """Whether the last column is not for lines: there are more than are in sight, or a rule stands there always."""
        return self.RULED or self._scrolls

    @property
    def _scrolls(self) -> bool:
        return self.count > self.container_size.height - self.head > 0

    @property
    def max_scroll_x(self) -> int:
        """How far the lines can be scrolled sideways."""
        return max(0, self.extent - self.sight.width) if self.container_size else 0

    @property
    def max_scroll_y(self) -> int:
        """How far the lines can be scrolled down."""
        return max(0, self.count - self.window)

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether the wheel scrolls here."""
        return self.max_scroll_y > 0

    @property
    def allow_horizontal_scroll(self) -> bool:
        """Whether the wheel scrolls sideways here."""
        return self.max_scroll_x > 0

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

    def redraw(self) -> None:
        """Draw everything anew: the lines have changed."""
        self._strips.clear()
        self._bring_into_sight()
        self.refresh()

    def position_at(self, event: events.MouseEvent) -> tuple[int, int] | None:
        """Where the mouse is: cells from the left of the lines, and position of the line; negative positions are the head."""
        offset = event.get_content_offset(self)
        if offset is None or self._on_bar(offset):
            return None
        left = offset.x + self.scroll_offset.x
        if offset.y < self.head:
            return left, offset.y - self.head
        return left, offset.y - self.head + self.scroll_offset.y

    def render_line(self, y: int) -> Strip:
        """The line on one row of the widget, cut to what is in sight, with its piece of the bar or rule."""
        strip = self._line(y)
        if self.RULED or (self._scrolls and y >= self.head):
            return Strip([*strip, self._bar(y - self.head)], strip.cell_length + 1)
        return strip

    def _line(self, y: int) -> Strip:
        if y < self.head:
            strip = self._windowed(self.paint_head(y))
            return self._hinted(strip) if y == self.head - 1 and self.max_scroll_x else strip
        position = self.scroll_offset.y + y - self.head
        if position >= self.count:
            return self.paint_beyond(position - self.count)
        if len(self._strips) > 512 or self._strips_width != self.sight.width:
            self._strips.clear()
            self._strips_width = self.sight.width
        if position not in self._strips:
            self._strips[position] = self.paint(position)
        return self._windowed(self._strips[position])

    def _bar(self, line: int) -> Segment:
        top, length = thumb(self.scroll_offset.y, self.count, self.window)
        if self._scrolls and top <= line < top + length:
            return Segment(THUMB, self.get_component_rich_style("lines--bar"))
        if self.RULED:
            return Segment(RULE, self.rich_style + Style(dim=True))
        return Segment(TRACK, self.get_component_rich_style("lines--bar"))

    def _hinted(self, strip: Strip) -> Strip:
        """The line with the signs that there is more to the left, to the right."""
        left, width = self.scroll_offset.x, self.sight.width
        style = next((segment.style for segment in strip if segment.style), None)
        if left < self.max_scroll_x:
            strip = Strip([*strip.crop(0, width - 1), Segment(FURTHER, style)], width)
        if left > 0:
            strip = Strip([Segment(EARLIER, style), *strip.crop(1)], width)
        return strip

    def notify_style_update(self) -> None:
        """Forget what was drawn in the old colours."""
        self._strips.clear()
        super().notify_style_update()

    def action_move(self, by: int) -> None:
        """Move the cursor by so many lines."""
        self.move_to(self._cursor + by)

    def action_page(self, by: int) -> None:
        """Move the cursor by so many screens."""
        self.move_to(self._cursor + by * max(1, self.window - 1))

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
        if not self.container_size:
            return
        top, height = min(self.scroll_offset.y, self.max_scroll_y), self.window
        self.scroll_to(y=min(self._cursor, max(top, self._cursor - height + 1)), animate=False, force=True)

    # The bar

    def _on_bar(self, offset: Offset) -> bool:
        return self.barred and offset.x >= self.sight.width

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the bar."""
        offset = event.get_content_offset(self)
        if offset is not None and self._on_bar(offset) and offset.y >= self.head:
            self.capture_mouse()
            self._drag(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Scroll along with the bar while it is held."""
        if self.app.mouse_captured is self:
            self._drag(event)

    def on_mouse_up(self, _event: events.MouseUp) -> None:
        """Let go of the bar."""
        self.release_mouse()

    def _drag(self, event: events.MouseEvent) -> None:
        line = event.screen_y - self.content_region.y - self.head
        _, length = thumb(0, self.count, self.window)
        way = max(1, self.window - length)
        part = max(0.0, min(1.0, (line - length / 2) / way))
        self.scroll_to(y=round(part * self.max_scroll_y), animate=False, force=True)

    def _windowed(self, strip: Strip) -> Strip:
        left, width = self.scroll_offset.x, self.sight.width
        if left or strip.cell_length > width:
            strip = strip.crop(left, left + width)
        return strip


def thumb(top: int, count: int, window: int) -> tuple[int, int]:
    """The part of the bar that stands for what is in sight: the line where it begins, and how many it takes.

    Args:
        top: the first line in sight.
        count: lines of the list.
        window: lines in sight, and of the bar.
    """
    length = max(1, min(window, round(window * window / max(count, 1))))
    way = max(1, count - window)
    return round(min(top, way) * (window - length) / way), length


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
