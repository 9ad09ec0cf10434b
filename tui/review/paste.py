"""Text that is pasted or typed, to be read as a published result."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.widgets import Button, Static, TextArea

from tui.dialogs.frame import Dialog


class PasteDialog(Dialog[str]):
    """Answers with the text."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("ctrl+s", "take", "read it", priority=True, id="paste.take"),
    ]
    title_words = "Paste a result"
    keys_words = "ctrl+s reads it · tab buttons · esc closes"

    def contents(self) -> ComposeResult:
        """Room for the text."""
        yield Static("A list, a table or an article, as it was published:", markup=False)
        yield TextArea("", id="paste", compact=True, soft_wrap=False)
        yield Static("", id="problem", markup=False)
        with Horizontal(classes="buttons"):
            yield Button("Read it", id="read", variant="primary", compact=True)
            yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """Paste at once."""
        self.query_one(TextArea).focus()

    def action_take(self) -> None:
        """Answer, if there is anything."""
        text = self.query_one(TextArea).text
        if text.strip():
            self.dismiss(text)
        else:
            self.query_one("#problem", Static).update("Nothing was pasted yet.")

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The button is the answer."""
        if event.button.id == "read":
            self.action_take()
        else:
            self.dismiss(None)
