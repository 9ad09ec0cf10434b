"""Showing another of the values that sources state: which one, why, and of a slate which faction is meant."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from db.view import NO_SLATE, Fact
from tui.screens.changing.explaining import ExplainingScreen

if TYPE_CHECKING:
    from sqlite3 import Connection

    from tui.dialogs.chooser import Choice

TAKING = frozenset({"disputes", "evidence"})
"""Views whose rows are values that sources state."""


class TakingScreen(ExplainingScreen):
    """Takes values."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the key that would do nothing."""
        if action == "take_value":
            return self.place.view in TAKING
        return super().check_action(action, parameters)

    def action_take_value(self) -> None:
        """Choose among the values that sources state of what stands under the cursor."""
        named = self._named_value()
        if named is None:
            self.notify("Stand on a value that sources differ on: T takes another one.", markup=False)
            return
        from tui.dialogs.named import NamedChooser

        fact, field = named

        def entries() -> Iterable[Choice]:
            from db.editing.taking import offers
            from tui.dialogs.chooser import Choice

            _, found = offers(self.reader.connection, fact, field)
            for one in found:
                hint = ", ".join((*one.sources, *(["shown now"] if one.shown else [])))
                yield Choice(
                    f"{'?' if one.names_none and not one.shown else '='}{one.value}", one.words, hint
                )

        def chosen(answer: str | None) -> None:
            if answer is not None:
                unclear, value = answer[0] == "?", answer[1:]
                self._ask_slate(fact, field, value) if unclear else self._ask_reason(fact, field, value, None)

        self.app.push_screen(NamedChooser("Which value is to be shown?", entries), chosen)

    def _named_value(self) -> tuple[Fact, str] | None:
        """The row of the record and the field that the row under the cursor is about."""
        current = self.current_row()
        if current is None or len(current[1].facts) != 1:
            return None
        row = current[1]
        if self.shown.view == "disputes":
            return row.facts[0], row.key.partition("/")[2]
        columns = [column.key for column in current[0]]
        if "field" not in columns or not (field := row.cells[columns.index("field")]):
            return None
        return row.facts[0], str(field)

    def _ask_slate(self, fact: Fact, field: str, value: str) -> None:
        """Ask which faction the words of a source mean."""
        from tui.dialogs.chooser import Choice
        from tui.dialogs.named import NamedChooser

        def entries() -> Iterable[Choice]:
            from db.wayfinding.slots import every_faction

            yield Choice(NO_SLATE.key, "no slate", "none is meant")
            for faction, number in every_faction(self.reader.connection):
                if faction.key != NO_SLATE.key:
                    yield Choice(faction.key, faction.name, f"{number:,} stood on it")

        def chosen(slate: str | None) -> None:
            if slate is not None:
                self._ask_reason(fact, field, value, slate)

        self.app.push_screen(NamedChooser(f"Which slate does “{value}” mean?", entries), chosen)

    def _ask_reason(self, fact: Fact, field: str, value: str, slate: str | None) -> None:
        """Ask why it is the one to show, and write it down."""
        from tui.dialogs.reason import ReasonDialog

        def written(reason: str | None) -> None:
            if reason is not None:
                self.take_value(fact, field, value, reason, slate)

        question = f"Why is “{value}” to be shown, and not what others state?"
        self.app.push_screen(ReasonDialog("Another value is taken", question), written)

    def take_value(self, fact: Fact, field: str, value: str, reason: str, slate: str | None) -> None:
        """Write the choice down."""

        def write(connection: Connection) -> str:
            from db.editing.taking import taken

            words, number = taken(connection, fact, field, value, reason, slate)
            return f"{words}: kept as import {number}; z takes it back."

        self.decide(write)
