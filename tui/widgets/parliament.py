"""The seats of a body, drawn as large as the place on the screen allows."""

from __future__ import annotations

from rich.segment import Segment
from textual.geometry import Size
from textual.strip import Strip

from db.view import Hemicycle, View
from tui.drawings.hemicycle import height_for, lines
from tui.drawings.ink import Line
from tui.drawings.ink import width as width_of
from tui.widgets.colours import inked
from tui.widgets.lines import strip_of
from tui.widgets.placed import Still


class Parliament(Still):
    """Draws the hemicycle of a view; a view without one hides it."""

    DEFAULT_CSS = "Parliament { background: $background; color: $foreground; }"

    ALLOW_SELECT = False

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._hemicycle: Hemicycle | None = None
        self._drawn: tuple[Size, list[Line]] | None = None
        self.display = False

    def show(self, view: View) -> None:
        """Draw the seats of a view."""
        self._hemicycle, self._drawn = view.drawing, None
        self.display = view.drawing is not None
        self.refresh()

    def lines_for(self, width: int) -> int:
        """Lines of the finest picture for a width."""
        if self._hemicycle is None:
            return 0
        return height_for(self._hemicycle, width, colour=not self.app.no_color)

    def render_line(self, y: int) -> Strip:
        """One line of the picture."""
        style, picture = self.rich_style, self._picture()
        width = self.size.width
        if y >= len(picture):
            return Strip([Segment(" " * width, style)], width)
        runs = inked(picture[y], style, self.app.current_theme.dark)
        return strip_of(runs, width, width_of(picture[y]), style)

    def _picture(self) -> list[Line]:
        if self._hemicycle is None:
            return []
        if self._drawn is None or self._drawn[0] != self.size:
            drawing = lines(self._hemicycle, *self.size, colour=not self.app.no_color)
            self._drawn = self.size, drawing
        return self._drawn[1]
