"""A line to write a reason into: for a value that is to be shown, for a finding that is as it should be."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static

from tui.dialogs.frame import Dialog
from tui.plain import plain


class ReasonDialog(Dialog[str]):
    """Answers with the reason; without one there is no answer."""

    keys_words = "enter keeps it · esc leaves all as it is"

    def __init__(self, title: str, question: str) -> None:
        """A dialog.

        Args:
            title: what is decided, in a few words.
            question: what the reason is wanted for, in full.
        """
        super().__init__()
        self.title_words, self.question = title, question

    def contents(self) -> ComposeResult:
        """The question, the line to write into, and what was wrong with it."""
        yield Static(Content(plain(self.question)), markup=False, id="question")
        yield Input(placeholder="because …", id="reason", compact=True)
        yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Write at once."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def accept(self) -> None:
        """Answer, unless nothing is written."""
        reason = " ".join(self.query_one(Input).value.split())
        if reason:
            self.dismiss(reason)
        else:
            self.query_one("#problem", Static).update("A reason is wanted, in your own words.")
