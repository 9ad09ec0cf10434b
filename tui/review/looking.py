"""The list of what would be stored, looked through and decided on: every decision makes a new plan."""

from __future__ import annotations

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from importers.intake import Intake
from importers.review.decisions import Decisions, Wanted
from importers.review.proposal import CONFLICT, DOUBTFUL, SAME, Item, Proposal
from importers.session import Stored
from tui.panes.lines import KeyLine
from tui.review.bindings import BINDINGS
from tui.review.desk import Desk
from tui.review.details import details
from tui.review.grid import ReviewGrid
from tui.review.head import Head
from tui.review.items import Shown, asked
from tui.screens.sentences import sentence
from tui.widgets.grid import Grid


class LookingScreen(Screen[Stored | None]):
    """Shows a plan and keeps what was decided."""

    BINDINGS = BINDINGS  # type: ignore[assignment]
    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "ReviewGrid"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-short"), (32, "-tall")]  # noqa: RUF012

    grid = getters.query_one(ReviewGrid)
    head = getters.query_one(Head)

    shown: reactive[Shown | None] = reactive(None, init=False, always_update=True)
    """The plan on show."""

    def __init__(self, desk: Desk, first: Shown) -> None:
        """A review.

        Args:
            desk: where the import is done.
            first: the plan as it was before anything was decided.
        """
        super().__init__()
        self.desk = desk
        self.intake: Intake = first.plan.intake
        self.origins = self.intake.origins
        self.decisions: Decisions = first.decisions
        """What was decided; for a moment ahead of what is shown."""
        self.set_reactive(LookingScreen.shown, first)
        self.history: list[Decisions] = []

    def compose(self) -> ComposeResult:
        """What is read above, the list, the item in full, the keys."""
        yield Head()
        yield ReviewGrid(id="items")
        with VerticalScroll(id="details", can_focus=False):
            yield Static("", id="item", markup=False)
        yield KeyLine()

    @property
    def plan_shown(self) -> Shown:
        """The plan on show, which is always there."""
        assert self.shown is not None  # noqa: S101
        return self.shown

    def on_mount(self) -> None:
        """Begin at the first doubt."""
        self.present()
        if self.plan_shown.doubts:
            self.grid.seek(self.plan_shown.doubts[0])

    def watch_shown(self) -> None:
        """Draw the new plan."""
        if self.is_mounted:
            self.present()

    def present(self) -> None:
        """Hand the plan to the widgets."""
        self.grid.show_plan(self.plan_shown)
        self.head.shown = self.plan_shown
        self.detail()
        self.refresh_bindings()

    @on(Grid.RowHighlighted)
    def detail(self) -> None:
        """Show the item under the cursor in full."""
        words = details(self.plan_shown, self.row_key, self.desk.session.factions, self.origins)
        self.query_one("#item", Static).update(words)
        self.query_one("#details").scroll_home(animate=False)
        self.refresh_bindings()

    # Where the cursor is

    @property
    def row_key(self) -> str:
        """Key of the row under the cursor; blank where there is none."""
        row = self.grid.cursor_row
        return row.key if row else ""

    @property
    def here(self) -> tuple[Proposal, Item | None] | None:
        """Contest and item under the cursor."""
        return self.plan_shown.items.get(self.row_key)

    @property
    def item(self) -> Item | None:
        """The item under the cursor; None on a heading."""
        return self.here[1] if self.here else None

    def action_doubt(self, direction: int) -> None:
        """To the next item that waits for an answer, from the last on to the first."""
        order = [row.key for row in self.plan_shown.view.rows]
        places = [place for place, key in enumerate(order) if key in set(self.plan_shown.doubts)]
        if not places:
            self.notify("No doubt is left; w stores what is ticked.", markup=False, timeout=3)
            return
        after = [place for place in places if (place - self.grid.cursor) * direction > 0]
        self.grid.move_to((after or places)[0 if direction > 0 else -1])

    # Deciding

    def decide(self, decisions: Decisions) -> None:
        """Take in what was decided, and plan anew."""
        if decisions != self.decisions:
            self.history.append(self.decisions)
            self.decisions = decisions
            self.replan()

    @work(exit_on_error=False)
    async def replan(self) -> None:
        """Plan off the event loop; only the newest decisions count."""
        wanted = self.decisions

        def planned() -> Shown | None:
            return self.desk.planned(self.intake, wanted) if wanted is self.decisions else None

        try:
            answer = await self.desk.done(planned)
        except Exception as problem:  # said on the screen instead of ending the app
            self.refuse(wanted, sentence(problem))
            return
        if answer is not None and wanted is self.decisions:
            self.shown = answer

    def refuse(self, wanted: Decisions, problem: str) -> None:
        """Say why something cannot be, and go back to what is on show."""
        self.notify(problem, severity="error", markup=False, timeout=8)
        if wanted is self.decisions:
            self.decisions = self.plan_shown.decisions
            while self.history and self.history[-1] is not self.decisions:
                self.history.pop()
            if self.history:
                self.history.pop()

    def action_undo(self) -> None:
        """Back to before the last decision."""
        if not self.history:
            self.notify("Nothing has been decided yet.", markup=False, timeout=3)
            return
        self.decisions = self.history.pop()
        self.replan()

    def action_tick(self) -> None:
        """Accept the item, or leave it out; a question is left out or asked again, a contest is ticked as a whole."""
        if self.here is None:
            return
        proposal, item = self.here
        if item is None and proposal.unsure and proposal.target:
            self.place(proposal, Wanted(proposal.target.key))
        elif item is None:
            self.tick_contest(proposal)
        elif asked(item):
            ticks = dict(self.decisions.ticks)
            if ticks.pop(item.key, True):
                ticks[item.key] = False
            self.decide(self.decisions._replace(ticks=ticks))
        elif item.kind != SAME:
            self.decide(self.decisions.with_tick(item.key, not item.stored))

    def place(self, proposal: Proposal, wanted: Wanted) -> None:
        """Say where the results of a proposal belong."""
        decisions = self.decisions
        for number in proposal.results:
            decisions = decisions.with_contest(number, wanted)
        self.decide(decisions)

    def tick_contest(self, proposal: Proposal) -> None:
        """All of a contest, or nothing of it."""
        items = [item for item in proposal.items if item.kind != SAME and not asked(item)]
        accept = not any(item.stored for item in items)
        self.decide(
            self.decisions._replace(ticks={**self.decisions.ticks, **{one.key: accept for one in items}})
        )

    def action_tick_doubtful(self, accept: bool) -> None:
        """Accept or leave out all that is doubtful in this contest; questions have to be answered one by one."""
        if self.here is None:
            return
        doubtful = [one for one in self.here[0].items if one.kind == DOUBTFUL]
        meant = [one.key for one in doubtful if not (accept and asked(one))]
        if meant:
            ticks = {**self.decisions.ticks, **dict.fromkeys(meant, accept)}
            self.decide(self.decisions._replace(ticks=ticks))
        else:
            words = (
                "Nothing here can be accepted without an answer." if doubtful else "Nothing here is doubtful."
            )
            self.notify(words, markup=False, timeout=3)

    def action_swap(self) -> None:
        """Show the other of two values in conflict."""
        item = self.item
        if item is None or item.kind != CONFLICT:
            self.notify("There are not two values here.", markup=False, timeout=3)
        else:
            self.decide(self.decisions.with_shown(item.key, not self.decisions.shown.get(item.key, False)))
