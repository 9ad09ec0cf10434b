"""What the screen asks in dialogs, and the pages that it opens: each is imported when it is first wanted."""

from __future__ import annotations

from functools import partial

from textual import on, work

from db.lens import Lens, Place
from tui.panes.kinds import BY_VIEW
from tui.screens.briefing import BriefingScreen
from tui.screens.journey import switch
from tui.widgets.faction_bar import FactionBar


class AskingScreen(BriefingScreen):
    """Asks for factions, dates and contests; shows notes and help."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing."""
        if action == "change_grouping":
            return BY_VIEW[self.place.view].grouped
        return super().check_action(action, parameters)

    @on(FactionBar.PickerWanted)
    def action_pick_factions(self) -> None:
        """Open the picker."""
        from tui.dialogs.factions import FactionPicker

        self.app.push_screen(FactionPicker(self.reader.factions, self.place.lens.factions, self.toggle))

    def toggle(self, faction: str) -> None:
        """Switch a faction on or off."""
        self.narrow(self.place.lens.toggle(faction))

    def action_change_grouping(self) -> None:
        """Group holders in the next way: by bloc only where a scheme is on record."""
        self.group_next(self.place)

    @work(thread=True, exclusive=True, group="grouping", exit_on_error=False)
    def group_next(self, place: Place) -> None:
        """Find the next way of grouping: schemes come one after the other."""
        lens = self.answered(lambda: self.reader.grouped_next(place.lens))
        if lens is not None:
            self.app.call_from_thread(self._regroup, place, lens)

    def _regroup(self, place: Place, lens: Lens) -> None:
        if place == self.place:
            self.narrow(lens)

    def action_pick_date(self) -> None:
        """Type or choose the date."""
        from tui.dialogs.dates import DateDialog

        lens = self.place.lens

        def chosen(date: str | None) -> None:
            if date is not None:  # a contest gives way to the last one up to the date
                self.narrow(self.place.lens.at(date=date or None, contest=None))

        self.app.push_screen(DateDialog(partial(self.reader.steps, lens), lens.date), chosen)

    def action_pick_against(self) -> None:
        """Choose what to compare with, and compare."""
        from tui.dialogs.dates import AgainstDialog

        view = self.place.view if BY_VIEW[self.place.view].compares else "changes"
        place = self.place if view == self.place.view else switch(self.place, view, self.trail)
        if place is None:
            return
        lens = place.lens

        def chosen(against: str | None) -> None:
            if against is not None:
                self.go(Place(view, lens.at(against=against or None)))

        self.app.push_screen(AgainstDialog(self.reader, lens), chosen)

    def action_notes(self) -> None:
        """Show the notes and the sources."""
        if self.view is not None:
            from tui.dialogs.notes import NotesDialog

            self.app.push_screen(NotesDialog(self.view))

    def action_explain(self) -> None:
        """Explain the pane and its keys."""
        from tui.dialogs.help import HelpDialog

        def chosen(key: str | None) -> None:
            if key is not None:
                self.app.simulate_key(key)

        bindings = [active.binding for active in self.active_bindings.values()]
        self.app.push_screen(HelpDialog(BY_VIEW[self.shown.view], bindings), chosen)
