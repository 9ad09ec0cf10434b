"""All notes of a view and its sources, numbered as the rows and the exports number them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static

from db.view import Source, View
from tui.dialogs.frame import Dialog
from tui.exports.sheet import citation
from tui.plain import plain


class NotesDialog(Dialog[None]):
    """Notes and sources in full; the text can be selected with the mouse."""

    title_words = "Notes and sources"
    keys_words = "↑↓ scroll · esc closes"

    def __init__(self, view: View) -> None:
        super().__init__()
        self.view = view

    def contents(self) -> ComposeResult:
        """Notes first."""
        with VerticalScroll(classes="page"):
            yield Static(page(self.view), markup=False)


def page(view: View) -> Content:
    """Notes and sources as one text."""
    lines: list[Content] = []
    if view.findings:
        lines += [Content(plain(finding)) for finding in view.findings] + [Content("")]
    if view.notes:
        lines += [
            Content.styled("Notes", "bold"),
            *(Content(f"• {plain(note)}") for note in view.notes),
            Content(""),
        ]
    if view.sources:
        lines.append(Content.styled("Sources", "bold"))
        lines += [_cited(number, source) for number, source in enumerate(view.sources, 1)]
    return Content("\n").join(lines or [Content("This view has neither findings nor notes nor sources.")])


def _cited(number: int, source: Source) -> Content:
    words = ", ".join(citation(source))
    address = f"\n    {plain(source.address)}" if source.address else ""
    return Content.assemble((f"{number:>3} ", "bold"), words, (address, "dim"))
