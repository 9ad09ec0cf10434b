"""What all dialogs share: a frame in the middle with a title and a line that says the keys."""

from __future__ import annotations

from pathlib import Path
from typing import ClassVar, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widget import Widget

from tui.plain import plain

T = TypeVar("T")


class Dialog(ModalScreen[T]):
    """A framed dialog; escape closes it without an answer."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "close", "close", id="dialog.close")]
    CSS_PATH = Path(__file__).with_name("dialogs.tcss")
    DEFAULT_CSS = """
    Dialog { align: center middle; background: $background 60%; }
    Dialog > .frame {
        width: 90%; max-width: 84; height: auto; max-height: 96%;
        border: round $border; border-title-style: bold; border-title-color: $text-accent;
        border-subtitle-color: $text-muted; background: $surface; padding: 0 1;
    }
    """

    title_words = ""
    keys_words = "esc closes"

    def compose(self) -> ComposeResult:
        """The frame, and in it what the dialog is about."""
        with Vertical(classes="frame") as frame:
            yield from self.contents()
        frame.border_title = Content(plain(self.title_words))
        frame.border_subtitle = self.keys_words

    def contents(self) -> ComposeResult:
        """What stands in the frame."""
        yield Widget()

    def action_close(self) -> None:
        """Close without an answer."""
        self.dismiss(None)
