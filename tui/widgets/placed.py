"""Containers that say themselves where their children stand: plain arithmetic on the size there is, in one pass.

Stylesheets could do the same with nested boxes and classes, but every class that comes or goes styles all widgets below
anew, and a height that depends on a neighbour's words is known only a layout too late.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Self

from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.layouts.vertical import VerticalLayout
from textual.widget import Widget


class Spot(NamedTuple):
    """Where a child stands."""

    widget: Widget
    region: Region
    above: int = 0
    """The child with the higher number covers the other."""


class Placing(Widget):
    """A container that places its children by arithmetic."""

    DEFAULT_CSS = "Placing { overflow: hidden; }"

    def spots(self, size: Size) -> Iterable[Spot]:
        """Where the children stand in a space of this size."""
        raise NotImplementedError

    @property
    def layout(self) -> Layout:
        """The layout that asks for the spots."""
        return PLACED

    @property
    def is_container(self) -> bool:
        """Always: it is made for its children."""
        return True

    @property
    def is_scrollable(self) -> bool:
        """As every container is for the compositor; nothing here scrolls."""
        return True


class Still(Widget):
    """A widget whose place and size never depend on what it shows: changing it asks for no layout.

    Textual's own widgets ask for one whenever their size has changed, that is, right after each layout.
    """

    def refresh(
        self, *regions: Region, repaint: bool = True, layout: bool = False, recompose: bool = False
    ) -> Self:
        """Paint it anew."""
        return super().refresh(*regions, repaint=repaint, layout=False, recompose=recompose)


class PlacedLayout(Layout):
    """Puts the children of a `Placing` where it says; those that it does not name are not shown.

    Children of which it names none stand below one another: a table that has the screen to itself, what Textual brings.
    """

    name = "placed"

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Ask the parent."""
        wanted = set(children)
        spots = [spot for spot in parent.spots(size) if spot.widget in wanted]  # type: ignore[attr-defined]
        if not spots:
            return VerticalLayout().arrange(parent, children, size, greedy)
        return [
            WidgetPlacement(region, NULL_OFFSET, NULL_SPACING, widget, above)
            for widget, region, above in spots
        ]


PLACED = PlacedLayout()
