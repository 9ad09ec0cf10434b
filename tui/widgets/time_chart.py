"""Figures through time, drawn as large as the place on the screen allows."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from db.view import Chart, View
from tui.drawings.chart import height_for, lines
from tui.drawings.ink import Line
from tui.drawings.ink import width as width_of
from tui.widgets.colours import inked
from tui.widgets.lines import strip_of
from tui.widgets.placed import Still


class TimeChart(Still):
    """Draws the chart of a view; a view without one hides it."""

    DEFAULT_CSS = "TimeChart { background: $background; color: $foreground; }"

    ALLOW_SELECT = False

    def __init__(self) -> None:
        super().__init__()
        self._chart: Chart | None = None
        self._drawn: tuple[Size, list[Line]] | None = None
        self.display = False

    def show(self, view: View) -> None:
        """Draw the chart of a view."""
        self._chart, self._drawn = view.chart, None
        self.display = view.chart is not None
        self.refresh()

    def lines_for(self, width: int) -> int:
        """Lines of the finest picture."""
        return 0 if self._chart is None else height_for(self._chart)

    def render_line(self, y: int) -> Strip:
        """One line of the picture."""
        style, picture = self.rich_style, self._picture()
        width = self.size.width
        if y >= len(picture):
            return Strip([Segment(" " * width, style)], width)
        margin = [(" ", style)]
        runs = margin + inked(picture[y], style, self.app.current_theme.dark)
        return strip_of(runs, width, width_of(picture[y]) + 1, style)

    def _picture(self) -> list[Line]:
        if self._chart is None:
            return []
        if self._drawn is None or self._drawn[0] != self.size:
            width, height = self.size
            drawing = lines(self._chart, width - 2, height, colour=not self.app.no_color)
            self._drawn = self.size, drawing
        return self._drawn[1]
