"""The seats of a body through time, under its hemicycle; a click on a column goes to its day."""

from __future__ import annotations

from textual import events
from textual.message import Message

from db.view import Timeline
from tui.drawings.ink import Line
from tui.drawings.timeline import frame, lines
from tui.widgets.picture import Picture


class Course(Picture[Timeline]):
    """Draws a timeline as large as the place allows; without one it keeps its place empty."""

    class DayChosen(Message):
        """A day of change has been clicked."""

        def __init__(self, date: str) -> None:
            super().__init__()
            self.date = date

    def show(self, timeline: Timeline | None) -> None:
        """Draw another timeline, or the same with another day looked at."""
        if timeline != self.value:
            self.draw(timeline)

    def lines(self, value: Timeline, width: int, height: int, *, colour: bool) -> list[Line]:
        """The lines of the course."""
        return lines(value, width, height, colour=colour)

    def on_click(self, event: events.Click) -> None:
        """Go to the day of the column, its sign or its year; the words lead nowhere."""
        if self.value is None or event.y >= self.size.height - 1:
            return
        step = frame(self.value, self.size.width).step_at(event.x)
        if step is not None:
            self.post_message(self.DayChosen(self.value.steps[step].date))
