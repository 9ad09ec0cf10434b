"""Which format, which file."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Button, Input, RadioButton, RadioSet, Static

from db.view import View
from tui.dialogs.frame import Dialog
from tui.dialogs.wish import Wish
from tui.exports import FORMATS, default_name

LABELS = {"markdown": "Markdown", "csv": "CSV", "json": "JSON", "html": "HTML"}


class FormatButton(RadioButton):
    """A format.  Textual tells the chosen one by its colour alone; here the circle is full or hollow."""

    BUTTON_LEFT = BUTTON_RIGHT = " "

    def render(self) -> Content:
        """Choose the circle."""
        self.BUTTON_INNER = "●" if self.value else "○"
        return super().render()


class ExportDialog(Dialog[Wish]):
    """Asks for format and file name; the name follows the format until it is changed by hand."""

    title_words = "Export this view"
    keys_words = "enter writes · tab next · esc closes"

    def __init__(self, view: View, says: str = "") -> None:
        """An export of a view.

        Args:
            view: what is written.
            says: what that is, in a sentence; the number of its rows where it is left open.
        """
        super().__init__()
        rows = f"{view.total:,} row{'' if view.total == 1 else 's'}"
        self.says = says or f"{rows}, as filtered and sorted, with notes and sources."
        self.view = view
        self.format = FORMATS[0]

    def contents(self) -> ComposeResult:
        """Format, name, buttons."""
        yield Static(f"{self.says} Format:", markup=False)
        with RadioSet(id="format", compact=True):
            for kind in FORMATS:
                yield FormatButton(LABELS.get(kind, kind), value=kind == self.format, id=kind, compact=True)
        yield Static("File:", markup=False)
        yield Input(default_name(self.view, self.format), id="name", compact=True, select_on_focus=False)
        yield Static("", id="problem", markup=False)
        with Horizontal(classes="buttons"):
            yield Button("Write", id="write", variant="primary", compact=True)
            yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """The name lies under the hand: enter is enough."""
        name = self.query_one("#name", Input)
        name.focus()
        name.cursor_position = len(name.value)

    @on(RadioSet.Changed)
    def follow(self, event: RadioSet.Changed) -> None:
        """Another format, another ending."""
        name = self.query_one("#name", Input)
        before, self.format = self.format, event.pressed.id or self.format
        if name.value == default_name(self.view, before):
            name.value = default_name(self.view, self.format)

    @on(Input.Submitted)
    @on(Button.Pressed, "#write")
    def accept(self) -> None:
        """Answer with the wish, unless there is no name."""
        name = self.query_one("#name", Input).value.strip()
        if not name or "\0" in name:
            self.query_one("#problem", Static).update("A file name is wanted.")
            return
        try:
            path = Path(name).expanduser()
        except RuntimeError as problem:
            self.query_one("#problem", Static).update(f"{problem}.")
            return
        self.dismiss(Wish(path, self.format))

    @on(Button.Pressed, "#cancel")
    def cancel(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
