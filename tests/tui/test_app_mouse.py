"""What the keys do, the mouse does too."""

from __future__ import annotations

from typing import Any

from app_stage import names, press, screen, settle, stage, text
from textual.pilot import Pilot

from db.lens import Lens, Place
from tui.dialogs.help import HelpDialog
from tui.dialogs.notes import NotesDialog

SIZE = (120, 40)


async def click(pilot: Pilot[Any], words: str, shift: int = 0, line: int | None = None) -> None:
    """Click on words of the picture."""
    lines = text(pilot).splitlines()
    y = next(n for n, said in enumerate(lines) if words in said) if line is None else line % len(lines)
    await pilot.click(offset=(lines[y].index(words) + shift, y))
    await settle(pilot)


async def test_panes_are_clicked_by_name() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await click(pilot, "Composition")
        assert screen(pilot).place.view == "composition"
        await click(pilot, "Changes")
        assert screen(pilot).place.view == "changes"


async def test_factions_are_clicked_on_and_off() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await click(pilot, "Grass")
        assert names(pilot) == ["Ann Archer", "Cat Carter"]
        await click(pilot, "0 all")
        assert len(names(pilot)) == 10
        await click(pilot, "1 more…")
        assert len(app.screen_stack) == 2


async def test_keys_are_clicked_in_the_last_line() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await click(pilot, "sort", line=-1)
        assert screen(pilot).place.lens.sort == "person"
        await click(pilot, "help", line=-1)
        assert isinstance(app.screen, HelpDialog)


async def test_both_brackets_are_clicked() -> None:
    _, app = stage(Place("composition", Lens(body="board")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await click(pilot, "[ ] date", line=-1)
        await click(pilot, "[ ] date", line=-1)
        assert screen(pilot).place.lens.date == "2010"
        await click(pilot, "[ ] date", shift=2, line=-1)
        assert screen(pilot).place.lens.date == "2012-05"


async def test_notes_are_clicked() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await click(pilot, "1 note, 1 source")
        assert isinstance(app.screen, NotesDialog)


async def test_a_row_is_chosen_with_one_click_and_opened_with_another() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await click(pilot, "Dan Draper")
        assert screen(pilot).place.view == "candidates"
        await click(pilot, "Dan Draper")
        assert screen(pilot).place.lens.person == "dan"
        await click(pilot, "back", line=-1)
        assert screen(pilot).place.view == "candidates"


async def test_a_body_is_clicked() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await click(pilot, "Club")
        assert screen(pilot).place.lens.body == "club"


async def test_the_title_of_a_shut_table_opens_it() -> None:
    _, app = stage(Place("composition", Lens(body="board")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "▸ Seat-holders" in text(pilot)
        await click(pilot, "Seat-holders")
        assert "Holder  " in text(pilot) and screen(pilot).pane.opened == 1
        await press(pilot, "enter")
        assert screen(pilot).place.view == "candidate"
