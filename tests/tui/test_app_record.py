"""The app over the packaged record: the panes, the worked examples, the ways between them."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from app_stage import names, press, screen, settle, text
from records import HOSTILE, PACKAGED, built

from db.lens import VIEWS, Lens, Place
from tui.app import Slatewatch
from tui.reader import Reader

SIZE = (120, 40)


def app_over_the_record(place: Place | None = None) -> Slatewatch:
    return Slatewatch(Reader(built(PACKAGED)), place=place)


async def test_it_begins_with_the_composition_of_the_first_body() -> None:
    app = app_over_the_record()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        picture = text(pilot)
        assert "Composition: National Executive Committee" in picture
        assert "majority 20 of 39" in picture and "Seat-holders" in picture
        assert "members' section" in picture, "the first body is unfolded"


@pytest.mark.parametrize(("size", "panes"), [((60, 20), "ca"), ((80, 24), "t"), ((120, 40), "hn")])
async def test_every_key_on_every_pane_at_some_size(size: tuple[int, int], panes: str) -> None:
    app = app_over_the_record()
    async with app.run_test(size=size) as pilot:
        for letter in panes:
            await press(pilot, letter, "1", "s", "S", "tab", "j", "end", "[", "]", "0", "y", "full_stop")
            await press(pilot, "escape", "?", "escape", "m", "m")
            assert screen(pilot).view is not None
        told = [note.message for note in app._notifications if note.severity == "error"]
        assert told == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_every_pane_of_the_hostile_record_is_drawn_and_no_text_of_it_is_obeyed(
    size: tuple[int, int],
) -> None:
    app = Slatewatch(Reader(built(HOSTILE)))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for letter in ("c", "g", "g", "g", "l", "h", "D", "M", "G", "L", "w", "enter", "c", "h", "X"):
            await press(pilot, letter)
            assert screen(pilot).view is not None
            assert not set("\x1b\x07\u202e") & set(text(pilot))
        told = [note.message for note in app._notifications if note.severity == "error"]
        assert told == []


async def test_the_members_contest_of_2014() -> None:
    app = app_over_the_record(Place("contest", Lens(body="nec", section="clp", contest="nec-clp-2014")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        picture = text(pilot)
        assert "55.2%" in picture and "323,740" in picture
        assert len(names(pilot)) == 13


async def test_from_a_name_to_the_record_and_back() -> None:
    app = app_over_the_record()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "b", "end", "enter", "slash", *"perry", "enter")
        assert names(pilot) and set(names(pilot)) == {"Alice Perry"}
        await press(pilot, "enter")
        assert screen(pilot).place == Place("candidate", screen(pilot).place.lens)
        assert screen(pilot).place.lens.person == "alice-perry"
        assert "239,998" in text(pilot)
        await press(pilot, "enter")
        assert screen(pilot).place.view == "contest"
        await press(pilot, "escape", "escape")
        assert screen(pilot).place.view == "candidates" and screen(pilot).place.lens.text == "perry"


async def test_a_record_leads_back_to_the_body_looked_at_before() -> None:
    app = app_over_the_record(Place("composition", Lens(body="cac")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        screen(pilot).go(Place("candidate", Lens(person="alice-perry")))
        await press(pilot, "c")
        assert screen(pilot).place.lens.body == "cac"


async def test_the_contest_pane_returns_to_the_contest_looked_at() -> None:
    app = app_over_the_record(Place("contest", Lens(body="nec", section="clp", contest="nec-clp-2014")))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "c", "t")
        view = screen(pilot).view
        assert view is not None and view.lens.contest == "nec-clp-2014"


async def test_brackets_walk_from_contest_to_contest() -> None:
    app = app_over_the_record(Place("contest", Lens(body="nec", section="clp")))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "[")
        await settle(pilot)  # a walk reads twice: the lens, then its view
        assert screen(pilot).place.lens.contest == "nec-clp-2022"
        for key in ("[", "]", "]", "]"):
            await press(pilot, key)
            await settle(pilot)
        assert screen(pilot).place.lens.contest == "nec-clp-2024"
        assert any("no later contest" in note.message for note in app._notifications)


async def test_a_date_typed_over_a_contest_leads_to_the_last_one_before_it() -> None:
    app = app_over_the_record(Place("contest", Lens(body="nec", section="clp", contest="nec-clp-2024")))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d", *"2015", "enter")
        view = screen(pilot).view
        assert view is not None and view.lens.contest == "nec-clp-2014"


async def test_brackets_change_the_day_said_in_the_header() -> None:
    app = app_over_the_record()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        before = text(pilot).splitlines()[0]
        await press(pilot, "[")
        after = text(pilot).splitlines()[0]
        assert before != after
        await press(pilot, "]")
        assert text(pilot).splitlines()[0] == before


async def test_the_palette_finds_a_person() -> None:
    app = app_over_the_record()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p", *"baxter")
        await pilot.pause(0.3)
        assert "Johanna Baxter" in text(pilot)
        await press(pilot, "enter")
        assert screen(pilot).place.lens.person == "johanna-baxter"


@pytest.mark.parametrize("view", VIEWS)
async def test_every_view_can_be_copied(view: str) -> None:
    app = app_over_the_record()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        one = {
            "candidate": {"person": "ann-black"},
            "source": {"source": "ll2014"},
            "evidence": {"row": ":term.1"},
        }
        screen(pilot).go(Place(view, Lens(body="nec").at(**one.get(view, {}))))
        await settle(pilot)
        await press(pilot, "Y")
        assert app.clipboard.startswith("# ")


async def test_from_the_divisions_to_one_to_the_next_to_a_voter_and_back() -> None:
    app = app_over_the_record()
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        await press(pilot, "D")
        assert "Divisions: National Executive Committee" in text(pilot)
        await press(pilot, "end", "enter")
        assert screen(pilot).place.lens.division == "nec-2011-07-19"
        assert "they do not add up" in text(pilot) and "Ann Black" in text(pilot)
        await press(pilot, "]")
        assert screen(pilot).place.lens.division == "nec-2015-09"
        await press(pilot, "[", "home", "enter")
        assert screen(pilot).place.lens.person == "ann-black"
        await press(pilot, "escape", "escape")
        assert screen(pilot).place.view == "divisions"
        assert names(pilot)


async def test_a_division_keeps_its_day_for_the_composition() -> None:
    app = app_over_the_record(Place("divisions", Lens(body="nec")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "end", "enter", "c")
        assert screen(pilot).place == Place("composition", Lens(body="nec", date="2011-07-19"))


async def test_the_grouping_of_a_division_is_changed_by_its_key() -> None:
    app = app_over_the_record(Place("division", Lens(division="nec-2021-07")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "g", "g")
        assert "NEC, division, July 2021, by alignment" in text(pilot)
        assert "Of the 5 aligned with Grassroots Voice 0 for, 4 against, 1 not named" in text(pilot)


async def test_whoever_is_under_the_cursor_in_a_contest_is_counted_in_a_bloc_of_a_chosen_scheme(
    own: Path,
) -> None:
    app = Slatewatch(Reader(own), place=Place("contest", Lens(contest="nec-clp-2014")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        who = "Ken Livingstone"
        await press(pilot, "E")
        assert f"In which scheme is {who} to be counted?" in text(pilot)
        await press(pilot, "enter")
        assert "in Wings as published" in text(pilot)
        await press(pilot, "enter", "enter")
        await settle(pilot)
        counted = Reader(own).ask(Place("scheme", Lens(scheme="wings")))
        assert [row.cells[0].key for row in counted.rows if row.cells[2] == who] == ["bloc:left"]  # type: ignore[union-attr]


async def test_a_scheme_is_copied_and_edited_by_keyboard_and_taken_back(own: Path) -> None:
    app = Slatewatch(Reader(own), place=Place("schemes", Lens(body="nec", date="2020-11-24")))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        before = names(pilot)
        await press(pilot, "N", "down", "enter", *"Mine", "enter")
        assert names(pilot) == [*before, "Mine"]
        await press(pilot, "end", "enter")
        assert screen(pilot).place == Place("scheme", screen(pilot).place.lens.at(scheme="mine"))
        kept = len(names(pilot))
        await press(pilot, "E", *"odd ones", "enter", "enter")
        view = screen(pilot).view
        assert view and getattr(view.rows[-1].cells[0], "name", "") == "odd ones", (
            "a new bloc, after the others"
        )
        assert len(names(pilot)) == kept
        await press(pilot, "B", "enter")
        assert "Mine beside" in text(pilot) and screen(pilot).place.lens.beside
        await press(pilot, "escape", "escape", "z", "enter", "y", "z", "down", "enter", "y")
        assert names(pilot) == before


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The packaged record, to be written to."""
    return Path(shutil.copy(built(PACKAGED), tmp_path / "own.db"))
