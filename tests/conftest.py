"""What every test stands on: no trace of the machine that runs it."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest


def pytest_xdist_auto_num_workers() -> int:
    """One process more than there are processors: tests of the screen wait now and then."""
    return (os.cpu_count() or 1) + 1


@pytest.fixture(autouse=True)
def nobody_home(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """A home folder of its own, and no setting of the terminal that changes a picture."""
    for name in list(os.environ):
        ours = name.startswith("TEXTUAL_SNAPSHOT")  # the snapshot plug-in's own
        if not ours and (name == "NO_COLOR" or name.startswith(("TEXTUAL", "XDG_", "SLATEWATCH"))):
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    monkeypatch.setenv("HOME", str(home))
    for name, folder in (("DATA", "data"), ("CONFIG", "config"), ("CACHE", "cache"), ("STATE", "state")):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(home / folder))
    yield home


@pytest.fixture(autouse=True)
def still_cursor(monkeypatch: pytest.MonkeyPatch) -> None:
    """A blinking cursor makes two pictures of one screen."""
    try:
        from textual.widgets import Input
    except ImportError:
        return
    monkeypatch.setattr(Input, "_toggle_cursor", lambda self: None)


@pytest.fixture(autouse=True)
def short_naps(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whether the app is idle is asked five times as often: a test waits for that several times at each key."""
    try:
        from textual import _wait
    except ImportError:
        return
    for name in ("SLEEP_GRANULARITY", "SLEEP_IDLE"):
        monkeypatch.setattr(_wait, name, getattr(_wait, name) / 5, raising=False)
