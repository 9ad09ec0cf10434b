"""What the columns of a table are: shown as they were understood, and changed where that went wrong."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from importers.results.layouts import NAMES, ROLES
from importers.results.result import Result
from tui.dialogs.frame import Dialog
from tui.drawings.fitting import fit, steady

WORDS, HEADING, SAMPLE = 30, 18, 14
"""Cells for a role, for what is printed above a column, and for the first that was read in it."""


class ColumnsDialog(Dialog[tuple[str, ...]]):
    """Answers with a role for each column."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right", "turn(1)", "next role", priority=True, id="columns.next"),
        Binding("left", "turn(-1)", "role before", priority=True, id="columns.before"),
    ]
    title_words = "Columns"
    keys_words = "↑↓ column · ← → what it is · enter reads · esc closes"

    def __init__(self, result: Result) -> None:
        """The columns of a result that was read in a table."""
        super().__init__()
        self.result = result
        self.roles = list(result.columns)

    def contents(self) -> ComposeResult:
        """A line for each column."""
        yield Static(
            "What each column was taken for. What you say is kept for tables of the same headings.",
            markup=False,
        )
        yield OptionList(*self.lines(), id="list", markup=False, compact=True)

    def on_mount(self) -> None:
        """Begin at the first column."""
        self.query_one(OptionList).focus()
        self.query_one(OptionList).highlighted = 0

    def lines(self) -> Sequence[Option]:
        """The columns with their headings, their roles and what was read there first."""
        return [Option(self._line(position), id=str(position)) for position in range(len(self.roles))]

    def _line(self, position: int) -> Content:
        heading = self.result.headings[position] if position < len(self.result.headings) else ""
        role = self.roles[position]
        return Content.assemble(
            (f"{position + 1:>3} ", "dim"),
            fit(steady(heading), HEADING),
            " ",
            (fit(f"‹ {NAMES.get(role, role)} ›", WORDS), "bold"),
            (fit(steady(self._sample(role)), SAMPLE).rstrip(), "dim"),
        )

    def _sample(self, role: str) -> str:
        first = self.result.candidates[0] if self.result.candidates else None
        value = getattr(first, role, None)
        return str(value) if value not in (None, "", ()) else ""

    def action_turn(self, by: int) -> None:
        """Another role for the column."""
        options = self.query_one(OptionList)
        position = options.highlighted
        if position is not None:
            names = [name for name, _ in ROLES]
            here = names.index(self.roles[position]) if self.roles[position] in names else len(names) - 1
            self.roles[position] = names[(here + by) % len(names)]
            options.replace_option_prompt_at_index(position, self._line(position))

    def on_option_list_option_selected(self) -> None:
        """Read with these roles, if any has changed."""
        self.dismiss(tuple(self.roles) if tuple(self.roles) != self.result.columns else None)
