"""`slatewatch export` writes what the database holds, as the options ask."""

from __future__ import annotations

import csv
import json
import subprocess
import sys
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from db.lens import VIEWS, Lens
from db.questions import ask
from db.store import connect
from tui.exports import FORMATS
from tui.exports import export as write

from .conftest import Run


def rows(text: str) -> list[dict[str, str]]:
    """The rows of a CSV text by column."""
    return list(csv.DictReader(StringIO(text)))


@pytest.mark.parametrize("form", FORMATS)
def test_the_file_is_the_view_that_the_question_answers(run: Run, record: Path, form: str) -> None:
    done = run(
        "export", "composition", "--body", "nec", "--date", "2014-08-20", "--format", form, "--db", record
    )
    connection = connect(record)
    assert done.stdout == write(ask(connection, "composition", Lens(body="nec", date="2014-08-20")), form)
    connection.close()
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("view", VIEWS)
def test_every_view_can_be_written(run: Run, record: Path, view: str) -> None:
    place = {
        "candidate": ["--person", "Ann Black"],
        "contest": ["--contest", "nec-clp-2014"],
        "brief": ["--contest", "nec-clp-2014"],
        "claim": ["--claim", "lf-2014-swing"],
        "faction": ["--faction", "Momentum"],
        "division": ["--division", "nec-2011-07-19"],
        "source": ["--source", "ll2014"],
        "evidence": ["--row", "candidacies nec-clp-2012/kate-osamor"],
    }.get(view, [])
    done = run("export", view, *place, "--format", "json", "--db", record)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert bool(answer["rows"]) == (view != "scenarios")  # none comes with the record
    assert answer["total"] == len(answer["rows"])


def test_things_are_named_by_key_or_by_name(run: Run, record: Path) -> None:
    by_key = run("export", "candidate", "--person", "alice-perry", "--db", record)
    assert by_key.stdout.startswith("# ")
    assert by_key.stdout == run("export", "candidate", "--person", "Alice Perry", "--db", record).stdout
    body = run("export", "candidates", "--body", "nec", "--faction", "clga", "--db", record)
    assert (
        body.stdout
        == run("export", "candidates", "--body", "NEC", "--faction", "CLGA", "--db", record).stdout
    )


def test_several_factions_show_the_rows_of_each(run: Run, record: Path) -> None:
    def names(*factions: str) -> set[str]:
        chosen = [word for faction in factions for word in ("--faction", faction)]
        done = run(
            "export", "contest", "--contest", "nec-clp-2014", *chosen, "--format", "csv", "--db", record
        )
        return {row["person"] for row in rows(done.stdout)}

    both, left, others = names("CLGA", "Independent"), names("CLGA"), names("Independent")
    assert left
    assert others
    assert both == left | others
    assert not left & others


def test_the_sort_is_by_the_column_named_and_a_minus_turns_it_round(run: Run, record: Path) -> None:
    def votes(column: str) -> list[float]:
        words = (
            "export",
            "contest",
            "--contest",
            "nec-clp-2014",
            "--sort",
            column,
            "--format",
            "csv",
            "--db",
            record,
        )
        return [float(row["votes"]) for row in rows(run(*words).stdout) if row["votes"]]

    upward = votes("votes")
    assert len(upward) > 5
    assert upward == sorted(upward)
    assert votes("-votes") == upward[::-1]


def test_only_rows_that_contain_the_words_are_written(run: Run, record: Path) -> None:
    done = run("export", "candidates", "--text", "perry", "--format", "csv", "--db", record)
    found = rows(done.stdout)
    assert found
    assert all("perry" in str(row).lower() for row in found)


def test_a_comparison_is_with_a_date_or_with_a_contest(run: Run, record: Path) -> None:
    words = ("export", "changes", "--body", "nec", "--section", "clp", "--date", "2018-09-03", "--db", record)
    by_date = run(*words, "--against", "2014-08-20")
    by_contest = run(*words, "--against", "nec-clp-2014")
    assert by_date.returncode == by_contest.returncode == 0
    assert by_date.stdout.splitlines()[4:] == by_contest.stdout.splitlines()[4:]


def test_a_file_is_written_in_the_format_that_its_name_asks_for(
    run: Run, record: Path, tmp_path: Path
) -> None:
    for name, start in (
        ("a.json", "{"),
        ("a.csv", "rank,"),
        ("a.html", "<!DOCTYPE"),
        ("a.md", "# "),
        ("a", "# "),
    ):
        done = run("export", "contest", "--contest", "nec-clp-2014", "-o", name, "--db", record)
        assert (done.returncode, done.stdout) == (0, ""), done
        assert (tmp_path / name).read_text(encoding="utf-8").startswith(start)
    done = run(
        "export", "contest", "--contest", "nec-clp-2014", "-o", "b.csv", "--format", "json", "--db", record
    )
    assert (tmp_path / "b.csv").read_text(encoding="utf-8").startswith("{")
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "a",
        "a.csv",
        "a.html",
        "a.json",
        "a.md",
        "b.csv",
    ]


def test_standard_output_is_utf_8_whatever_the_locale_is(run: Run, record: Path) -> None:
    words = ("export", "contest", "--contest", "nec-clp-2014", "--db", record)
    plainly = run(*words, LC_ALL="C.UTF-8").stdout
    assert not plainly.isascii()
    assert (
        run(*words, LC_ALL="C", PYTHONIOENCODING="latin-1", PYTHONCOERCECLOCALE="0", PYTHONUTF8="0").stdout
        == plainly
    )


def test_the_record_that_comes_along_is_read_where_no_database_is_named(
    run: Run, record: Path, tmp_path: Path
) -> None:
    own = run("export", "composition", "--body", "nec")
    assert own.stdout == run("export", "composition", "--body", "nec", "--db", record).stdout
    assert list(tmp_path.rglob("slatewatch.db"))


def test_reading_writes_nothing(run: Run, record: Path) -> None:
    before = record.read_bytes()
    assert run("export", "candidates", "--db", record).returncode == 0
    assert record.read_bytes() == before
    assert [path.name for path in record.parent.iterdir()] == [record.name]


@pytest.mark.parametrize(
    "words", [["export", "candidates"], ["export", "contest", "--help"], ["completion", "zsh"]]
)
def test_a_reader_that_goes_away_hears_no_complaint(
    home: dict[str, str], record: Path, words: list[str]
) -> None:
    process = subprocess.Popen(
        [sys.executable, "-m", "tui.main", *words, *(["--db", str(record)] if "candidates" in words else [])],
        env=home,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    process.stdout.close()
    assert process.stderr is not None
    assert process.stderr.read() == b""
    assert process.wait() != 0
    process.stderr.close()


WRONG = [
    (["candidate"], "the candidate view needs --person"),
    (["faction"], "the faction view needs --faction"),
    (["contest"], "the contest view needs --contest"),
    (["candidates", "--section", "clp"], "--section needs --body"),
    (["compositon"], "did you mean composition?"),
    (["wholly-else"], "the views are composition, timeline"),
    (["composition", "--date", "20 August 2014"], "'20 August 2014' is no date; expected YYYY"),
    (["composition", "--date", "2014-02-30"], "'2014-02-30' is no date"),
    (["composition", "--date", "٢٠١٤"], "is no date"),
    (["composition", "--body", "nonesuch"], "nonesuch"),
    (["composition", "--body", "nec", "--section", "nonesuch"], "nonesuch"),
    (["candidate", "--person", "Alice Pery"], "alice-perry"),
    (["candidates", "--faction", "CLGB"], "CLGB"),
    (["changes", "--against", "yesterday"], "yesterday"),
    (
        ["contest", "--contest", "nec-clp-2014", "--sort", "vote"],
        "no column 'vote' to sort by; its columns are rank, ",
    ),
    (["composition", "--colour"], "--colour"),
    (["composition", "--format", "pdf"], "'pdf' is not one of 'markdown', 'csv', 'json', 'html'"),
    ([], "VIEW"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_what_cannot_be_written_is_said_in_one_sentence(
    fails: Callable[..., str], record: Path, words: list[str], said: str
) -> None:
    assert said in fails("export", *words, "--db", record)


def test_a_database_that_cannot_be_read_is_named(fails: Callable[..., str], tmp_path: Path) -> None:
    (tmp_path / "text.db").write_text("no database " * 100, encoding="utf-8")
    for name in ("none.db", "text.db", "."):
        assert fails("export", "composition", "--db", name).startswith(f"{name}: ")


def test_a_sentence_is_in_utf_8_whatever_the_locale_is(fails: Callable[..., str]) -> None:
    assert fails("export", "composition", "--db", "李.db", PYTHONIOENCODING="latin-1").startswith("李.db: ")


def test_a_sentence_that_quotes_escapes_does_not_drive_the_terminal(fails: Callable[..., str]) -> None:
    assert "␛[31m" in fails("export", "composition", "--db", "\x1b[31mx.db")
