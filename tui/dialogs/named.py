"""Choosing one of several things by name, or naming a new one: what is typed and fits nothing is offered as a new name."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dialogs.chooser import Choice, Chooser, Source
from tui.plain import plain

NEW = "new:"
"""What stands before a new name in the answer."""


class NamedChooser(Chooser[str]):
    """Answers with the key of an entry, or with `new:` and a name."""

    def __init__(self, title: str, source: Source, offer: str = "") -> None:
        """A chooser.

        Args:
            title: the question.
            source: reads the entries, in a thread.
            offer: what a new name is offered as, with `{}` for it; blank where nothing new can be made.
        """
        super().__init__()
        self.title_words = plain(title)
        self.read_entries, self.offer = source, offer
        if offer:
            self.placeholder = "type to narrow the list, or a new name"

    def source(self) -> Source:
        """The entries."""
        return self.read_entries

    def matching(self, text: str) -> Iterable[Choice]:
        """The entries that hold every word typed, then the text as a new name."""
        found = [*super().matching(text)]
        yield from found
        name = " ".join(text.split())
        if self.offer and name and name.casefold() not in {one.label.casefold() for one in found}:
            yield Choice(f"{NEW}{name}", self.offer.format(name))

    def chosen(self, key: str) -> None:
        """Answer."""
        self.dismiss(key)


def new_name(answer: str) -> str | None:
    """The new name in an answer; None where it is the key of an entry."""
    return answer.removeprefix(NEW) if answer.startswith(NEW) else None
