"""Reviews of many contests, bodies that are not on record, and tables whose columns were taken for something else."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from app_stage import press, screen, settle, text
from review_stage import SIZE, app_over, go, line, paste, review, said
from textual.pilot import Pilot
from textual.widgets import Input

from db.ledger import imports
from db.lens import Lens, Place
from db.store import connect
from importers.review.decisions import Decisions
from tui.review.columns import ColumnsDialog

WARDS = 150
"""Contests of one import."""


def wards(number: int, body: str = "Ashby Council") -> str:
    """A table of many contests, each with three candidates and one of a name that is on record."""
    lines = ["Council,Ward,Date,Name,Votes,Party"]
    for ward in range(number):
        lines += [
            f"{body},Ward {ward},2027-05-06,{name},{votes},Purple Dawn" for name, votes in _ballot(ward)
        ]
    return "\n".join(lines) + "\n"


def _ballot(ward: int) -> list[tuple[str, int]]:
    letters = f"{chr(97 + ward % 26)}{chr(97 + ward // 26)}"
    return [(f"Anna Smith{letters}", 300), (f"Bert Jones{letters}", 200), (f"Cora Brown{letters}", 100)]


async def opened(pilot: Pilot[Any], path: Path, number: int) -> None:
    """Open a table of wards, and say once which council it is."""
    path.write_text(wards(number))
    await settle(pilot)
    screen(pilot).open_results((path,))
    await pilot.pause()
    await settle(pilot)
    assert f"in {number} contests" in text(pilot).splitlines()[0]
    await press(pilot, "t", "enter")
    for key, value in (("body", "Ashby Council"), ("section", "Ward 0"), ("date", "6 May 2027")):
        pilot.app.screen.query_one(f"#field-{key}", Input).value = value
    await press(pilot, "enter", "enter")
    assert f"does that hold for the {number - 1} others" in text(pilot)
    await press(pilot, "y")


async def test_what_is_said_of_one_of_many_contests_is_said_of_all(tmp_path: Path) -> None:
    path, app = app_over(tmp_path, Place("composition", Lens()))
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, tmp_path / "wards.csv", 3)
        assert all(one.target for one in review(pilot).plan_shown.plan.proposals)
        await press(pilot, "F")
        assert "Purple Dawn" in line(pilot, "Anna Smithaa")
        await press(pilot, "A", "A", "w", "y")
        assert screen(pilot).place == Place("composition", Lens("ashby-council")), "what they have in common"
    query = "SELECT count(*) FROM results WHERE slate = 'Purple Dawn'"
    assert connect(path).execute(query).fetchone() == (9,)


async def test_many_contests_in_one_import_answer_and_only_what_is_in_sight_is_drawn(
    tmp_path: Path,
) -> None:
    _, app = app_over(tmp_path, Place("composition", Lens()))
    async with app.run_test(size=SIZE) as pilot:
        await opened(pilot, tmp_path / "wards.csv", WARDS)
        await press(pilot, "end")
        assert f"{3 * WARDS} new in {WARDS} contests" in text(pilot).splitlines()[0]
        assert "Cora Brown" in text(pilot)
        assert len(review(pilot).grid._strips) < 200


async def test_what_is_doubtful_in_other_contests_is_accepted_after_a_yes(tmp_path: Path) -> None:
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, "Ida May 120 Elected\nJo O'Casey-Reed 80 Elected\n")
        await press(pilot, "A")
        assert "Nothing can be ticked so" in said(pilot)
        await press(pilot, "w")
    assert len(imports(connect(path))) == 1


async def test_a_column_that_was_taken_for_another_is_explained_and_known_the_next_time(
    tmp_path: Path,
) -> None:
    table = "Candidate,Votes,Party\nIda May,120,Chair\nJo O'Casey-Reed,80,Clerk\nNew Body,40,Cook\n"
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, table)
        await press(pilot, "c")
        dialog = app.screen
        assert isinstance(dialog, ColumnsDialog) and "Party" in text(pilot)
        await press(pilot, "down", "down")
        while dialog.roles[2] != "words":
            await press(pilot, "right")
        assert "words beside the name" in text(pilot)
        await press(pilot, "enter")
        assert line(pilot, "New Body").startswith("[x] + new New Body 40 line 4")
        assert review(pilot).intake.results[0].result.candidates[2].words == "Cook"
        await press(pilot, "u")
        assert review(pilot).decisions.layouts == Decisions().layouts, "what was read before is back"
        await press(pilot, "c")
        await press(pilot, "down", "down")
        dialog = app.screen
        assert isinstance(dialog, ColumnsDialog)
        while dialog.roles[2] != "words":
            await press(pilot, "left")
        await press(pilot, "enter", "R", "w")
    assert connect(path).execute("SELECT count(*) FROM layout").fetchone() == (1,)


async def test_a_table_that_nothing_tells_of_is_read_once_its_columns_are_explained(tmp_path: Path) -> None:
    table = "Kto,Skolko\nIda May,120\nJo O'Casey-Reed,80\n"
    path, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, table)
        assert "no results were found" in said(pilot)
        dialog = app.screen
        assert isinstance(dialog, ColumnsDialog) and "Skolko" in text(pilot)
        dialog.roles[:] = ["name", "votes"]
        await press(pilot, "enter")
        assert line(pilot, "Ida May").startswith("[x] ~ changed Ida May 120")
        await press(pilot, "R", "w")
        await paste(pilot, table)
        assert review(pilot).plan_shown.ticked == 0, "known the next time, and nothing is new"
        await press(pilot, "escape")
        await paste(pilot, "Foo,Bar\nbaz,qux\n")
        await press(pilot, "escape")
        assert len(app.screen_stack) == 1
    assert len(imports(connect(path))) == 1


async def test_remarks_on_the_file_are_counted_above_and_told_at_the_contest(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, "Ida May 120 Elected\nJo O'Casey-Reed 80 Elected\nJane Brandnew 55 Purple Dawn\n")
        assert "1 remark on the file" in text(pilot).splitlines()[0]
        await press(pilot, "home")
        assert "◆ line 3: found 'Jane Brandnew 55 Purple Dawn'" in text(pilot)


async def test_results_without_columns_say_so(tmp_path: Path) -> None:
    _, app = app_over(tmp_path)
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, "Ida May 120 Elected\nJo O'Casey-Reed 80 Elected\n")
        await press(pilot, "c")
        assert "not read in a table" in said(pilot) or isinstance(app.screen, ColumnsDialog)


async def test_a_contest_that_is_only_likely_waits_for_a_yes(tmp_path: Path) -> None:
    _, app = app_over(tmp_path, Place("composition", Lens()))
    async with app.run_test(size=SIZE) as pilot:
        await paste(pilot, "# Riverside Tenants' Union members 2016\n\nAda Oak 3\nDee Fir 2\nCy Elm 1\n")
        shown = review(pilot).plan_shown
        (proposal,) = shown.plan.proposals
        if proposal.unsure:
            assert shown.doubts[0] == "#0" and shown.ticked == 0
            await go(pilot, proposal.words)
            await press(pilot, "space")
            assert not review(pilot).plan_shown.plan.proposals[0].unsure
