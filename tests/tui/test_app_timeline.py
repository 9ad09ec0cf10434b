"""The body through time under its composition: it comes after it, stays while the day moves, and never holds it up."""

from __future__ import annotations

import threading

from app_stage import COURSE, FakeReader, press, screen, settle, stage, text
from records import SMALL, built

from db.lens import Lens, Place
from db.view import Timeline
from tui.app import Slatewatch
from tui.reader import Reader
from tui.screens.changing.importing import ImportingScreen
from tui.widgets.course import Course

BOARD = Place("composition", Lens(body="board"))


class SlowReader(FakeReader):
    """Counts how often the timeline is asked for, and can hold it back."""

    def __init__(self) -> None:
        super().__init__()
        self.course = COURSE
        self.followed: list[Lens] = []
        self.gate = threading.Event()
        self.gate.set()

    def timeline(self, lens: Lens) -> Timeline | None:
        self.followed.append(lens)
        self.gate.wait(5)
        return super().timeline(lens)


async def test_it_comes_after_the_composition_and_says_what_happened() -> None:
    reader, app = SlowReader(), stage(BOARD)[1]
    reader.gate.clear()
    async with app.run_test(size=(120, 40)) as pilot:
        screen(pilot).reader = reader
        await pilot.pause(0.2)
        assert "Ann Archer" in text(pilot)
        assert "What happened" not in text(pilot)
        reader.gate.set()
        await settle(pilot)
        assert "20 Aug 2014 B What happened 2 [/]. (The Gazette)" in text(pilot)


async def test_the_brackets_move_along_it_without_reading_it_again() -> None:
    reader, app = SlowReader(), stage(BOARD)[1]
    async with app.run_test(size=(120, 40)) as pilot:
        screen(pilot).reader = reader
        await settle(pilot)
        await press(pilot, "left_square_bracket")
        assert "May 2012 R What happened 1 [/]." in text(pilot)
        await press(pilot, "left_square_bracket", "right_square_bracket")
        assert len(reader.followed) == 1


async def test_a_faction_is_switched_on_without_reading_it_again() -> None:
    reader, app = SlowReader(), stage(BOARD)[1]
    async with app.run_test(size=(120, 40)) as pilot:
        screen(pilot).reader = reader
        await settle(pilot)
        await press(pilot, "1")
        shown = pilot.app.screen.query_one(Course).value
        assert shown is not None and shown.factions == {"grass"}
        assert len(reader.followed) == 1


async def test_another_section_keeps_its_place_and_gets_its_own() -> None:
    reader, app = SlowReader(), stage(BOARD)[1]
    async with app.run_test(size=(120, 40)) as pilot:
        screen(pilot).reader = reader
        await settle(pilot)
        region = pilot.app.screen.query_one(Course).region
        reader.gate.clear()
        screen(pilot).go(Place("composition", Lens(body="board", section="members")))
        await pilot.pause(0.2)
        assert pilot.app.screen.query_one(Course).region == region
        assert "What happened" not in text(pilot)
        reader.gate.set()
        await settle(pilot)
        assert [lens.section for lens in reader.followed] == [None, "members"]
        assert "What happened 2" in text(pilot)


async def test_one_that_comes_too_late_is_not_shown() -> None:
    reader, app = SlowReader(), stage(BOARD)[1]
    reader.gate.clear()
    async with app.run_test(size=(120, 40)) as pilot:
        screen(pilot).reader = reader
        await pilot.pause(0.2)
        screen(pilot).go(Place("candidates", Lens(body="board")))
        reader.gate.set()
        await settle(pilot)
        assert "What happened" not in text(pilot)


async def test_a_click_on_a_column_goes_to_its_day() -> None:
    reader, app = SlowReader(), stage(BOARD)[1]
    async with app.run_test(size=(120, 40)) as pilot:
        screen(pilot).reader = reader
        await settle(pilot)
        await pilot.click(Course, offset=(8, 1))
        await settle(pilot)
        assert screen(pilot).place.lens.date == "2012-05"
        await pilot.click(Course, offset=(2, pilot.app.screen.query_one(Course).size.height - 1))
        await settle(pilot)
        assert screen(pilot).place.lens.date == "2012-05"


async def test_on_a_small_screen_it_is_the_words_and_the_table_stays_useful() -> None:
    reader, app = stage(BOARD)
    reader.course = COURSE
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "20 Aug 2014 B What happened 2" in text(pilot)
        assert screen(pilot).pane.main.size.height >= 9


async def test_a_record_that_has_changed_is_read_again() -> None:
    reader, app = SlowReader(), stage(BOARD)[1]
    async with app.run_test(size=(120, 40)) as pilot:
        screen(pilot).reader = reader
        await settle(pilot)
        screen(pilot).post_message(ImportingScreen.RecordChanged(None))
        await settle(pilot)
        assert len(reader.followed) == 2


async def test_in_the_pane_of_the_timeline_the_brackets_move_the_cursor_to_the_day() -> None:
    reader = Reader(built(SMALL))
    app = Slatewatch(reader, None, Place("timeline", Lens(body="rtu", section="members", date="2017-03-07")))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        grid = screen(pilot).pane.main
        assert grid.cursor_row is not None and grid.cursor_row.key == "2017-03-07"
        assert "7 Mar 2017 B By-election: Gus Bay (Steady)" in text(pilot)
        await press(pilot, "left_square_bracket")
        assert grid.cursor_row.key == "2017-01"
        assert "Jan 2017 R Dee Fir resigned." in text(pilot)
        await press(pilot, "enter")
        assert screen(pilot).place == Place(
            "composition", Lens(body="rtu", section="members", date="2017-01")
        )
