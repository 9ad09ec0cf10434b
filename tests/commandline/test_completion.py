"""A shell completes commands, options, views, and what the database holds; it is never shown an error."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest

from db.lens import VIEWS
from tui.commands.completion import PLACES

from .conftest import Run


def complete(run: Run, *words: object) -> list[str]:
    """What bash is offered for the last word."""
    done = run(
        _SLATEWATCH_COMPLETE="bash_complete",
        COMP_WORDS=" ".join(["slatewatch", *map(str, words)]),
        COMP_CWORD=str(len(words)),
    )
    assert done.stderr == ""
    return [line.partition(",")[2] for line in done.stdout.splitlines() if line]


@pytest.mark.parametrize("shell", PLACES)
def test_the_script_says_how_to_install_it_and_the_shell_can_read_it(run: Run, shell: str) -> None:
    done = run("completion", shell)
    assert (done.returncode, done.stderr) == (0, "")
    first, second = done.stdout.splitlines()[:2]
    assert f"# To install: {PLACES[shell]}" in (first, second)
    assert (first == "#compdef slatewatch") == (shell == "zsh")
    if program := shutil.which(shell):
        subprocess.run([program, "-n"], input=done.stdout, text=True, check=True)


def test_another_shell_is_told_which_there_are(run: Run) -> None:
    done = run("completion", "csh")
    assert done.returncode == 2
    assert "'bash', 'zsh', 'fish'" in done.stderr


def test_commands_are_completed_and_files_too(run: Run) -> None:
    assert "export" in complete(run, "ex")
    assert complete(run, "uni")[0] == "uni"


def test_views_and_options_are_completed(run: Run) -> None:
    assert complete(run, "export", "comp") == ["composition"]
    assert set(complete(run, "export", "")) >= set(VIEWS)
    assert complete(run, "export", "composition", "--sec") == ["--section"]


@pytest.mark.parametrize(
    ("option", "start", "offered"),
    [
        ("--body", "ne", "nec"),
        ("--section", "cl", "clp"),
        ("--contest", "nec-clp-201", "nec-clp-2014"),
        ("--person", "alice-p", "alice-perry"),
        ("--faction", "clg", "clga"),
        ("--against", "nec-clp-201", "nec-clp-2014"),
    ],
)
def test_names_are_completed_from_the_database(
    run: Run, record: Path, option: str, start: str, offered: str
) -> None:
    assert offered in complete(run, "export", "--db", record, "candidates", option, start)


def test_sections_are_those_of_the_body_named(run: Run, record: Path) -> None:
    words = ("export", "--db", record, "composition")
    everywhere, there = (
        complete(run, *words, "--section", ""),
        complete(run, *words, "--body", "NCC", "--section", ""),
    )
    assert there
    assert set(there) < set(everywhere)


def test_a_name_is_completed_by_any_of_its_words_to_the_key_that_is_meant(run: Run, record: Path) -> None:
    assert "alice-perry" in complete(run, "export", "--db", record, "candidate", "--person", "Perr")


def test_a_database_that_cannot_be_read_completes_to_nothing(run: Run, tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database", encoding="utf-8")
    assert complete(run, "export", "--db", "text.db", "candidates", "--body", "ne") == []
