"""From a row of any pane to the page that says where it comes from."""

from __future__ import annotations

from db.lens import Place
from db.view import Column, Origin, Row
from tui.cells import written
from tui.plain import plain
from tui.screens.following import FollowingScreen

READING = 15
"""Seconds for which a row stands in full."""


def _in_full(columns: tuple[Column, ...], row: Row) -> str:
    """A row cell by cell, since a table cuts what is long."""
    cells = (
        (column.label, plain(written(cell, column.kind)))
        for column, cell in zip(columns, row.cells, strict=True)
    )
    return "\n".join(f"{label}: {text}" for label, text in cells if text)


class TracingScreen(FollowingScreen):
    """Opens the evidence of the row under the cursor; on the evidence itself reads the row out in full."""

    def action_trace(self) -> None:
        """Say where the row under the cursor comes from: the rows of the record behind it, and their sources."""
        current = self.current_row()
        if current is None:
            self.notify("There is no row to ask about.", markup=False)
            return
        facts = current[1].facts
        if not facts:
            self.notify("This row rests on nothing in the record: no source is behind it.", markup=False)
            return
        origin = Origin(self.shown.view, self.table_in_use, facts)
        place = Place("evidence", self.resolved.lens.at(row=str(origin), sort=None, text=""))
        if self.shown.view == place.view and self.place.lens.row is not None:
            place = self._within(origin)
        if place == self.place:
            self.notify(_in_full(*current), title="In full", markup=False, timeout=READING)
        else:
            self.go(place)

    def _within(self, origin: Origin) -> Place:
        """Of a row of the evidence itself: that of the row of the record that it names, where it is another one."""
        own = str(Origin("", "", origin.facts))
        here = Origin.of(self.place.lens.row or "")
        return (
            self.place
            if here.facts == origin.facts
            else self.place._replace(lens=self.place.lens.at(row=own))
        )
