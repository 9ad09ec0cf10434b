"""`slatewatch brief` writes a whole article, to standard output or to a file, in one command."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run


def test_a_brief_is_markdown_on_standard_output(run: Run, record: Path) -> None:
    done = run("brief", "nec-clp-2014", "--db", record)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(
        "# NEC, members' section: the Centre-Left Grassroots Alliance won four of the six seats"
    )
    assert done.stdout == run("export", "brief", "--contest", "nec-clp-2014", "--db", record).stdout


@pytest.mark.parametrize("words", ["nec-2014", "NEC elections 2014", "nec ELECTIONS 2014"])
def test_a_round_is_given_by_key_or_by_name(run: Run, record: Path, words: str) -> None:
    assert run("brief", words, "--db", record).stdout.startswith("# NEC elections 2014: ")


def test_a_contest_is_given_by_the_words_of_its_place_and_date(run: Run, record: Path) -> None:
    by_words = run("brief", "NEC members' section 2014", "--db", record)
    assert by_words.stdout == run("brief", "nec-clp-2014", "--db", record).stdout


def test_a_slip_gets_the_nearest_suggested(record: Path, fails: Callable[..., str]) -> None:
    assert "the nearest are nec-clp-2014" in fails("brief", "nec-clp-20144", "--db", record)
    said = fails("brief", "nec 2014", "--db", record)
    assert "fits several" in said and "nec-clp-2014" in said and "nec-lg-2014" in said
    assert "a brief needs a contest" in fails("brief", "--db", record)


def test_a_file_is_written_as_it_ends_and_never_overwritten_unasked(
    run: Run, record: Path, tmp_path: Path, fails: Callable[..., str]
) -> None:
    for name, start in (
        ("a.md", "# NEC"),
        ("a.html", "<!DOCTYPE html>"),
        ("a.json", "{"),
        ("a.csv", "rank,person"),
    ):
        assert run("brief", "nec-clp-2014", "-o", name, "--db", record).returncode == 0
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    (tmp_path / "a.md").write_text("mine", encoding="utf-8")
    assert "a.md" in fails("brief", "nec-clp-2014", "-o", "a.md", "--db", record)
    assert (tmp_path / "a.md").read_text(encoding="utf-8") == "mine"
    assert run("brief", "nec-clp-2014", "-o", "a.md", "--force", "--db", record).returncode == 0
    assert (tmp_path / "a.md").read_text(encoding="utf-8").startswith("# NEC")


def test_programs_get_the_same_as_json(run: Run, record: Path) -> None:
    answer = json.loads(run("brief", "nec-clp-2014", "--format", "json", "--db", record).stdout)
    assert answer["title"].endswith("won four of the six seats, one more than before")
    assert {"slates", "changes", "winners", "losers"} <= {table["key"] for table in answer["tables"]}
    assert answer["rows"][0]["votes"] == 39548
