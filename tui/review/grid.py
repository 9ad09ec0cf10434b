"""The list of a review: the table of the app, with a line that heads each contest."""

from __future__ import annotations

from rich.style import Style
from textual.binding import Binding
from textual.strip import Strip

from db.view import Row
from tui.drawings.fitting import fit, steady
from tui.review.items import HEADING, NOTHING, Shown
from tui.widgets.grid import Grid
from tui.widgets.grid_paint import POINTER
from tui.widgets.lines import Lines, strip_of


class ReviewGrid(Grid, inherit_bindings=False):
    """A grid some of whose rows are headings.

    Enter is left to the screen, whose key says what it does here: answer.
    """

    BINDINGS = [one for one in Lines.BINDINGS if isinstance(one, Binding) and one.key != "enter"]  # noqa: RUF012

    COMPONENT_CLASSES = {"review--heading"}  # noqa: RUF012
    DEFAULT_CSS = """
    ReviewGrid > .review--heading { text-style: bold; background: $panel; color: $text-accent; }
    """

    headings: dict[str, str]

    def show_plan(self, shown: Shown) -> None:
        """Show a plan; the cursor stays on its item."""
        self.headings = {row.key: str(row.cells[2]) for row in shown.view.rows if row.key.startswith(HEADING)}
        rows = tuple(
            row._replace(cells=NOTHING) if row.key in self.headings else row for row in shown.view.rows
        )
        self.show(shown.view._replace(rows=rows))

    def paint(self, position: int) -> Strip:
        """An item as in every table, a contest across the whole width."""
        row = self._rows.at(position)
        if row is None or row.key not in self.headings:
            return super().paint(position)
        return self._heading(row, position == self.cursor)

    def _heading(self, row: Row, cursor: bool) -> Strip:
        style = self.get_component_rich_style("review--heading")
        if cursor:
            style = self.get_component_rich_style("grid--cursor") + Style(bold=True)
        width = max(self.extent, self.sight.width)
        words = fit(f"{POINTER if cursor else ' '} {steady(self.headings[row.key])}", self.sight.width)
        return strip_of([(words, style)], width, self.sight.width, style)
