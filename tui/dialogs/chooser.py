"""Choosing from a list by typing: words above narrow the list below, arrows move, enter chooses."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar, NamedTuple, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from tui.dialogs.frame import Dialog
from tui.plain import plain
from tui.screens.sentences import sentence

T = TypeVar("T")
MOST = 400
"""Entries listed at once; typing brings the others."""


class Choice(NamedTuple):
    """One entry."""

    key: str
    label: str
    hint: str = ""
    sign: str = ""
    """What stands before the label: whether it is on, a mark in a colour."""
    colour: str = ""


Source = Callable[[], Iterable[Choice]]
"""Reads the entries; may block."""


class Words(Input):
    """The line to type into.  A blank at its start means nothing, so that a dialog can use the space bar."""

    moving = False
    """Whether the arrows were used after the last letter."""

    def check_consume_key(self, key: str, character: str | None) -> bool:
        """Leave the space bar to the dialog while it is about the list and not about the words."""
        if key == "space" and (self.moving or not self.value):
            return False
        return super().check_consume_key(key, character)


class Chooser(Dialog[T]):
    """A list that typing narrows.  What there is to choose from is read in a worker."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "move(1)", "down", priority=True, id="chooser.down"),
        Binding("up", "move(-1)", "up", priority=True, id="chooser.up"),
    ]
    placeholder = "type to narrow the list"
    keys_words = "↑↓ move · enter chooses · esc closes"

    class Read(Message):
        """The entries are there."""

        def __init__(self, source: Source, choices: tuple[Choice, ...], problem: str = "") -> None:
            super().__init__()
            self.source, self.choices, self.problem = source, choices, problem

    choices: tuple[Choice, ...] = ()
    asked: Source | None = None
    """What is being read, or was read last."""

    def contents(self) -> ComposeResult:
        """The line to type into and the list."""
        yield Words(placeholder=self.placeholder, id="words", compact=True)
        yield Static("…reading", id="said", markup=False)
        yield OptionList(id="list", markup=False, compact=True)

    def on_mount(self) -> None:
        """Type at once."""
        self.query_one(Input).focus()
        self.ask()

    def ask(self) -> None:
        """Read the entries, instead of any that are on their way."""
        self.asked = self.source()
        self.read(self.asked)

    def source(self) -> Source:
        """What reads the entries, in a thread."""
        raise NotImplementedError

    @work(thread=True, exit_on_error=False)
    def read(self, source: Source) -> None:
        """Read the entries."""
        try:
            self.post_message(self.Read(source, tuple(source())))
        except Exception as problem:  # said in the dialog instead of ending the app
            self.post_message(self.Read(source, (), sentence(problem)))

    @on(Read)
    def _take(self, message: Read) -> None:
        if message.source is not self.asked:
            return  # a slower, older answer
        self.choices = message.choices
        self.fill()
        if message.problem:
            self.query_one("#said", Static).update(Content(plain(message.problem)))

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one(Words).moving = False
        self.fill()

    def fill(self) -> None:
        """List what matches, keeping the highlight where it was if it is still there."""
        text = self.query_one(Words).value
        found = [*self.matching(text)]
        options = self.query_one(OptionList)
        before = options.highlighted_option
        options.set_options([Option(self.prompt(choice), id=choice.key) for choice in found[:MOST]])
        keys = [choice.key for choice in found[:MOST]]
        if keys:
            options.highlighted = keys.index(before.id) if before and before.id in keys else 0
        self.query_one("#said", Static).update(_counted(len(found), len(self.choices), bool(text)))

    def matching(self, text: str) -> Iterable[Choice]:
        """The entries that hold every word typed."""
        words = text.casefold().split()
        return (
            choice
            for choice in self.choices
            if all(word in f"{choice.label} {choice.hint}".casefold() for word in words)
        )

    def prompt(self, choice: Choice) -> Content:
        """How an entry is written: data, never markup."""
        return Content.assemble(
            (f"{choice.sign} " if choice.sign else "", choice.colour),
            plain(choice.label),
            (f"  {plain(choice.hint)}" if choice.hint else "", "dim"),
        )

    def action_move(self, direction: int) -> None:
        """Move the highlight while the words keep the focus."""
        self.query_one(Words).moving = True
        options = self.query_one(OptionList)
        if direction > 0:
            options.action_cursor_down()
        else:
            options.action_cursor_up()

    @on(Input.Submitted)
    def action_take(self) -> None:
        """Choose the highlighted entry."""
        option = self.query_one(OptionList).highlighted_option
        if option is not None and option.id is not None:
            self.chosen(option.id)

    @on(OptionList.OptionSelected)
    def _select(self, event: OptionList.OptionSelected) -> None:
        if event.option_id is not None:
            self.chosen(event.option_id)

    def chosen(self, key: str) -> None:
        """An entry has been chosen."""
        raise NotImplementedError


def _counted(found: int, all_in_all: int, narrowed: bool) -> str:
    """How many entries there are, how many match, and how many of those are listed."""
    words = f"{found:,} of {all_in_all:,}" if narrowed else f"{all_in_all:,}"
    return f"{words}, the first {MOST:,} listed" if found > MOST else f"{words} to choose from"
