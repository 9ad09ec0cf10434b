"""The two lines above a review: what is looked through, and what is left to be done."""

from __future__ import annotations

from collections.abc import Iterable

from textual.reactive import reactive

from importers.review.summary import counts
from tui.panes.line import Line, Piece, cut
from tui.plain import plain
from tui.review.items import Shown


class Head(Line):
    """Files, contest and counts; then the doubts that are left."""

    DEFAULT_CSS = "Head { height: 1; background: $panel; }"
    shown: reactive[Shown | None] = reactive(None)

    def pieces(self, width: int) -> Iterable[Piece]:
        """The name of the files gives way to the counts."""
        if self.shown is None:
            return
        left = self.left()
        plan = self.shown.plan
        several = f" in {len(plan.proposals):,} contests" if len(plan.proposals) > 1 else ""
        said = f"{plan.intake.name}: {counts(plan) or 'no candidate'}{several}"
        room = max(width - 9 - len(left) - 2, 0)
        if remarks := len(plan.intake.doubts):
            said += f" · ◆ {remarks:,} remark{'' if remarks == 1 else 's'} on the file"
        words = cut(plain(said), room)
        yield Piece(" Review ", "bold $text-accent", "explain")
        yield Piece(words.ljust(room), "bold")
        style = "bold $text-warning" if self.shown.doubts else "bold $text-success"
        yield Piece(f" {left} ", style, "doubt(1)" if self.shown.doubts else "store")

    def left(self) -> str:
        """What is left to be done."""
        if self.shown is None:
            return ""
        doubts, ticked = len(self.shown.doubts), self.shown.ticked
        if doubts:
            return f"{doubts:,} doubt{'' if doubts == 1 else 's'} left"
        return f"w stores {ticked:,}" if ticked else "nothing to store"
