"""`slatewatch audit`: for people and for scripts, with an exit status, and reasons that are written down."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from records import HOSTILE

from db.questions.audit.finding import Severity
from importers.folder import build
from tui.commands.audit import LEVELS

if TYPE_CHECKING:
    from collections.abc import Callable

    from conftest import Run


def test_the_levels_are_the_severities() -> None:
    assert tuple(map(str, Severity)) == LEVELS


def test_it_says_the_counts_first_then_findings_by_severity(record: Path, run: Run) -> None:
    done = run("audit", "nec/clp", "--db", record)
    title, counts, *rest = done.stdout.splitlines()
    assert (done.returncode, title) == (0, "Audit: NEC, members' section")
    assert counts.startswith("No error and ")
    heads = [
        line.partition(":")[0] for line in rest if line[:1].isupper() and line.partition(":")[0].isupper()
    ]
    assert heads == ["WARNINGS", "NOTICES"]
    assert "[candidacies nec-clp-2001/tony-robinson]" in done.stdout
    assert "explained: " in done.stdout


def test_the_packaged_record_passes_at_every_level_but_notices(record: Path, run: Run) -> None:
    assert run("audit", "--fail-on", "error", "--db", record).returncode == 0
    assert run("audit", "--fail-on", "warning", "--db", record).returncode == 0
    assert run("audit", "--fail-on", "notice", "--db", record).returncode == 1


def test_json_is_that_of_the_export(record: Path, run: Run) -> None:
    own = run("audit", "nec-clp-2014", "--json", "--db", record).stdout
    assert (
        own == run("export", "audit", "--contest", "nec-clp-2014", "--format", "json", "--db", record).stdout
    )
    assert {row["severity"] for row in json.loads(own)["rows"]} == {"warning"}


def test_an_error_fails_until_it_is_explained(own: Path, run: Run) -> None:
    with sqlite3.connect(own) as connection:
        connection.execute("UPDATE contest SET seats = 5 WHERE key = 'nec-clp-2014'")
    failing = ("audit", "nec-clp-2014", "--fail-on", "error", "--db", own)
    assert run(*failing).returncode == 1
    row = ("more-elected-than-seats", "contests nec-clp-2014")
    done = run("audit", "explain", *row, "--reason", "made for a test", "--source", "lf-2014-08", "--db", own)
    assert (done.returncode, done.stdout) == (0, "")
    assert "import 1" in done.stderr
    after = run(*failing)
    assert after.returncode == 0
    assert "explained: made for a test" in after.stdout
    assert run("undo", "1", "--db", own).returncode == 0
    assert run(*failing).returncode == 1


def test_text_of_the_record_drives_no_terminal(run: Run, tmp_path: Path) -> None:
    path = tmp_path / "hostile.db"
    build(HOSTILE, path)
    said = run("audit", "--db", path).stdout
    assert said and not set("\x1b\x07\u202e\r") & set(said)


def test_what_is_not_there_is_a_sentence_and_status_2(record: Path, fails: Callable[..., str]) -> None:
    assert "There is no body and no contest 'nek-clp-2014' in this record" in fails(
        "audit", "nek-clp-2014", "--db", record
    )
    explain = ("audit", "explain", "--db", record)
    assert "explain needs a check, a row and a reason" in fails(*explain, "no-date")
    assert "did you mean no-date?" in fails(*explain, "no-dates", "contests x", "--reason", "y")
    assert "There is no row 'nowhere' in contests" in fails(
        *explain, "no-date", "contests nowhere", "--reason", "y"
    )
    assert "belong to `slatewatch audit explain" in fails("audit", "nec", "clp", "--db", record)
