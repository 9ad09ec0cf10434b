"""`slatewatch import`, `imports` and `undo` as a user runs them."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import Run

RESULT = "Candidate,Votes,Slate,Result\nAda Newcomer,900,Momentum,Elected\nBea Newcomer,800,Labour to Win,\n"


@pytest.fixture
def result(tmp_path: Path) -> Path:
    """A table of a contest that is not on record."""
    path = tmp_path / "result.csv"
    path.write_text(RESULT, encoding="utf-8")
    return path


PLACE = ("--body", "nec", "--section", "treasurer", "--date", "2031-09-20")


def test_a_table_becomes_a_contest_and_is_taken_back(run: Run, own: Path, result: Path) -> None:
    done = run("import", result, *PLACE, "--seats", 1, "--yes", "--publisher", "The Gazette", "--db", own)
    assert done.returncode == 0, done.stderr
    assert "+ Ada Newcomer: 900, elected, Momentum (line 2" in done.stdout
    assert "not elected" in done.stdout and "Stored as import 1" in done.stdout
    shown = run("export", "contest", "--contest", "nec-treasurer-2031", "--db", own)
    assert "Ada Newcomer" in shown.stdout and "The Gazette" in shown.stdout
    assert "result.csv" in run("imports", "--db", own).stdout
    again = run("import", result, *PLACE, "--seats", 1, "--yes", "--db", own)
    assert "Nothing to store" in again.stdout
    assert run("undo", 1, "--db", own).returncode == 0
    assert "(undone)" in run("imports", "--db", own).stdout
    assert "no contest" in run("export", "contest", "--contest", "nec-treasurer-2031", "--db", own).stderr


def test_a_slate_in_conflict_and_a_lone_share_are_told_in_words(run: Run, own: Path, tmp_path: Path) -> None:
    table = "Candidate,Slate,%\nAnn Black,Independent,21.1\nJess Barnard,CLGA,19.7\nMish Rahman,CLGA,12.3\n"
    (tmp_path / "shares.csv").write_text(table, encoding="utf-8")
    options = ("--contest", "nec-clp-2022", "--dry-run", "--db", own)
    text = run("import", "shares.csv", *options).stdout
    assert "Ann Black: 21.1 %, Independent" in text and "slate Independent, on record Open Labour" in text
    (one,) = json.loads(run("import", "shares.csv", *options, "--json").stdout)["contests"]
    assert one["rows"][0]["share"] == 21.1
    assert {"field": "slate", "stored": "openlabour", "found": "indep"} in one["rows"][0]["differences"]


def test_a_dry_run_and_no_yes_store_nothing(
    run: Run, fails: Callable[..., str], own: Path, result: Path
) -> None:
    before = own.read_bytes()
    done = run("import", result, *PLACE, "--dry-run", "--json", "--db", own)
    data = json.loads(done.stdout)
    assert data["import"] is None and [row["kind"] for row in data["contests"][0]["rows"]] == ["new", "new"]
    refused = run("import", result, *PLACE, "--db", own)
    assert refused.returncode == 2 and "--yes" in refused.stderr
    assert own.read_bytes() == before


def test_what_cannot_be_imported_is_said_in_one_sentence(
    fails: Callable[..., str], own: Path, result: Path, tmp_path: Path
) -> None:
    assert "no such file" in fails("import", "none.csv", *PLACE, "--db", own)
    assert "which contest?" in fails("import", result, "--db", own)
    (tmp_path / "empty.csv").write_bytes(b"")
    assert "empty.csv" in fails("import", "empty.csv", *PLACE, "--db", own)
    (tmp_path / "prose.txt").write_text("Nothing to see here.\n", encoding="utf-8")
    assert "no results were found" in fails("import", "prose.txt", *PLACE, "--db", own)
    assert "no import number 7" in fails("undo", 7, "--db", own)
    assert "expected NAME=KEY" in fails("import", result, *PLACE, "--person", "x", "--db", own)


def test_several_files_and_a_folder_are_one_import(run: Run, own: Path, tmp_path: Path) -> None:
    folder = tmp_path / "wards"
    folder.mkdir()
    for ward in ("Crater", "Rille"):
        ballots = f'2 1\n9 1 2 0\n8 2 0\n0\n"Ada {ward}"\n"Bea {ward}"\n"{ward} Ward"\n'
        (folder / f"{ward}.blt").write_text(ballots, encoding="utf-8")
    (folder / ".hidden").write_bytes(b"\0")
    (folder / "photo.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(50))
    place = ("--body", "Moon Council", "--date", "2031-05-01", "--make")
    done = run("import", folder, *place, "--yes", "--db", own)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "photo.png: left out: photo.png, byte 1: found a picture, expected" in done.stdout
    shown = run("export", "contests", "--body", "moon-council", "--db", own)
    assert "Crater" in shown.stdout and "Rille" in shown.stdout
    assert "Crater.blt, Rille.blt" in run("imports", "--db", own).stdout
    assert run("undo", 1, "--db", own).returncode == 0
    assert "no body" in run("export", "contests", "--body", "moon-council", "--db", own).stderr


def test_columns_that_were_explained_once_are_known_again(run: Run, own: Path, tmp_path: Path) -> None:
    table = "Person,Foo,Bar\nAda Newcomer,900,17\nBea Newcomer,800,20\n"
    (tmp_path / "odd.csv").write_text(table, encoding="utf-8")
    explained = ("--columns", "name,nominations,votes")
    done = run("import", "odd.csv", *PLACE, *explained, "--yes", "--json", "--db", own)
    assert [row["votes"] for row in json.loads(done.stdout)["contests"][0]["rows"]] == [17, 20], done.stderr
    (tmp_path / "odd2.csv").write_text(table.replace("Newcomer", "Latecomer"), encoding="utf-8")
    again = run("import", "odd2.csv", *PLACE, "--dry-run", "--json", "--db", own)
    assert [row["votes"] for row in json.loads(again.stdout)["contests"][0]["rows"]] == [17, 20]
    refused = run("import", "odd.csv", *PLACE, "--columns", "name,colour", "--db", own)
    assert refused.returncode == 2 and "found 'colour', expected roles such as name" in refused.stderr


def test_what_is_doubtful_is_stored_only_when_it_is_accepted(run: Run, own: Path, tmp_path: Path) -> None:
    table = "Candidate,Votes,Share\nAda Newcomer,500,50%\nBea Newcomer,300,30%\nCy Newcomer,200,25%\n"
    (tmp_path / "shares.csv").write_text(table, encoding="utf-8")
    done = run("import", "shares.csv", *PLACE, "--yes", "--db", own)
    assert done.returncode == 3 and "? Cy Newcomer: 200" in done.stdout and "[0.2]" in done.stdout
    shown = run("export", "contest", "--contest", "nec-treasurer-2031", "--db", own).stdout
    assert "Bea Newcomer" in shown and "Cy Newcomer" not in shown
    taken = run("import", "shares.csv", *PLACE, "--accept", "0.2", "--yes", "--db", own)
    assert taken.returncode == 0, taken.stdout
    assert "Cy Newcomer" in run("export", "contest", "--contest", "nec-treasurer-2031", "--db", own).stdout


def test_labels_are_given_a_faction_by_hand(run: Run, own: Path, tmp_path: Path) -> None:
    (tmp_path / "slates.csv").write_text(
        "Candidate,Votes,Slate\nAda Newcomer,9,Moon\nBea Newcomer,8,Sun\n", encoding="utf-8"
    )
    done = run(
        "import", "slates.csv", *PLACE, "--faction", "Moon=clga", "--faction", "Sun=+", "--yes", "--db", own
    )
    assert done.returncode == 0, done.stderr
    shown = run("export", "contest", "--contest", "nec-treasurer-2031", "--format", "csv", "--db", own).stdout
    assert "Centre-Left Grassroots Alliance" in shown and "Sun" in shown


def test_what_is_pasted_finds_its_contest_by_its_title(run: Run, own: Path, tmp_path: Path) -> None:
    text = "NEC CLP section, August 2014\n\nAKEHURST, Luke 21,115\nFLINTOFF, Crispin 12,539 Not elected\n"
    environment = {"PYTHONUTF8": "1"}
    (tmp_path / "pasted").write_text(text, encoding="utf-8")
    done = run("import", "pasted", "--dry-run", "--json", "--db", own, **environment)
    contest = json.loads(done.stdout)["contests"][0]
    assert contest["contest"] == "nec-clp-2014", done.stdout
    assert [row["kind"] for row in contest["rows"]] == ["same", "same"]


def test_a_record_that_was_dumped_goes_into_another_database_and_out_again(
    run: Run, own: Path, tmp_path: Path
) -> None:
    result = tmp_path / "result.csv"
    result.write_text(RESULT, encoding="utf-8")
    other = Path(shutil.copy(own, tmp_path / "other.db"))
    run("import", result, *PLACE, "--seats", 1, "--yes", "--db", other)
    assert run("dump", "folder", "--db", other).returncode == 0
    shown = run("import", "folder", "--dry-run", "--json", "--db", own)
    understood = json.loads(shown.stdout)["understood"]
    assert understood[0].startswith("A folder of records: ") and " new" in understood[0]
    done = run("import", "folder", "--yes", "--db", own)
    assert done.returncode == 0 and "Stored as import 1" in done.stdout
    assert "Ada Newcomer" in run("export", "contest", "--contest", "nec-treasurer-2031", "--db", own).stdout
    assert "Nothing to store" in run("import", "folder", "--yes", "--db", own).stdout
    assert run("undo", 1, "--db", own).returncode == 0
    assert "no contest" in run("export", "contest", "--contest", "nec-treasurer-2031", "--db", own).stderr


def test_a_large_table_of_many_contests_is_taken_as_a_whole_and_undone(
    run: Run, own: Path, tmp_path: Path
) -> None:
    lines = ["date,area,seats,person,faction,votes,elected"]
    lines += [
        f"2031-05-01,Ward {n // 4},1,Moon Person {n},Moon,{900 - n % 4},{int(n % 4 == 0)}"
        for n in range(1_200)
    ]
    (tmp_path / "moon.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    assert "--body" in run("import", "moon.csv", "--yes", "--db", own).stderr
    done = run(
        "import", "moon.csv", "--body", "Moon Council", "--publisher", "The Gazette", "--yes", "--db", own
    )
    assert done.returncode == 0 and "1,200 new" in done.stdout and "300 contests" in done.stdout, done.stderr
    shown = run("export", "contests", "--body", "moon-council", "--format", "csv", "--db", own).stdout
    assert len(shown.splitlines()) == 301
    again = run("import", "moon.csv", "--body", "Moon Council", "--yes", "--db", own)
    assert "1,200 same" in again.stdout and "Nothing to store" in again.stdout
    assert run("undo", 1, "--db", own).returncode == 0
    assert "no body" in run("export", "contests", "--body", "moon-council", "--db", own).stderr


def test_an_answer_to_what_is_not_in_the_source_is_a_slip_of_the_pen(
    fails: Callable[..., str], own: Path, result: Path
) -> None:
    options = (result, *PLACE, "--yes", "--db", own)
    before = own.read_bytes()
    assert "--new 'Ada Newcomber': found no such name" in fails("import", *options, "--new", "Ada Newcomber")
    assert "Ada Newcomer" in fails("import", *options, "--person", "Ada Newcome=ann-black")
    assert "such as Momentum" in fails("import", *options, "--faction", "Momentom=+")
    assert "found no such item" in fails("import", *options, "--accept", "9.9")
    assert own.read_bytes() == before


def test_seats_are_told_to_scripts_too(run: Run, own: Path, tmp_path: Path) -> None:
    holder = {"person_id": "1", "organization_id": "x", "role": "member", "start_date": "2027-05"}
    data = {
        "persons": [{"id": "1", "name": "Ada Newcomer"}],
        "organizations": [{"id": "x", "name": "Ashby Council", "classification": "legislature"}],
        "memberships": [holder],
    }
    path = tmp_path / "council.json"
    path.write_text(json.dumps(data), encoding="utf-8")
    done = run("import", path, "--json", "--dry-run", "--make", "--db", own)
    (seat,) = (one for contest in json.loads(done.stdout)["contests"] for one in contest["seats"])
    assert (seat["name"], seat["start"], seat["end"]) == ("Ada Newcomer", "2027-05", None)


def test_of_two_values_the_one_of_the_source_is_shown_when_told_so(
    run: Run, own: Path, tmp_path: Path
) -> None:
    (tmp_path / "other.csv").write_text(
        "Candidate,Votes\nLuke Akehurst,21116\nAnn Black,36496\nPeter Wheeler,18724\n", encoding="utf-8"
    )
    wanted = ("--contest", "nec-clp-2014", "--publisher", "The Gazette", "--db", own)
    shown = run("import", "other.csv", *wanted, "--dry-run").stdout
    assert "! Luke Akehurst" in shown and "votes 21,116, on record 21,115 [0.0]" in shown
    assert run("import", "other.csv", *wanted, "--show", "0.0", "--yes").returncode == 0
    result = run("export", "contest", "--contest", "nec-clp-2014", "--db", own).stdout
    assert "21,116" in result and "21115" in result and "Where sources differ" in result


def test_the_report_for_scripts_says_what_is_asked_and_why_somebody_is_meant(
    run: Run, own: Path, tmp_path: Path
) -> None:
    (tmp_path / "names.csv").write_text(
        "Candidate,Votes\nAnn Black,9\nJ Barnard,8\nAda Oak,7\n", encoding="utf-8"
    )
    done = run("import", "names.csv", *PLACE, "--dry-run", "--json", "--db", own)
    rows = json.loads(done.stdout)["contests"][0]["rows"]
    assert [row["asked"] for row in rows] == [None, "person", None]
    assert rows[0]["reason"].startswith("same name") and rows[2]["reason"] == "nobody of this name on record"
