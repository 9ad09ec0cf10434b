"""The seats of a body through time, under its hemicycle; a click on a column goes to its day."""

from __future__ import annotations

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.strip import Strip

from db.view import Timeline
from tui.drawings.ink import Line
from tui.drawings.ink import width as width_of
from tui.drawings.timeline import frame, lines
from tui.widgets.colours import inked
from tui.widgets.lines import strip_of
from tui.widgets.placed import Still


class Course(Still):
    """Draws a timeline as large as the place allows; without one it keeps its place empty."""

    DEFAULT_CSS = "Course { background: $background; color: $foreground; }"

    ALLOW_SELECT = False

    class DayChosen(Message):
        """A day of change has been clicked."""

        def __init__(self, date: str) -> None:
            super().__init__()
            self.date = date

    def __init__(self) -> None:
        super().__init__()
        self.timeline: Timeline | None = None
        self._drawn: tuple[Size, list[Line]] | None = None

    def show(self, timeline: Timeline | None) -> None:
        """Draw another timeline, or the same with another day looked at."""
        if timeline != self.timeline:
            self.timeline, self._drawn = timeline, None
            self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line of the picture."""
        style, picture, width = self.rich_style, self._picture(), self.size.width
        if y >= len(picture):
            return Strip([Segment(" " * width, style)], width)
        runs = inked(picture[y], style, self.app.current_theme.dark)
        return strip_of(runs, width, width_of(picture[y]), style)

    def _picture(self) -> list[Line]:
        if self.timeline is None:
            return []
        if self._drawn is None or self._drawn[0] != self.size:
            self._drawn = self.size, lines(self.timeline, *self.size, colour=not self.app.no_color)
        return self._drawn[1]

    def on_click(self, event: events.Click) -> None:
        """Go to the day of the column, its sign or its year; the words lead nowhere."""
        if self.timeline is None or event.y >= self.size.height - 1:
            return
        step = frame(self.timeline, self.size.width).step_at(event.x)
        if step is not None:
            self.post_message(self.DayChosen(self.timeline.steps[step].date))
