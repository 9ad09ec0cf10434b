"""The questions that have a command of their own write what `export` writes."""

from __future__ import annotations

import shlex
from collections.abc import Callable
from pathlib import Path

import pytest

from db.lens import VIEWS
from db.reading.counting import grouping
from tui.commands.looking import GROUPINGS
from tui.commands.questions import QUESTIONS, Question

from .conftest import Run


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda one: one.view)
def test_a_question_is_a_command_and_its_example_works(run: Run, record: Path, question: Question) -> None:
    assert question.view in VIEWS
    name, subject, *rest = shlex.split(question.example)
    assert name == question.view
    done = run(name, subject, *rest, "--db", record)
    assert (done.returncode, done.stderr) == (0, "")
    body, _, section = subject.partition("/")
    words = {one: [f"--{one}", subject] for one in ("contest", "faction", "division", "source")}.get(
        question.of, ["--body", body, *(["--section", section] if section else [])]
    )
    assert done.stdout == run("export", name, *words, *rest, "--db", record).stdout
    assert done.stdout.startswith("# ")


def test_a_grouping_is_chosen_by_name(run: Run, record: Path, fails: Callable[..., str]) -> None:
    assert GROUPINGS == grouping.GROUPINGS
    by_alignment = run("composition", "nec", "--date", "2018-06", "--grouping", "alignment", "--db", record)
    assert "| Alignment |" in by_alignment.stdout and "by alignment" in by_alignment.stdout
    assert "scheme" in fails("composition", "nec", "--scheme", "nobody", "--db", record)
    assert "'colour' is not one of" in fails("composition", "nec", "--grouping", "colour", "--db", record)


def test_what_there_is_not_is_told_in_a_sentence(record: Path, fails: Callable[..., str]) -> None:
    assert "no body 'nex'" in fails("composition", "nex", "--db", record)
    assert "no section 'clap'" in fails("changes", "nec/clap", "--db", record)
