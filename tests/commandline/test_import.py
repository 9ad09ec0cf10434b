"""`slatewatch import`, `imports` and `undo` as a user runs them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

Run: TypeAlias = Callable[..., "subprocess.CompletedProcess[str]"]

RESULT = "Candidate,Votes,Slate,Result\nAda Newcomer,900,Momentum,Elected\nBea Newcomer,800,Labour to Win,\n"


@pytest.fixture
def own(record: Path, tmp_path: Path) -> Path:
    """A database to write to, with the packaged record."""
    return Path(shutil.copy(record, tmp_path / "own.db"))


@pytest.fixture
def result(tmp_path: Path) -> Path:
    """A table of a contest that is not on record."""
    path = tmp_path / "result.csv"
    path.write_text(RESULT, encoding="utf-8")
    return path


PLACE = ("--body", "nec", "--section", "treasurer", "--date", "2031-09-20")


def test_a_table_becomes_a_contest_and_is_taken_back(run: Run, own: Path, result: Path) -> None:
    done = run("import", result, *PLACE, "--seats", 1, "--yes", "--publisher", "The Gazette", "--db", own)
    assert done.returncode == 0, done.stderr
    assert "+ Ada Newcomer: 900, elected, Momentum (line 2" in done.stdout
    assert "not elected" in done.stdout and "Stored as import 1" in done.stdout
    shown = run("export", "contest", "--contest", "nec-treasurer-2031", "--db", own)
    assert "Ada Newcomer" in shown.stdout and "The Gazette" in shown.stdout
    assert "result.csv" in run("imports", "--db", own).stdout
    again = run("import", result, *PLACE, "--seats", 1, "--yes", "--db", own)
    assert "Nothing to store" in again.stdout
    assert run("undo", 1, "--db", own).returncode == 0
    assert "(undone)" in run("imports", "--db", own).stdout
    assert "no contest" in run("export", "contest", "--contest", "nec-treasurer-2031", "--db", own).stderr


def test_a_dry_run_and_no_yes_store_nothing(
    run: Run, fails: Callable[..., str], own: Path, result: Path
) -> None:
    before = own.read_bytes()
    done = run("import", result, *PLACE, "--dry-run", "--json", "--db", own)
    data = json.loads(done.stdout)
    assert data["import"] is None and [row["kind"] for row in data["contests"][0]["rows"]] == ["new", "new"]
    refused = run("import", result, *PLACE, "--db", own)
    assert refused.returncode == 2 and "--yes" in refused.stderr
    assert own.read_bytes() == before


def test_what_cannot_be_imported_is_said_in_one_sentence(
    fails: Callable[..., str], own: Path, result: Path, tmp_path: Path
) -> None:
    assert "no such file" in fails("import", "none.csv", *PLACE, "--db", own)
    assert "which contest?" in fails("import", result, "--db", own)
    (tmp_path / "empty.csv").write_bytes(b"")
    assert "empty.csv" in fails("import", "empty.csv", *PLACE, "--db", own)
    (tmp_path / "prose.txt").write_text("Nothing to see here.\n", encoding="utf-8")
    assert "no results were found" in fails("import", "prose.txt", *PLACE, "--db", own)
    assert "no import number 7" in fails("undo", 7, "--db", own)
    assert "expected NAME=KEY" in fails("import", result, *PLACE, "--person", "x", "--db", own)
