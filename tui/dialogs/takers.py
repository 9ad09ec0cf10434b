"""Choosing who takes a seat: anybody on record, or somebody who is not, by the name typed."""

from __future__ import annotations

from collections.abc import Iterable

from tui.dialogs.chooser import Choice
from tui.dialogs.named import NEW
from tui.dialogs.persons import Finding, PersonChooser


class TakerChooser(PersonChooser):
    """Answers with the key of a person, or with `new:` and a name."""

    placeholder = "type a name: of anyone on record, or of somebody new"

    def __init__(self, title: str, find: Finding) -> None:
        """A chooser.

        Args:
            title: the question.
            find: reads those whose names hold the words typed, in a thread.
        """
        super().__init__(title, tuple, find)

    def matching(self, text: str) -> Iterable[Choice]:
        """Everybody found, then the text as the name of somebody new."""
        yield from super().matching(text)
        name = " ".join(text.split())
        if name:
            yield Choice(f"{NEW}{name}", f"{name}, who is not on record")

    def _say(self, words: str) -> None:
        super()._say("type a name" if words == "nobody has a name like it" else words)
