"""How far a long job is, with a bar; escape stops it and nothing of it is left."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, ClassVar, NamedTuple

from textual import work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import ProgressBar, Static

from importers.progress import Cancelled, Progress
from tui.dialogs.frame import Dialog
from tui.plain import plain
from tui.review.desk import Desk
from tui.screens.reading import PATIENCE
from tui.screens.sentences import sentence

OFTEN = 0.1
"""Seconds between two looks at how far it is."""


class Outcome(NamedTuple):
    """How a job ended: with a value, with a problem, or stopped, where both are blank."""

    value: Any = None
    problem: str = ""


class Pace:
    """How far a job is, told by its thread and looked at by the screen."""

    def __init__(self) -> None:
        self.words, self.done, self.total, self.stopped = "", 0, 0, False

    def __call__(self, words: str, done: int, total: int) -> None:
        """Say how far it is.

        Raises:
            Cancelled: it is to stop.
        """
        if self.stopped:
            raise Cancelled
        self.words, self.done, self.total = words, done, total


class Working(Dialog[Outcome]):
    """Shown once a job takes longer than one waits gladly."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "stop", "stop", tooltip="Stop; nothing is left behind", id="working.stop")
    ]
    DEFAULT_CSS = """
    Working.-early { background: transparent; }
    Working.-early > .frame { visibility: hidden; }
    Working Bar { width: 1fr; }
    """
    keys_words = "esc stops; nothing is left behind"

    def __init__(self, title: str, desk: Desk, job: Callable[[Progress], Any], *, reads: bool) -> None:
        """A job.

        Args:
            title: what it is.
            desk: where it is done.
            job: what is done, in the desk's thread.
            reads: whether it only reads, so that nobody need wait for its end once it is to stop.
        """
        super().__init__(classes="-early")
        self.title_words, self.desk, self.job, self.reads = title, desk, job, reads
        self.pace = Pace()
        self._over = False

    def contents(self) -> ComposeResult:
        """The words, the bar, the count."""
        yield Static("", id="doing", markup=False)
        yield ProgressBar(total=None, show_eta=False, show_percentage=False)

    def on_mount(self) -> None:
        """Begin."""
        self.set_timer(PATIENCE, lambda: self.remove_class("-early"))
        self.set_interval(OFTEN, self.look)
        self.run()

    def look(self) -> None:
        """Draw how far it is."""
        pace = self.pace
        words = "Stopping" if pace.stopped else pace.words
        count = f"  {pace.done:,} of {pace.total:,}" if pace.total else ""
        self.query_one("#doing", Static).update(Content(plain(f"{words}{count}")))
        bar = self.query_one(ProgressBar)
        if pace.total > 1 or pace.done:
            bar.update(total=pace.total, progress=pace.done)

    @work(exit_on_error=False)
    async def run(self) -> None:
        """Do it, and close with what came of it."""
        try:
            outcome = Outcome(await self.desk.done(lambda: self.job(self.pace)))
        except Cancelled:
            outcome = Outcome()
        except Exception as problem:  # said on the screen instead of ending the app
            outcome = Outcome(problem=sentence(problem))
        self.end(outcome)

    def end(self, outcome: Outcome) -> None:
        """Close, once."""
        if not self._over:
            self._over = True
            self.dismiss(outcome)

    def action_stop(self) -> None:
        """Stop; what writes is waited for until everything is as it was."""
        self.pace.stopped = True
        self.look()
        if self.reads:
            self.end(Outcome())
