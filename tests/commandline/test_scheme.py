"""Schemes are made, edited, saved and read on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .conftest import Run


def test_a_scheme_is_copied_edited_saved_and_read_again(run: Run, own: Path, tmp_path: Path) -> None:
    assert run("scheme", "new", "Mine", "--whose", "me", "--db", own).returncode == 0
    done = run("scheme", "count", "mine", "--faction", "CLGA", "--in", "Left", "--from", "2010", "--db", own)
    assert "Mine counts Centre-Left Grassroots Alliance in Left from 2010" in done.stderr
    assert (
        run("scheme", "count", "mine", "--person", "Ann Black", "--in", "Soft left", "--db", own).returncode
        == 0
    )
    saved = run("scheme", "save", "mine", "--db", own).stdout
    assert saved == "bloc,faction,person,leaning,from,to,note\nLeft,clga,,,2010,,\nSoft left,,ann-black,,,,\n"
    file = tmp_path / "edited.csv"
    file.write_text(saved.replace("Soft left,,ann-black", "Left,,Ann Black"), encoding="utf-8")
    assert run("scheme", "load", file, "--name", "Edited", "--db", own).returncode == 0
    listed = run("schemes", "nec", "--date", "2014-10-01", "--db", own).stdout
    assert "Mine" in listed and "Edited" in listed
    beside = run(
        "export",
        "scheme",
        "--body",
        "nec",
        "--date",
        "2014-10-01",
        "--scheme",
        "mine",
        "--beside",
        "edited",
        "--db",
        own,
    )
    assert "Ann Black" in beside.stdout
    assert run("scheme", "drop", "edited", "--db", own).returncode == 0
    assert "Edited" not in run("schemes", "nec", "--db", own).stdout


def test_a_file_that_cannot_be_is_told_with_its_line(
    own: Path, fails: Callable[..., str], tmp_path: Path
) -> None:
    file = tmp_path / "bad.csv"
    for text, said in (
        ("", "line 1: found 'nothing'"),
        ("bloc,colour\nLeft,red\n", "line 1: found 'colour'"),
        ("bloc,faction\nLeft,clga\nLeft,nobody at all\n", "line 3: There is no faction 'nobody at all'"),
        ("bloc,faction\n,clga\n", "line 2: found no bloc"),
        ("bloc,faction\nLeft,\n", "line 2: found none of faction, person and leaning"),
        ("bloc,faction\nLeft,clga,x\n", "line 2: found 3 cells"),
        (
            "bloc,faction,from\nLeft,clga,soon\n",
            "bad.csv, line 2, column from: found 'soon', expected a date",
        ),
        ("bloc\0,\x01\x02", "bad.csv"),
    ):
        file.write_text(text, encoding="utf-8")
        assert said in fails("scheme", "load", file, "--db", own)
    assert "cannot be read" in fails("scheme", "load", tmp_path / "none.csv", "--db", own)


def test_without_more_words_the_group_of_commands_shows_its_help(run: Run) -> None:
    done = run("scheme")
    assert done.returncode == 0 and done.stderr == ""
    assert "Commands:\n  copy " in done.stdout
