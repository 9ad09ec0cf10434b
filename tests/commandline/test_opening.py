"""`slatewatch` and `slatewatch FILE` open the dashboard; anything else is said in a sentence."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import click
import pytest

from tui.commands.group import slatewatch
from tui.main import main


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The databases that the dashboard was opened on, in place of opening it."""
    paths: list[Path] = []

    def run(path: Path) -> int:
        paths.append(path)
        return 0

    app = ModuleType("tui.app")
    app.run = run  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "tui.app", app)
    monkeypatch.setenv("TEXTUAL_DRIVER", "any")
    return paths


def leave(monkeypatch: pytest.MonkeyPatch, *words: str) -> object:
    """Run the entry point in this process and give its exit status."""
    monkeypatch.setattr(sys, "argv", ["slatewatch", *words])
    with pytest.raises(SystemExit) as left:
        main()
    return left.value.code


def test_a_first_word_that_is_a_file_is_opened(
    opened: list[Path], record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert leave(monkeypatch, str(record)) == 0
    assert opened == [record]


def test_no_word_opens_the_users_own_database(
    opened: list[Path], record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("importers.packaged.own_database", lambda: record)
    assert leave(monkeypatch) == 0
    assert opened == [record]


def test_a_file_named_like_a_command_is_reached_by_its_path(
    opened: list[Path], record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "export").symlink_to(record)
    monkeypatch.chdir(tmp_path)
    assert leave(monkeypatch, "./export") == 0
    assert opened == [Path("export")]


def test_the_exit_status_of_the_dashboard_is_that_of_the_command(
    opened: list[Path], record: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules["tui.app"], "run", lambda _: 3)
    assert leave(monkeypatch, str(record)) == 3
    assert opened == []


@pytest.mark.parametrize(
    ("word", "said"),
    [
        (
            "candidates",
            "'candidates' is no command of its own; it is a view: `slatewatch export candidates`.",
        ),
        ("exprot", "'exprot' is neither an existing file nor a command; did you mean `slatewatch export`?"),
        ("union.db", "union.db: there is no such file; a slatewatch database was expected."),
        ("--verison", "--version"),
    ],
)
def test_a_first_word_that_is_nothing_known_is_named(fails: Callable[..., str], word: str, said: str) -> None:
    assert said in fails(word)


def test_without_a_terminal_the_dashboard_says_what_to_use_instead(
    fails: Callable[..., str], record: Path
) -> None:
    assert "`slatewatch export` writes into files and pipes" in fails(record)


def test_ctrl_c_leaves_with_130_and_without_a_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def interrupted(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(slatewatch, "invoke", interrupted)
    assert leave(monkeypatch, "export") == 130
    assert "Traceback" not in capsys.readouterr().err


def test_a_fault_of_ours_is_one_sentence_unless_it_is_looked_for(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def faulty(*_: object, **__: object) -> None:
        raise ValueError("odd\nthing")

    monkeypatch.setattr(slatewatch, "invoke", faulty)
    assert leave(monkeypatch, "export") == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("slatewatch: ValueError: odd thing (a fault of slatewatch")
    monkeypatch.setenv("SLATEWATCH_DEBUG", "1")
    monkeypatch.setattr(sys, "argv", ["slatewatch", "export"])
    with pytest.raises(ValueError, match="odd"):
        main()


def test_the_command_is_a_group_that_click_knows() -> None:
    assert isinstance(slatewatch, click.Group)
