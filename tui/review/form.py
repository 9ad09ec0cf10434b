"""A few lines to type into, checked before they are taken: arrows and tab go from line to line, enter takes all."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping, Sequence
from typing import Any, ClassVar, Generic, NamedTuple, TypeVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from tui.dialogs.frame import Dialog
from tui.plain import plain
from tui.screens.sentences import sentence

T = TypeVar("T")


class Field(NamedTuple):
    """One line."""

    key: str
    label: str
    value: str = ""
    hint: str = ""
    """Stands in the line while it is empty."""


Check = Callable[[Mapping[str, str]], T]
"""From what is typed to the answer; may block; raises SlatewatchError with what is wrong, in a sentence."""


class Form(Dialog[T], Generic[T]):
    """Asks for some values at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down", "app.focus_next", "next", priority=True, id="form.next"),
        Binding("up", "app.focus_previous", "before", priority=True, id="form.before"),
    ]
    DEFAULT_CSS = """
    Form .line { height: 1; }
    Form .line > Static { width: 16; color: $text-muted; }
    Form .line > Input { width: 1fr; background: $boost; }
    Form .line > Input:focus { background: $panel; }
    """
    keys_words = "↑↓ other line · enter takes it · esc closes"

    def __init__(
        self, title: str, fields: Sequence[Field], check: Check[T], *, begin: str = "", about: str = ""
    ) -> None:
        """A form.

        Args:
            title: of the frame.
            fields: the lines.
            check: what makes the answer of them.
            begin: the line to begin with; the first where it is left open.
            about: a sentence above the lines.
        """
        super().__init__()
        self.title_words, self.fields, self.check, self.begin, self.about = title, fields, check, begin, about

    def contents(self) -> ComposeResult:
        """The lines, and room for what is wrong."""
        if self.about:
            yield Static(Content(plain(self.about)), markup=False)
        for field in self.fields:
            with Horizontal(classes="line"):
                yield Static(Content(field.label), markup=False)
                yield Input(
                    plain(field.value), placeholder=field.hint, id=f"field-{field.key}", compact=True,
                    select_on_focus=False,
                )  # fmt: skip
        yield Static("", id="problem", markup=False)

    def on_mount(self) -> None:
        """Type at once."""
        line = self.query_one(f"#field-{self.begin or self.fields[0].key}", Input)
        line.focus()
        line.cursor_position = len(line.value)

    @property
    def typed(self) -> dict[str, str]:
        """What stands in the lines."""
        return {one.key: self.query_one(f"#field-{one.key}", Input).value.strip() for one in self.fields}

    @on(Input.Submitted)
    def take(self) -> None:
        """Answer, if nothing is wrong."""
        self.judge(self.typed)

    @work(exclusive=True, exit_on_error=False)
    async def judge(self, typed: dict[str, str]) -> None:
        """Check off the event loop."""
        try:
            answer: Any = await asyncio.to_thread(self.check, typed)
        except Exception as problem:  # said in the dialog instead of ending the app
            self.query_one("#problem", Static).update(Content(plain(sentence(problem))))
            return
        self.dismiss(answer)
