"""`slatewatch evidence` and `slatewatch source`: where a row comes from and what a source supports, for scripts and by pipe."""

from __future__ import annotations

import csv
import json
from collections.abc import Callable
from io import StringIO
from pathlib import Path

import pytest

from .conftest import Run

OSAMOR = "candidacies nec-clp-2012/kate-osamor"
RESULT = "Candidate,Slate,Votes,Elected\nAda Oak,Left,120,yes\nBen Ash,Right,80,no\n"


def test_a_row_is_named_and_its_evidence_written_with_numbered_sources(run: Run, record: Path) -> None:
    done = run("evidence", OSAMOR, "--db", record)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("# Where it comes from: Kate Osamor, NEC members' section 2012\n")
    assert f"*evidence, {OSAMOR}*" in done.stdout
    assert (
        "| Share | 6.3% | 6.6% | Left Futures (August 2014) | text beside the table | not the one shown |"
        in done.stdout
    )
    assert '\n1. Left Futures, "Labour executive elections: best' in done.stdout
    assert done.stdout == run("export", "evidence", "--row", OSAMOR, "--db", record).stdout


def test_one_field_alone(run: Run, record: Path, fails: Callable[..., str]) -> None:
    done = run("evidence", OSAMOR, "--field", "share", "--format", "csv", "--db", record)
    rows = list(csv.DictReader(StringIO(done.stdout)))
    assert [(row["says"], row["place"]) for row in rows] == [
        ("6.3%", ""),
        ("6.3%", "table"),
        ("6.6%", "text beside the table"),
    ]
    assert (
        run("evidence", OSAMOR, "--field", "Share", "--format", "csv", "--db", record).stdout == done.stdout
    )
    assert "its fields are share, contest" in fails("evidence", OSAMOR, "--field", "colour", "--db", record)


def test_what_is_not_on_record_is_answered_with_the_nearest(record: Path, fails: Callable[..., str]) -> None:
    assert "nearest" in fails("evidence", "candidacies nec-clp-2012/kate-osamer", "--db", record)
    assert "did you mean candidacies?" in fails("evidence", "candidacis x", "--db", record)
    assert "ROW" in fails("evidence", "--db", record)
    assert "no source 'lf-2014-8'" in fails("source", "lf-2014-8", "--db", record)
    assert "--source" in fails("export", "source", "--db", record)
    assert "--row" in fails("export", "evidence", "--db", record)


def test_a_source_by_its_key_or_title(run: Run, record: Path) -> None:
    by_key = run("source", "lf-2014-08", "--format", "json", "--db", record)
    assert by_key.returncode == 0, by_key.stderr
    answer = json.loads(by_key.stdout)
    assert {"about", "alone", "disputed"} == {one["key"] for one in answer["tables"]}
    title = next(
        row["value"] for table in answer["tables"] for row in table["rows"] if row.get("what") == "Title"
    )
    assert run("source", title, "--format", "json", "--db", record).stdout == by_key.stdout


@pytest.fixture
def imported(run: Run, own: Path, tmp_path: Path) -> Path:
    """A database into which a small table has been imported."""
    (tmp_path / "result.csv").write_text(RESULT, encoding="utf-8")
    done = run(
        "import", "result.csv", "--body", "NEC", "--section", "clp", "--date", "2027-03-01", "--seats", "1", "--make-factions",
        "--new", "Ada Oak", "--new", "Ben Ash", "--accept-all", "--yes", "--db", own,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    return own


def test_an_imported_row_names_its_file_line_and_the_import(run: Run, imported: Path) -> None:
    contests = run("export", "contests", "--body", "nec", "--format", "csv", "--db", imported).stdout
    contest = next(
        row["contest"] for row in csv.DictReader(StringIO(contests)) if row["date"] == "2027-03-01"
    )
    done = run("evidence", f"candidacies {contest}/ada-oak", "--format", "csv", "--db", imported)
    assert done.returncode == 0, done.stderr
    *_, whole = csv.DictReader(StringIO(done.stdout))
    assert whole["value"] == "whole row" and "result.csv" in whole["source"]
    assert "line 2" in whole["place"]
    assert whole["entered"].endswith(", result.csv") and whole["entered"] != "with the record"
