"""The grid on a screen: what keys and clicks do, what is asked for, where the cursor stays."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.events import MouseScrollDown
from textual.pilot import Pilot
from textual.strip import Strip

from db.lens import Lens
from db.view import Column, Kind, Row, Table, View
from tui.widgets.grid import LEISURE, Grid

pytestmark = pytest.mark.asyncio

COLUMNS = (Column("name", "Name"), Column("votes", "Votes", Kind.NUMBER))
MILLIONS = 3_000_000


def row(number: int) -> Row:
    """A row whose name tells its place."""
    return Row(f"r{number}", (f"Name {number}", number))


def view(count: int = 50, total: int | None = None, first: int = 0, lens: Lens | None = None) -> View:
    """A view of numbered rows."""
    rows = tuple(row(number) for number in range(first, first + count))
    whole = total if total is not None else count
    return View("candidates", "Candidates", lens or Lens(), "", (), COLUMNS, rows, whole, first)


class Bench(App[None]):
    """An app with nothing but a grid, which writes down what the grid says."""

    CSS = "Grid { height: 1fr; }"
    answering = True

    def __init__(self, shown: View, title: str = "") -> None:
        super().__init__()
        self.shown, self.caption = shown, title
        self.opened: list[str] = []
        self.highlighted: list[str | None] = []
        self.wanted: list[tuple[int, int]] = []
        self.sorts: list[str] = []

    def compose(self) -> ComposeResult:
        yield Grid(title=self.caption)

    def on_mount(self) -> None:
        self.grid.show(self.shown)
        self.grid.focus()

    @property
    def grid(self) -> Grid:
        return self.query_one(Grid)

    def on_grid_row_opened(self, message: Grid.RowOpened) -> None:
        self.opened.append(message.row.key)

    def on_grid_row_highlighted(self, message: Grid.RowHighlighted) -> None:
        self.highlighted.append(message.row.key if message.row else None)

    def on_grid_sort_wanted(self, message: Grid.SortWanted) -> None:
        self.sorts.append(message.column_key)

    def on_grid_rows_wanted(self, message: Grid.RowsWanted) -> None:
        self.wanted.append((message.first, message.limit))
        if self.answering:
            size = min(message.limit, MILLIONS - message.first)
            message.grid.add_window(view(size, MILLIONS, message.first))


def seen(app: Bench) -> list[str]:
    """The lines of the grid as they are drawn, without the bar at their right end."""
    return [
        app.grid.render_line(y).text[: app.grid.sight.width].rstrip() for y in range(app.grid.size.height)
    ]


def bar(app: Bench) -> str:
    """The bar, from above."""
    lines = (app.grid.render_line(y).text for y in range(app.grid.head, app.grid.size.height))
    return "".join(line[app.grid.sight.width :] for line in lines)


async def settle(pilot: Pilot[None]) -> None:
    """Wait until every message has been handled."""
    await pilot.pause()
    await pilot.pause()


async def test_keys_move_and_open() -> None:
    app = Bench(view())
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("down", "j", "k", "enter")
        assert (app.grid.cursor, app.opened) == (1, ["r1"])
        await pilot.press("end")
        assert app.grid.cursor == 49
        assert "Name 49" in seen(app)[-1]
        await pilot.press("pageup")
        assert app.grid.cursor == 39
        await pilot.press("ctrl+f", "end", "home", "up")
        assert app.grid.cursor == 0
        assert app.highlighted[-1] == "r0"


async def test_the_header_stays_and_the_cursor_is_pointed_at() -> None:
    app = Bench(view(), title="Slate [totals]")
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("end", "up")
        lines = seen(app)
        assert lines[0].strip() == "Slate [totals]"
        assert lines[1].split() == ["Name", "Votes"]
        assert [line for line in lines if line.startswith("›")] == ["› Name 48     48"]


async def test_the_cursor_stays_on_the_key_of_its_row() -> None:
    app = Bench(view())
    async with app.run_test(size=(40, 12)) as pilot:
        app.grid.move_to(30)
        backwards = view()._replace(rows=tuple(reversed(view().rows)), lens=Lens(sort="-votes"))
        app.grid.show(backwards)
        await settle(pilot)
        assert (app.grid.cursor, app.grid.cursor_row) == (19, row(30))
        app.grid.show(view(10))
        assert app.grid.cursor == 9
        assert app.grid.seek("r4")
        assert not app.grid.seek("r40")
        await settle(pilot)
        assert app.highlighted[-1] == "r4"


async def test_another_question_starts_at_the_top() -> None:
    app = Bench(view())
    async with app.run_test(size=(40, 12)):
        app.grid.move_to(30)
        others = tuple(each._replace(key=f"x{each.key}") for each in view().rows)
        app.grid.show(view()._replace(name="contests", rows=others))
        assert (app.grid.cursor, app.grid.scroll_offset.y) == (0, 0)


async def test_a_list_of_millions_is_read_where_it_is_seen() -> None:
    app = Bench(view(128, MILLIONS))
    async with app.run_test(size=(40, 12)) as pilot:
        assert app.grid.max_scroll_y == MILLIONS - 11
        assert app.wanted == []
        await pilot.press("end")
        await settle(pilot)
        assert app.wanted == [((MILLIONS - 1) // 64 * 64, 64)]
        assert app.grid.cursor_row == row(MILLIONS - 1)
        assert app.highlighted[-1] == f"r{MILLIONS - 1}"
        assert seen(app)[-1].split() == ["›", "Name", "2999999", "2,999,999"]


async def test_rows_on_their_way_are_a_faint_sign_and_asked_for_once() -> None:
    app = Bench(view(128, MILLIONS))
    app.answering = False
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("end", "up", "up")
        await settle(pilot)
        assert len(app.wanted) == 1
        assert app.grid.cursor_row is None
        assert {line.strip(" ›") for line in seen(app)[1:]} == {"…"}
        first, _ = app.wanted[0]
        app.grid.add_window(view(64, MILLIONS, first, Lens(text="late")))
        assert app.grid.cursor_row is None
        app.grid.add_window(view(MILLIONS - first, MILLIONS, first))
        assert app.grid.cursor_row == row(MILLIONS - 3)


async def test_the_next_page_is_there_before_it_is_wanted() -> None:
    app = Bench(view(64, MILLIONS))
    async with app.run_test(size=(40, 50)) as pilot:
        assert app.wanted == []
        await pilot.pause(LEISURE * 2)
        assert app.wanted == [(64, 64)]
        await pilot.press("pagedown")
        assert "…" not in "".join(seen(app))


async def test_columns_do_not_move_while_scrolling() -> None:
    app = Bench(view(128, MILLIONS))
    async with app.run_test(size=(40, 12)) as pilot:
        header = seen(app)[0]
        for key in ("pagedown", "end", "pageup", "home"):
            await pilot.press(key)
            await settle(pilot)
            assert seen(app)[0] == header


async def test_a_count_completed_later_makes_the_list_longer() -> None:
    app = Bench(view(128, 20_001))
    async with app.run_test(size=(40, 12)):
        app.grid.add_window(view(128, 54_321, 128))
        assert app.grid.count == 54_321
        assert app.grid.max_scroll_y == 54_321 - 11


async def test_only_rows_in_sight_are_drawn(monkeypatch: pytest.MonkeyPatch) -> None:
    painted: list[int] = []
    paint = Grid.paint

    def counted(grid: Grid, position: int) -> Strip:
        painted.append(position)
        return paint(grid, position)

    monkeypatch.setattr(Grid, "paint", counted)
    app = Bench(view(500))
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        assert set(painted) <= set(range(12))
        painted.clear()
        await pilot.press("down")
        await settle(pilot)
        assert sorted(set(painted)) == [0, 1]
        assert len(painted) == 2


async def test_mouse_moves_opens_and_sorts() -> None:
    app = Bench(view())
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.click(Grid, offset=(5, 4))
        assert (app.grid.cursor, app.opened) == (3, [])
        await pilot.click(Grid, offset=(5, 4))
        assert app.opened == ["r3"]
        await pilot.click(Grid, offset=(3, 0))
        await pilot.click(Grid, offset=(13, 0))
        assert app.sorts == ["name", "votes"]


async def test_no_rows_says_why_and_what_shows_more() -> None:
    nothing = view(0)._replace(empty="No candidate matches [x].", widen=(("0", "show every faction"),))
    app = Bench(nothing)
    async with app.run_test(size=(40, 12)) as pilot:
        await pilot.press("down", "end", "enter")
        assert [line.strip() for line in seen(app)[1:3]] == [
            "No candidate matches [x].",
            "0  show every faction",
        ]
        assert (app.grid.cursor_row, app.opened, app.grid.cursor) == (None, [], 0)


async def test_a_table_too_wide_scrolls_sideways() -> None:
    columns = tuple(Column(f"c{number}", f"Column {number}", Kind.NUMBER) for number in range(12))
    rows = tuple(Row(str(number), tuple(range(12))) for number in range(3))
    app = Bench(view())
    async with app.run_test(size=(40, 12)) as pilot:
        app.grid.show_table(Table("t", "Rounds", columns, rows))
        await settle(pilot)
        assert app.grid.title == "Rounds"
        assert seen(app)[1].endswith("›") and "‹" not in seen(app)[1]
        await pilot.press("right")
        assert seen(app)[1].startswith("‹") and seen(app)[1].endswith("›")
        await pilot.press(*["right"] * 12)
        lines = seen(app)
        assert lines[0].strip() == "Rounds"
        assert lines[1].startswith("‹") and "›" not in lines[1]
        assert lines[2].split()[-1] == "11"


@pytest.mark.parametrize("theme", ["textual-dark", "textual-light", "ansi-dark", "ansi-light"])
@pytest.mark.parametrize("plain", [False, True])
async def test_every_theme_draws_it(theme: str, plain: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("NO_COLOR", raising=False)
    if plain:
        monkeypatch.setenv("NO_COLOR", "1")
    app = Bench(view())
    async with app.run_test(size=(40, 12)) as pilot:
        app.theme = theme
        await settle(pilot)
        assert "Name 5" in seen(app)[6]
        cursor = app.grid.render_line(1)
        assert any(segment.style and segment.style.reverse for segment in cursor)
        assert app.export_screenshot()


async def test_the_bar_shows_how_far_down_one_is_and_is_dragged() -> None:
    app = Bench(view(44))
    async with app.run_test(size=(40, 12)) as pilot:
        assert bar(app) == "███" + " " * 8
        await pilot.press("end")
        assert bar(app) == " " * 8 + "███"
        await pilot.mouse_down(Grid, offset=(39, 6))
        assert 10 <= app.grid.scroll_offset.y <= 25 and app.grid.cursor == 43
        await pilot.hover(Grid, offset=(39, 1))
        assert app.grid.scroll_offset.y == 0
        await pilot.mouse_up(Grid, offset=(39, 1))
        await pilot.hover(Grid, offset=(39, 11))
        assert app.grid.scroll_offset.y == 0
        await pilot.click(Grid, offset=(39, 11))
        assert app.grid.scroll_offset.y == 33 and app.opened == []
        app.grid.show(view(11))
        await settle(pilot)
        assert bar(app) == ""


async def test_the_wheel_scrolls_and_leaves_the_cursor() -> None:
    app = Bench(view())
    async with app.run_test(size=(40, 12)) as pilot:
        await settle(pilot)
        await pilot._post_mouse_events([MouseScrollDown], Grid, button=0)
        assert app.grid.scroll_offset.y > 0 and app.grid.cursor == 0
