"""Each key does what it says."""

from __future__ import annotations

import pytest
from app_stage import CONTEST, names, press, screen, settle, stage, text
from records import PACKAGED, built

from db.lens import Lens, Place
from tui.app import Slatewatch
from tui.reader import Reader
from tui.screens.bindings import BINDINGS
from tui.widgets.navigation import Navigation

SIZE = (120, 40)
BOARD = Place("composition", Lens(body="board"))


def test_every_key_has_an_id_words_and_an_explanation_and_none_clashes() -> None:
    ids = [binding.id for binding in BINDINGS]
    keys = [binding.key for binding in BINDINGS if binding.id != "scheme.count_here"]  # E, on other panes
    assert len(set(ids)) == len(ids) and None not in ids
    assert len(set(keys)) == len(keys)
    assert all(binding.description and binding.tooltip and binding.group for binding in BINDINGS)
    assert not {"j", "k"} & set(keys)


@pytest.mark.parametrize(
    ("key", "view"),
    [
        ("c", "composition"),
        ("h", "changes"),
        ("t", "contest"),
        ("n", "contests"),
        ("i", "factions"),
        ("u", "sources"),
        ("C", "claims"),
    ],
)
async def test_letters_open_panes_and_escape_comes_back(key: str, view: str) -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, key)
        assert screen(pilot).place.view == view
        assert screen(pilot).strip.active == view
        await press(pilot, "escape")
        assert screen(pilot).place.view == "candidates"


async def test_digits_switch_factions_and_zero_clears() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1")
        assert names(pilot) == ["Ann Archer", "Cat Carter"]
        await press(pilot, "2")
        assert len(names(pilot)) == 4
        await press(pilot, "1")
        assert names(pilot) == ["Bob Baker", "Eve Elder"]
        await press(pilot, "0")
        assert len(names(pilot)) == 10


async def test_digits_without_a_faction_are_no_keys() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "3" in screen(pilot).active_bindings and "4" not in screen(pilot).active_bindings
        before = screen(pilot).place
        await press(pilot, "7")
        assert screen(pilot).place == before
        assert "1-3 faction" in text(pilot)


async def test_slash_filters_while_one_types_and_the_cursor_keeps_its_row() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "j", "slash")
        await press(pilot, "c", "a", "r")
        assert names(pilot) == ["Cat Carter"]
        row = screen(pilot).pane.main.cursor_row
        assert row is not None and row.key == "cat"
        await press(pilot, "enter")
        assert screen(pilot).focused is screen(pilot).pane.main
        assert screen(pilot).place.lens.text == "car"
        await press(pilot, "escape")
        assert screen(pilot).place.lens.text == "" and len(names(pilot)) == 10
        row = screen(pilot).pane.main.cursor_row
        assert row is not None and row.key == "cat"


async def test_escape_in_the_filter_clears_it() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "z", "o", "escape")
        assert len(names(pilot)) == 10
        assert "words to filter by" not in text(pilot) and "with “" not in text(pilot)


async def test_no_letter_or_digit_acts_while_words_are_typed() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash")
        await press(pilot, "1", "q", "c", "?", "[", "e", "y")
        assert screen(pilot).place.lens == Lens(body="board", text="1qc?[ey")
        assert len(app.screen_stack) == 1


async def test_brackets_walk_along_the_dates() -> None:
    _, app = stage(BOARD)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "[")
        assert screen(pilot).place.lens.date == "2012-05"
        await press(pilot, "[", "]")
        assert screen(pilot).place.lens.date == "2012-05"
        await press(pilot, "[", "[")
        assert screen(pilot).place.lens.date == "2010"
        assert any("earlier" in note.message for note in app._notifications)


async def test_brackets_are_no_keys_where_no_day_is_looked_at() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "[", "d")
        assert screen(pilot).place.lens.date is None and len(app.screen_stack) == 1
        assert "date" not in text(pilot).splitlines()[-1]


async def test_quick_brackets_add_up() -> None:
    _, app = stage(BOARD)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("[", "[")
        await settle(pilot)
        assert screen(pilot).place.lens.date == "2010"


async def test_enter_opens_and_escape_returns_to_the_row() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "j", "j", "enter")
        assert screen(pilot).place.view == "candidate" and screen(pilot).place.lens.person == "dan"
        assert "Record" in text(pilot)
        await press(pilot, "escape")
        row = screen(pilot).pane.main.cursor_row
        assert row is not None and row.key == "dan"
        await press(pilot, "r")
        assert screen(pilot).place.lens.person == "dan"
        await press(pilot, "backspace")
        assert screen(pilot).place.view == "candidates"


async def test_escape_with_nowhere_to_go_back_to_stays() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "escape", "escape", "backspace")
        assert screen(pilot).place.view == "candidates"


async def test_s_sorts_by_the_next_column_and_capital_s_the_other_way() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "s")
        assert screen(pilot).place.lens.sort == "person"
        await press(pilot, "s", "s")
        assert screen(pilot).place.lens.sort == "-votes"
        await press(pilot, "S")
        assert screen(pilot).place.lens.sort == "votes"
        assert names(pilot)[-1] == "Ann Archer"
        await press(pilot, "s", "s")
        assert screen(pilot).place.lens.sort is None


async def test_a_click_on_a_header_sorts() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        line = text(pilot).splitlines()
        y = next(n for n, words in enumerate(line) if "Votes" in words)
        await pilot.click(offset=(line[y].index("Votes") + 2, y))
        await settle(pilot)
        assert screen(pilot).place.lens.sort == "-votes"


async def test_tab_goes_to_the_further_table_and_on() -> None:
    _, app = stage(Place("composition", Lens(body="board")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Ann Archer" in text(pilot)
        await press(pilot, "tab")
        assert screen(pilot).pane.grid is not screen(pilot).pane.main
        assert "Holder" in text(pilot)
        await press(pilot, "j", "enter")
        assert screen(pilot).place.lens.person == "bob"
        await press(pilot, "escape")
        grid = screen(pilot).pane.grid
        assert grid is not screen(pilot).pane.main and grid.cursor == 1 and grid.has_focus


async def test_b_goes_to_the_bodies_and_enter_chooses_one() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "b")
        assert isinstance(screen(pilot).focused, Navigation)
        await press(pilot, "j", "j", "enter")
        assert screen(pilot).place == Place("candidates", Lens(body="club"))
        assert screen(pilot).focused is screen(pilot).pane.main


async def test_the_bodies_unfold_to_contests() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "b", "j", "right", "j", "enter")
        assert screen(pilot).place == CONTEST.place


@pytest.mark.parametrize("key", ["b", "shift+tab"])
async def test_on_narrow_screens_the_bodies_slide_in_and_out(key: str) -> None:
    _, app = stage()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "Club" not in text(pilot)
        await press(pilot, key)
        assert "Club" in text(pilot)
        await press(pilot, "escape")
        assert "Club" not in text(pilot)
        await press(pilot, key, "j", "j", "enter")
        assert "Club" not in text(pilot) and screen(pilot).place.lens.body == "club"


async def test_m_gives_one_table_the_screen_and_back() -> None:
    _, app = stage(Place("composition", Lens(body="board")))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "m")
        assert screen(pilot).maximized is screen(pilot).pane.main
        await press(pilot, "m")
        assert screen(pilot).maximized is None
        await press(pilot, "m", "escape")
        assert screen(pilot).maximized is None and screen(pilot).place.view == "composition"


async def test_y_copies_the_row_and_capital_y_the_view() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "y")
        assert app.clipboard == "Ann Archer\tGrassroots\t900\telected\t"
        await press(pilot, "Y")
        assert app.clipboard.startswith("# ") and "Dan Draper" in app.clipboard
        said = [note.message for note in app._notifications]
        assert any("Ann Archer" in words for words in said) and any("Markdown" in words for words in said)


async def test_ctrl_t_changes_between_light_and_dark() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        assert app.current_theme.dark
        await press(pilot, "ctrl+t")
        assert not app.current_theme.dark
        await press(pilot, "ctrl+t")
        assert app.current_theme.dark


async def test_q_quits() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await pilot.press("q")
        await pilot.pause()
    assert app.return_code == 0


async def test_g_groups_holders_in_the_next_way_where_holders_are_grouped() -> None:
    app = Slatewatch(Reader(built(PACKAGED)), place=Place("composition", Lens(body="nec", date="2018-06")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "g")
        assert screen(pilot).place.lens.grouping == "endorsement"
        assert "by endorsement" in text(pilot).splitlines()[0]
        await press(pilot, "c", "a", "g")
        assert screen(pilot).place.lens.grouping == "endorsement", "candidates are not grouped"
