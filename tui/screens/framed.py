"""What stands where on the main screen: lens and factions above, bodies to the left, the pane to the right, the keys below."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from textual import events, getters
from textual.app import ComposeResult
from textual.geometry import Region, Size

from tui.panes.lines import KeyLine, LensLine, PaneStrip
from tui.panes.pane import Pane
from tui.reader import Reader
from tui.screens.changing.claiming import ClaimingScreen
from tui.screens.changing.judging import JudgingScreen
from tui.screens.changing.supposing import SupposingScreen
from tui.screens.changing.taking import TakingScreen
from tui.widgets.faction_bar import FactionBar
from tui.widgets.placed import Placing, Spot

if TYPE_CHECKING:
    from tui.widgets.navigation import Navigation

WIDE = 100
"""Columns from which the list of bodies stands beside the pane; on narrower screens it slides over it."""

BODIES_WIDTH = 28
"""Columns that it takes beside the pane."""

OVER_WIDTH = 34
"""Columns that it takes over the pane, at most four fifths of the screen."""


class FramedScreen(JudgingScreen, SupposingScreen, TakingScreen, ClaimingScreen, Placing):
    """Places the parts of the main screen."""

    lens_line = getters.query_one(LensLine)
    faction_bar = getters.query_one(FactionBar)
    strip = getters.query_one(PaneStrip)
    pane = getters.query_one(Pane)
    key_line = getters.query_one(KeyLine)

    def __init__(self, reader: Reader) -> None:
        """The screen over a reader, which answers the questions."""
        super().__init__(reader)
        self.navigation: Navigation | None = None
        """The list of bodies; it comes after the first picture, into the place that is kept for it."""
        self.bodies_over = False
        """Whether the list of bodies has been slid over the pane."""

    def compose(self) -> ComposeResult:
        """The parts that the first picture needs."""
        yield LensLine().data_bind(reading=FramedScreen.waiting)
        yield FactionBar()
        yield PaneStrip()
        yield Pane()
        yield KeyLine()

    @property
    def table_in_use(self) -> str:
        """The key of the table that the cursor is in; blank for the main one."""
        opened = self.pane.opened
        return self.view.tables[opened - 1].key if self.view is not None and opened else ""

    @property
    def wide(self) -> bool:
        """Whether there is room for the bodies beside the pane."""
        return self.app.size.width >= WIDE

    @property
    def among_bodies(self) -> bool:
        """Whether the cursor is in the list of bodies."""
        return self.navigation is not None and self.focused is self.navigation

    def spots(self, size: Size) -> Iterator[Spot]:
        """The lines above and below, and between them bodies and pane."""
        if self.maximized is not None:
            return
        width, height = size
        top = 1 + self.faction_bar.lines_for(width)
        left = BODIES_WIDTH if width >= WIDE else 0
        tall = max(0, height - top - 1)
        yield Spot(self.lens_line, Region(0, 0, width, 1))
        yield Spot(self.faction_bar, Region(0, 1, width, top - 1))
        if self.navigation is not None:
            over = Region(0, top, left or min(OVER_WIDTH, width * 4 // 5), tall)
            yield Spot(self.navigation, over, above=1)
        yield Spot(self.strip, Region(left, top, width - left, 1))
        yield Spot(self.pane, Region(left, top + 1, width - left, max(0, tall - 1)))
        yield Spot(self.key_line, Region(0, height - 1, width, 1))

    async def add_navigation(self) -> None:
        """Put up the list of bodies, still empty."""
        from tui.widgets.navigation import Navigation

        navigation = Navigation()
        navigation.display = self.wide
        self.navigation = navigation
        await self.mount(navigation, before=self.strip)

    def on_resize(self, _event: events.Resize) -> None:
        """Show the list of bodies where there is room for it."""
        self.slide_bodies(over=self.bodies_over)

    def slide_bodies(self, *, over: bool) -> None:
        """Slide the list of bodies over the pane, or away; where there is room it always stands beside it."""
        self.bodies_over = over and not self.wide
        if self.navigation is not None:
            self.navigation.display = self.wide or self.bodies_over
