"""R writes the brief of the contest that is meant, and says where."""

from __future__ import annotations

from pathlib import Path

import pytest
from app_stage import press, screen, settle, text
from records import SMALL, built
from textual.widgets import Input

from db.lens import Lens, Place
from tui.app import Slatewatch
from tui.dialogs.export import ExportDialog
from tui.reader import Reader

SIZE = (120, 40)
CONTEST = Place("contest", Lens(body="rtu", section="members", contest="rtu-m-2014"))
MEMBERS = Lens(body="rtu", section="members")


@pytest.mark.parametrize(
    ("place", "keys", "contest"),
    [
        (CONTEST, (), "rtu-m-2014"),
        (Place("contest", MEMBERS), (), "rtu-m-2018"),
        (Place("contests", MEMBERS), ("end",), "rtu-m-2014"),
        (Place("composition", MEMBERS.at(date="2017-01-01")), (), "rtu-m-2016"),
        (Place("changes", MEMBERS.at(date="2014-06-10")), (), "rtu-m-2014"),
    ],
    ids=["a contest", "the last contest", "a row of the contests", "a composition", "changes"],
)
async def test_the_brief_is_of_the_contest_that_is_looked_at(
    place: Place, keys: tuple[str, ...], contest: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    app = Slatewatch(Reader(built(SMALL)), None, place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, *keys, "R")
        assert isinstance(app.screen, ExportDialog)
        name = app.screen.query_one(Input).value
        assert contest in name and name.startswith("brief-") and name.endswith(".md")
        await press(pilot, "enter")
        assert any(str(note.message).endswith(name) for note in app._notifications)
        page = (tmp_path / name).read_text(encoding="utf-8")
        assert page.startswith("# RTU, members' section: ") and "\n## Those elected\n" in page


async def test_a_brief_holds_everybody_although_factions_are_switched_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    place = Place("contest", CONTEST.lens._replace(factions=frozenset({"left"})))
    app = Slatewatch(Reader(built(SMALL)), None, place)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "R", "enter")
        (file,) = tmp_path.iterdir()
        assert "Cy Elm" in file.read_text(encoding="utf-8")


async def test_where_there_is_no_contest_it_is_said_what_is_wanted(tmp_path: Path) -> None:
    app = Slatewatch(Reader(built(SMALL)), None, Place("candidates", Lens()))
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "R")
        assert not isinstance(app.screen, ExportDialog)
        assert any("A brief is of a contest" in str(note.message) for note in app._notifications)


async def test_the_help_of_a_contest_names_the_key() -> None:
    app = Slatewatch(Reader(built(SMALL)), None, CONTEST)
    async with app.run_test(size=(100, 60)) as pilot:
        await settle(pilot)
        await press(pilot, "question_mark")
        assert "R writes the brief" in " ".join(text(pilot).split())
        assert screen(pilot).place == CONTEST
