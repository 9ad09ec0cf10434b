"""`slatewatch build` makes a database from a folder, and `migrate` brings one up to date."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from importers.packaged import RECORD

from .conftest import Run


def test_a_folder_becomes_a_database_that_can_be_read(run: Run, record: Path) -> None:
    done = run("build", "own.db", "--from", RECORD)
    assert (done.returncode, done.stdout) == (0, ""), done
    words = ("export", "composition", "--body", "nec", "--db")
    assert run(*words, "own.db").stdout == run(*words, record).stdout != ""


def test_an_existing_file_is_replaced_only_by_force(
    run: Run, fails: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "own.db").write_text("mine", encoding="utf-8")
    assert fails("build", "own.db", "--from", RECORD) == "own.db exists already; --force replaces it."
    assert (tmp_path / "own.db").read_text(encoding="utf-8") == "mine"
    assert run("build", "own.db", "--from", RECORD, "--force").returncode == 0
    assert (tmp_path / "own.db").read_bytes().startswith(b"SQLite format 3")


def test_a_folder_that_cannot_be_read_leaves_nothing_behind(
    fails: Callable[..., str], tmp_path: Path
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "contests.csv").write_text("nonsense\n1\n", encoding="utf-8")
    assert "contests.csv, line 1: found the column 'nonsense'" in fails("build", "own.db", "--from", "folder")
    assert "there is no such folder" in fails("build", "own.db", "--from", "elsewhere")
    assert [path.name for path in tmp_path.iterdir()] == ["folder"]


def test_a_database_of_today_is_left_alone_by_migrate(
    run: Run, fails: Callable[..., str], record: Path
) -> None:
    before = record.read_bytes()
    done = run("migrate", record)
    assert done.returncode == 0
    assert done.stderr == f"{record}: up to date already.\n"
    assert record.read_bytes() == before
    assert "no such file" in fails("migrate", "none.db")
