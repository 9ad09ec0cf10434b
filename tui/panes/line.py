"""A line of pieces that can be clicked: header, pane names, keys and notes are all one of these.

One widget a line, not one a piece: a row of thirty small widgets costs more to build than the table below it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from rich.cells import cell_len, set_cell_size
from textual import events
from textual.content import Content

from tui.widgets.placed import Still


class Piece(NamedTuple):
    """Some words of a line."""

    text: str
    style: str = ""
    action: str = ""
    """The screen's action that a click runs; blank for none."""


def cut(text: str, width: int) -> str:
    """The text in so many cells, visibly cut with an ellipsis when it is longer."""
    if cell_len(text) <= width:
        return text
    return set_cell_size(text, max(width - 1, 0)).rstrip() + "…" if width > 0 else ""


class Line(Still, can_focus=False):
    """One line of text, cut at its right end, whose pieces run actions of the screen when clicked."""

    ALLOW_SELECT = False
    DEFAULT_CSS = "Line { height: 1; }"

    _spans: tuple[tuple[int, int, str], ...] = ()

    def pieces(self, width: int) -> Iterable[Piece]:
        """What the line says in so many cells; longer lines are cut."""
        raise NotImplementedError

    def render(self) -> Content:
        """Lay the pieces side by side and remember where each can be clicked."""
        width = self.size.width
        parts: list[tuple[str, str]] = []
        spans: list[tuple[int, int, str]] = []
        at = 0
        for text, style, action in self.pieces(width):
            shown = cut(text, width - at)
            parts.append((shown, style))
            taken = cell_len(shown)
            if action:
                spans.append((at, at + taken, action))
            at += taken
            if shown != text:
                break
        self._spans = tuple(spans)
        return Content.assemble(*parts)

    async def on_click(self, event: events.Click) -> None:
        """Run the action of the piece that was clicked."""
        for start, end, action in self._spans:
            if start <= event.x < end:
                event.stop()
                await self.screen.run_action(action)
                return
