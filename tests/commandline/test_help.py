"""Help is complete and comes at once, since nothing that draws or reads is loaded for it."""

from __future__ import annotations

import shlex
import subprocess
import sys
from pathlib import Path

import click
import pytest

from db.lens import VIEWS
from tui.commands.export import EPILOG, export
from tui.commands.export import VIEWS as NAMED
from tui.commands.group import slatewatch
from tui.commands.looking import FORMATS as OFFERED
from tui.exports import FORMATS

from .conftest import ROOT, Run

HEAVY = {
    "textual",
    "rich",
    "sqlite_utils",
    "sqlite3",
    "rapidfuzz",
    "msgspec",
    "db.questions",
    "db.view",
    "tui.exports",
}
LOADED = """
import sys
from tui.main import main
try:
    main()
except SystemExit:
    print("LOADED", *sys.modules)
"""


@pytest.mark.parametrize("words", [["--help"], ["export", "--help"], ["--version"], ["completion", "bash"]])
def test_help_loads_nothing_that_draws_or_reads(words: list[str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", LOADED, *words], cwd=ROOT, capture_output=True, text=True, check=True
    )
    loaded = set(done.stdout.rpartition("LOADED")[2].split())
    assert "tui.main" in loaded
    assert not HEAVY & loaded


def test_the_help_names_every_command_and_shows_examples(run: Run) -> None:
    done = run("--help")
    assert (done.returncode, done.stderr) == (0, "")
    for name in ("build", "completion", "export", "migrate", "FILE.db", "Examples:"):
        assert name in done.stdout
    assert done.stdout == run("-h").stdout


def test_the_list_of_commands_cuts_no_line(run: Run) -> None:
    assert "..." not in run("--help").stdout.partition("Commands:")[2]
    assert "..." not in run("scheme", "--help").stdout.partition("Commands:")[2]


def test_every_command_and_option_has_a_help_text() -> None:
    context = click.Context(slatewatch)
    for name in slatewatch.list_commands(context):
        command = slatewatch.get_command(context, name)
        assert command is not None
        assert command.help
        for parameter in command.params:
            assert not isinstance(parameter, click.Option) or parameter.help, (name, parameter.name)


def test_the_help_of_export_names_every_view_and_format() -> None:
    assert export.help is not None
    assert all(view in export.help for view in VIEWS)
    assert OFFERED == FORMATS
    assert NAMED == VIEWS


@pytest.mark.parametrize(
    "line", [line.strip() for line in EPILOG.splitlines() if "slatewatch export" in line]
)
def test_the_examples_of_the_help_work_on_the_record_that_comes_along(
    run: Run, record: Path, line: str
) -> None:
    done = run(*shlex.split(line)[1:], "--db", record)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_version_is_one_line(run: Run) -> None:
    done = run("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("slatewatch ")
    assert done.stdout.count("\n") == 1
