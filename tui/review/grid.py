"""The list of a review: the table of the app, with a line that heads each contest."""

from __future__ import annotations

from rich.style import Style
from textual.binding import Binding
from textual.strip import Strip

from db.view import Row
from tui.drawings.fitting import fit, steady
from tui.review.items import COLUMNS, HEADING, NOTHING, Shown
from tui.widgets.grid import Grid
from tui.widgets.grid_layout import Layout
from tui.widgets.grid_paint import POINTER
from tui.widgets.lines import Lines, strip_of

WHAT = next(number for number, one in enumerate(COLUMNS) if one.key == "person")
FIGURES = range(WHAT + 1, next(number for number, one in enumerate(COLUMNS) if one.key == "place"))
"""Places of the columns that only candidates fill."""


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
        """An item as in every table, a fact across the figures, a contest across the whole width."""
        row, cursor = self._rows.at(position), position == self.cursor
        if row is None:
            return super().paint(position)
        if row.key in self.headings:
            return self._heading(row, cursor)
        painter = self._drawn()
        if all(row.cells[number] is None for number in FIGURES):
            painter = painter._replace(layout=_spread(painter.layout))
        return painter.row(row, position, cursor)

    def _heading(self, row: Row, cursor: bool) -> Strip:
        style = self.get_component_rich_style("review--heading")
        if cursor:
            style = self.get_component_rich_style("grid--cursor") + Style(bold=True)
        width = max(self.extent, self.sight.width)
        words = fit(f"{POINTER if cursor else ' '} {steady(self.headings[row.key])}", self.sight.width)
        return strip_of([(words, style)], width, self.sight.width, style)


def _spread(layout: Layout) -> Layout:
    """The layout of a row that has words and no figures: the words take the room of the figures."""
    what = next((slot for slot in layout.slots if slot.position == WHAT), None)
    figures = [slot for slot in layout.slots if slot.position in FIGURES]
    if what is None or not figures:
        return layout
    wide = what._replace(width=figures[-1].end - what.left)
    return layout._replace(
        slots=tuple(wide if slot is what else slot for slot in layout.slots if slot not in figures)
    )
