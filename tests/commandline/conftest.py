"""Runs `slatewatch` as a user does: a process of its own, on a database made from the packaged record."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from importers.folder import build
from importers.packaged import RECORD

ROOT = Path(__file__).parent.parent.parent
Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]


@pytest.fixture(scope="session")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database with the packaged record."""
    path = tmp_path_factory.mktemp("record") / "record.db"
    build(RECORD, path)
    return path


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Path:
    """A database to write to, with the packaged record."""
    return Path(shutil.copy(record, tmp_path / "own.db"))


@pytest.fixture
def home(tmp_path: Path) -> dict[str, str]:
    """An environment in which the user has nothing yet."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("LC_", "XDG_", "SLATEWATCH"))
    }
    return {**kept, "HOME": str(tmp_path), "XDG_DATA_HOME": str(tmp_path / "data"), "PYTHONPATH": str(ROOT)}


@pytest.fixture
def run(home: dict[str, str], tmp_path: Path) -> Run:
    """Run `slatewatch` with some words in an empty folder."""

    def slatewatch(*words: object, **environment: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "tui.main", *map(str, words)],
            env={**home, **environment},
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            check=False,
            timeout=60,
        )

    return slatewatch


@pytest.fixture
def fails(run: Run) -> Callable[..., str]:
    """Run `slatewatch` where it cannot succeed, and give the one sentence that it says."""

    def failing(*words: object, **environment: str) -> str:
        done = run(*words, **environment)
        assert done.returncode == 2, done
        assert done.stdout == ""
        (line,) = done.stderr.splitlines()
        assert line.startswith("slatewatch: ")
        return line.removeprefix("slatewatch: ")

    return failing
