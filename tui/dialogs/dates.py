"""Choosing the day looked at, and the day or contest compared with."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from db.lens import Lens, Place
from db.view import Kind
from tui.cells import written
from tui.dialogs.chooser import Choice, Chooser
from tui.dialogs.day import day
from tui.reader import Reader

LATEST = "-"
"""Stands in the list for no date of one's own."""


class DateDialog(Chooser[str]):
    """Any date can be typed; the dates on which something changed are listed, latest first.

    Answers with the date, or with a blank for the last change on record.
    """

    title_words = "Which day?"
    keys_words = "a date, or ↑↓ · enter goes there · esc closes"
    placeholder = "2014, aug 2014, 20 August 2014, 20/8/2014"
    latest = "the last change on record"

    def __init__(self, steps: Callable[[], tuple[str, ...]], now: str | None) -> None:
        super().__init__()
        self.steps, self.now = steps, now

    def source(self) -> Callable[[], Iterable[Choice]]:
        """The dates of change."""
        return lambda: [Choice(LATEST, self.latest), *self.listed()]

    def listed(self) -> Iterable[Choice]:
        """What there is beside the last change: read in a thread."""
        for step in reversed(self.steps()):
            yield Choice(step, str(written(step, Kind.DATE)), "now on show" if step == self.now else "")

    def matching(self, text: str) -> Iterable[Choice]:
        """What was typed comes first, when it is a date."""
        typed = day(text)
        if typed is not None:
            yield Choice(typed, str(written(typed, Kind.DATE)), "as typed")
        yield from (choice for choice in super().matching(text) if choice.key != typed)

    def chosen(self, key: str) -> None:
        """Answer."""
        self.dismiss("" if key == LATEST else key)


class AgainstDialog(DateDialog):
    """Contests can be chosen too."""

    title_words = "Compare with which day or contest?"
    keys_words = "a date, a contest, or ↑↓ · enter compares · esc closes"
    latest = "the change before"

    def __init__(self, reader: Reader, lens: Lens) -> None:
        super().__init__(lambda: reader.steps(lens), lens.against)
        self.reader, self.lens = reader, lens

    def listed(self) -> Iterable[Choice]:
        """The contests of the body or section, then the dates of change."""
        view = self.reader.whole(Place("contests", self.lens.at(date=None, against=None)))
        for row in view.rows:
            key = row.opens.lens.contest if row.opens else None
            if key:
                words = [
                    str(written(cell, column.kind))
                    for cell, column in zip(row.cells, view.columns, strict=True)
                ]
                yield Choice(key, ", ".join([word for word in words if word][:3]), "contest")
        yield from super().listed()
