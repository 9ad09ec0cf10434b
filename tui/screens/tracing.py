"""From a row of any pane to the page that says where it comes from."""

from __future__ import annotations

from db.lens import Place
from db.view import Origin
from tui.cells import in_full
from tui.screens.carrying import READING
from tui.screens.following import FollowingScreen

OF_THE_RECORD = "row"
"""Key of the column of the evidence that names rows of the record; without it a table tells values."""


class TracingScreen(FollowingScreen):
    """Opens the evidence of the row under the cursor; on the evidence itself reads the row out in full."""

    def action_trace(self) -> None:
        """Say where the row under the cursor comes from: the rows of the record behind it, and their sources."""
        current = self.current_row()
        if current is None:
            self.notify("There is no row to ask about.", markup=False)
            return
        columns, row = current
        tracing = self.shown.view == "evidence"
        if tracing and not any(column.key == OF_THE_RECORD for column in columns):
            self.notify(in_full(columns, row), title="In full", markup=False, timeout=READING)
        elif not row.facts:
            self.notify("This row rests on nothing in the record: no source is behind it.", markup=False)
        else:
            origin = (
                Origin("", "", row.facts)
                if tracing
                else Origin(self.shown.view, self.table_in_use, row.facts)
            )
            self.go(Place("evidence", self.resolved.lens.at(row=str(origin), sort=None, text="")))
