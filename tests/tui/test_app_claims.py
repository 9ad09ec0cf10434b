"""In the app: published claims beside the figures, one opened, one kept by keyboard and taken back."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from app_stage import press, screen, settle, text
from records import PACKAGED, built
from textual.pilot import Pilot

from db.lens import Lens, Place
from db.store import connect
from tui.app import Slatewatch
from tui.dialogs.confirm import Confirm
from tui.reader import Reader

RESULT = Place("contest", Lens(contest="nec-clp-2014"))
SIZES = [(80, 24), (120, 40)]


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The packaged record, to be written to."""
    return Path(shutil.copy(built(PACKAGED), tmp_path / "own.db"))


def app_over(path: Path, place: Place = RESULT) -> Slatewatch:
    """The app at a place."""
    return Slatewatch(Reader(path), place=place)


async def typed(pilot: Pilot[None], words: str, *then: str) -> None:
    """Type words, then press some keys."""
    await press(pilot, *("space" if letter == " " else letter for letter in words), *then)
    await settle(pilot)


def asked(pilot: Pilot[None]) -> str:
    """What is to be answered with yes or no."""
    dialog = pilot.app.screen
    assert isinstance(dialog, Confirm)
    return dialog.question


def claims(path: Path) -> list[tuple[str, str, float]]:
    """What was kept beside the packaged claims."""
    connection = connect(path)
    query = "SELECT measure, words, stated FROM claim WHERE id > 55 ORDER BY id"
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


@pytest.mark.parametrize("size", SIZES)
async def test_from_a_result_to_its_claims_to_one_to_its_figures_and_back(size: tuple[int, int]) -> None:
    app = app_over(built(PACKAGED))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "C")
        await settle(pilot)
        assert screen(pilot).place.lens.contest == "nec-clp-2014"
        said = " ".join(text(pilot).split())
        assert "Of ten published claims eight hold (one only when rounded) and two do not hold." in said
        assert "does not hold" in text(pilot) and "+7.9 points" in text(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert screen(pilot).place == Place("claim", Lens(claim="lf-2014-swing"))
        assert screen(pilot).strip.active == "claims"
        picture = text(pilot)
        assert "Butler swing" in picture and "+3.6 points" in picture and "323,740" in picture
        await press(pilot, "enter")
        await settle(pilot)
        assert screen(pilot).place.view == "contest"
        await press(pilot, "escape", "escape", "escape")
        assert screen(pilot).place.view == "contest"


@pytest.mark.parametrize("size", SIZES[:1])
async def test_a_claim_is_judged_kept_listed_and_taken_back(own: Path, size: tuple[int, int]) -> None:
    app = app_over(own)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "K")
        await typed(pilot, "seats", "enter")
        await typed(pilot, "grassroots", "enter")
        await press(pilot, "enter")  # compared with nobody
        await typed(pilot, "the left took five", "down")
        await typed(pilot, "5 of 6", "down")
        await typed(pilot, "The Paper", "down", "down", "down")
        await typed(pilot, "soon", "enter")
        assert "found 'soon', expected a day such as" in " ".join(text(pilot).split())
        await press(pilot, *["backspace"] * 4)
        await typed(pilot, "Aug 2014", "enter")
        assert asked(pilot) == (
            "“the left took five” (The Paper) does not hold: the figures give 4 of 6 seats. Keep it?"
        )
        assert claims(own) == []
        await press(pilot, "y")
        await settle(pilot)
        assert claims(own) == [("seats", "the left took five", 5.0)]
        assert screen(pilot).place.view == "claims" and "the left took" in text(pilot)
        await press(pilot, "z", "enter", "y")
        await settle(pilot)
        assert claims(own) == []


async def test_no_is_an_answer_and_nothing_is_kept(own: Path) -> None:
    app = app_over(own, Place("claims", Lens(body="nec", section="clp")))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "K")
        await typed(pilot, "turnout", "enter")
        await typed(pilot, "2018 sept", "enter")
        await typed(pilot, "a third voted", "down")
        await typed(pilot, "about 33%", "enter")
        assert asked(pilot) == "“a third voted” holds: the figures give 32.5%. Keep it?"
        await press(pilot, "n")
        assert claims(own) == []
        await press(pilot, "K", "escape")
        assert screen(pilot).place.view == "claims"


async def test_a_swing_asks_for_the_contest_before_and_for_both_sides(own: Path) -> None:
    app = app_over(own)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "K")
        await typed(pilot, "butler", "enter")
        assert "20 June 2012" in text(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        await typed(pilot, "left futures", "enter")
        await typed(pilot, "right", "enter")
        await typed(pilot, "a swing", "down")
        await typed(pilot, "almost 4", "enter")
        assert asked(pilot) == "“a swing” does not hold: the figures give +3.6 points. Keep it?"


async def test_the_key_is_there_where_there_is_something_to_claim() -> None:
    app = app_over(built(PACKAGED), Place("factions", Lens()))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        assert "K" not in screen(pilot).active_bindings
        await press(pilot, "C")
        await settle(pilot)
        assert "K" in screen(pilot).active_bindings
