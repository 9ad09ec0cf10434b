"""The dialogs, and what follows from their answers."""

from __future__ import annotations

from pathlib import Path

import pytest
from app_stage import names, press, screen, stage, text
from textual.widgets import Input, OptionList

from db.lens import Lens, Place
from tui.dialogs.confirm import Confirm
from tui.dialogs.day import day
from tui.dialogs.export import ExportDialog
from tui.screens.carrying import write_file

SIZE = (100, 30)
BOARD = Place("composition", Lens(body="board"))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("2014", "2014"),
        ("2014-08", "2014-08"),
        ("2014-8-2", "2014-08-02"),
        ("aug 2014", "2014-08"),
        ("August 2014", "2014-08"),
        ("20 August 2014", "2014-08-20"),
        ("20th aug. 2014", "2014-08-20"),
        (" 20/8/2014 ", "2014-08-20"),
        ("sept 2014", "2014-09"),
        ("31/2/2014", None),
        ("0000", None),
        ("banana 2014", None),
        ("", None),
        ("14", None),
    ],
)
def test_days_as_people_type_them(typed: str, meant: str | None) -> None:
    assert day(typed) == meant


async def test_a_typed_date_is_gone_to() -> None:
    _, app = stage(BOARD)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d")
        assert "20 August 2014" in text(pilot)
        await press(pilot, *"2011", "enter")
        assert screen(pilot).place.lens.date == "2011"


async def test_a_date_of_change_is_chosen_with_the_arrows() -> None:
    _, app = stage(BOARD)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "d", "down", "down", "enter")
        assert screen(pilot).place.lens.date == "2012-05"
        await press(pilot, "d", "enter")
        assert screen(pilot).place.lens.date is None
        await press(pilot, "d", "escape")
        assert len(app.screen_stack) == 1


async def test_v_compares() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v", *"2010", "enter")
        assert screen(pilot).place == Place("changes", Lens(body="board", against="2010"))


async def test_v_keeps_to_a_question_that_compares() -> None:
    _, app = stage(Place("measures", Lens(body="board")))
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "v", *"2010", "enter")
        assert screen(pilot).place == Place("measures", Lens(body="board", against="2010"))


async def test_the_picker_finds_and_switches_several() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "f")
        assert "Far Corner [/]" in text(pilot) and "7 candidacies" in text(pilot)
        await press(pilot, *"far", "enter")
        assert screen(pilot).place.lens.factions == {"far"}
        assert "[x]" in text(pilot)
        app.screen.query_one(Input).value = ""
        await press(pilot, "down", "space", "escape")
        assert len(screen(pilot).place.lens.factions) == 2
        assert len(app.screen_stack) == 1


async def test_help_explains_the_pane_and_lists_the_keys() -> None:
    _, app = stage(BOARD)
    async with app.run_test(size=(100, 80)) as pilot:
        await press(pilot, "?")
        page = text(pilot)
        assert "Who holds the body" in page
        for words in (
            "Switch faction 1 on or off",
            "Go to the next date of change, or contest",
            "Write the view to a file",
        ):
            assert words in page
        await press(pilot, "escape", "f1")
        assert "Who holds the body" in text(pilot)


async def test_a_key_chosen_in_the_help_is_pressed() -> None:
    _, app = stage()
    async with app.run_test(size=(100, 60)) as pilot:
        await press(pilot, "?")
        keys = app.screen.query_one(OptionList)
        keys.highlighted = keys.get_option_index("c")
        await press(pilot, "enter")
        assert screen(pilot).place.view == "composition"


async def test_notes_and_sources_in_full() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "full_stop")
        page = text(pilot)
        assert (
            "Figures are made up [/]." in page
            and "https://example.org/[x]" in page
            and "The list [i]" in page
        )


async def test_export_writes_and_asks_before_it_replaces(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        assert isinstance(app.screen, ExportDialog)
        name = app.screen.query_one(Input).value
        assert name.endswith(".md") and "board" in name
        await press(pilot, "enter")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith("# ")
        assert any(name in note.message for note in app._notifications)

        (tmp_path / name).write_text("mine", encoding="utf-8")
        await press(pilot, "1", "0", "e", "enter")
        assert isinstance(app.screen, Confirm) and name in text(pilot)
        await press(pilot, "enter")
        assert (tmp_path / name).read_text(encoding="utf-8") == "mine", (
            "no is the answer that lies under the hand"
        )
        await press(pilot, "e", "enter", "y")
        assert (tmp_path / name).read_text(encoding="utf-8").startswith("# ")
        assert [path.name for path in tmp_path.iterdir()] == [name]


async def test_export_is_filtered_as_on_screen_and_its_name_follows_the_format(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "1", "e", "shift+tab", "right", "space")
        assert app.screen.query_one(Input).value.endswith(".csv")
        await press(pilot, "tab", "enter")
        (file,) = tmp_path.iterdir()
        written = file.read_text(encoding="utf-8-sig")
        assert file.suffix == ".csv" and "Cat Carter" in written and "Bob Baker" not in written


@pytest.mark.parametrize("name", ["no/such/folder/x.md", ".", ""])
async def test_export_that_cannot_be_written_says_so(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "e")
        app.screen.query_one(Input).value = name
        await press(pilot, "enter")
        assert app._notifications or "wanted" in text(pilot)
        assert not list(tmp_path.iterdir())


def test_a_file_is_replaced_only_when_told(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    write_file(file, "one", replace=False)
    with pytest.raises(FileExistsError):
        write_file(file, "two", replace=False)
    write_file(file, "two", replace=True)
    assert file.read_text() == "two"


async def test_the_palette_finds_people_and_commands() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p", *"draper")
        await pilot.pause(0.3)
        assert "Dan Draper" in text(pilot)
        await press(pilot, "enter")
        assert screen(pilot).place.lens.person == "dan"
        await press(pilot, "ctrl+p", *"write view")
        await pilot.pause(0.3)
        assert "Write the view to a file" in text(pilot)


async def test_the_palette_shows_names_as_they_are() -> None:
    _, app = stage()
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "ctrl+p", "[")
        await pilot.pause(0.3)
        assert "[red]x" in text(pilot)
        await press(pilot, "down", "enter")
        assert names(pilot)
