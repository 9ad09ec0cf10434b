"""Tables: headings in any order and many words, none at all, titles above, totals below."""

from __future__ import annotations

import itertools

import pytest
from documents_of import table

from importers.documents.document import Document
from importers.results.reading import results
from importers.results.result import Result

FULL = {
    "Candidate": ["DOE, Jane", "ROE, John", "McASH, Jim"],
    "Votes": ["6,000", "3,000", "1,000"],
    "%": ["60.0", "30.0", "10.0"],
    "Slate": ["Left", "Right", "-"],
    "Elected": ["Yes", "", "No"],
}


def only(document: Document) -> Result:
    (result,) = results(document)
    return result


@pytest.mark.parametrize("order", itertools.permutations(FULL))
def test_headings_may_stand_in_any_order(order: tuple[str, ...]) -> None:
    result = only(table(order, *zip(*(FULL[name] for name in order), strict=True), title="Members"))
    assert result.title == "Members"
    assert [(one.name, one.votes, one.share, one.slate, one.outcome) for one in result.candidates] == [
        ("Jane Doe", 6000, 60.0, "Left", "elected"),
        ("John Roe", 3000, 30.0, "Right", ""),
        ("Jim McAsh", 1000, 10.0, "", "not elected"),
    ]
    assert result.doubts == ()


WORDS = [
    ("Total votes", "votes"), ("First preferences", "votes"), ("No. of votes", "votes"), ("1st Prefs", "votes"),
    ("Vote share", "share"), ("% of vote", "share"), ("Percentage", "share"), ("Ticket", "slate"), ("Party", "slate"),
    ("Faction", "slate"), ("Affiliation", "slate"), ("Outcome", "outcome"), ("Result", "outcome"), ("Status", "outcome"),
    ("Position", "rank"), ("Place", "rank"), ("CLP nominations", "nominations"), ("Incumbent?", "sitting"),
    ("Sitting member", "sitting"), ("Gender", "gender"), ("Previous votes", "previous_votes"), ("Region", "words"),
    ("Change in share", ""), ("Age", ""), ("First elected", ""),
]  # fmt: skip
CELLS = {
    "votes": "12",
    "share": "12%",
    "outcome": "Elected",
    "rank": "1",
    "nominations": "5",
    "previous_votes": "9",
}


@pytest.mark.parametrize(("heading", "role"), WORDS)
def test_a_heading_is_known_by_many_words(heading: str, role: str) -> None:
    result = only(
        table(["Name", "Vote", heading], ["Jane Doe", "20", CELLS.get(role, "7" if not role else "yes")])
    )
    wanted = ("name", "" if role == "votes" and "First" not in heading and "1st" not in heading else "votes")
    assert result.columns[0] == wanted[0]
    if role != "votes":
        assert result.columns[2] == role


def test_two_years_are_told_apart_by_their_headings() -> None:
    result = only(
        table(
            ["Name", "2012 vote", "2014 vote", "2012 share", "2014 share"], ["Jane Doe", "1", "2", "3%", "4%"]
        )
    )
    (found,) = result.candidates
    assert (found.votes, found.previous_votes, found.share, found.previous_share) == (2, 1, 4.0, 3.0)


def test_of_several_counts_the_first_preferences_are_taken_and_the_choice_is_told() -> None:
    result = only(table(["Name", "Final votes", "First preference votes"], ["Jane Doe", "900", "800"]))
    assert result.candidates[0].votes == 800
    assert "'First preference votes' was taken" in result.doubts[0][1]


def test_surname_and_forenames_in_two_columns_make_one_name() -> None:
    result = only(table(["First name", "Surname", "Votes"], ["Jane", "DOE", "12"], ["Ann", "de Souza", "7"]))
    assert [(one.name, one.sort_name) for one in result.candidates] == [
        ("Jane Doe", "Doe, Jane"), ("Ann de Souza", "de Souza, Ann"),
    ]  # fmt: skip


def test_a_table_without_headings_is_read_by_its_cells() -> None:
    result = only(table(
        ["1", "Jane Doe", "6,000", "60%", "Elected"], ["2", "John Roe", "3,000", "30%", "Not elected"],
        ["3", "Jim McAsh", "1,000", "10%", "✗"],
    ))  # fmt: skip
    assert result.columns == ("rank", "name", "votes", "share", "outcome")
    assert [one.outcome for one in result.candidates] == ["elected", "not elected", "not elected"]
    assert result.doubts == ()


def test_an_odd_heading_is_read_by_its_cells_and_told() -> None:
    result = only(
        table(
            ["Name", "Slate", "Members said"], ["Jane Doe", "Left", "6,000"], ["John Roe", "Right", "3,000"]
        )
    )
    assert result.columns == ("name", "slate", "votes")
    assert "Column 3 has no heading that says what it is" in result.doubts[0][1]


def test_title_rows_above_the_headings_are_no_candidates_and_give_the_title() -> None:
    result = only(
        table(
            ["Results 2014", "", ""],
            ["", "", ""],
            ["Members' section", "", ""],
            ["Name", "Votes", "%"],
            ["Jane Doe", "12", ""],
        )
    )
    assert result.title == "Members' section"
    assert [one.name for one in result.candidates] == ["Jane Doe"]


@pytest.mark.parametrize(
    "total", ["Total", "Turnout", "Spoilt", "Spoilt papers", "Valid votes", "Electorate", "Total votes cast"]
)
def test_rows_of_totals_are_no_candidates(total: str) -> None:
    result = only(table(["Name", "Votes"], ["Jane Doe", "12"], ["John Roe", "7"], [total, "19"]))
    assert [one.name for one in result.candidates] == ["Jane Doe", "John Roe"]
    assert result.doubts == ()


def test_tables_one_above_the_other_are_taken_apart() -> None:
    first, second = results(table(
        ["Members", ""], ["Name", "Votes"], ["Jane Doe", "12"], ["", ""],
        ["Councillors", ""], ["Name", "Votes"], ["John Roe", "7"],
    ))  # fmt: skip
    assert (first.title, second.title) == ("Members", "Councillors")
    assert [one.name for one in second.candidates] == ["John Roe"]


def test_shares_a_spreadsheet_holds_as_parts_of_one_are_percent() -> None:
    result = only(table(["Name", "Votes", "Share"], ["Jane Doe", "750", "0.75"], ["John Roe", "250", "0.25"]))
    assert [one.share for one in result.candidates] == [75.0, 25.0]


@pytest.mark.parametrize("rows", [
    [["Item", "Price"], ["Tea", "£2"]], [["Name", "Email"], ["Jane Doe", "j@example.org"]], [["Votes", "Share"], ["1", "2%"]], [[]], [],
])  # fmt: skip
def test_a_table_of_something_else_is_no_result(rows: list[list[str]]) -> None:
    assert results(table(*rows)) == ()


def test_a_data_file_prints_outcomes_as_one_and_nought() -> None:
    result = only(
        table(
            ["person", "votes", "elected", "incumbent"],
            ["Jane Doe", "12", "1", "0"],
            ["John Roe", "7", "0", "1"],
        )
    )
    assert [(one.outcome, one.sitting) for one in result.candidates] == [
        ("elected", False),
        ("not elected", True),
    ]


def test_the_stage_of_an_election_is_neither_votes_nor_an_outcome() -> None:
    result = only(
        table(["Name", "Votes", "Elected at stage"], ["Jane Doe", "12", "3"], ["John Roe", "7", ""])
    )
    assert result.columns == ("name", "votes", "stage")
    assert [(one.votes, one.outcome, one.stage) for one in result.candidates] == [(12, "", 3), (7, "", None)]


def test_two_columns_of_words_without_headings_or_capitals_are_no_names() -> None:
    assert results(table(["Oldtown", "Labour", "12"], ["Newtown", "Green", "7"])) == ()


def test_places_that_repeat_are_no_names() -> None:
    assert results(table(["Oldtown North", "12"], ["Oldtown North", "7"], ["Oldtown North", "8"])) == ()


def test_the_gender_is_taken_from_a_column_only() -> None:
    stated = only(table(["Name", "Votes", "Gender"], ["Ms Jane Doe", "12", "Female"]))
    silent = only(table(["Name", "Votes"], ["Ms Jane Doe", "12"]))
    assert (stated.candidates[0].gender, silent.candidates[0].gender) == ("f", "")


def test_a_word_in_the_place_of_the_votes_may_be_the_outcome() -> None:
    result = only(table(["Name", "Votes"], ["Jane Doe", "12"], ["John Roe", "Withdrawn"]))
    assert (result.candidates[1].votes, result.candidates[1].outcome) == (None, "withdrawn")
    assert result.doubts == ()
