"""A source that is taken as a whole: what is understood of it is shown, then it is stored or left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from db.errors import SlatewatchError
from importers.bulk import Given
from importers.whole import Offer
from tui.dialogs.day import day
from tui.dialogs.frame import Dialog
from tui.plain import plain
from tui.review.form import Field, Form


class WholeDialog(Dialog[bool]):
    """Answers True where it is to be stored."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("w,ctrl+s", "store", "store", id="whole.store"),
    ]
    keys_words = "w stores all of it · ↑↓ scroll · esc closes"

    def __init__(self, offer: Offer) -> None:
        super().__init__()
        self.offer = offer
        self.title_words = f"Review: {offer.name}"

    def contents(self) -> ComposeResult:
        """What is understood, and the two answers."""
        lines = [*self.offer.lines]
        if self.offer.lacking:
            lines.append(f"What the table lacks is asked: {', '.join(self.offer.lacking)}.")
        if not self.offer.changes:
            lines.append("All of it is on record already.")
        with VerticalScroll(classes="page"):
            yield Static(Content("\n").join([Content(plain(line)) for line in lines]), markup=False)
        with Horizontal(classes="buttons"):
            yield Button("Store all of it", id="store", variant="primary", compact=True)
            yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """The page lies under the hand."""
        self.query_one("#store", Button).disabled = not self.offer.changes
        self.query_one(VerticalScroll).focus()

    def action_store(self) -> None:
        """Store it."""
        if self.offer.changes:
            self.dismiss(True)

    def on_button_pressed(self, event: Button.Pressed) -> None:
        """The button is the answer."""
        self.dismiss(event.button.id == "store")


def given_form(lacking: Sequence[str]) -> Form[Given]:
    """Asks for what a table lacks: `body`, `section`, `date`."""
    lines = [Field(one, one, hint=HINTS.get(one, "")) for one in lacking]
    return Form("What the table lacks", lines, _given)


HINTS = {"body": "its name; made where it is not on record", "date": "such as 6 May 2027, May 2027 or 2027"}


def _given(typed: Mapping[str, str]) -> Given:
    """What is said of all rows.

    Raises:
        SlatewatchError: something is missing or cannot be read.
    """
    values = dict(typed)
    if missing := [name for name, value in values.items() if not value]:
        raise SlatewatchError(f"{missing[0]}: found nothing, expected what holds for all rows.")
    if "date" in values:
        values["date"] = day(values["date"]) or ""
        if not values["date"]:
            raise SlatewatchError(f"date: found {typed['date'][:40]!r}, expected a day such as 6 May 2027.")
    return Given(**values)


class Page(Dialog[None]):
    """Lines to be read."""

    keys_words = "↑↓ scroll · esc closes"

    def __init__(self, title: str, lines: tuple[str, ...]) -> None:
        super().__init__()
        self.title_words, self.lines = title, lines

    def contents(self) -> ComposeResult:
        """The lines."""
        with VerticalScroll(classes="page"):
            yield Static(Content("\n").join([Content(plain(line)) for line in self.lines]), markup=False)

    def on_mount(self) -> None:
        """The page lies under the hand."""
        self.query_one(VerticalScroll).focus()
