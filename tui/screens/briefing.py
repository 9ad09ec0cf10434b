"""The brief of what is on show: made off the event loop, then written where the user says."""

from __future__ import annotations

from textual import on, work
from textual.message import Message

from db.lens import Lens, Place
from db.view import View
from tui.dialogs.wish import Wish
from tui.screens.carrying import CarryingScreen

DATED = ("composition", "timeline", "changes", "ladder", "measures")
"""Panes of a place on a day: their brief is that of the last contest there up to the day."""


class BriefingScreen(CarryingScreen):
    """Writes the brief of a contest."""

    class BriefRead(Message):
        """A brief has been made."""

        def __init__(self, place: Place, view: View) -> None:
            super().__init__()
            self.place, self.view = place, view

    def brief_of(self) -> Place | None:
        """The brief that is meant: of the contest on show, of the row under the cursor, or of the last contest up to the day."""
        lens = self.resolved.lens
        if self.place.view in ("contest", "brief"):
            return Place("brief", Lens(contest=lens.contest)) if lens.contest else None
        current = self.current_row()
        opens = current[1].opens if current else None
        if opens is not None and opens.view == "contest" and opens.lens.contest:
            return Place("brief", Lens(contest=opens.lens.contest))
        if self.place.view in DATED and lens.body:
            return Place("brief", Lens(body=lens.body, section=lens.section, date=lens.date))
        return None

    def action_brief(self) -> None:
        """Make the brief, then ask where it is to be written."""
        place = self.brief_of()
        if place is None:
            self.notify("A brief is of a contest: open one, or go to a row of one.", markup=False)
        else:
            self.read_brief(place)

    @work(thread=True, exclusive=True, group="brief", exit_on_error=False)
    def read_brief(self, place: Place) -> None:
        """Make the brief off the event loop."""
        view = self.answered(lambda: self.reader.whole(place))
        if view is not None:
            self.post_message(self.BriefRead(Place("brief", view.lens), view))

    @on(BriefRead)
    def _offer(self, message: BriefRead) -> None:
        from tui.dialogs.export import ExportDialog

        def chosen(wish: Wish | None) -> None:
            if wish is not None:
                self.write(message.place, wish, replace=False)

        said = f"The brief, with {len(message.view.tables)} tables and their sources: {message.view.title}."
        self.app.push_screen(ExportDialog(message.view, said), chosen)
