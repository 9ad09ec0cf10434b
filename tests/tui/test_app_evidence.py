"""The comma on any row of any pane opens where it comes from, or says in a sentence that nothing is behind it."""

from __future__ import annotations

import pytest
from app_stage import press, screen, settle, stage, text
from records import HOSTILE, PACKAGED, built

from db.lens import Lens, Place
from db.view import Origin
from tui.app import Slatewatch
from tui.panes.kinds import PANES, PARTS
from tui.reader import Reader
from tui.screens.main import MainScreen

SIZE = (120, 40)
ONE = {
    "candidate": {"person": "kate-osamor"},
    "faction": {"faction": "clga"},
    "scheme": {"scheme": "wings"},
    "division": {"division": "nec-2016-07-12"},
    "source": {"source": "lf-2014-08"},
    "contest": {"contest": "nec-clp-2012", "section": "clp"},
}
NOTHING = "rests on nothing in the record"


def app_at(view: str, **place: str) -> Slatewatch:
    lens = Lens(body="nec").at(**{**ONE.get(view, {}), **place})
    return Slatewatch(Reader(built(PACKAGED)), place=Place(view, lens))


def told(app: Slatewatch) -> list[str]:
    """What has been said in passing."""
    return [note.message for note in app._notifications]


def looks_at(main: MainScreen) -> Origin:
    """The row whose evidence is on show."""
    return Origin.of(main.place.lens.row or "")


@pytest.mark.parametrize("view", [pane.view for pane in PANES] + [one for one in PARTS if one in ONE])
async def test_every_pane_answers_in_each_of_its_tables_and_escape_comes_back(view: str) -> None:
    app = app_at(view)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        main = screen(pilot)
        for at, grid in enumerate(main.pane.grids):
            grid.focus()
            await settle(pilot)
            row = grid.cursor_row
            here, before = main.place, len(told(app))
            await press(pilot, "comma")
            if row is None or not row.facts:
                assert main.place == here
                assert len(told(app)) == before + 1
                assert row is None or NOTHING in told(app)[-1]
                continue
            assert main.place.view == "evidence", (view, at)
            assert looks_at(main).facts == row.facts and looks_at(main).view == view
            assert main.view is not None and main.view.rows and main.strip.active == "sources"
            await press(pilot, "escape")
            assert main.place == here
            assert main.pane.grid.cursor_row is not None and main.pane.grid.cursor_row.key == row.key
        assert [note.message for note in app._notifications if note.severity == "error"] == []


async def test_from_a_disputed_share_to_its_sources_and_to_a_page_and_all_the_way_back() -> None:
    app = app_at("contest")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        main = screen(pilot)
        main.pane.main.seek("kate-osamor")
        await press(pilot, "comma")
        assert "Sources differ on share: 6.3% is shown, and 6.6% stated" in text(pilot)
        assert main.view is not None
        at = next(number for number, row in enumerate(main.view.rows) if "6.6%" in row.cells)
        main.pane.main.move_to(at)
        await press(pilot, "enter")
        assert (main.place.view, main.place.lens.source) == ("source", "lf-2014-08")
        await press(pilot, "escape", "escape")
        assert main.place.view == "contest"
        assert main.pane.main.cursor_row is not None and main.pane.main.cursor_row.key == "kate-osamor"


async def test_what_is_cut_at_80_columns_is_read_out_by_the_comma_in_every_table_of_values() -> None:
    app = app_at("contest")
    async with app.run_test(size=(80, 24)) as pilot:
        await settle(pilot)
        main = screen(pilot)
        main.pane.main.seek("kate-osamor")
        await press(pilot, "comma")
        here = main.place
        assert main.view is not None
        main.pane.main.move_to(next(at for at, row in enumerate(main.view.rows) if "6.6%" in row.cells))
        await press(pilot, "comma")
        assert main.place == here and "Where in it: text beside the table" in told(app)[-1]
        await press(pilot, "tab", "comma")
        assert main.place == here and "How it is worked out: " in told(app)[-1]


async def test_of_a_counted_figure_each_row_opens_and_asking_there_again_says_so() -> None:
    app = app_at("composition", date="2014-08-20")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "comma")
        main = screen(pilot)
        first = main.pane.main.cursor_row
        assert first is not None
        await press(pilot, "enter")
        assert looks_at(main) == Origin("", "", first.facts)
        here = main.place
        await press(pilot, "comma")
        assert main.place == here and "Why: " in told(app)[-1] and told(app)[-1].startswith("Value: ")
        await press(pilot, "u")
        assert main.place == Place("sources", Lens(body="nec", date="2014-08-20"))


async def test_the_comma_on_a_row_of_the_evidence_opens_the_row_of_the_record() -> None:
    app = app_at("composition", date="2014-08-20")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "comma", "down")
        main = screen(pilot)
        row = main.pane.main.cursor_row
        await press(pilot, "comma")
        assert row is not None and looks_at(main).facts == row.facts


async def test_a_row_without_facts_says_so_and_stays() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        before = screen(pilot).place
        await press(pilot, "comma")
        assert screen(pilot).place == before
        assert NOTHING in told(app)[-1]


@pytest.mark.parametrize("size", [(60, 20), (80, 24), (120, 40)])
async def test_no_text_of_the_hostile_record_is_obeyed(size: tuple[int, int]) -> None:
    app = Slatewatch(Reader(built(HOSTILE)), place=Place("contest", Lens(body="h")))
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        for key in ("comma", "tab", "full_stop", "escape", "home", "enter", "y", "u", "end", "enter", "tab"):
            await press(pilot, key)
            assert not set("\x1b\x07\u202e") & set(text(pilot))
        assert screen(pilot).place.view == "source"
        assert [note.message for note in app._notifications if note.severity == "error"] == []
