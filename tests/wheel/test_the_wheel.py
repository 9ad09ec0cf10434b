"""The wheel holds all that the program reads, and runs on a machine that has nothing else of the project."""

from __future__ import annotations

import os
import subprocess
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from .clean_room import build_wheel, install

ROOT = Path(__file__).parent.parent.parent
Run: TypeAlias = Callable[..., str]

DRAWING = """
import asyncio
from importers.packaged import own_database
from tui.app import Slatewatch
from tui.reader import Reader

async def main():
    app = Slatewatch(Reader(own_database()))
    async with app.run_test(size=(120, 40)) as pilot:
        await app.workers.wait_for_complete()
        await pilot.pause()
        print(type(app.screen).__name__)

asyncio.run(main())
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built once."""
    return build_wheel(ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def run(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Run an installed program as somebody who has just installed it, from a folder of their own."""
    programs = install(wheel, tmp_path_factory.mktemp("environment"))
    home = tmp_path_factory.mktemp("home")
    environment = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PYTHON", "XDG_", "SLATEWATCH"))
    }
    environment |= {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
    }

    def installed(program: str, *words: str) -> str:
        done = subprocess.run(
            [str(programs / program), *words],
            env=environment, cwd=home, capture_output=True, encoding="utf-8", check=False, timeout=60,
        )  # fmt: skip
        assert done.returncode == 0, done
        return done.stdout

    return installed


def test_every_file_that_the_program_reads_is_in_the_wheel(wheel: Path) -> None:
    inside = set(zipfile.ZipFile(wheel).namelist())
    wanted = {
        path.relative_to(ROOT).as_posix()
        for package in ("db", "importers", "tui")
        for path in (ROOT / package).rglob("*")
        if path.is_file() and path.suffix in {".py", ".sql", ".csv", ".tcss", ".md"}
    }
    assert "tui/slatewatch.tcss" in wanted
    assert "db/record/labour/candidacies.csv" in wanted
    assert wanted <= inside


def test_nothing_else_is_in_the_wheel(wheel: Path) -> None:
    tops = {name.partition("/")[0] for name in zipfile.ZipFile(wheel).namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == {"db", "importers", "tui"}


def test_the_installed_program_helps(run: Run) -> None:
    assert "export" in run("slatewatch", "--help")
    assert run("slatewatch", "--version").startswith("slatewatch ")


def test_the_first_run_makes_the_database_and_answers_from_it(run: Run) -> None:
    written = run("slatewatch", "export", "contest", "--contest", "nec-clp-2014")
    assert "323,740" in written
    assert "Ann Black" in written
    assert "55.2" in written


def test_the_screen_can_be_drawn(run: Run) -> None:
    """The stylesheet and every module of the app are found where the wheel puts them."""
    assert run("python", "-c", DRAWING) == "MainScreen\n"
