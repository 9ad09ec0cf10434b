"""A plan as the rows of a list, without a screen."""

from __future__ import annotations

import pytest
from records import SMALL, built

from db.errors import SlatewatchError
from db.view import Tone
from importers.file import File
from importers.intake import Intake, Sourced
from importers.origin import Origin
from importers.results.result import Backing, Doubt, Fact, Found, Result, Stage
from importers.review.decisions import Decisions, Wanted
from importers.session import Session
from tui.exports import export
from tui.review.details import details
from tui.review.items import Shown, as_export, shown
from tui.review.values import corrected, fields

HOSTILE = "[/] [red]x| \x1b[31m \u202eevil\nnext"


def found(name: str, votes: int | None = None, outcome: str = "", **more: object) -> Found:
    return Found(name, name, f"line of {name}", votes=votes, outcome=outcome, **more)  # type: ignore[arg-type]


def of(*results: Result, decisions: Decisions = Decisions(Wanted("rtu-m-2014"))) -> Shown:  # noqa: B008
    """Results beside the small record."""
    session = Session(built(SMALL))
    intake = Intake((Origin("list.txt"),), tuple(Sourced(0, one) for one in results))
    try:
        return shown(session.plan(intake, decisions), decisions, session.factions)
    finally:
        session.close()


def detail(made: Shown, key: str) -> str:
    session = Session(built(SMALL))
    try:
        return details(made, key, session.factions, made.plan.intake.origins).plain
    finally:
        session.close()


def test_every_item_stands_on_a_line_under_its_contest_with_its_place() -> None:
    facts = (Fact("ballots", 412, "line 2"),)
    backed = found("New Body", 4, endorsements=(Backing("Rent Watch", "line 9"),))
    made = of(Result("", (found("Ada Oak", 300, "elected"), backed), (), facts=facts))
    heading, fact, same, new = made.view.rows
    assert heading.cells[2] == "RTU, members' section, 10 June 2014 · 1 new, 1 same"
    assert fact.cells[:3] == ("[x]", "! in conflict", "ballots: 412") and fact.cells[8] == "line 2"
    assert same.cells[:4] == (" = ", "= same", "Ada Oak", 300) and same.tone is Tone.FAINT
    assert new.cells[:4] == ("[x]", "+ new", "New Body", 4) and new.cells[7] == ("Rent Watch",)


def test_doubts_are_counted_until_they_are_answered_or_left_out() -> None:
    rows = Result("", (found("A Oak", 7), found("New Body", 4, certain=False, rests_on="maybe four")), ())
    made = of(rows)
    assert made.doubts == ("0.0", "0.1") and made.ticked == 0
    assert "who is it? Ada Oak?" in str(made.view.rows[1].cells)
    assert "“maybe four”" in str(made.view.rows[2].cells)
    left = made.decisions.with_tick("0.0", False).with_tick("0.1", True)
    after = of(rows, decisions=left)
    assert after.doubts == () and after.ticked == 1


def test_a_result_that_belongs_nowhere_is_a_doubt_of_its_own() -> None:
    made = of(Result("Some election", (found("Ada Oak"),), ()), decisions=Decisions())
    assert made.doubts[0] == "#0" and "Which contest? t says" in str(made.view.rows[0].cells)
    assert "--" not in str(made.view.rows[0].cells), "no word of the command line"


def test_the_detail_says_what_is_on_record_beside_what_was_found_and_why_this_person() -> None:
    doubt: Doubt = ("line of Ada Oak", "the share does not follow from the votes")
    made = of(Result("", (found("Ada Oak", 301, printed="OAK, Ada", rank=1),), (doubt,)))
    words = detail(made, "0.0")
    assert "In the source: “OAK, Ada”" in words
    assert "same name, stood for this section in 20" in words
    assert "votes: 301 in the source, 300 on record (shown)" in words
    assert "the share does not follow" in words and "space accepts it" in words


def test_stages_of_a_count_stand_on_one_line() -> None:
    stages = (Stage(1, "count", 0, 5.0, None, "stage 1"), Stage(2, "elected", 0, 5.0, None, "stage 2"))
    made = of(Result("", (found("Ada Oak", 300, "elected"),), (), stages=stages))
    assert made.view.rows[-1].cells[2] == "2 stages of the count"


def test_words_from_outside_stay_data_in_list_detail_and_file() -> None:
    backing = Backing(HOSTILE, "line 1")
    hostile = found(HOSTILE, 3, slate=HOSTILE, rests_on=HOSTILE, certain=False, endorsements=(backing,))
    made = of(Result(HOSTILE, (hostile,), ((HOSTILE, HOSTILE),)), decisions=Decisions())
    for key in made.items:
        words = detail(made, key)
        assert "\x1b" not in words and "\u202e" not in words and "[red]x" in words
    page = export(as_export(made), "markdown")
    assert "\x1b" not in page and "\\|" in page


def test_a_review_of_several_contests_is_a_table_each_in_a_file() -> None:
    one, other = Wanted("rtu-m-2014"), Wanted("rtu-m-2016")
    decisions = Decisions(contests={0: one, 1: other})
    made = of(
        Result("", (found("New Body", 4),), ()), Result("", (found("New Body", 5),), ()), decisions=decisions
    )
    view = as_export(made)
    assert view.title.startswith("RTU, members' section, 10 June 2014") and len(view.rows) == 1
    assert [table.title for table in view.tables] == ["RTU, members' section, 14 June 2016 · 1 new"]


@pytest.mark.parametrize(
    ("field", "typed", "meant"),
    [
        ("votes", "1,040", 1040),
        ("votes", "", None),
        ("share", "12.5%", 12.5),
        ("outcome", "Re-elected", "elected"),
        ("outcome", "lost", "not elected"),
        ("outcome", "", ""),
        ("sitting", "yes", True),
        ("gender", "Female", "f"),
        ("slate", " Open\x1b[31m  Labour ", "Open Labour"),
        ("name", "PERRY, Alice", "PERRY, Alice"),
    ],
)
def test_what_is_typed_is_read_as_the_importers_read_it(field: str, typed: str, meant: object) -> None:
    before = found("Alice", 3, "withdrawn", share=1.0, slate="X", sitting=False, gender="m")
    values = {one.key: one.value for one in fields(before)}
    assert corrected(before, values) == {}, "nothing typed, nothing changed"
    assert corrected(before, values | {field: typed})[field] == meant


@pytest.mark.parametrize(
    ("field", "typed"),
    [
        ("votes", "-3"),
        ("votes", "many"),
        ("share", "101"),
        ("outcome", "perhaps"),
        ("sitting", "sometimes"),
        ("name", " \x1b "),
    ],
)
def test_what_cannot_be_read_is_refused_with_what_was_expected(field: str, typed: str) -> None:
    before = found("Alice", 3)
    values = {one.key: one.value for one in fields(before)}
    with pytest.raises(SlatewatchError, match=r"(?i)found .*, expected"):
        corrected(before, values | {field: typed})


def test_a_pasted_text_is_a_file_like_any_other() -> None:
    session = Session(built(SMALL))
    intake = session.read([File("pasted text", b"Ada Oak 300\nBen Ash 250\n")])
    assert [one.result.candidates[0].origin for one in intake.results] == ["line 1"]
    session.close()
