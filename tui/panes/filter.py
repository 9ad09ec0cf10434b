"""The line in which words to filter by are typed."""

from __future__ import annotations

from collections.abc import Iterable

from textual.binding import Binding
from textual.message import Message
from textual.widgets import Input

from tui.panes.line import Line, Piece
from tui.widgets.placed import Still


class Prompt(Line):
    """The sign before the line, that of its key."""

    WIDTH = 3

    def pieces(self, width: int) -> Iterable[Piece]:
        """The sign."""
        yield Piece(" / ", "bold $text-accent", "filter")


class Filter(Input, Still):
    """There while in use or while it filters; made when it is first wanted."""

    BINDINGS = [  # noqa: RUF012
        Binding("escape", "clear", "clear", tooltip="Drop the filter", id="filter.clear"),
        Binding("down", "leave", "table", tooltip="Keep the filter and go to the table", id="filter.leave"),
        Binding("enter", "leave", "keep", tooltip="Keep the filter and go to the table", id="filter.keep"),
    ]

    class Left(Message):
        """The table is wanted again."""

    def __init__(self, words: str) -> None:
        """A line with words in it."""
        super().__init__(
            words, placeholder="words to filter by", id="filter", compact=True, select_on_focus=False
        )
        self.prompt = Prompt()

    def action_clear(self) -> None:
        """Drop the filter and go back to the table."""
        self.value = ""
        self.post_message(self.Left())

    def action_leave(self) -> None:
        """Keep the filter and go back to the table."""
        self.post_message(self.Left())
