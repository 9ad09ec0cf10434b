"""The screen as a whole: stale answers, failures, hostile names, empty views, every size, no colour."""

from __future__ import annotations

import sqlite3
import threading

import pytest
from app_stage import GRASS, FakeReader, names, press, screen, settle, stage, text
from textual.pilot import Pilot

from db.lens import Lens, Place
from db.view import Faction, View
from tui.app import Slatewatch
from tui.screens.memory import Memory

SIZE = (120, 40)
BOARD = Place("composition", Lens(body="board"))


async def test_the_first_picture_says_what_is_looked_at() -> None:
    reader, app = stage(BOARD)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        picture = text(pilot)
        assert "slatewatch" in picture and "board" in picture.splitlines()[0]
        assert "10 of 10 stood [bold]." in picture
        assert "Seat-holders" in picture and "Ann Archer" in picture
        assert ". 1 note, 1 source" in picture
    assert reader.asked == [BOARD], "asked once, and for nothing else"


async def test_without_a_place_the_first_body_is_shown() -> None:
    reader = FakeReader()
    app = Slatewatch(reader)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert screen(pilot).shown == BOARD


async def test_a_remembered_place_that_is_gone_gives_way_to_the_first_body() -> None:
    _, app = stage(Place("composition", Lens(body="gone")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert screen(pilot).shown == BOARD
        assert not app._notifications


async def test_an_answer_that_comes_too_late_is_dropped() -> None:
    reader, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        slow = Place("candidates", Lens(body="board", factions=frozenset({GRASS.key})))
        reader.held[slow] = threading.Event()
        await pilot.press("1")
        await pilot.press("2", "1")
        await pilot.pause()
        assert names(pilot) == ["Bob Baker", "Eve Elder"]
        reader.held.pop(slow).set()
        await settle(pilot)
        assert names(pilot) == ["Bob Baker", "Eve Elder"]


async def test_a_long_wait_is_shown_and_the_keys_go_on_working() -> None:
    reader, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        slow = Place("changes", Lens(body="board"))
        reader.held[slow] = gate = threading.Event()
        await pilot.press("h")
        await pilot.pause(0.3)
        assert "…reading" in text(pilot)
        await pilot.press("j")
        assert screen(pilot).pane.main.cursor == 1
        gate.set()
        await settle(pilot)
        assert "…reading" not in text(pilot)


async def test_a_first_look_that_takes_its_time_is_waited_for() -> None:
    reader = FakeReader()
    reader.held[BOARD] = gate = threading.Event()
    app = Slatewatch(reader, place=BOARD)
    async with app.run_test(size=SIZE) as pilot:
        await pilot.pause(0.3)
        assert "…reading" in text(pilot) and "Ann Archer" not in text(pilot)
        await press_quietly(pilot, "j", "s", "e", "y", "tab", "/")
        gate.set()
        await settle(pilot)
        assert "Ann Archer" in text(pilot) and "…reading" not in text(pilot)


async def press_quietly(pilot: Pilot[None], *keys: str) -> None:
    """Press keys without waiting for what they set going."""
    for key in keys:
        await pilot.press(key)


async def test_the_table_in_use_may_vanish_with_the_filter() -> None:
    class Fewer(FakeReader):
        def ask(self, place: Place, first: int = 0, limit: int | None = None) -> View:
            view = super().ask(place, first, limit)
            return view._replace(tables=()) if place.lens.factions else view

    app = Slatewatch(Fewer(), place=Place("composition", Lens(body="board")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "tab")
        assert screen(pilot).pane.opened == 1
        await press(pilot, "1")
        assert screen(pilot).pane.opened == 0
        assert names(pilot) == ["Ann Archer", "Cat Carter"]


async def test_a_record_without_bodies_says_what_to_do() -> None:
    class Nothing(FakeReader):
        def bodies(self, limit: int = -1) -> tuple[()]:
            return ()

    app = Slatewatch(Nothing())
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert any("no body yet" in note.message for note in app._notifications)
        await press(pilot, "j", "enter", "?", "escape", "b", "escape")


async def test_a_file_that_cannot_be_read_is_a_sentence() -> None:
    class Broken(FakeReader):
        def slots(self) -> tuple[Faction, ...]:
            raise sqlite3.DatabaseError("database disk image is malformed")

    app = Slatewatch(Broken())
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert any("malformed" in note.message for note in app._notifications)


async def test_a_question_that_fails_is_a_sentence_and_one_stays() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        screen(pilot).go(Place("composition", Lens(body="gone")))
        await settle(pilot)
        assert [note.message for note in app._notifications] == ["There is no body gone[/] on record."]
        assert screen(pilot).place.view == "candidates" and not screen(pilot).trail.steps
        await press(pilot, "1")
        assert names(pilot) == ["Ann Archer", "Cat Carter"]


async def test_names_from_outside_are_shown_as_they_are() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        picture = text(pilot)
        assert "[/]" in picture and "[red]x" in picture and "␛[31mred␛[0m" in picture
        assert "\x1b" not in picture and "\u202e" not in picture
        for position in range(5, 10):
            screen(pilot).pane.main.move_to(position)
            await press(pilot, "y")
        await press(pilot, "/", "[", "/", "]", "enter")
        assert names(pilot) == ["[/]"]
        assert "“[/]”" in text(pilot)


async def test_an_empty_view_says_why_and_what_widens_it() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "slash", "x", "x", "x", "enter")
        picture = text(pilot)
        assert "Nobody stood for these." in picture and "show every faction" in picture
        await press(pilot, "enter", "y", "s", "j", "end")
        assert screen(pilot).place.view == "candidates"


async def test_the_cursor_stays_on_its_row_when_a_faction_is_switched() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "j", "j", "1")
        row = screen(pilot).pane.main.cursor_row
        assert row is not None and row.key == "cat"
        await press(pilot, "0")
        row = screen(pilot).pane.main.cursor_row
        assert row is not None and row.key == "cat"


async def test_a_long_list_is_read_where_it_is_looked_at() -> None:
    reader = FakeReader()
    reader.size = 12_034
    app = Slatewatch(reader, place=Place("candidates", Lens(body="board")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "12,034 rows" in text(pilot)
        await press(pilot, "end")
        await settle(pilot)
        assert "Person 12033" in text(pilot)
        await press(pilot, "enter", "escape")
        assert screen(pilot).pane.main.cursor == 12_033
        assert "Person 12033" in text(pilot)


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (100, 30), (120, 40), (200, 60), (20, 8)])
@pytest.mark.parametrize("view", ["composition", "candidates"])
async def test_every_size_works(size: tuple[int, int], view: str) -> None:
    _, app = stage(Place(view, Lens(body="board")))
    async with app.run_test(size=size) as pilot:
        await press(pilot, "tab", "j", "1", "b", "escape", "m", "m", "slash", "escape", "?", "escape")
        if size[0] >= 60:
            assert "Cat Carter" in text(pilot)


async def test_the_picture_follows_the_size() -> None:
    _, app = stage(BOARD)
    async with app.run_test(size=(200, 60)) as pilot:
        await settle(pilot)
        assert screen(pilot).pane.main.region.x > screen(pilot).pane.parliament.region.right
        await pilot.resize_terminal(60, 20)
        await pilot.pause(0.2)
        await settle(pilot)
        assert not screen(pilot).pane.parliament.region.overlaps(screen(pilot).pane.main.region)
        assert screen(pilot).pane.main.region.x == screen(pilot).pane.region.x
        assert "Ann Archer" in text(pilot)


async def test_without_colour_signs_remain(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    _, app = stage(BOARD)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1")
        picture = text(pilot)
        assert "1 ■ G Grass" in picture and "2 □ W Win" in picture


@pytest.mark.parametrize("theme", ["textual-light", "textual-dark", "textual-ansi", "nord"])
async def test_every_theme_draws(theme: str) -> None:
    _, app = stage(BOARD)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        if theme in app.available_themes:
            app.theme = theme
        await settle(pilot)
        assert "Ann Archer" in text(pilot)


async def test_theme_and_place_come_back(tmp_path: object) -> None:
    from pathlib import Path

    file = Path(str(tmp_path)) / "session.json"
    _, app = stage(memory=Memory(file))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+t", "c", "1", "q")
    again = Slatewatch(FakeReader(), Memory(file))
    async with again.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert again.theme == "textual-light"
        assert screen(pilot).shown == Place("composition", Lens(body="board", factions=frozenset({"grass"})))


async def test_thousands_of_bodies_come_after_the_first_picture_and_the_way_is_marked() -> None:
    reader = FakeReader()
    reader.clubs = 3_000
    app = Slatewatch(reader, place=Place("candidates", Lens(body="club-2500")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        tree = screen(pilot).navigation
        assert tree is not None
        assert tree.count == 3_002
        assert tree.seek("club-2500") and tree.cursor == 2_502
        await pilot.pause()
        assert "▾•Club 2500" in text(pilot) or "•Club 2500" in text(pilot)
