"""The one screen: what it shows, and what keys, clicks and answers make it do."""

from __future__ import annotations

from asyncio import shield, sleep, wait_for, wrap_future
from concurrent.futures import Future
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.message import Message
from textual.widget import Widget

from db.lens import Lens
from db.view import Column, Faction, Row, View
from tui import pace
from tui.panes.kinds import BY_VIEW, PARTS
from tui.reader import Reader
from tui.screens.bindings import BINDINGS
from tui.screens.changing.importing import ImportingScreen
from tui.screens.journey import Mark, arrive, identity, switch
from tui.screens.opening import FirstLook
from tui.screens.ordering import by, by_next
from tui.screens.reading import PATIENCE, ReadingScreen
from tui.screens.tracing import TracingScreen
from tui.widgets.faction_bar import FactionBar
from tui.widgets.grid import Grid

if TYPE_CHECKING:
    from textual.command import Provider
    from textual.widgets import Input

    from db.wayfinding.finding import Found
    from db.wayfinding.navigation import Node
    from tui.widgets.navigation import Navigation

OUT = 0.02
"""Seconds that a picture may take from its painting to the terminal."""

EMPTY = "This record holds no body yet: `slatewatch build` makes one from a folder of CSV files."


def _findings() -> type[Provider]:
    """What the palette finds in the record; imported when it is first opened."""
    from tui.palette import Findings

    return Findings


def _commands() -> type[Provider]:
    """The palette's commands; imported when it is first opened."""
    from tui.palette import Commands

    return Commands


class MainScreen(TracingScreen):
    """Where all the looking happens."""

    BINDINGS = BINDINGS  # type: ignore[assignment]
    COMMANDS: ClassVar = {_findings, _commands}
    AUTO_FOCUS = "#main"
    ESCAPE_TO_MINIMIZE = False

    class RecordOpened(Message):
        """The first look took its time."""

        def __init__(self, look: FirstLook) -> None:
            super().__init__()
            self.look = look

    slots: tuple[Faction, ...] = ()
    """The factions that have a digit."""
    others = 0
    """Number of factions that have none."""

    def __init__(self, reader: Reader, look: Future[FirstLook]) -> None:
        """The screen over a reader and the first look, which is on its way."""
        super().__init__(reader)
        self._look = look
        self._node_keys: dict[tuple[str | None, ...], str] = {}
        self._unfolded: set[str] = set()

    async def on_mount(self) -> None:
        """Begin with the first view if it comes at once: an empty picture before it would only cost time."""
        try:
            look = await wait_for(shield(wrap_future(self._look)), PATIENCE)
        except TimeoutError:
            self.waiting = True
            self.begin()
        else:
            await self.open(look)
        pace.run()
        self.call_after_refresh(self._furnish)

    async def _furnish(self) -> None:
        """Make what the first picture need not wait for, once that is on its way to the terminal."""
        await sleep(OUT)
        await self.add_navigation()
        self.read_bodies()
        await self.pane.prepare()

    @work(thread=True, group="read", exit_on_error=False)
    def begin(self) -> None:
        """Wait for a first look that takes its time."""
        self.post_message(self.RecordOpened(self._look.result()))

    @on(RecordOpened)
    async def _late(self, message: RecordOpened) -> None:
        await self.open(message.look)

    async def open(self, look: FirstLook) -> None:
        """Show what the first look has found."""
        self.slots, self.others = look.slots, look.others
        self.set_reactive(ReadingScreen.place, look.place)
        if look.view is not None:
            await self._accept(self.AnswerRead(look.place, look.view))
            return
        self.waiting = False
        self.notify(look.problem or EMPTY, markup=False, timeout=15)

    @work(thread=True, group="bodies", exit_on_error=False)
    def read_bodies(self) -> None:
        """Read the list of bodies."""
        nodes = self.answered(self.reader.bodies)
        if nodes is not None:
            self.app.call_from_thread(self._plant, nodes)

    def _plant(self, nodes: tuple[Node, ...]) -> None:
        if self.navigation is not None:
            self.navigation.show(nodes)
        self._learn(nodes)
        if self.view is not None:
            self._mark_way(self.view.lens)

    # Showing

    async def make_room(self, view: View) -> None:
        """Make further tables, or a chart, where views before needed fewer."""
        await self.pane.make(view)

    async def present(self, view: View) -> None:
        """Hand the view to the widgets."""
        self.lens_line.show(view)
        self.strip.active = PARTS.get(view.name, view.name)
        self.strip.opened = frozenset(self.trail.opened)
        self.faction_bar.show(self.slots, view.lens.factions, self.others)
        await self.show(view)
        self._mark_way(view.lens)
        self.refresh_bindings()

    def arrived(self) -> None:
        """Put the cursor on the row that one was on here before, and the focus on the table."""
        mark = self.trail.marks.get(identity(self.shown), Mark(0, "", 0))
        grids = self.pane.grids
        grid = grids[mark.table] if mark.table < len(grids) else grids[0]
        if not grid.seek(mark.row) and grid.count:
            grid.move_to(min(mark.position, grid.count - 1))
        if self.focused is None or isinstance(self.focused, Grid):
            grid.focus()

    def leave(self) -> None:
        """Remember the row under the cursor."""
        grid = self.pane.grid
        row = grid.cursor_row
        if row is not None and self.view is not None:
            self.trail.marks[identity(self.shown)] = Mark(self.pane.opened, row.key, grid.cursor)

    def _learn(self, nodes: tuple[Node, ...]) -> None:
        for node in nodes:
            lens = node.place.lens
            self._node_keys.setdefault((lens.body, lens.section, lens.contest), node.key)

    def _mark_way(self, lens: Lens) -> None:
        if self.navigation is None:
            return
        way = [
            (lens.body, None, None),
            (lens.body, lens.section, None),
            (lens.body, lens.section, lens.contest),
        ]
        self.navigation.mark(frozenset(self._node_keys[step] for step in way if step in self._node_keys))
        key = self._node_keys.get((lens.body, None, None))
        if key is not None and key not in self._unfolded:
            self._unfolded.add(key)  # once: a body that was folded by hand stays so
            self.navigation.unfold(key)

    def current_row(self) -> tuple[tuple[Column, ...], Row] | None:
        """The row under the cursor of the table in use."""
        row = self.pane.grid.cursor_row
        if row is None or self.view is None:
            return None
        opened = self.pane.opened
        return (self.view.columns if opened == 0 else self.view.tables[opened - 1].columns), row

    # When the record has changed

    @on(ImportingScreen.RecordChanged)
    def _look_anew(self, message: ImportingScreen.RecordChanged) -> None:
        """Read what is on show anew, or go where something has changed."""
        self.read_slots()
        self.read_bodies()
        if self.navigation is not None:
            self.navigation.renew()
        if message.place is None or message.place == self.place:
            self.read_anew(self.place, tuple(self.trail.steps))
        else:
            self.go(message.place)

    @work(thread=True, group="slots", exit_on_error=False)
    def read_slots(self) -> None:
        """Read which factions have a digit."""
        found = self.answered(lambda: (self.reader.slots(), self.reader.faction_count()))
        if found is not None:
            self.app.call_from_thread(self._take_slots, *found)

    def _take_slots(self, slots: tuple[Faction, ...], count: int) -> None:
        self.slots, self.others = slots, max(count - len(slots), 0)
        self.faction_bar.show(self.slots, self.place.lens.factions, self.others)
        self.refresh_bindings()

    # What the widgets report

    @on(Grid.RowOpened)
    def _drill(self, message: Grid.RowOpened) -> None:
        if message.row.opens is not None:
            self.go(message.row.opens)
        else:
            self.notify("Nothing further is on record behind this row.", markup=False, timeout=2)

    @on(Grid.RowsWanted)
    def _more(self, message: Grid.RowsWanted) -> None:
        self.read_rows(self.shown, message.first, message.limit)

    @on(ReadingScreen.RowsRead)
    def _add(self, message: ReadingScreen.RowsRead) -> None:
        if message.place == self.shown == self.place:
            self.pane.main.add_window(message.view)

    @on(Grid.SortWanted)
    def _sort(self, message: Grid.SortWanted) -> None:
        if message.grid is self.pane.main:
            self._sort_by(message.column_key)

    def on_navigation_expanded(self, message: Navigation.Expanded) -> None:
        """Read what stands under a place that was opened."""
        self.read_children(message.node)

    @work(thread=True, group="children", exit_on_error=False)
    def read_children(self, node: Node) -> None:
        """Read what stands under a node."""
        nodes = self.answered(partial(self.reader.children, node))
        if nodes is not None:
            self.app.call_from_thread(self._grow, node, nodes)

    def _grow(self, node: Node, nodes: tuple[Node, ...]) -> None:
        if self.navigation is not None:
            self.navigation.add_children(node.key, nodes)
        self._learn(nodes)

    def on_navigation_chosen(self, message: Navigation.Chosen) -> None:
        """Go where a place leads."""
        self.visit(message.node)

    def visit(self, target: Node | Found) -> None:
        """Go to what was chosen among the bodies, or found in the palette."""
        self.slide_bodies(over=False)
        self.pane.main.focus()
        self.go(arrive(self.place, target.place, target.kind))

    @on(FactionBar.Toggled)
    def _toggle(self, message: FactionBar.Toggled) -> None:
        self.toggle(message.key)

    @on(FactionBar.Cleared)
    def action_all_factions(self) -> None:
        """Show every faction."""
        self.narrow(self.place.lens._replace(factions=frozenset()))

    def on_input_changed(self, message: Input.Changed) -> None:
        """Filter by the words as they are typed."""
        self.narrow(self.place.lens.at(text=message.value))

    def on_filter_left(self) -> None:
        """Back to the table; the words stay in sight while they filter."""
        self.pane.main.focus()
        self.pane.leave_filter()

    # What the keys do

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Hide the keys that would do nothing."""
        if action == "toggle_faction":
            return int(str(parameters[0])) <= len(self.slots)
        if action == "pane":
            return self._can_open(str(parameters[0]))
        if action == "all_factions":
            return bool(self.slots)
        if action == "stride" and self.place.view == "division":
            return True
        if action in ("stride", "pick_date"):
            return BY_VIEW[self.place.view].dated
        if action == "filter":
            return not (self.is_mounted and self.pane.typing)
        return super().check_action(action, parameters)

    def _can_open(self, view: str) -> bool:
        return not BY_VIEW[view].opened or view in self.trail.opened

    def action_toggle_faction(self, slot: int) -> None:
        """Switch the faction of a digit on or off."""
        if slot <= len(self.slots):
            self.toggle(self.slots[slot - 1].key)

    def action_pane(self, view: str) -> None:
        """Open a pane."""
        place = switch(self.place, view, self.trail)
        if place is None:
            self.notify("Nothing of the kind has been opened yet: enter on a row opens it.", markup=False)
        elif BY_VIEW[view].view != self.place.view:
            self.go(place)
        if self.among_bodies:
            self.slide_bodies(over=False)
            self.pane.main.focus()

    async def action_filter(self) -> None:
        """Show the line to type into."""
        await self.pane.offer_filter()

    def action_back(self) -> None:
        """Undo the nearest of: the list of bodies over the pane, a table alone, a filter; else go back."""
        if self.bodies_over:
            self.action_bodies()
        elif self.maximized is not None:
            self.minimize()
        elif self.place.lens.text:
            self.narrow(self.place.lens.at(text=""))
        else:
            self.go_back()

    def action_bodies(self) -> None:
        """To the list of bodies, or away from it."""
        if self.among_bodies:
            self.slide_bodies(over=False)
            self.pane.grid.focus()
        else:
            self.slide_bodies(over=True)
            if self.navigation is not None:
                self.navigation.focus()

    def action_onward(self) -> None:
        """To the next table; the list of bodies hides when it is left."""
        self.focus_next()

    def action_backward(self) -> None:
        """To the table before; from the first one to the list of bodies, which may have to slide in."""
        if self.focused is self.pane.main and not self.wide:
            self.action_bodies()
        else:
            self.focus_previous()

    def on_descendant_focus(self, event: events.DescendantFocus) -> None:
        """Hide the list of bodies once something else has the focus."""
        if self.bodies_over and event.widget is not self.navigation:
            self.slide_bodies(over=False)

    def action_enlarge(self) -> None:
        """One table alone, or all again."""
        if self.maximized is not None:
            self.minimize()
        elif isinstance(self.focused, Widget):
            self.maximize(self.focused, container=False)

    def action_sort(self) -> None:
        """Sort by the next column that has an order."""
        if self.view is not None:
            self.narrow(by_next(self.place.lens, self.view))

    def _sort_by(self, key: str) -> None:
        if self.view is not None:
            self.narrow(by(self.place.lens, self.view, key))

    def action_reverse(self) -> None:
        """Sort the other way round."""
        column = self.place.lens.sort_column
        if column is None:
            self.action_sort()
        else:
            self._sort_by(column)

    def action_swap_theme(self) -> None:
        """Between light and dark."""
        self.app.theme = "textual-light" if self.app.current_theme.dark else "textual-dark"
