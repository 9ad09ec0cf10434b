"""`slatewatch merge`, `distinct` and `alike` as a user runs them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .conftest import Run
from .test_completion import complete


def test_who_may_be_one_is_listed_with_the_reason(run: Run, own: Path) -> None:
    done = run("alike", "--db", own)
    assert done.returncode == 0
    assert "mike-payne michael-payne: Mike Payne, Michael Payne: Michael may stand for Mike, " in done.stdout
    assert "`slatewatch merge` makes one of two" in done.stderr
    assert len(run("alike", "--limit", 1, "--db", own).stdout.splitlines()) == 1
    one = run("alike", "Michael Payne", "--db", own)
    assert one.stdout.startswith("michael-payne mike-payne: ")
    assert len(one.stdout.splitlines()) == 1
    assert run("alike", "luke-akehurst", "--db", own).stdout == "Nobody on record looks like another.\n"


def test_a_merge_is_told_made_listed_and_taken_back(run: Run, own: Path) -> None:
    before = own.read_bytes()
    dry = run("merge", "mike-payne", "Michael Payne", "--dry-run", "--db", own)
    assert dry.stdout.startswith("Mike Payne (mike-payne) is Michael Payne (michael-payne): one candidacy")
    assert "Nothing was changed." in dry.stderr
    assert own.read_bytes() == before
    done = run("merge", "mike-payne", "Michael Payne", "--yes", "--db", own)
    assert done.returncode == 0, done.stderr
    assert "Merged as import 1; `slatewatch undo 1` takes it back." in done.stderr
    assert "merge of Mike Payne into Michael Payne" in run("imports", "--db", own).stdout
    old = run("export", "candidate", "--person", "mike-payne", "--db", own)
    assert old.stdout == run("export", "candidate", "--person", "Michael Payne", "--db", own).stdout
    assert complete(run, "merge", "--db", own, "mike-pa") == []
    assert run("undo", 1, "--db", own).returncode == 0
    assert "mike-payne" in complete(run, "merge", "--db", own, "mike-pa")


def test_nobody_is_merged_without_a_yes_nor_where_two_stood_together(
    fails: Callable[..., str], run: Run, own: Path
) -> None:
    before = own.read_bytes()
    refused = run("merge", "mike-payne", "michael-payne", "--db", own)
    assert refused.returncode == 2
    assert "--yes merges without asking" in refused.stderr
    assert "both stood in nec-" in fails("merge", "luke-akehurst", "johanna-baxter", "--yes", "--db", own)
    assert "no person 'Nobody Atall'" in fails("merge", "Nobody Atall", "johanna-baxter", "--db", own)
    assert own.read_bytes() == before


def test_two_who_are_told_apart_are_neither_listed_nor_merged(
    fails: Callable[..., str], run: Run, own: Path
) -> None:
    done = run("distinct", "lucy-powell", "lucy-powell-2010", "--note", "a member in Hull", "--db", own)
    assert "are two: kept as import 1; `slatewatch undo 1` takes it back." in done.stderr
    assert "lucy-powell" not in run("alike", "--db", own).stdout
    assert "known to be two already" in run("distinct", "lucy-powell-2010", "lucy-powell", "--db", own).stderr
    assert "were declared not to be the same" in fails(
        "merge", "lucy-powell", "lucy-powell-2010", "--dry-run", "--db", own
    )
    assert "a member in Hull" in run("imports", "--db", own).stdout
    assert "two were expected" in fails("distinct", "lucy-powell", "lucy-powell", "--db", own)
