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
        from tui.dialogs.reason import ReasonDialog

        row = current[1]

        def written(reason: str | None) -> None:
            if reason is not None:
                self._write_reason(row.key.partition("/")[0], *row.facts[0], reason)

        found = dict(zip((column.key for column in current[0]), row.cells, strict=True))
        question = f"{found['where']}: found {found['found']}, expected {found['expected']}."
        self.app.push_screen(ReasonDialog("Why is it so?", question), written)

    def _write_reason(self, kind: str, table: str, number: int, reason: str) -> None:
        def write(connection: Connection) -> str:
            from db.editing.explanations import explained
            from db.view import Fact

            written = explained(connection, kind, Fact(table, number), reason)
            return f"The reason was written down as import {written}; z takes it back."

        self.decide(write)
