"""README.md promises keys, commands and views: each promise is tried."""

from __future__ import annotations

import re
import shlex
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from importers.folder import build
from importers.packaged import RECORD
from tui.screens.bindings import BINDINGS
from tui.widgets.lines import Lines

ROOT = Path(__file__).parent.parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMES = {
    ",": "comma",
    "/": "slash", "=": "equals_sign", "[": "left_square_bracket", "]": "right_square_bracket", ".": "full_stop", "?": "question_mark",
    "esc": "escape", "page up": "pageup", "page down": "pagedown", "F1": "f1",
}  # fmt: skip
"""Keys as README.md writes them, and as Textual calls them."""


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The user's own database, as a first run would make it."""
    path = tmp_path_factory.mktemp("record") / "slatewatch.db"
    build(RECORD, path)
    return path


def part(title: str) -> str:
    """The text under a heading."""
    return README.partition(f"## {title}\n")[2].partition("\n## ")[0]


def keys_of_the_table() -> set[str]:
    """Every key that the tour of the keys names, as Textual calls it."""
    rows = [line for line in part("A tour of the keys").splitlines() if line.startswith("| `")]
    named = {key for row in rows for key in re.findall(r"`([^`]+)`", row.split("|")[1])}
    return {NAMES.get(key, key) for key in named} | {str(digit) for digit in range(1, 10)}


def test_every_key_of_the_tour_is_bound_and_every_bound_key_is_in_the_tour() -> None:
    screen = {binding.key for binding in BINDINGS}
    tables = {key for binding in Lines.BINDINGS for key in binding.key.split(",")}
    assert keys_of_the_table() - screen - tables == set()
    assert screen - keys_of_the_table() == set()


@pytest.mark.parametrize(
    "line", [line for line in part("The command line").splitlines() if line.startswith("slatewatch ")]
)
def test_every_example_of_the_command_line_works(line: str, record: Path, tmp_path: Path) -> None:
    words = shlex.split(line)[1:]
    command = [sys.executable, "-c", "from tui.main import main; main()", *words, "--db", str(record)]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout or list(tmp_path.iterdir())


def test_every_view_of_the_file_is_there_and_has_rows(record: Path) -> None:
    promised = re.findall(r"^\| `(\w+)` \|", part("The file"), re.MULTILINE)
    connection = sqlite3.connect(record)
    made = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'view'")}
    assert set(promised) == made
    for view in promised:
        assert connection.execute(f"SELECT count(*) FROM {view}").fetchone() > (0,)


def test_every_file_that_the_documents_point_to_is_there() -> None:
    for document in ("README.md", "CONTRIBUTING.md", "tests/bench/README.md", "db/record/labour/README.md"):
        text = (ROOT / document).read_text(encoding="utf-8")
        for target in re.findall(r"\]\((?!https?:)([^)#]+)[^)]*\)", text):
            assert ((ROOT / document).parent / target).exists(), (document, target)


def test_the_two_commands_are_those_of_the_continuous_checks() -> None:
    lines = README.splitlines()
    assert [line.rpartition("/")[2] for line in lines if line.startswith("python3 -m venv")] == [
        "slatewatch",
        "pytest -n auto",
    ]
