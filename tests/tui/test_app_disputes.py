"""In the app: U lists what sources state differently, T takes another value with a reason, and every pane follows."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from app_stage import press, screen, settle, text
from records import PACKAGED, built
from textual.pilot import Pilot

from db.ledger import undo, writable
from db.lens import Lens, Place
from tui.app import Slatewatch
from tui.reader import Reader

RESULT = Place("contest", Lens(body="nec", section="clp", contest="nec-clp-2012"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The packaged record, to be written to."""
    return Path(shutil.copy(built(PACKAGED), tmp_path / "own.db"))


async def typed(pilot: Pilot[None], words: str) -> None:
    """Type words and take what is found first."""
    await press(pilot, *("space" if letter == " " else letter for letter in words), "enter")
    await settle(pilot)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_value_is_taken_with_a_reason_and_the_result_follows(
    own: Path, size: tuple[int, int]
) -> None:
    app = Slatewatch(Reader(own), place=RESULT)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        assert "6.3%≠" in text(pilot)
        await press(pilot, "U", "T")
        await settle(pilot)
        assert "6.3" in text(pilot) and "shown now" in text(pilot)
        await typed(pilot, "6.6")
        assert "Why is “6.6” to be shown" in text(pilot) and "to choose from" not in text(pilot)
        await typed(pilot, "so it is printed")
        shown = screen(pilot).view
        assert shown is not None
        row = next(one for one in shown.rows if one.key.endswith("/share"))
        assert row.cells[2] == "6.6%"
        await press(pilot, "t")
        assert "6.6%≠" in text(pilot), "the result follows"
        await press(pilot, "escape", "comma")
        evidence = screen(pilot).view
        assert evidence is not None and evidence.findings[-1].startswith("It rests on four sources; changed ")
    connection = writable(own)
    assert undo(connection, 1).summary == "6.6% is shown: so it is printed"
    connection.close()


async def test_where_there_is_no_value_to_take_the_key_is_not_offered(own: Path) -> None:
    app = Slatewatch(Reader(own), place=RESULT)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        assert screen(pilot).check_action("take_value", ()) is False
        await press(pilot, "U")
        await settle(pilot)
        assert screen(pilot).check_action("take_value", ()) is not False
