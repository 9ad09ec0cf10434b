"""Doubts: each names its place, what was found and what was expected; nothing is mended."""

from __future__ import annotations

import pytest
from documents_of import table

from importers.results.reading import results

HEAD = ["Rank", "Name", "Votes", "%"]
SOUND = [
    ["1", "Jane Doe", "6,012", "60.1"],
    ["2", "John Roe", "3,021", "30.2"],
    ["3", "Jim Ash", "967", "9.7"],
]


def doubts(*rows: list[str]) -> list[tuple[str, str]]:
    (result,) = results(table(HEAD, *rows))
    return list(result.doubts)


def test_a_sound_table_has_no_doubts() -> None:
    assert doubts(*SOUND) == []


def test_a_cut_list_has_no_doubts_though_its_shares_do_not_come_to_a_hundred() -> None:
    assert doubts(*SOUND[:2]) == []


def test_a_share_that_does_not_follow_from_the_votes_is_named_and_left_as_it_is() -> None:
    (result,) = results(table(HEAD, SOUND[0], ["2", "John Roe", "3,021", "32.0"], SOUND[2]))
    ((origin, sentence),) = result.doubts
    assert origin == "row 3, column 2"
    assert "found the share 32 %, expected about 30.2 %" in sentence
    assert result.candidates[1].share == 32.0


def test_a_rank_against_the_votes_is_named() -> None:
    ((origin, sentence),) = doubts(["2", *SOUND[0][1:]], ["1", *SOUND[1][1:]], SOUND[2])
    assert origin == "row 2, column 2"
    assert "Jane Doe has rank 2" in sentence


def test_a_name_that_stands_twice_is_named_with_its_first_place() -> None:
    ((origin, sentence),) = doubts(*SOUND, ["", "DOE, Jane", "5", ""])
    assert origin == "row 5, column 2"
    assert "row 2, column 2" in sentence


@pytest.mark.parametrize("votes", ["-12", "−12", "many", "99,999,999,999,999", "£12", "12%", "9" * 30])
def test_votes_that_cannot_be_are_a_doubt_and_no_value(votes: str) -> None:
    (result,) = results(table(["Name", "Votes"], ["Jane Doe", votes], ["John Roe", "12"], ["Jim Ash", "7"]))
    assert result.candidates[0].votes is None
    ((origin, sentence),) = result.doubts
    assert origin == "row 2, column 2"
    assert "expected a number of votes" in sentence


def test_a_share_above_a_hundred_is_a_doubt_and_no_value() -> None:
    (result,) = results(table(["Name", "Votes", "Share"], ["Jane Doe", "12", "112%"]))
    assert result.candidates[0].share is None
    assert "a share in percent" in result.doubts[0][1]


def test_a_comma_that_may_part_a_name_from_a_place_is_a_doubt() -> None:
    (result,) = results(table(["Name", "Votes"], ["Jane Doe, Oldtown", "12"]))
    assert "it may be a name and a place" in result.doubts[0][1]


def test_figures_without_a_name_are_told() -> None:
    (result,) = results(table(["Name", "Votes", "Slate"], ["Jane Doe", "12", "Left"], ["", "7", "Right"]))
    assert "expected a name beside them" in result.doubts[0][1]


@pytest.mark.parametrize("name", ["12345", "?", "=1+1"])
def test_votes_beside_what_is_no_name_are_told(name: str) -> None:
    ((origin, sentence),) = doubts(SOUND[0], SOUND[1], ["3", name, "14", ""])
    assert origin == "row 4, column 3" and "Found '14' votes, expected a name beside them" in sentence


def test_a_name_alone_in_its_row_is_told() -> None:
    (result,) = results(table(["Name", "Votes"], ["Jane Doe", "12"], ["Women's section", ""]))
    assert "alone in its row" in result.doubts[0][1]
