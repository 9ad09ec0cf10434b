"""In the app: something is supposed of a row, the screen says that it is a scenario, and the facts are one key away."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from app_stage import press, screen, settle, text
from records import SMALL, built
from textual.pilot import Pilot

from db.lens import Lens, Place
from db.store import connect
from tui.app import Slatewatch
from tui.reader import Reader

FACTS = Place("composition", Lens(body="rtu", date="2018-05-01"))


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The small record, to be written to."""
    return Path(shutil.copy(built(SMALL), tmp_path / "own.db"))


def app_over(path: Path, place: Place = FACTS) -> Slatewatch:
    """The app at a place."""
    return Slatewatch(Reader(path), place=place)


async def typed(pilot: Pilot[None], words: str) -> None:
    """Type words and take what is found first."""
    await press(pilot, *("space" if letter == " " else letter for letter in words), "enter")
    await settle(pilot)


def supposed(path: Path) -> list[tuple[str, str]]:
    """The scenarios with the kinds of what they suppose."""
    connection = connect(path)
    query = "SELECT scenario.key, kind FROM assumption JOIN scenario ON scenario.id = scenario_id ORDER BY assumption.id"
    try:
        return connection.execute(query).fetchall()[2:]  # two come with the record
    finally:
        connection.close()


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_seat_is_given_away_under_a_new_name_and_the_facts_come_back(
    own: Path, size: tuple[int, int]
) -> None:
    app = app_over(own)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        main = screen(pilot)
        main.pane.grids[1].focus()
        main.pane.grids[1].seek("gus-bay/1")
        await press(pilot, "W")
        assert "the seat of Gus Bay (members' section) goes to somebody else" in text(pilot)
        await press(pilot, "enter")
        await typed(pilot, "Una New")
        await typed(pilot, "tenants left")
        await typed(pilot, "Mine")
        assert main.place == FACTS._replace(lens=FACTS.lens.at(scenario="mine"))
        picture = text(pilot)
        assert " SCENARIO  scenario Mine, RTU, 1 May 2018" in picture
        assert "Scenario Mine: Composition" in picture
        assert "Una New" in picture
        assert supposed(own) == [("mine", "seat")]
        await press(pilot, "X")
        assert main.place == FACTS
        assert "SCENARIO" not in text(pilot)
        assert "Una New" not in text(pilot)
        await press(pilot, "w")
        assert "Mine" in text(pilot)


async def test_a_second_assumption_goes_into_the_scenario_on_show_and_z_takes_it_back(own: Path) -> None:
    place = FACTS._replace(lens=FACTS.lens.at(scenario="fay-instead"))
    app = app_over(own, place)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        main = screen(pilot)
        main.pane.grids[1].focus()
        main.pane.grids[1].seek("ada-oak/1")
        await press(pilot, "W", "down", "enter")
        await typed(pilot, "steady")
        assert supposed(own) == [("fay-instead", "leaning")]
        assert main.place == place
        await press(pilot, "z", "enter", "y")
        await settle(pilot)
        assert supposed(own) == []


async def test_a_swing_is_supposed_of_a_rung_and_stands_beside_the_facts_of_its_day(own: Path) -> None:
    app = app_over(own, Place("ladder", Lens(body="rtu", contest="rtu-m-2014")))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "W", "enter")
        await typed(pilot, "steady")
        await typed(pilot, "tenants")
        await typed(pilot, "0")
        assert "found a swing of 0 points" in " ".join(text(pilot).split()).casefold()
        await press(pilot, "backspace")
        await typed(pilot, "7")
        await typed(pilot, "Swing")
        assert screen(pilot).place.lens == Lens(
            body="rtu", section="members", date="2014-06-10", scenario="swing"
        )
        view = screen(pilot).view
        assert view is not None
        assert "Tenants' Left Alliance three instead of two (+1)" in view.findings[0]
        assert "Dee Fir" in text(pilot)


async def test_a_contest_that_allows_no_swing_says_why(own: Path) -> None:
    app = app_over(own, Place("contest", Lens(contest="rtu-m-2016")))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await press(pilot, "W", "enter")
        assert any(
            "No swing can be supposed here: votes alone" in note.message for note in app._notifications
        )
        assert supposed(own) == []


async def test_unknown_seats_are_filled_and_factions_move_between_blocs(own: Path) -> None:
    app = app_over(own, Place("composition", Lens(body="rtu", date="2020-05-05", scheme="sides")))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        main = screen(pilot)
        main.pane.main.seek("not-known")
        await press(pilot, "W")
        assert "a seat of the members' section is filled (4 of 4 without a known holder)" in text(pilot)
        await press(pilot, "enter")
        await typed(pilot, "Una New")
        await typed(pilot, "right left and right")
        await typed(pilot, "Mine")
        assert main.pane.main.seek("bloc:right")
        await press(pilot, "W", "enter")
        await typed(pilot, "joint")
        assert supposed(own) == [("mine", "fill")], "no faction is called joint by its name"
        await press(pilot, "escape")
        await press(pilot, "W", "enter")
        await typed(pilot, "grassroots tide")
        assert supposed(own) == [("mine", "fill"), ("mine", "bloc")]
        assert main.place.lens.scenario == "mine"


async def test_an_assumption_is_dropped_and_a_scenario_removed_where_they_are_listed(own: Path) -> None:
    app = app_over(own, Place("scenarios", Lens(body="rtu", date="2017-03-07", scenario="fay-instead")))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        main = screen(pilot)
        main.pane.grids[1].focus()
        await press(pilot, "W")
        assert "no longer suppose: RTU members' section: the seat of Gus Bay goes to Fay Ivy" in text(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert "What is supposed · 1 row" in text(pilot)
        await press(pilot, "W", "down", "enter")
        await settle(pilot)
        assert main.place.lens.scenario is None
        assert "No scenario has been made yet." in text(pilot)


async def test_a_scenario_that_is_taken_back_while_it_is_on_show_gives_way_to_the_facts(own: Path) -> None:
    app = app_over(own)
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        main = screen(pilot)
        main.pane.grids[1].focus()
        await press(pilot, "W", "down", "enter")
        await typed(pilot, "steady")
        await typed(pilot, "Mine")
        assert main.place.lens.scenario == "mine"
        await press(pilot, "z", "enter", "y")
        await settle(pilot)
        assert main.place == FACTS
        assert "SCENARIO" not in text(pilot)


async def test_w_says_where_nothing_can_be_supposed_and_escape_leaves_all_as_it_was(own: Path) -> None:
    before = own.read_bytes()
    app = app_over(own, FACTS._replace(lens=FACTS.lens.at(date="2019-12-03")))
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        main = screen(pilot)
        main.pane.grids[2].focus()
        await settle(pilot)
        assert main.table_in_use == "events"
        await press(pilot, "W")
        assert any("Nothing can be supposed" in note.message for note in app._notifications)
        main.pane.grids[1].focus()
        for depth in (
            ["W"],
            ["W", "enter"],
            ["W", "enter", "U", "enter"],
            ["W", "enter", "U", "enter", "enter"],
        ):
            await press(pilot, *depth, "escape")
        assert app.screen is main
    assert own.read_bytes() == before
