"""A question to be answered with yes or no, before something is lost."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Static

from tui.dialogs.frame import Dialog
from tui.plain import plain


class Confirm(Dialog[bool]):
    """Answers True for yes; no is the default."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y", "answer(True)", "yes", id="confirm.yes"),
        Binding("n", "answer(False)", "no", id="confirm.no"),
    ]
    title_words = "Sure?"
    keys_words = "y yes · n or esc no"

    def __init__(self, question: str, deed: str) -> None:
        super().__init__()
        self.question, self.deed = question, deed

    def contents(self) -> ComposeResult:
        """The question and the two answers."""
        yield Static(Content(plain(self.question)), markup=False, id="question")
        with Horizontal(classes="buttons"):
            yield Button(f"Yes, {self.deed}", id="yes", compact=True)
            yield Button("No", id="no", variant="primary", compact=True)

    def on_mount(self) -> None:
        """No lies under the hand."""
        self.query_one("#no", Button).focus()

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The button is the answer."""
        self.dismiss(event.button.id == "yes")

    def action_answer(self, yes: bool) -> None:
        """The key is the answer."""
        self.dismiss(yes)
