"""The list of what would be stored, looked through and decided on: every decision makes a new plan."""

from __future__ import annotations

from collections.abc import Sequence

from textual import getters, on, work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.reactive import reactive
from textual.screen import Screen
from textual.widgets import Static

from importers.intake import Intake
from importers.review.decisions import Decisions, Wanted
from importers.review.proposal import DOUBTFUL, SAME, Item, Proposal
from importers.session import Stored
from tui.panes.lines import KeyLine
from tui.review.bindings import BINDINGS
from tui.review.desk import Desk
from tui.review.details import details
from tui.review.grid import ReviewGrid
from tui.review.head import Head
from tui.review.items import Shown, asked, differing
from tui.screens.sentences import sentence
from tui.widgets.grid import Grid


class LookingScreen(Screen[Stored | None]):
    """Shows a plan and keeps what was decided."""

    BINDINGS = BINDINGS  # type: ignore[assignment]
    CSS_PATH = "review.tcss"
    AUTO_FOCUS = "ReviewGrid"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (110, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (8, "-low"), (16, "-short"), (32, "-tall")]  # noqa: RUF012

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
        self.history: list[tuple[Intake, Decisions]] = []
        """What was read and decided before each decision."""

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
        """Begin at the first doubt; what was said before would lie over it."""
        self.app.clear_notifications()
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
            words = (
                "No doubt is left; w stores what is ticked."
                if self.plan_shown.ticked
                else "No doubt is left."
            )
            self.notify(words, markup=False, timeout=3)
            return
        after = [place for place in places if (place - self.grid.cursor) * direction > 0]
        self.grid.move_to((after or places)[0 if direction > 0 else -1])

    # Deciding

    def decide(self, decisions: Decisions) -> None:
        """Take in what was decided, and plan anew."""
        if decisions != self.decisions:
            self.history.append((self.intake, self.decisions))
            self.decisions = decisions
            self.replan()

    def take(self, answer: Shown) -> None:
        """Show what was read anew, so that one can go back to what was read before."""
        self.history.append((self.intake, self.decisions))
        self.intake, self.decisions = answer.plan.intake, answer.decisions
        self.shown = answer

    @work(exit_on_error=False)
    async def replan(self) -> None:
        """Plan off the event loop; only the newest decisions count."""
        wanted, intake = self.decisions, self.intake

        def planned() -> Shown | None:
            return self.desk.planned(intake, wanted) if wanted is self.decisions else None

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
            while self.history and self.history.pop()[1] is not self.decisions:
                pass

    def action_undo(self) -> None:
        """Back to before the last decision."""
        if not self.history:
            self.notify("Nothing has been decided yet.", markup=False, timeout=3)
            return
        self.intake, self.decisions = self.history.pop()
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

    def action_make_contests(self) -> None:
        """Make bodies and sections that are not on record, wherever the source names them; or none any more."""
        wanted = self.decisions.wanted
        self.decide(self.decisions._replace(wanted=wanted._replace(new=not wanted.new)))

    def action_make_factions(self) -> None:
        """Make a faction of every label that is none on record; or of none any more."""
        self.decide(self.decisions._replace(make_factions=not self.decisions.make_factions))

    def tick_contest(self, proposal: Proposal) -> None:
        """All of a contest, or nothing of it."""
        items = [item for item in proposal.items if item.kind != SAME and not asked(item)]
        self.tick_all([one.key for one in items], not any(item.stored for item in items))

    def action_tick_doubtful(self, accept: bool) -> None:
        """Accept or leave out what is doubtful in this contest; where nothing is, in all of them after a yes."""
        if self.here is None:
            return
        if meant := self._doubtful((self.here[0],), accept):
            self.tick_all(meant, accept)
        elif meant := self._doubtful(self.plan_shown.plan.proposals, accept):
            from tui.dialogs.confirm import Confirm

            def answered(yes: bool | None) -> None:
                if yes:
                    self.tick_all(meant, accept)

            deed = "accept them" if accept else "leave them out"
            words = f"Nothing in this contest can be ticked so, but {len(meant):,} in others. {deed.capitalize()}?"
            self.app.push_screen(Confirm(words, deed), answered)
        else:
            self.notify("Nothing can be ticked so without an answer.", markup=False, timeout=3)

    def _doubtful(self, proposals: Sequence[Proposal], accept: bool) -> list[str]:
        """Keys of what is doubtful; questions have to be answered one by one before they are accepted."""
        items = (item for one in proposals for item in one.items if item.kind == DOUBTFUL)
        ticks = self.decisions.ticks
        return [one.key for one in items if not (asked(one) and (accept or ticks.get(one.key) is False))]

    def tick_all(self, keys: Sequence[str], accept: bool) -> None:
        """Accept or leave out several items."""
        self.decide(self.decisions._replace(ticks={**self.decisions.ticks, **dict.fromkeys(keys, accept)}))

    def action_swap(self) -> None:
        """Show the other of two values in conflict."""
        item = self.item
        if item is None or not differing(item):
            self.notify("There are not two values here.", markup=False, timeout=3)
        else:
            self.decide(self.decisions.with_shown(item.key, not self.decisions.shown.get(item.key, False)))
