"""The tree of bodies, sections and contests beside the panes: thousands of places, of which only those in sight are drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip

from tui.drawings.fitting import fit, steady
from tui.widgets.lines import Lines, strip_of

if TYPE_CHECKING:
    from db.wayfinding.navigation import Node

EXPANDABLE = frozenset({"body", "section"})
"""Kinds of places that have others under them."""
INDENT = 2
OPEN, CLOSED, LEAF, HERE = "▾", "▸", " ", "•"
HINTED = 24
"""Below this width the hints give way to the labels."""


class Twig(NamedTuple):
    """One line of the tree."""

    node: Node
    depth: int
    parent: int
    """Line of the node above it in the tree; -1 for a root."""


class Navigation(Lines):
    """A tree of places with a cursor.  What is under a place is asked for when it is first opened."""

    RULED = True

    COMPONENT_CLASSES: ClassVar[set[str]] = {"navigation--cursor", "navigation--hint", "navigation--here"}

    DEFAULT_CSS = """
    Navigation {
        background: $background;
        color: $foreground;

        & > .navigation--cursor { text-style: bold underline; }
        &:focus > .navigation--cursor { text-style: reverse; }
        & > .navigation--hint { text-style: dim; }
        & > .navigation--here { text-style: bold; color: $text-accent; }
    }
    """

    class Expanded(Message):
        """A place was opened whose children are not known yet: answer with `add_children`."""

        def __init__(self, node: Node) -> None:
            super().__init__()
            self.node = node

    class Chosen(Message):
        """A place was chosen: enter, or a click on its label."""

        def __init__(self, node: Node) -> None:
            super().__init__()
            self.node = node

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._roots: tuple[Node, ...] = ()
        self._children: dict[str, tuple[Node, ...]] = {}
        self._opened: set[str] = set()
        self._here: frozenset[str] = frozenset()
        self._twigs: list[Twig] = []

    @property
    def count(self) -> int:
        """How many lines the tree has as it is opened now."""
        return len(self._twigs)

    @property
    def cursor_node(self) -> Node | None:
        """The place under the cursor."""
        return self._twigs[self._cursor].node if self._twigs else None

    def show(self, roots: Iterable[Node]) -> None:
        """Show a tree.  Places that are open stay open, and the cursor stays on its place."""
        self._roots = tuple(roots)
        self._grow()

    def add_children(self, node_key: str, nodes: Iterable[Node]) -> None:
        """Take in what is under a place."""
        self._children[node_key] = tuple(nodes)
        self._grow()

    def renew(self) -> None:
        """Ask anew what is under the places that are open."""
        for twig in self._twigs:
            if twig.node.key in self._opened:
                self.post_message(self.Expanded(twig.node))

    def mark(self, place_keys: Iterable[str]) -> None:
        """Show where one is: the nodes of these keys are marked."""
        here = frozenset(place_keys)
        if here != self._here:
            self._here = here
            self._strips.clear()
            self.refresh()

    def unfold(self, node_key: str) -> None:
        """Open a place by its key, asking for its children if they are not known."""
        for twig in self._twigs:
            if twig.node.key == node_key:
                self._open(twig.node)
                return

    def seek(self, node_key: str) -> bool:
        """Put the cursor on a place; whether it is on a line of the tree."""
        for line, twig in enumerate(self._twigs):
            if twig.node.key == node_key:
                self.move_to(line)
                return True
        return False

    def paint(self, position: int) -> Strip:
        """One place: indent, arrow, label, and its hint at the right."""
        twig, width = self._twigs[position], self.sight.width
        cursor = position == self._cursor
        base = self.rich_style
        style, hint_style = base, self.get_component_rich_style("navigation--hint")
        here = twig.node.key in self._here
        if cursor:
            style = hint_style = self.get_component_rich_style("navigation--cursor")
        if here:
            own = self.get_component_rich_style("navigation--here")
            style = style + Style(bold=True) if cursor else own
        start = " " * (INDENT * twig.depth) + self._arrow(twig.node) + (HERE if here else " ")
        hint = steady(twig.node.hint) if width >= HINTED else ""
        tail = f" {hint} " if hint else " "
        room = width - cell_len(start) - cell_len(tail)
        label = fit(steady(twig.node.label), max(room, 0))
        runs = [(start, style), (label, style), (tail, hint_style)]
        return strip_of(runs, width, sum(cell_len(text) for text, _ in runs), style)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        self._bring_into_sight()

    def on_click(self, event: events.Click) -> None:
        """A click on the arrow opens or closes, one on the label chooses."""
        where = self.position_at(event)
        if where is None or not 0 <= where[1] < self.count:
            return
        left, position = where
        self.move_to(position)
        twig = self._twigs[position]
        arrow = INDENT * twig.depth
        if arrow <= left <= arrow + 1 and self._arrow(twig.node) != LEAF:
            self._toggle(twig.node)
        else:
            self.post_message(self.Chosen(twig.node))

    def action_open(self) -> None:
        """Choose the place under the cursor."""
        if (node := self.cursor_node) is not None:
            self.post_message(self.Chosen(node))

    def action_sideways(self, by: int) -> None:
        """Right opens a place or steps into it, left closes it or steps out."""
        if not self._twigs:
            return
        twig = self._twigs[self._cursor]
        opened = twig.node.key in self._opened
        if by > 0 and self._arrow(twig.node) != LEAF:
            if not opened:
                self._open(twig.node)
            elif self._children.get(twig.node.key):
                self.move_to(self._cursor + 1)
        elif by < 0 and opened:
            self._toggle(twig.node)
        elif by < 0 and twig.parent >= 0:
            self.move_to(twig.parent)

    def _arrow(self, node: Node) -> str:
        if node.kind not in EXPANDABLE or self._children.get(node.key) == ():
            return LEAF
        return OPEN if node.key in self._opened else CLOSED

    def _toggle(self, node: Node) -> None:
        if node.key in self._opened:
            self._opened.discard(node.key)
            self._grow()
        else:
            self._open(node)

    def _open(self, node: Node) -> None:
        self._opened.add(node.key)
        if node.key not in self._children:
            self.post_message(self.Expanded(node))
        self._grow()

    def _grow(self) -> None:
        """Work out the lines anew, with the cursor on the place where it was, or on the nearest line."""
        before = self.cursor_node
        self._twigs = list(self._lines(self._roots, 0, -1, [0]))
        if before is not None:
            found = (line for line, twig in enumerate(self._twigs) if twig.node.key == before.key)
            self._cursor = next(found, self._cursor)
        self._cursor = max(0, min(self._cursor, len(self._twigs) - 1))
        self.redraw()

    def _lines(self, nodes: tuple[Node, ...], depth: int, parent: int, line: list[int]) -> Iterator[Twig]:
        """The lines of a branch; `line` counts them, since a twig names the line of its parent."""
        for node in nodes:
            here = line[0]
            line[0] += 1
            yield Twig(node, depth, parent)
            if node.key in self._opened:
                yield from self._lines(self._children.get(node.key, ()), depth + 1, here, line)
