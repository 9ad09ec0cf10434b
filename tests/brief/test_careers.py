"""A career in a line holds what is on record of a person, and nothing else."""

from __future__ import annotations

import pytest
from records import PACKAGED, Rows, asked, by, opened, table, tiny

from db.wording import ordinal

CONTESTS: Rows = [
    {
        "contest": f"c{year}",
        "body": "b",
        "section": "s",
        "date": f"{year}-05-01",
        "seats": 2,
        "status": "declared",
    }
    for year in (2010, 2012, 2014, 2016)
]


def career(*stood: tuple[str, str, str | None], **files: Rows) -> str:
    """The line on somebody who stood so (contest, outcome, slate), in the brief of the last contest."""
    rows = [
        {"contest": contest, "person": "ann", "outcome": outcome, **({"slate": slate} if slate else {})}
        for contest, outcome, slate in stood
    ]
    record = tiny(contests=CONTESTS, candidacies=rows, **files)
    view = asked(record, "brief", contest=stood[-1][0])
    (found,) = [one for one in view.tables if one.key in ("winners", "losers", "others", "standing")]
    return str(by(found, "person", "career")["Ann"])


def test_candidacies_are_told_slate_by_slate_and_outcome_by_outcome() -> None:
    said = career(
        ("c2010", "not elected", "left"), ("c2012", "elected", "left"), ("c2014", "elected", "left"), ("c2016", "elected", "right")
    )  # fmt: skip
    assert (
        "stood for Left: not elected in 2010, elected in 2012 and 2014; for Right: elected in 2016." in said
    )


def test_an_outcome_that_is_not_on_record_is_neither_won_nor_lost() -> None:
    said = career(("c2010", "unknown", "left"), ("c2012", "not elected", None))
    assert (
        said
        == "Board, members: stood for Left: no result on record in 2010; on no known slate: not elected in 2012."
    )


def test_somebody_of_whom_nothing_else_is_on_record_is_told_to_be_so() -> None:
    assert career(("c2012", "not elected", "left")) == "No other candidacy is on record."


def test_the_same_slate_again_after_another_is_told_again() -> None:
    said = career(
        ("c2010", "not elected", "left"), ("c2012", "not elected", "right"), ("c2014", "not elected", "left")
    )
    assert said.endswith(
        "stood for Left: not elected in 2010; for Right: not elected in 2012; for Left: not elected in 2014."
    )


@pytest.mark.parametrize(
    ("term", "said"),
    [
        ({"start": "2001", "end": "2003-06"}, "sat from 2001 to 2003;"),
        ({"start": "2001-02", "end": "2001-06"}, "sat in 2001;"),
        ({"start": "2001", "end": "2003", "basis": "inferred"}, "sat from 2001 to 2003 (inferred);"),
        ({"end": "2003"}, "sat until 2003;"),
    ],
)
def test_seats_are_told_by_their_years_with_what_no_source_states(term: dict[str, str], said: str) -> None:
    row = {"body": "b", "section": "s", "person": "ann", **term}
    line = career(("c2010", "not elected", "left"), ("c2012", "not elected", "left"), terms=[row])
    assert said in line


def test_a_seat_that_a_later_page_tells_of_is_not_told_backwards() -> None:
    view = asked(opened(PACKAGED), "brief", contest="ls-chair-omov")
    assert by(table(view, "winners"), "person", "career")["Rania Ramli"] == (
        "No other candidacy is on record. NLSC, chair: sat until 2019."
    )


def test_two_contests_of_one_year_are_told_by_their_months() -> None:
    contests: Rows = [
        {"contest": key, "body": "b", "section": "s", "date": date, "seats": 1}
        for key, date in (("jan", "2018-01-15"), ("sep", "2018-09-03"))
    ]
    stood: Rows = [
        {"contest": key, "person": "ann", "outcome": outcome, "slate": "left", "rank": 1}
        for key, outcome in (("jan", "elected"), ("sep", "elected"))
    ]
    view = asked(tiny(contests=contests, candidacies=stood), "brief", contest="sep")
    line = str(by(table(view, "winners"), "person", "career")["Ann"])
    assert "elected in January 2018 (first) and September 2018 (first)" in line


def test_places_are_counted_in_words_and_figures() -> None:
    assert [ordinal(n) for n in (1, 2, 3, 10, 11, 12, 13, 21, 22, 23, 111, 101)] == [
        "first", "second", "third", "tenth", "11th", "12th", "13th", "21st", "22nd", "23rd", "111th", "101st",
    ]  # fmt: skip
