"""Claims are kept, saved, read and let go of on the command line."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from .conftest import Run

SHARE = ("--measure", "share", "--contest", "nec-clp-2014", "--faction", "CLGA")


def test_a_claim_is_looked_at_kept_listed_and_taken_back(run: Run, own: Path) -> None:
    words = (
        "claim",
        "add",
        "well over half",
        *SHARE,
        "--stated",
        "over 60%",
        "--publisher",
        "The Paper",
        "--db",
        own,
    )
    looked = run(*words, "--look")
    assert looked.stderr == "“well over half” (The Paper) does not hold: the figures give 55.2%.\n"
    assert "well over half" not in run("claims", "--db", own).stdout
    assert "import 1" in run(*words).stderr
    assert (
        "| does not hold | well over half | over 60% | 55.2% |"
        in run("claims", "nec/clp", "--db", own).stdout
    )
    one = run("export", "claim", "--claim", "the-paper-well-over-half", "--db", own).stdout
    assert "“well over half” (The Paper) does not hold" in one
    assert "claim the-paper-well-over-half" in run("imports", "--db", own).stdout
    assert run("undo", "1", "--db", own).returncode == 0
    assert "well over half" not in run("claims", "--db", own).stdout


def test_claims_are_saved_edited_and_read_again(run: Run, own: Path, tmp_path: Path) -> None:
    saved = run("claim", "save", "--db", own).stdout
    file = tmp_path / "mine.csv"
    file.write_text(saved, encoding="utf-8")
    assert "all on record already" in run("claim", "load", file, "--db", own).stderr
    file.write_text(saved.replace("exactly,6.6,", "exactly,6.3,"), encoding="utf-8")
    assert "mine.csv: 55 claims kept (import 1" in run("claim", "load", file, "--db", own).stderr
    assert (
        "| holds | having won 6.6% of the vote in 2012 | 6.3% | 6.3% |" in run("claims", "--db", own).stdout
    )
    assert run("claim", "drop", "lf-2012-osamor", "--db", own).returncode == 0
    assert "lf-2012-osamor" not in run("claim", "save", "--db", own).stdout


def test_a_file_that_cannot_be_is_told_with_its_line_and_column(
    own: Path, fails: Callable[..., str], tmp_path: Path
) -> None:
    file = tmp_path / "bad.csv"
    head = "claim,words,measure,contest,person,stated"
    for text, said in (
        ("", "no claim"),
        ("claim,colour\nk,red\n", "line 1: found the column 'colour'"),
        (f"{head}\nk,so,guess,nec-clp-2014,ann-black,1\n", "line 2, column measure: found 'guess', expected one of"),
        (f"{head}\nk,so,votes,nowhere,ann-black,1\n", "line 2, column contest: found 'nowhere', expected the key"),
        (f"{head}\nk,so,votes,nec-clp-2014,ann-black,many\n", "line 2, column stated: found 'many', expected a number"),
        (f"{head}\nk,so,votes,nec-clp-2014,,1\n", "line 2, column faction: found nothing, expected a faction"),
        (f"{head}\nk,so,votes,nec-clp-2014,ann-black\n", "line 2: found 5 fields, expected 6"),
        (f"{head},published\nk,so,votes,nec-clp-2014,ann-black,1,soon\n", "column published: found 'soon', expected a date"),
    ):  # fmt: skip
        file.write_text(text, encoding="utf-8")
        assert said in fails("claim", "load", file, "--db", own)
    assert "cannot be read" in fails("claim", "load", tmp_path / "none.csv", "--db", own)
    assert "There is no claim 'nobody said'" in fails("claim", "drop", "nobody said", "--db", own)
    assert "the claim view needs --claim" in fails("export", "claim", "--db", own)
    assert "column measure: found 'guess'" in fails("claim", "add", "so", "--measure", "guess", "--db", own)
