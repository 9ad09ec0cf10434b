"""A few pictures, each looked at and each asserted before it is compared: layout is seen as a whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from app_stage import COURSE, press, settle, stage, text
from review_stage import LIST, app_over, paste
from textual.pilot import Pilot

from db.lens import Lens, Place

BOARD = Place("composition", Lens(body="board"))
Compare = Callable[..., bool]


async def looked_at(pilot: Pilot[Any]) -> None:
    await settle(pilot)
    assert "10 of 10 stood" in text(pilot) and "Ann Archer" in text(pilot)


def test_composition(snap_compare: Compare) -> None:
    _, app = stage(BOARD)
    assert snap_compare(app, terminal_size=(100, 30), run_before=looked_at)


def test_composition_through_time(snap_compare: Compare) -> None:
    reader, app = stage(BOARD)
    reader.course = COURSE

    async def moved(pilot: Pilot[Any]) -> None:
        await looked_at(pilot)
        await press(pilot, "left_square_bracket")
        assert "May 2012 R What happened 1 [/]." in text(pilot)

    assert snap_compare(app, terminal_size=(120, 40), run_before=moved)


def test_narrow_and_short(snap_compare: Compare) -> None:
    _, app = stage(BOARD)
    assert snap_compare(app, terminal_size=(60, 20), run_before=looked_at)


def test_without_colour_and_with_a_filter(snap_compare: Compare, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    _, app = stage(BOARD)

    async def filtered(pilot: Pilot[Any]) -> None:
        await looked_at(pilot)
        await press(pilot, "1", "slash", *"cat", "enter")
        assert "Cat Carter" in text(pilot) and "2 □ W Win" in text(pilot)

    assert snap_compare(app, terminal_size=(80, 24), run_before=filtered)


def test_export_dialog(snap_compare: Compare) -> None:
    _, app = stage(Place("candidates", Lens(body="board")))

    async def asked(pilot: Pilot[Any]) -> None:
        await looked_at(pilot)
        await press(pilot, "e")
        assert "● " in text(pilot) and "Markdown" in text(pilot) and "candidates-board.md" in text(pilot)

    assert snap_compare(app, terminal_size=(80, 24), run_before=asked)


def test_review(snap_compare: Compare, tmp_path: Path) -> None:
    _, app = app_over(tmp_path)

    async def reviewed(pilot: Pilot[Any]) -> None:
        await paste(pilot, LIST)
        assert "1 doubt left" in text(pilot) and "Who is it? enter chooses" in text(pilot)
        assert "RTU, estate delegates, 2 June 2026" in text(pilot)

    assert snap_compare(app, terminal_size=(100, 30), run_before=reviewed)
