"""Choosing a person: those who are suggested stand first, and typing finds anyone."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from textual import on, work
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from tui.dialogs.chooser import Choice, Chooser, Words
from tui.plain import plain
from tui.screens.sentences import sentence

Finding = Callable[[str], Iterable[Choice]]


class PersonChooser(Chooser[str]):
    """Answers with the key of a person."""

    keys_words = "↑↓ move · enter chooses · esc closes"
    placeholder = "type a name to find anyone"

    class Searched(Message):
        """Persons of the words typed have been looked for."""

        def __init__(self, text: str, choices: tuple[Choice, ...], problem: str = "") -> None:
            super().__init__()
            self.text, self.choices, self.problem = text, choices, problem

    def __init__(self, title: str, suggested: Callable[[], Iterable[Choice]], find: Finding) -> None:
        """A chooser.

        Args:
            title: the question.
            suggested: reads those who are likeliest meant, in a thread.
            find: reads those whose names hold the words typed, in a thread.
        """
        super().__init__()
        self.title_words = plain(title)
        self.suggested, self.find = suggested, find
        self.found: tuple[Choice, ...] = ()

    def source(self) -> Callable[[], Iterable[Choice]]:
        """Who is suggested."""
        return self.suggested

    @on(Input.Changed)
    def look(self, message: Input.Changed) -> None:
        """Look for persons of the words typed."""
        if message.value.strip():
            self.search(message.value)

    @work(thread=True, exclusive=True, group="search", exit_on_error=False)
    def search(self, text: str) -> None:
        """Look for persons."""
        try:
            self.post_message(self.Searched(text, tuple(self.find(text))))
        except Exception as problem:  # said in the dialog instead of ending the app
            self.post_message(self.Searched(text, (), sentence(problem)))

    @on(Searched)
    def _list(self, message: Searched) -> None:
        if message.text == self.query_one(Words).value:
            self.found = message.choices
            self.fill()
            if message.problem:
                self._say(message.problem)

    def matching(self, text: str) -> Iterable[Choice]:
        """The suggested who hold every word typed, then everybody found."""
        suggested = [*super().matching(text)]
        yield from suggested
        if text.strip():
            keys = {choice.key for choice in suggested}
            yield from (choice for choice in self.found if choice.key not in keys)

    def fill(self) -> None:
        """List them, and say what they are."""
        super().fill()
        if self.query_one(Words).value.strip():
            self._say("whose names begin so")
        else:
            self._say("whose names are most like it" if self.choices else "nobody has a name like it")

    def _say(self, words: str) -> None:
        self.query_one("#said", Static).update(Content(plain(words)))

    def chosen(self, key: str) -> None:
        """Answer."""
        self.dismiss(key)
