"""`slatewatch scenario` as a user runs it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .conftest import ROOT, Run

SMALL = ROOT / "tests" / "small_record"
BEFORE = ("composition", "nec", "--date", "2014-09-01", "--format", "csv")


def test_a_scenario_is_made_step_by_step_shown_written_and_taken_back(run: Run, own: Path) -> None:
    facts = run(*BEFORE, "--db", own).stdout
    assert "No scenario has been made yet" in run("scenario", "--db", own).stdout
    done = run("scenario", "A swing", "--swing", "nec-clp-2014:indep>clga=1", "--db", own)
    assert (
        done.stderr
        == "The scenario A swing (a-swing) was made: kept as import 1; `slatewatch undo 1` takes it back.\n"
    )
    done = run("scenario", "a swing", "--body", "nec", "--seat", "clp/Ann Black=Una New:Labour to Win", "--lean",
               "Ellie Reeves=CLGA", "--db", own)  # fmt: skip
    assert "Nobody on record is called 'Una New'" in done.stderr
    assert "was added to: kept as import 2" in done.stderr
    shown = run("scenario", "A swing", "--body", "nec", "--date", "2014-09-01", "--db", own).stdout
    assert shown.startswith("# Scenario A swing: What if, beside the facts: National Executive Committee\n")
    assert "| members' section | Johanna Baxter | Independent | Pete Willsman |" in shown
    supposed = run(*BEFORE, "--scenario", "a-swing", "--db", own).stdout
    assert all(
        line.endswith(",scenario,sources,disputed") or ",A swing," in line for line in supposed.splitlines()
    )
    assert run(*BEFORE, "--db", own).stdout == facts
    run("scenario", "a-swing", "--drop", 1, "--drop", 3, "--db", own)
    assert (
        "| A swing | 1 | NEC members' section: the seat of Ann Black" in run("scenario", "--db", own).stdout
    )
    run("undo", 3, "--db", own)
    assert "| A swing | 3 |" in run("scenario", "--db", own).stdout
    assert "was removed" in run("scenario", "a-swing", "--remove", "--db", own).stderr
    assert "No scenario" in run("scenario", "--db", own).stdout


def test_factions_move_into_blocs_and_seats_are_filled(run: Run, tmp_path: Path) -> None:
    small = tmp_path / "small.db"
    run("build", small, "--from", SMALL)
    assert "was made" in run("scenario", "If", "--new", "--db", small).stderr
    moved = ("--move", "Tenants' Left Alliance=strike/against", "--lean", "Eve Yew=sides/Soft left")
    filled = ("--fill", "members=Una New:Steady Hands", "--fill", "estates=Ada Oak")
    assert run("scenario", "if", *moved, *filled, "--db", small).returncode == 0
    listed = run("scenario", "--db", small, "--format", "csv").stdout
    for words in (
        "Tenants' Left Alliance, with all within it, counts in Against a strike (For a rent strike, and against)",
        "Eve Yew is counted with Soft left (Left and right)",
        "RTU members' section: a seat without a known holder goes to Una New (Steady Hands)",
        "RTU estate delegates: a seat without a known holder goes to Ada Oak",
    ):
        assert words in listed
    wrong = run("scenario", "if", "--lean", "Eve Yew=sides/middle", "--db", small)
    assert "has no bloc 'middle'; its blocs are left, soft, right." in wrong.stderr


def test_with_a_day_only_the_seat_held_on_it_is_given_away(run: Run, own: Path) -> None:
    seat = ("--seat", "clp/Ann Black=Una New:CLGA")
    run("scenario", "mine", "--body", "nec", "--date", "2014-09-01", *seat, "--db", own)
    listed = run("scenario", "--db", own).stdout
    assert "the seat that Ann Black won on 20 August 2014 goes to Una New" in listed


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["x", "--seat", "clp"], "--seat: found 'clp', expected SECTION/HOLDER=NEWCOMER:FACTION"),
        (["x", "--seat", "clap/Ann Black=Una:CLGA"], "no section 'clap'"),
        (["x", "--lean", "Anne Blakc=CLGA"], "the nearest"),
        (["x", "--lean", "Ann Black=nobody at all"], "no faction 'nobody at all'"),
        (["x", "--lean", "Ann Black=nothing/left"], "no scheme 'nothing'"),
        (["x", "--move", "CLGA=left"], "expected SCHEME/BLOC"),
        (["x", "--swing", "nec-clp-2014:indep>clga=1.2.3"], "expected points above 0"),
        (["x", "--swing", "nec-clp-2014:indep>clga=101"], "expected points above 0 and up to 100"),
        (["x", "--swing", "nec-clp-2014:indep>clga=0"], "found a swing of 0 points"),
        (["x", "--drop", "1"], "no scenario 'x'"),
        (["x", "--drop", "1", "--remove"], "one at a time"),
        (["--new"], "needs a name"),
        (["nobody"], "no scenario 'nobody'"),
    ],
)
def test_what_cannot_be_supposed_is_told_in_a_sentence(
    record: Path, fails: Callable[..., str], words: list[str], said: str
) -> None:
    assert said in fails("scenario", *words, "--db", record)
