"""Figures through time, drawn as large as the place on the screen allows."""

from __future__ import annotations

from db.view import Chart, View
from tui.drawings.chart import height_for, lines
from tui.drawings.ink import Line
from tui.widgets.picture import Picture


class TimeChart(Picture[Chart]):
    """Draws the chart of a view; a view without one hides it."""

    MARGIN = 1

    def __init__(self) -> None:
        super().__init__()
        self.display = False

    def show(self, view: View) -> None:
        """Draw the chart of a view."""
        self.draw(view.chart)
        self.display = view.chart is not None

    def lines_for(self, width: int) -> int:
        """Lines of the finest picture."""
        return 0 if self.value is None else height_for(self.value)

    def lines(self, value: Chart, width: int, height: int, *, colour: bool) -> list[Line]:
        """The lines of the chart."""
        return lines(value, width, height, colour=colour)
