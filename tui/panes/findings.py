"""The sentences over a table: whole where there is room, visibly cut where there is not."""

from __future__ import annotations

from rich.cells import cell_len
from textual.content import Content

from tui.panes.line import cut
from tui.plain import plain
from tui.widgets.placed import Still

TALL = 30
"""Lines of a screen from which there is more room for sentences."""

MOST = (3, 5)
"""Lines that they may take on short and on tall screens."""


class Findings(Still):
    """Sentences, wrapped.  What does not fit is to be read with the notes."""

    DEFAULT_CSS = "Findings { padding: 0 1; }"

    sentences: tuple[str, ...] = ()

    def show(self, sentences: tuple[str, ...]) -> None:
        """Show other sentences."""
        self.sentences = tuple(map(plain, sentences))
        self.refresh()

    def wrapped(self, width: int) -> list[str]:
        """The lines in so many cells; the last one ends in `…` when there are more."""
        if width < 1:
            return []
        lines = [line.plain.rstrip() for line in Content("\n".join(self.sentences)).wrap(width)]
        most = MOST[self.app.size.height >= TALL]
        if len(lines) <= most:
            return lines
        last = lines[most - 1]
        last = f"{last} …" if cell_len(last) <= width - 2 else cut(f"{last}…", width)
        return [*lines[: most - 1], last]

    def render(self) -> Content:
        """The wrapped lines."""
        return Content("\n".join(self.wrapped(self.size.width)))
