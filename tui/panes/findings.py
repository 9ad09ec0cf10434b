"""The sentences over a table: whole where there is room, visibly cut where there is not."""

from __future__ import annotations

from textual.content import Content
from textual.geometry import Size
from textual.widget import Widget

from tui.panes.line import cut
from tui.plain import plain

TALL = 30
"""Lines of a screen from which there is more room for sentences."""

MOST = (3, 5)
"""Lines that they may take on short and on tall screens."""


class Findings(Widget):
    """Sentences, wrapped.  What does not fit is to be read with the notes."""

    DEFAULT_CSS = "Findings { height: auto; padding: 0 1; }"

    sentences: tuple[str, ...] = ()

    def show(self, sentences: tuple[str, ...]) -> None:
        """Show other sentences."""
        self.sentences = tuple(map(plain, sentences))
        self.display = bool(sentences)
        self.refresh(layout=True)

    def wrapped(self, width: int) -> list[str]:
        """The lines in so many cells; the last one ends in `…` when there are more."""
        if width < 1:
            return []
        lines = [line.plain.rstrip() for line in Content("\n".join(self.sentences)).wrap(width)]
        most = MOST[self.app.size.height >= TALL]
        return (
            lines
            if len(lines) <= most
            else [*lines[: most - 1], cut(lines[most - 1], width - 1).removesuffix("…") + "…"]
        )

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as they need, within limits."""
        return len(self.wrapped(width))

    def render(self) -> Content:
        """The wrapped lines."""
        return Content("\n".join(self.wrapped(self.size.width)))
