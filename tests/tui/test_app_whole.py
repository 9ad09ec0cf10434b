"""Sources that are taken as a whole in the app: large tables with a true count and a cancel, and folders of records."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path
from typing import Any

import pytest
from app_stage import press, screen, settle, text
from records import SMALL
from review_stage import SIZE, app_over, said
from textual.pilot import Pilot
from textual.widgets import Input

from db.ledger import imports
from db.lens import Lens, Place
from db.store import connect
from importers.whole import MANY
from tui.review.working import Pace, Working

NOWHERE = Place("composition", Lens())


def table(path: Path, *, dated: bool = True) -> Path:
    """A table of more rows than anybody looks through."""
    lines = ["council,ward,date,candidate,votes" if dated else "council,ward,candidate,votes,year"]
    for row in range(MANY + 20):
        names = f"Anna{row} Smith[/]" if row == 3 else f"Anna{row} Smith"
        date = "2027-05-06," if dated else ""
        lines.append(f"Ashby Council,Ward {row // 4},{date}{names},{row}" + ("" if dated else ",x"))
    path.write_text("\n".join(lines) + "\n")
    return path


async def opened(pilot: Pilot[Any], path: Path) -> None:
    await settle(pilot)
    screen(pilot).open_results((path,))
    await pilot.pause()
    await settle(pilot)


async def test_a_large_table_is_shown_by_its_columns_and_stored_as_a_whole(tmp_path: Path) -> None:
    path, app = app_over(tmp_path, NOWHERE)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, table(tmp_path / "all.csv"))
        assert f"{MANY + 20:,} rows" in text(pilot) and "candidate: name" in text(pilot)
        await press(pilot, "w")
        assert f"{MANY + 20:,} new" in said(pilot) and "z takes it back" in said(pilot)
        assert screen(pilot).place.view == "contests"
    assert len(imports(connect(path))) == 1


async def test_leaving_a_large_table_stores_nothing(tmp_path: Path) -> None:
    path, app = app_over(tmp_path, NOWHERE)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, table(tmp_path / "all.csv"))
        await press(pilot, "escape")
        assert len(app.screen_stack) == 1
    assert imports(connect(path)) == ()


async def test_a_large_table_that_is_stopped_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, app = app_over(tmp_path, NOWHERE)
    begun, go_on, tell = threading.Event(), threading.Event(), Pace.__call__

    def slow(pace: Pace, words: str, done: int, total: int) -> None:
        tell(pace, words, done, total)
        if words == "Storing":
            begun.set()
            go_on.wait(5)

    monkeypatch.setattr(Pace, "__call__", slow)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, table(tmp_path / "all.csv"))
        await pilot.press("w")
        begun.wait(5)
        await pilot.press("escape")
        assert isinstance(app.screen, Working), "what writes is waited for"
        go_on.set()
        await settle(pilot)
        assert len(app.screen_stack) == 1
    assert imports(connect(path)) == ()


async def test_what_a_large_table_lacks_is_asked(tmp_path: Path) -> None:
    path, app = app_over(tmp_path, NOWHERE)
    lines = [f"2027-05-06,Ward {row // 4},Anna{row} Smith,{row}" for row in range(MANY + 20)]
    (tmp_path / "all.csv").write_text("\n".join(["date,ward,candidate,votes", *lines]) + "\n")
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, tmp_path / "all.csv")
        assert "What the table lacks is asked: body" in text(pilot)
        await press(pilot, "w", "enter")
        assert "body: found nothing, expected" in text(pilot)
        app.screen.query_one("#field-body", Input).value = "Ashby Council"
        await press(pilot, "enter")
    query = "SELECT count(*) FROM contest JOIN body ON body.id = body_id WHERE body.name = 'Ashby Council'"
    assert connect(path).execute(query).fetchone() > (0,)


async def test_a_folder_of_records_is_taken_in_and_again_changes_nothing(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(SMALL, tmp_path / "record"))
    persons = folder / "persons.csv"
    persons.write_text(persons.read_text() + 'new-body,New Body,"Body, New",,,minutes,\n')
    path, app = app_over(tmp_path, NOWHERE)
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, folder)
        assert "A folder of records: 1 new" in text(pilot)
        await press(pilot, "w")
        assert "Stored as import 1" in said(pilot)
        await opened(pilot, folder)
        assert "All of it is on record already" in text(pilot)
        await press(pilot, "w", "escape")
    assert len(imports(connect(path))) == 1
