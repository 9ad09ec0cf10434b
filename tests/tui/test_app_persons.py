"""In the app: a person is said to be another, or not to be; what was stored is taken back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from app_stage import HOSTILE, press, screen, settle, text
from records import PACKAGED, SMALL, built
from textual.widgets import OptionList

from db.derivation import derive
from db.ledger import writable
from db.lens import Lens, Place
from db.store import connect
from db.wayfinding.names import resolve
from tui.app import Slatewatch
from tui.dialogs.confirm import Confirm
from tui.dialogs.imports import ImportsDialog
from tui.dialogs.persons import PersonChooser
from tui.plain import plain
from tui.reader import Reader

SIZE = (100, 30)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    """The packaged record, to be written to."""
    return Path(shutil.copy(built(PACKAGED), tmp_path / "own.db"))


def app_over(path: Path, person: str = "mike-payne") -> Slatewatch:
    return Slatewatch(Reader(path), place=Place("candidate", Lens(person=person)))


def told(app: Slatewatch) -> list[str]:
    """What was said in toasts, those still in sight."""
    return [note.message for note in app._notifications]


def person_of(path: Path, key: str) -> str:
    connection = connect(path)
    try:
        return resolve(connection, "person", key)
    finally:
        connection.close()


@pytest.mark.parametrize(("size", "journal"), [((80, 24), "delete"), ((120, 40), "wal")])
async def test_a_person_becomes_another_and_two_again(own: Path, size: tuple[int, int], journal: str) -> None:
    with closing(writable(own)) as connection:
        connection.execute(f"PRAGMA journal_mode = {journal}")
    app = app_over(own)
    async with app.run_test(size=size) as pilot:
        await settle(pilot)
        await press(pilot, "equals_sign")
        assert isinstance(app.screen, PersonChooser)
        picture = text(pilot)
        assert "Who is the same person as Mike Payne?" in picture
        assert "Michael Payne  Mike may stand for Michael" in picture
        await press(pilot, "enter")
        assert isinstance(app.screen, Confirm)
        assert "Mike Payne (mike-payne) is Michael Payne (michael-payne)?" in text(pilot)
        await press(pilot, "y")
        await settle(pilot)
        assert told(app) == ["Merged as import 1; z takes it back."]
        assert screen(pilot).place == Place("candidate", Lens(person="michael-payne"))
        assert "Record: Michael Payne" in text(pilot)
        view = screen(pilot).view
        assert view is not None
        assert view.total == 2, "the candidacies of both"
        assert person_of(own, "mike-payne") == "michael-payne"
        await press(pilot, "escape")
        await settle(pilot)
        assert "Record: Michael Payne" in text(pilot), "the old key leads there"
        await press(pilot, "z")
        assert isinstance(app.screen, ImportsDialog)
        assert "merge of Mike Payne into Michael Payne" in " ".join(text(pilot).split())
        await press(pilot, "enter", "y")
        await settle(pilot)
        assert told(app)[-1] == "Import 1 (merge of Mike Payne into Michael Payne) was undone."
        assert "Record: Mike Payne" in text(pilot), "what is on show is read anew"
        assert person_of(own, "mike-payne") == "mike-payne"


async def test_nothing_is_written_without_a_yes(own: Path) -> None:
    before = own.read_bytes()
    app = app_over(own)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "equals_sign", "enter", "n")
        await press(pilot, "equals_sign", "escape")
        await press(pilot, "z", "escape")
        assert told(app) == []
    assert own.read_bytes() == before


async def test_anyone_is_found_by_typing_and_two_who_met_are_refused_in_a_sentence(own: Path) -> None:
    app = app_over(own, "luke-akehurst")
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "equals_sign")
        assert "nobody has a name like it" in text(pilot)
        await press(pilot, *"baxt")
        await settle(pilot)
        assert "Johanna Baxter" in text(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        (said,) = told(app)
        assert said.startswith(
            "Luke Akehurst (luke-akehurst) and Johanna Baxter (johanna-baxter) cannot be merged: both stood in nec-"
        )
        assert app.screen is screen(pilot)


async def test_a_person_is_not_the_same_as_another_and_is_not_suggested_again(own: Path) -> None:
    app = app_over(own)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "x")
        assert "Who is not the same person as Mike Payne?" in text(pilot)
        await press(pilot, "enter")
        await settle(pilot)
        assert told(app) == ["mike-payne and michael-payne are two: kept as import 1; z takes it back."]
        await press(pilot, "equals_sign")
        assert app.screen.query_one(OptionList).option_count == 0
        await press(pilot, "escape", "z", "enter", "y")
        await settle(pilot)
        await press(pilot, "equals_sign")
        assert app.screen.query_one(OptionList).option_count == 1


async def test_what_was_undone_already_is_said(own: Path) -> None:
    app = app_over(own)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "z")
        assert "Nothing has been imported." in text(pilot)
        await press(pilot, "enter", "escape", "x", "enter")
        await settle(pilot)
        for _ in range(2):
            await press(pilot, "z", "enter", "y")
            await settle(pilot)
        assert "undone already" in told(app)[-1]


async def test_a_file_that_cannot_be_written_is_said_in_a_sentence(own: Path) -> None:
    app = app_over(own)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        await press(pilot, "equals_sign", "enter")
        own.write_bytes(b"no database any more")
        await press(pilot, "y")
        await settle(pilot)
        assert "no SQLite database" in told(app)[-1]


async def test_the_keys_of_a_record_are_keys_nowhere_else(own: Path) -> None:
    app = app_over(own)
    async with app.run_test(size=(160, 40)) as pilot:
        await settle(pilot)
        assert "= same as" in text(pilot)
        await press(pilot, "c")
        assert "equals_sign" not in screen(pilot).active_bindings
        assert "x" not in screen(pilot).active_bindings
        await press(pilot, "question_mark")
        options = app.screen.query_one(OptionList).options
        assert any("z  List imports and merges" in str(option.prompt) for option in options)


def test_the_dashboard_imports_nothing_that_writes() -> None:
    code = "import sys, tui.app, tui.screens.main; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    loaded = set(done.stdout.split())
    assert not {"db.ledger", "db.identity", "db.identity.merging", "db.derivation", "rapidfuzz"} & loaded


async def test_names_are_data_in_every_dialog(tmp_path: Path) -> None:
    own = Path(shutil.copy(built(SMALL), tmp_path / "own.db"))
    connection = writable(own)
    for number, name in enumerate(HOSTILE):
        connection.execute(
            "INSERT INTO person (key, name, sort_name) VALUES (?, ?, ?)", [f"zz-{number}", f"{name} Zz", name]
        )
    derive(connection)
    connection.close()
    app = app_over(own, "zz-0")
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        for number in range(len(HOSTILE)):
            screen(pilot).go(Place("candidate", Lens(person=f"zz-{number}")))
            await settle(pilot)
            await press(pilot, "equals_sign", *"ash")
            await settle(pilot)
            assert isinstance(app.screen, PersonChooser)
            assert plain(f"{HOSTILE[number]} Zz?") in text(pilot) or number == 4, "wide signs are drawn wide"
            await press(pilot, "enter", "y")
            await settle(pilot)
        assert len(told(app)) == len(HOSTILE)
        await press(pilot, "z")
        for _ in HOSTILE:
            await press(pilot, "down", "enter")
            assert isinstance(app.screen, Confirm)
            await press(pilot, "n", "z")
        assert "merge of" in text(pilot)
    assert not any(sign in text for text in told(app) for sign in "\x1b\u202e")
