"""The seats of a body, drawn as large as the place on the screen allows."""

from __future__ import annotations

from db.view import Hemicycle, View
from tui.drawings.hemicycle import height_for, lines
from tui.drawings.ink import Line
from tui.widgets.picture import Picture


class Parliament(Picture[Hemicycle]):
    """Draws the hemicycle of a view; a view without one hides it."""

    def __init__(self) -> None:
        super().__init__()
        self.display = False

    def show(self, view: View) -> None:
        """Draw the seats of a view."""
        self.draw(view.drawing)
        self.display = view.drawing is not None

    def lines_for(self, width: int) -> int:
        """Lines of the finest picture for a width."""
        return 0 if self.value is None else height_for(self.value, width, colour=not self.app.no_color)

    def lines(self, value: Hemicycle, width: int, height: int, *, colour: bool) -> list[Line]:
        """The lines of the half circle."""
        return lines(value, width, height, colour=colour)
