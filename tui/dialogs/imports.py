"""What was imported, merged and told apart, the newest first: one of them can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from textual.widgets import Static

from tui.dialogs.chooser import Choice, Chooser

if TYPE_CHECKING:
    from db.ledger import Import


class ImportsDialog(Chooser[str]):
    """Answers with the number of the import that is to be taken back."""

    title_words = "Take back which?"
    keys_words = "↑↓ move · enter takes back · esc closes"

    def __init__(self, imports: Callable[[], tuple[Import, ...]]) -> None:
        super().__init__()
        self.imports = imports

    def source(self) -> Callable[[], Iterable[Choice]]:
        """The same as `slatewatch imports`."""

        def read() -> Iterable[Choice]:
            for one in self.imports():
                undone = "undone, " if one.undone else ""
                yield Choice(
                    str(one.number), f"{one.number:>3}  {one.name}", f"{undone}{one.made[:10]}, {one.summary}"
                )

        return read

    def fill(self) -> None:
        """List them; say so where there are none."""
        super().fill()
        if not self.choices:
            self.query_one("#said", Static).update("Nothing has been imported.")

    def chosen(self, key: str) -> None:
        """Answer."""
        self.dismiss(key)
