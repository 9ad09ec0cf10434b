"""From the looking to the importing and back: a file or a pasted text is opened, reviewed, and what was stored is gone to.

What this needs is imported when it is first wanted, so that the first screen does not wait for it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from textual import events
from textual.message import Message

from db.lens import Lens, Place
from tui.screens.asking import AskingScreen

if TYPE_CHECKING:
    from importers.bulk import Given
    from importers.file import File
    from importers.progress import Progress
    from importers.session import Stored
    from importers.whole import Offer
    from tui.review.desk import Desk, Unread
    from tui.review.working import Outcome

PASTED = "pasted text"
"""What a pasted text is called until somebody says where it is from."""


class ImportingScreen(AskingScreen):
    """Opens published results."""

    class RecordChanged(Message):
        """Something was stored, or taken back: what is on show has to be read anew."""

        def __init__(self, place: Place | None = None) -> None:
            super().__init__()
            self.place = place

    folder: Path | None = None
    """Where files were last opened from."""

    def action_open_result(self) -> None:
        """Choose files, and review what they say."""
        from tui.review.picker import FilePicker

        def chosen(paths: tuple[Path, ...] | None) -> None:
            self.folder = picker.folder
            if paths:
                self.open_results(paths)

        self.app.clear_notifications()  # what was said of the file before
        memory = getattr(self.app, "memory", None)
        picker = FilePicker(self.folder or (memory and memory.folder) or Path.cwd())
        self.app.push_screen(picker, chosen)

    def action_paste_result(self) -> None:
        """Paste a text, and review what it says."""
        from tui.review.paste import PasteDialog

        def chosen(text: str | None) -> None:
            if text:
                self.open_text(text)

        self.app.push_screen(PasteDialog(), chosen)

    def on_paste(self, event: events.Paste) -> None:
        """A text that is pasted onto the screen is a result."""
        event.stop()
        if event.text.strip():
            self.open_text(event.text)

    def open_text(self, text: str) -> None:
        """Review a text."""
        from importers.file import File

        self.open_results((File(PASTED, text.encode("utf-8", "replace")),))

    def open_results(self, sources: tuple[Path | File, ...]) -> None:
        """Read results off the event loop, then review them."""
        from tui.review.desk import Desk

        self.app.clear_notifications()  # what was said of those before
        desk = Desk(self.reader.path, self.view.lens if self.view else Lens())
        self._read(desk, lambda progress: desk.opened(sources, progress))

    def _read(self, desk: Desk, job: Callable[[Progress], object]) -> None:
        """Read off the event loop, and go on with what was read."""
        from importers.whole import Offer
        from tui.review.desk import Unread
        from tui.review.items import Shown
        from tui.review.screen import ReviewScreen
        from tui.review.working import Working

        def read(outcome: Outcome | None) -> None:
            if outcome is not None and isinstance(outcome.value, Shown):
                self.app.push_screen(ReviewScreen(desk, outcome.value), self._reviewed)
            elif outcome is not None and isinstance(outcome.value, Offer):
                self._offered(desk, outcome.value)
            elif outcome is not None and isinstance(outcome.value, Unread):
                self._explain(desk, outcome.value)
            else:
                desk.close()
                self._say(outcome)

        self.app.push_screen(Working("Reading", desk, job, reads=True), read)

    def _explain(self, desk: Desk, unread: Unread) -> None:
        """Ask what the columns of a table are that could not be read."""
        from tui.review.columns import ColumnsDialog

        def chosen(roles: tuple[str, ...] | None) -> None:
            if roles is not None:
                self._read(desk, lambda progress: desk.said(roles, progress))
            else:
                desk.close()

        self.notify(unread.problem, severity="warning", markup=False, timeout=8)
        self.app.push_screen(ColumnsDialog(unread.table), chosen)

    def _say(self, outcome: Outcome | None) -> None:
        """Say what went wrong, if anything did."""
        if outcome is not None and outcome.problem:
            self.notify(outcome.problem, severity="error", markup=False, timeout=10)

    def _offered(self, desk: Desk, offer: Offer) -> None:
        """Show what is understood of a source that is taken as a whole."""
        from importers.bulk import Given
        from tui.review.whole import WholeDialog, given_form

        def given(answer: Given | None) -> None:
            if answer is not None:
                self._take(desk, offer, answer)
            else:
                desk.close()

        def chosen(yes: bool | None) -> None:
            if yes and offer.lacking:
                self.app.push_screen(given_form(offer.lacking), given)
            else:
                given(Given() if yes else None)

        self.app.push_screen(WholeDialog(offer), chosen)

    def _take(self, desk: Desk, offer: Offer, given: Given) -> None:
        """Store a source as a whole, with a bar."""
        from importers.whole import Taken
        from tui.review.whole import Page
        from tui.review.working import Working

        def stored(outcome: Outcome | None) -> None:
            desk.close()
            taken = outcome.value if outcome is not None else None
            if not isinstance(taken, Taken):
                self._say(outcome)
                return
            if taken.number is not None:
                self._stored(taken.number, taken.summary, Place("contests", Lens()))
            if taken.doubts:
                self.app.push_screen(Page(f"{offer.name}: {taken.summary}", taken.doubts))

        working = Working("Storing", desk, lambda progress: offer.take(given, progress), reads=False)
        self.app.push_screen(working, stored)

    def _reviewed(self, stored: Stored | None) -> None:
        if stored is not None:
            self._stored(stored.number, stored.summary, _place(stored.contests))

    def _stored(self, number: int, summary: str, place: Place | None) -> None:
        self.notify(f"Stored as import {number}: {summary}. z takes it back.", markup=False, timeout=6)
        self.post_message(self.RecordChanged(place))


def _place(contests: tuple[Lens, ...]) -> Place | None:
    """The contest that was imported; of several the section or body that they have in common; else all contests."""
    if len(contests) == 1:
        return Place("contest", contests[0])
    bodies, sections = {one.body for one in contests}, {one.section for one in contests}
    if len(bodies) != 1:
        return Place("contests", Lens()) if bodies else None
    section = sections.pop() if len(sections) == 1 else None
    return Place("composition", Lens(body=bodies.pop(), section=section))
