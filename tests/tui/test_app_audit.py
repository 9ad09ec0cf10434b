"""The pane of the audit: findings first, rows by severity, enter goes to the place, J gives a reason that z takes back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from app_stage import press, screen, settle, text
from records import PACKAGED, SMALL, built, cell

from db.lens import Lens, Place
from tui.app import Slatewatch
from tui.reader import Reader


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copy(built(SMALL), tmp_path / "own.db"))


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_its_key_shows_the_counts_and_the_weightiest_first(size: tuple[int, int]) -> None:
    app = Slatewatch(Reader(built(PACKAGED)))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "A")
        view = screen(pilot).view
        assert view is not None and view.name == "audit"
        assert view.findings[0] in text(pilot)
        assert "warning" in text(pilot) and "Why it is so" in text(pilot)


async def test_what_a_narrow_table_cuts_is_read_out_in_full_when_the_row_is_copied() -> None:
    app = Slatewatch(Reader(built(PACKAGED)))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "A", "y")
        said = [note.message for note in app._notifications][-1]
        row = screen(pilot).pane.main.cursor_row
        assert (
            row is not None
            and f"Why it is so: {row.cells[5]}" in said
            and f"Expected: {row.cells[4]}" in said
        )


async def test_from_a_contest_it_is_of_that_contest_and_enter_leads_back() -> None:
    app = Slatewatch(Reader(built(PACKAGED)), place=Place("contest", Lens(contest="nec-clp-2001")))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "A")
        assert screen(pilot).place.lens.contest == "nec-clp-2001"
        await press(pilot, "enter")
        assert screen(pilot).shown.view == "contest"
        assert screen(pilot).shown.lens.contest == "nec-clp-2001"


async def test_words_narrow_the_findings() -> None:
    app = Slatewatch(Reader(built(PACKAGED)))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "A", "slash", *"sawyer", "enter")
        view = screen(pilot).view
        assert view is not None and view.rows
        assert all("Sawyer" in str(cell(view, row, "where")) for row in view.rows)


async def test_a_reason_is_written_down_with_j(own: Path) -> None:
    app = Slatewatch(Reader(own))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "A")
        view = screen(pilot).view
        assert view is not None and view.findings[0].startswith("One error")
        await press(pilot, "J", *"printed", "space", *"so", "enter")
        await settle(pilot)
        after = screen(pilot).view
        assert after is not None and after.findings[0].startswith("No error and ")
        assert "printed so" in text(pilot)


async def test_the_key_for_reasons_is_offered_in_the_audit_alone(own: Path) -> None:
    app = Slatewatch(Reader(own))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert not screen(pilot).check_action("explain_finding", ())
        await press(pilot, "A")
        assert screen(pilot).check_action("explain_finding", ())


async def test_without_a_reason_nothing_is_written_and_the_dialog_says_what_is_wanted(own: Path) -> None:
    app = Slatewatch(Reader(own))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "A", "J", "space", "enter")
        assert "A reason is wanted, in your own words." in text(pilot)
        assert "found " in text(pilot) and ", expected " in text(pilot)
        await press(pilot, "escape")
        view = screen(pilot).view
        assert view is not None and view.findings[0].startswith("One error")
