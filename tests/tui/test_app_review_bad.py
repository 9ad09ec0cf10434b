"""The review under bad input: hostile names, bad files, a locked database, stopping in the middle."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

import pytest
from app_stage import press, settle, text
from review_stage import LIST, SIZE, app_over, paste, review, said

from db.ledger import imports
from db.store import connect
from importers.progress import Progress
from importers.session import Session
from tui.review.screen import ReviewScreen
from tui.review.working import Working

HOSTILE = (
    'Name,Votes,Slate\n"[/] Smith",5,"[red]x"\n"Ann \x1b[31mOther",4,"a | b"\n'
    '"\u202eBen Body",3,"x\ny"\n"Zoë  日本",2,[bold]\n'
)


@pytest.mark.parametrize("size", [(120, 40), (80, 24), (60, 20)])
async def test_hostile_names_are_shown_as_data_at_every_size(tmp_path: Path, size: tuple[int, int]) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=size) as pilot:
        await paste(pilot, HOSTILE)
        assert len(review(pilot).plan_shown.view.rows) == 6, (
            "the contest, four candidates, what follows from their votes"
        )
        await press(pilot, "home", "down")
        await press(
            pilot, "p", "escape", "v", "escape", "l", "escape", "t", "escape", "s", "escape", "?", "escape"
        )
        picture = text(pilot)
        assert "\x1b" not in picture and "\u202e" not in picture
        assert isinstance(app.screen, ReviewScreen)
        await press(pilot, "A", "R", "w", "y")
    assert "error" not in {note.severity for note in app._notifications}


async def test_it_works_without_colour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    _, app = app_over(tmp_path)
    async with app.run_test(size=(80, 24)) as pilot:
        await paste(pilot, LIST)
        picture = text(pilot)
        assert (
            "[x] ~ changed" in picture.replace("  ", " ") and "? doubtful" in picture and "L TLA" in picture
        )


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "found an empty file, expected results"),
        (b"\x00\x01\x02\x03" * 50, "bad.bin"),
        (b"Nothing to see here.\n", "no results were found"),
    ],
)
async def test_a_bad_file_is_one_sentence(tmp_path: Path, data: bytes, sentence: str) -> None:
    (tmp_path / "bad.bin").write_bytes(data)
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await press(pilot, "o")
        app.screen.query_one("#words").value = f"{tmp_path}/bad"  # type: ignore[attr-defined]
        await settle(pilot)
        await press(pilot, "enter")
        assert len(app.screen_stack) == 1
        assert sentence in said(pilot) and "Traceback" not in said(pilot)


async def test_an_empty_paste_is_nothing(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, "  \n ")
        assert len(app.screen_stack) == 1 and not said(pilot)


async def test_a_locked_database_is_one_sentence_and_the_review_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, app = app_over(tmp_path)
    monkeypatch.setattr("db.ledger.writable", _impatient)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        lock = sqlite3.connect(path, isolation_level=None)
        lock.execute("BEGIN IMMEDIATE")
        await press(pilot, "R", "w")
        assert "the database cannot be written" in said(pilot) and isinstance(app.screen, ReviewScreen)
        lock.execute("ROLLBACK")
        lock.close()
        await press(pilot, "w")
    assert len(imports(connect(path))) == 1


def _impatient(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=0.05, isolation_level=None)


async def test_storing_that_is_stopped_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path, app = app_over(tmp_path)
    begun, go_on, store = threading.Event(), threading.Event(), Session.store

    def slow(session: Session, *args: object, progress: Progress) -> object:
        def told(words: str, done: int, total: int) -> None:
            progress(words, done, total)
            begun.set()
            go_on.wait(5)

        return store(session, *args, progress=told)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "store", slow)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        await press(pilot, "R")
        await pilot.press("w")
        begun.wait(5)
        await pilot.pause(0.4)
        assert "Storing  1 of 3" in text(pilot) and "nothing is left behind" in text(pilot)
        await pilot.press("escape")
        assert isinstance(app.screen, Working), "what writes is waited for"
        go_on.set()
        await settle(pilot)
        assert "Stopped; the record is as it was" in said(pilot) and isinstance(app.screen, ReviewScreen)
        assert imports(connect(path)) == ()
        monkeypatch.setattr(Session, "store", store)
        await press(pilot, "w")
    assert len(imports(connect(path))) == 1


async def test_reading_that_is_stopped_opens_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _, app = app_over(tmp_path)
    gate, read = threading.Event(), Session.read

    def slow(session: Session, *args: object, **more: object) -> object:
        gate.wait(5)
        return read(session, *args, **more)  # type: ignore[arg-type]

    monkeypatch.setattr(Session, "read", slow)
    async with app.run_test(size=SIZE) as pilot:
        await settle(pilot)
        app.screen.open_text(LIST)  # type: ignore[attr-defined]
        await pilot.pause(0.4)
        assert "Reading" in text(pilot)
        await pilot.press("escape")
        await pilot.pause()
        assert len(app.screen_stack) == 1
        gate.set()
        await settle(pilot)
        assert len(app.screen_stack) == 1


async def test_an_answer_that_cannot_be_is_refused_with_a_sentence(tmp_path: Path) -> None:
    from importers.review.decisions import Wanted

    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, LIST)
        before = review(pilot).decisions
        review(pilot).decide(before.with_contest(0, Wanted("no-such-contest")))
        await settle(pilot)
        assert "no-such-contest" in said(pilot)
        assert review(pilot).decisions == before and review(pilot).history == []
