"""Saying why a finding of the audit is as it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.screens.changing.deciding import DecidingScreen

if TYPE_CHECKING:
    from sqlite3 import Connection


class ExplainingScreen(DecidingScreen):
    """Writes down reasons."""

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the key that would do nothing."""
        if action == "explain_finding":
            return self.place.view == "audit"
        return super().check_action(action, parameters)

    def action_explain_finding(self) -> None:
        """Say why the finding under the cursor is as it is."""
        current = self.current_row()
        if current is None or "/" not in current[1].key or self.shown.view != "audit":
            self.notify("Stand on a finding: J says why it is as it is.", markup=False)
            return
        from tui.dialogs.named import REASON, NamedChooser, new_name

        row = current[1]

        def chosen(answer: str | None) -> None:
            reason = new_name(answer) if answer is not None else None
            if reason is not None:
                self._write_reason(row.key.partition("/")[0], *row.facts[0], reason)

        title = f"Why is it so: {row.cells[1]}, {row.cells[2]}?"
        self.app.push_screen(NamedChooser(title, tuple, "because “{}”", REASON), chosen)

    def _write_reason(self, kind: str, table: str, number: int, reason: str) -> None:
        def write(connection: Connection) -> str:
            from db.editing.explanations import explained
            from db.view import Fact

            written = explained(connection, kind, Fact(table, number), reason)
            return f"The reason was written down as import {written}; z takes it back."

        self.decide(write)
