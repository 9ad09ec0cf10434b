"""`slatewatch dump` writes the whole record, and `build` makes the same database of it."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

from .conftest import Run


def test_a_database_becomes_a_folder_and_the_folder_a_database(
    run: Run, record: Path, tmp_path: Path
) -> None:
    done = run("dump", "mine", "--db", record)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "mine written.\n")
    assert run("build", "mine.db", "--from", "mine").returncode == 0
    words = ("export", "composition", "--body", "nec", "--db")
    assert run(*words, "mine.db").stdout == run(*words, record).stdout != ""


def test_a_folder_is_replaced_only_by_force(
    run: Run, fails: Callable[..., str], record: Path, tmp_path: Path
) -> None:
    assert run("dump", "mine", "--db", record).returncode == 0
    before = (tmp_path / "mine" / "contests.csv").read_bytes()
    assert "mine exists already; --force" in fails("dump", "mine", "--db", record)
    assert run("dump", "mine", "--db", record, "--force").returncode == 0
    assert (tmp_path / "mine" / "contests.csv").read_bytes() == before


def test_what_is_no_database_leaves_nothing_behind(fails: Callable[..., str], tmp_path: Path) -> None:
    assert "no such file" in fails("dump", "mine", "--db", "none.db")
    assert not (tmp_path / "mine").exists()


def test_a_popolo_file_is_written_and_can_be_imported(
    run: Run, fails: Callable[..., str], record: Path, tmp_path: Path
) -> None:
    done = run("dump", "mine.json", "--as", "popolo", "--db", record)
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "mine.json written.\n")
    assert set(json.loads((tmp_path / "mine.json").read_bytes())) >= {"persons", "memberships"}
    assert "mine.json exists already; --force" in fails("dump", "mine.json", "--as", "popolo", "--db", record)
    assert "is a folder" in fails("dump", ".", "--as", "popolo", "--db", record, "--force")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["mine.json"]
