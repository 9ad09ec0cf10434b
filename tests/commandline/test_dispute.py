"""On the command line: disputes are listed, another value is taken with a reason, and that is taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .conftest import Run

ROW = "candidacies nec-clp-2008/ellie-reeves"
WORDS = "backed by both sides"


def test_another_value_is_taken_shown_listed_and_taken_back(run: Run, own: Path) -> None:
    before = run("disputes", "nec/clp", "--format", "csv", "--db", own).stdout
    done = run(
        "dispute",
        "take",
        ROW,
        "slate",
        WORDS,
        "--slate",
        "none",
        "--reason",
        "neither may count her",
        "--db",
        own,
    )
    assert done.returncode == 0 and f"{WORDS} is shown from now on (import 1;" in done.stderr
    result = run("export", "contest", "--contest", "nec-clp-2008", "--db", own).stdout
    assert "| Ellie Reeves | no slate known ≠ |" in result
    assert "neither may count her" in run("imports", "--db", own).stdout
    assert run("undo", 1, "--db", own).returncode == 0
    assert run("disputes", "nec/clp", "--format", "csv", "--db", own).stdout == before


def test_what_cannot_be_taken_is_refused_in_a_sentence(fails: Callable[..., str], own: Path) -> None:
    take = ("dispute", "take", "--db", own, "--reason", "why not")
    assert "names no faction on record" in fails(*take, ROW, "slate", WORDS)
    assert "stated are “Labour First” and “backed by both sides”" in fails(*take, ROW, "slate", "Progress")
    assert "the nearest are nec-clp-2008/ellie-reeves" in fails(
        *take, "candidacies nec-clp-2008/elle-reeves", "slate", WORDS
    )
    assert "they differ on slate" in fails(*take, ROW, "votes", "5")
