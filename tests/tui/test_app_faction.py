"""The record of a faction in the app: from a row to it, back to it by its letter, narrowed by the list of bodies."""

from __future__ import annotations

import pytest
from app_stage import press, screen, settle, text
from records import PACKAGED, built

from db.lens import Lens, Place
from tui.app import Slatewatch
from tui.reader import Reader

SIZE = (120, 40)
LTW = Place("faction", Lens(faction="ltw"))


def over_the_record(place: Place) -> Slatewatch:
    return Slatewatch(Reader(built(PACKAGED)), place=place)


async def test_enter_on_a_faction_opens_its_record_and_its_letter_leads_back() -> None:
    app = over_the_record(Place("factions", Lens()))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        assert "F" not in screen(pilot).active_bindings, "none has been opened"
        await press(pilot, "enter")
        opened = screen(pilot).place
        assert opened == Place("faction", Lens(faction="clga"))
        assert "Faction: Centre-Left Grassroots Alliance" in text(pilot)
        await press(pilot, "i", "F")
        assert screen(pilot).place == opened
        await press(pilot, "escape")
        assert screen(pilot).place.view == "factions"


async def test_a_row_of_the_composition_opens_the_record_of_its_slate() -> None:
    app = over_the_record(Place("composition", Lens(body="nec")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter")
        assert screen(pilot).place.view == "faction"
        assert screen(pilot).place.lens.body is None, "in every body"


async def test_each_faction_is_a_place_of_its_own() -> None:
    app = over_the_record(Place("factions", Lens()))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "enter", "escape", "j", "enter")
        assert screen(pilot).place.lens.faction == "momentum"
        await press(pilot, "escape")
        assert screen(pilot).place.view == "factions"


async def test_a_body_chosen_in_the_list_narrows_the_record_and_all_bodies_widen_it() -> None:
    app = over_the_record(LTW)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        whole = screen(pilot).view
        await press(pilot, "b", "home", "enter")
        assert screen(pilot).place == Place("faction", Lens(body="nec", faction="ltw"))
        await press(pilot, "b", "end", "enter")
        assert screen(pilot).place == LTW
        assert screen(pilot).view == whole


async def test_brackets_end_the_record_at_the_contest_before() -> None:
    app = over_the_record(LTW)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "[")
        assert screen(pilot).place.lens.date == "2024-09-18"
        assert "up to 18 September 2024" in text(pilot)
        await press(pilot, "]")
        assert screen(pilot).place.lens.date == "2025-09"


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (150, 45), (60, 20)])
async def test_the_chart_stands_above_a_table_that_can_be_used(size: tuple[int, int]) -> None:
    app = over_the_record(LTW)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        picture = text(pilot)
        pane = screen(pilot).pane
        assert pane.chart is not None
        if size[1] > 20:
            assert "███" in picture and "2022" in picture
        assert pane.main.region.height >= 5
        await press(pilot, "c")
        assert not pane.chart.display, "no chart where the view has none"


async def test_the_help_explains_the_record() -> None:
    app = over_the_record(LTW)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "?")
        assert "One faction through time" in text(pilot)
