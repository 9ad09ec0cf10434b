"""The factions' chips, the tree of places and the chamber on a screen."""

from __future__ import annotations

from typing import NamedTuple

import pytest
from rich.cells import cell_len
from rich.color import Color as RichColor
from textual.app import App, ComposeResult

from db.lens import Lens, Place
from db.view import NO_SLATE, Faction, Hemicycle, View
from tui.widgets.colours import legible
from tui.widgets.faction_bar import FactionBar, arranged
from tui.widgets.navigation import Navigation
from tui.widgets.parliament import Parliament

NAMES = ("CLGA", "LtW", "OL", "Ind", "Momentum", "Progress", "Unions", "Tribune", "Fabians")
SLOTS = tuple(Faction(name.lower(), name, name, name[0], "#aa3344") for name in NAMES)


class Node(NamedTuple):
    """A place as the record gives it."""

    kind: str
    key: str
    label: str
    hint: str
    place: Place


def node(kind: str, key: str, label: str = "", hint: str = "") -> Node:
    """A place with a label made from its key."""
    return Node(kind, key, label or key.title(), hint, Place("composition", Lens(body=key)))


class Bench(App[None]):
    """An app of the three widgets, which writes down what they say."""

    CSS = (
        "FactionBar { height: 2; } Navigation { height: 8; width: 30; } Parliament { height: 9; width: 60; }"
    )

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []

    def compose(self) -> ComposeResult:
        yield FactionBar()
        yield Navigation()
        yield Parliament()

    @property
    def nav(self) -> Navigation:
        return self.query_one(Navigation)

    @property
    def bar(self) -> FactionBar:
        return self.query_one(FactionBar)

    def on_faction_bar_toggled(self, message: FactionBar.Toggled) -> None:
        self.said.append(f"toggled {message.key}")

    def on_faction_bar_cleared(self) -> None:
        self.said.append("cleared")

    def on_faction_bar_picker_wanted(self) -> None:
        self.said.append("picker")

    def on_navigation_chosen(self, message: Navigation.Chosen) -> None:
        self.said.append(f"chosen {message.node.key}")

    def on_navigation_expanded(self, message: Navigation.Expanded) -> None:
        self.said.append(f"expanded {message.node.key}")
        kind = "section" if message.node.kind == "body" else "contest"
        names = [] if message.node.key == "empty" else ["a", "b"]
        self.nav.add_children(message.node.key, [node(kind, f"{message.node.key}-{name}") for name in names])


def seen(widget: FactionBar | Navigation | Parliament) -> list[str]:
    """The lines of a widget as they are drawn, without the rule at the right end of a tree."""
    width = widget.sight.width if isinstance(widget, Navigation) else None
    return [widget.render_line(y).text[:width].rstrip() for y in range(widget.size.height)]


def test_chips_fit_into_two_lines_with_names_at_eighty_columns() -> None:
    rows = arranged(SLOTS, frozenset({"ol"}), 14, 80)
    assert len(rows) == 2
    text = "\n".join("  ".join(chip.text for chip in row) for row in rows)
    assert all(name in text for name in NAMES)
    assert "3 ■ O OL" in text and "2 □ L LtW" in text and text.endswith("0 all  f 14 more…")


@pytest.mark.parametrize("width", range(20, 160, 7))
def test_chips_are_never_wider_than_the_bar(width: int) -> None:
    for row in arranged((*SLOTS[:8], NO_SLATE), frozenset(), 1200, width):
        assert cell_len("  ".join(chip.text for chip in row)) <= width or len(row) == 1


@pytest.mark.parametrize("colour", ["#000000", "#ffffff", "#d4000f", "#ffff00", "not a colour", ""])
@pytest.mark.parametrize("background", ["#000000", "#ffffff", "#1e1e1e", "#e0e0e0", "default"])
def test_colours_stand_out_from_any_background(colour: str, background: str) -> None:
    shade = legible(colour, RichColor.parse(background), dark=True)
    behind = RichColor.parse("#000000" if background == "default" else background)
    assert shade.triplet and behind.triplet
    assert abs(sum(shade.triplet) - sum(behind.triplet)) > 120


@pytest.mark.asyncio
async def test_clicks_on_chips_say_what_is_wanted() -> None:
    app = Bench()
    async with app.run_test(size=(80, 40)) as pilot:
        app.bar.show(SLOTS, frozenset({"ltw", "elsewhere"}), 14)
        await pilot.pause()
        lines = seen(app.bar)
        assert (
            app.bar.lines_for(80) == 2
            and app.bar.lines_for(400) == 1
            and lines[1].endswith("f 14 more… (1 on)")
        )
        for word in ("LtW", "OL"):
            await pilot.click(FactionBar, offset=(lines[0].index(word), 0))
        for word in ("all", "more"):
            await pilot.click(FactionBar, offset=(lines[1].index(word), 1))
        await pilot.click(FactionBar, offset=(79, 0))
        assert app.said == ["toggled ltw", "toggled ol", "cleared", "picker"]


@pytest.mark.asyncio
async def test_the_tree_opens_steps_and_closes_by_key() -> None:
    app = Bench()
    async with app.run_test(size=(80, 40)) as pilot:
        app.nav.show([node("body", "nec", "NEC", "39 seats"), node("body", "empty")])
        app.nav.focus()
        await pilot.press("right")
        await pilot.pause()
        assert [line.strip() for line in seen(app.nav)[:4]] == [
            "▾ NEC               39 seats",
            "▸ Nec-A",
            "▸ Nec-B",
            "▸ Empty",
        ]
        await pilot.press("right", "j", "enter", "left")
        assert app.said == ["expanded nec", "chosen nec-b"]
        assert app.nav.cursor == 0
        await pilot.press("left", "down", "right")
        await pilot.pause()
        assert [line.strip() for line in seen(app.nav)[:2]] == ["▸ NEC               39 seats", "Empty"]
        await pilot.press("home", "right")
        assert app.said == ["expanded nec", "chosen nec-b", "expanded empty"]


@pytest.mark.asyncio
async def test_a_click_on_the_arrow_opens_and_on_the_label_chooses() -> None:
    app = Bench()
    async with app.run_test(size=(80, 40)) as pilot:
        app.nav.show([node("body", "nec"), node("body", "[red]npf", "[red]NPF")])
        await pilot.pause()
        await pilot.click(Navigation, offset=(0, 0))
        await pilot.pause()
        await pilot.click(Navigation, offset=(6, 2))
        await pilot.click(Navigation, offset=(0, 0))
        assert app.said == ["expanded nec", "chosen nec-b"]
        assert [line.strip() for line in seen(app.nav)[:2]] == ["▸ Nec", "▸ [red]NPF"]
        assert app.nav.cursor == 0


@pytest.mark.asyncio
async def test_thousands_of_places_and_the_mark_of_where_one_is() -> None:
    app = Bench()
    async with app.run_test(size=(80, 40)) as pilot:
        app.nav.show([node("body", f"b{number}") for number in range(5000)])
        app.nav.mark({"b4998"})
        app.nav.focus()
        await pilot.press("end", "up")
        assert seen(app.nav)[-2] == "▸•B4998"
        assert app.nav.seek("b17") and app.nav.cursor == 17
        app.nav.show([node("body", f"b{number}") for number in range(10, 5000)])
        assert app.nav.cursor == 7
        app.nav.show([])
        await pilot.press("down", "right", "enter", "pagedown")
        assert app.said == []


@pytest.mark.asyncio
async def test_the_chamber_takes_the_lines_that_it_needs() -> None:
    app = Bench()
    groups = ((SLOTS[0], 20), (SLOTS[1], 17))
    view = View("composition", "", Lens(), "", (), (), (), 0, drawing=Hemicycle(groups, 2, 20))
    async with app.run_test(size=(80, 40)) as pilot:
        chamber = app.query_one(Parliament)
        assert not chamber.display
        chamber.show(view)
        await pilot.pause()
        assert chamber.lines_for(60) == 9
        assert sum(line.count("●") for line in seen(chamber)[:7]) == 37
        assert "majority 20 of 39" in "\n".join(seen(chamber))
        chamber.show(View("contests", "", Lens(), "", (), (), (), 0))
        await pilot.pause()
        assert not chamber.display
