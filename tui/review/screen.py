"""The review: what would be stored, item by item, until it is stored or left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import work

from importers.session import Stored
from tui.panes.kinds import PaneKind
from tui.review.answering import AnsweringScreen
from tui.review.items import as_export
from tui.review.working import Outcome, Working

if TYPE_CHECKING:
    from textual.command import Provider

    from tui.dialogs.wish import Wish

HELP = PaneKind(
    "review",
    "Review",
    "",
    "What an import would store, contest by contest, an item a line with its place in the source: new (+), the same as on "
    "record (=), adding to it (~), in conflict with it (!: both values are kept with their sources), doubtful (?). What is "
    "certain is ticked; what is doubtful waits for you. Below stands the item under the cursor in full. Nothing is stored "
    "before w, and what was stored can be undone.",
)


def _commands() -> type[Provider]:
    from tui.palette import Commands

    return Commands


class ReviewScreen(AnsweringScreen):
    """Answers with what was stored, or with nothing."""

    COMMANDS: ClassVar = {_commands}

    store_next = False
    """Whether to store once the plan is there that was being made when the key was pressed."""

    def present(self) -> None:
        """Hand the plan to the widgets, and go on with what waited for it."""
        super().present()
        if self.store_next:
            self.call_after_refresh(self.action_store)

    def action_store(self) -> None:
        """Store what is ticked; where doubts are left, after a yes."""
        shown = self.plan_shown
        if shown.decisions is not self.decisions:
            self.store_next = True  # the plan is just being made anew
            return
        self.store_next = False
        if not shown.plan.changes:
            self.notify("Nothing is ticked that would change the record.", markup=False, timeout=4)
        elif shown.doubts:
            from tui.dialogs.confirm import Confirm

            doubts = f"{len(shown.doubts):,} doubt{' is' if len(shown.doubts) == 1 else 's are'} left and will not be stored."
            self.app.push_screen(
                Confirm(f"{doubts} Store the other {shown.ticked:,}?", "store them"), self._agreed
            )
        else:
            self.store()

    def _agreed(self, yes: bool | None) -> None:
        if yes:
            self.store()

    def store(self) -> None:
        """Store in the desk's thread, with a bar."""
        shown = self.plan_shown
        job = partial(self.desk.session.store, shown.plan, shown.decisions, self.origins)
        working = Working("Storing", self.desk, lambda progress: job(progress=progress), reads=False)
        self.app.push_screen(working, self._stored)

    def _stored(self, outcome: Outcome | None) -> None:
        if outcome is not None and isinstance(outcome.value, Stored):
            self.desk.close()
            self.dismiss(outcome.value)
        elif outcome is not None and outcome.problem:
            self.notify(outcome.problem, severity="error", markup=False, timeout=10)
            self.replan()
        else:
            self.notify("Stopped; the record is as it was.", markup=False)

    def action_leave(self) -> None:
        """Leave without storing; what was decided is lost only after a yes."""
        if not self.history:
            self._left(True)
            return
        from tui.dialogs.confirm import Confirm

        self.app.push_screen(Confirm("Leave without storing? What you decided is lost.", "leave"), self._left)

    def _left(self, yes: bool | None) -> None:
        if yes:
            self.desk.close()
            self.dismiss(None)

    def action_explain(self) -> None:
        """Explain the review and its keys."""
        from tui.dialogs.help import HelpDialog

        def chosen(key: str | None) -> None:
            if key is not None:
                self.app.simulate_key(key)

        bindings = [active.binding for active in self.active_bindings.values()]
        self.app.push_screen(HelpDialog(HELP, bindings), chosen)

    def action_export(self) -> None:
        """Write the review to a file."""
        from tui.dialogs.export import ExportDialog

        view = as_export(self.plan_shown)

        def chosen(wish: Wish | None) -> None:
            if wish is not None:
                self.write(wish)

        says = "All contests and items as they stand, with what is doubtful."
        self.app.push_screen(ExportDialog(view, says), chosen)

    @work(thread=True, exit_on_error=False)
    def write(self, wish: Wish) -> None:
        """Write a new file, off the event loop."""
        from tui.exports import export
        from tui.screens.carrying import write_file
        from tui.screens.sentences import sentence

        try:
            write_file(wish.path, export(as_export(self.plan_shown), wish.format), replace=False)
        except FileExistsError:
            self.app.call_from_thread(
                self._told, f"{wish.path} is there already; another name is wanted.", True
            )
        except Exception as problem:  # said on the screen instead of ending the app
            self.app.call_from_thread(self._told, sentence(problem), True)
        else:
            self.app.call_from_thread(self._told, f"Written: {wish.path}", False)

    def _told(self, words: str, wrong: bool) -> None:
        self.notify(words, severity="error" if wrong else "information", markup=False)
