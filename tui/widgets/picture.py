"""A drawing on the screen: made once for each size, given out line by line."""

from __future__ import annotations

from typing import Generic, TypeVar

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from tui.drawings.ink import Line
from tui.drawings.ink import width as width_of
from tui.widgets.colours import inked
from tui.widgets.lines import strip_of
from tui.widgets.placed import Still

T = TypeVar("T")


class Picture(Still, Generic[T]):
    """Draws a value as large as the place on the screen allows; without one it is blank."""

    DEFAULT_CSS = "Picture { background: $background; color: $foreground; }"

    ALLOW_SELECT = False
    MARGIN = 0
    """Blank columns on either side."""

    value: T | None = None
    """What is drawn."""

    def __init__(self) -> None:
        super().__init__()
        self._drawn: tuple[Size, list[Line]] | None = None

    def draw(self, value: T | None) -> None:
        """Draw another value."""
        self.value, self._drawn = value, None
        self.refresh()

    def lines(self, value: T, width: int, height: int, *, colour: bool) -> list[Line]:
        """The lines of the drawing, at most so many and so long."""
        raise NotImplementedError

    def render_line(self, y: int) -> Strip:
        """One line of the picture."""
        style, picture, width = self.rich_style, self._picture(), self.size.width
        if y >= len(picture):
            return Strip([Segment(" " * width, style)], width)
        margin = [(" " * self.MARGIN, style)] if self.MARGIN else []
        runs = margin + inked(picture[y], style, self.app.current_theme.dark)
        return strip_of(runs, width, width_of(picture[y]) + self.MARGIN, style)

    def _picture(self) -> list[Line]:
        if self.value is None:
            return []
        if self._drawn is None or self._drawn[0] != self.size:
            width, height = self.size
            colour = not self.app.no_color
            self._drawn = self.size, self.lines(self.value, width - 2 * self.MARGIN, height, colour=colour)
        return self._drawn[1]
