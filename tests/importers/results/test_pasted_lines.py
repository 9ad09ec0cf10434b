"""Lines as people paste them: every shape is read, prose is not."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from documents_of import pasted

from importers.results.reading import results

SHAPES: list[tuple[str, dict[str, Any]]] = [
    ("OAKHURST, Luke 17,475", {"name": "Luke Oakhurst", "votes": 17475, "outcome": ""}),
    (
        "1 Ken Elmstone (1) Left  39,548 31,682 12.2% 11.3%",
        {
            "name": "Ken Elmstone", "rank": 1, "slate": "Left", "votes": 39548, "previous_votes": 31682,
            "share": 12.2, "previous_share": 11.3, "words": "",
        },
    ),
    (
        "3 Ella Reed (-) Right (Lake First)  31,278 9.7%",
        {"name": "Ella Reed", "slate": "Right (Lake First)", "votes": 31278, "previous_votes": None, "share": 9.7},
    ),
    (
        "McASH, Jim (Leader, Oldtown) 1,894 Elected",
        {"name": "Jim McAsh", "words": "Leader, Oldtown", "votes": 1894, "outcome": "elected"},
    ),
    ("Mark Box (1,061)", {"name": "Mark Box", "votes": 1061, "rank": None}),
    ("Khaled Moss 327,292 14%", {"name": "Khaled Moss", "votes": 327292, "share": 14.0, "previous_votes": None}),
    ("* Jane Doe - 1,234 (elected)", {"name": "Jane Doe", "votes": 1234, "outcome": "elected"}),
    ("• Jane Doe: 1,234 votes", {"name": "Jane Doe", "votes": 1234}),
    ("Jane Doe ..... 39 548 (12.2 per cent)", {"name": "Jane Doe", "votes": 39548, "share": 12.2}),
    ("2. Ana de Sousa, 1,234, not elected", {"name": "Ana de Sousa", "votes": 1234, "rank": 2, "outcome": "not elected"}),
    ("Jane Doe Withdrawn", {"name": "Jane Doe", "votes": None, "outcome": "withdrawn"}),
    ("Jane Doe 1,234 12.2% (+2.3)", {"name": "Jane Doe", "votes": 1234, "share": 12.2, "previous_share": None}),
    ("Jane Doe 1,234 +2.3%", {"name": "Jane Doe", "votes": 1234, "share": None}),
    ("Jane Doe (2) Left (elected) 1,234", {"slate": "Left", "outcome": "elected"}),
    ("Jane Doe (sitting) 1,234", {"name": "Jane Doe", "sitting": True, "words": ""}),
]  # fmt: skip


@pytest.mark.parametrize(("line", "expected"), SHAPES, ids=[line for line, _ in SHAPES])
def test_a_pasted_line_gives_all_it_says(line: str, expected: dict[str, Any]) -> None:
    (result,) = results(pasted(line))
    (found,) = result.candidates
    assert {field: getattr(found, field) for field in expected} == expected
    assert found.origin == "line 1"
    assert result.columns == ()


PROSE = [
    "Jane Doe went to the shop 1,234 times.",
    "Perry and Wilson received 239,998 and 210,608 votes respectively from delegates.",
    "In 2006 there were only 200,926 votes cast compared with 323,740 this time.",
    "By Jane Doe, 12 October 2014",
    "Oldtown Park 2014",
    "Total votes 323,740",
    "Turnout 45%",
    "Electorate: 12,345",
    "Labour Party 12,345",
    "Jane Doe £1,234",
    "Call Jane Doe 0161 234 5678 today",
    "Jane Doe",
    "17,475",
    "",
]


@pytest.mark.parametrize("line", PROSE)
def test_prose_is_no_candidate(line: str) -> None:
    assert results(pasted(line)) == ()


ARTICLE = """The full votes of members were as follows:

Candidate Slate 2014 vote 2012 vote 2014 share 2012 share
1 Ken Elmstone (1) Left  39,548 31,682 12.2% 11.3%
2 Ann Ash (2) Left 36,496 30,240 11.3% 10.7%
Kevin Pine (-) Right (Onward)  17,830 5.5%
Total 323,740

In the election for the two councillor places the results were:

McASH, Jim (Leader, Oldtown) 1,894 Elected

FERRY, Alice (Chief Whip, Newtown) 1,510 Elected

LUKAS, Ann (Leader, Midtown) 1,402

Jim McAsh therefore succeeds Dave Spark as Leader of the group, for the first time in 12 years.
"""


def test_an_article_gives_each_of_its_results_under_the_line_above_it() -> None:
    members, councillors = results(pasted(ARTICLE))
    assert members.title == "The full votes of members were as follows"
    assert [one.votes for one in members.candidates] == [39548, 36496, 17830]
    assert members.doubts == ()
    assert councillors.title == "In the election for the two councillor places the results were"
    assert [one.outcome for one in councillors.candidates] == ["elected", "elected", ""]


def test_the_line_of_headings_tells_which_year_comes_first() -> None:
    (result,) = results(pasted("Candidate votes 2012 votes 2014\nJane Doe 1,000 2,000\nJohn Roe 1,500 1,600"))
    assert [(one.votes, one.previous_votes) for one in result.candidates] == [(2000, 1000), (1600, 1500)]


def test_a_second_figure_that_no_heading_explains_is_a_doubt() -> None:
    (result,) = results(pasted("Jane Doe 2,000 1,000"))
    assert result.candidates[0].previous_votes == 1000
    assert "no line of headings" in result.doubts[0][1]


def test_a_number_that_may_be_two_is_a_doubt() -> None:
    (result,) = results(pasted("Jane Doe 548 681 12%"))
    assert "it may be two" in result.doubts[0][1]


def test_a_line_among_candidates_that_cannot_be_read_is_told() -> None:
    (result,) = results(pasted("Jane Doe 2,000\nMadonna 1,500\nJohn Roe 1,000"))
    assert [one.name for one in result.candidates] == ["Jane Doe", "John Roe"]
    ((origin, sentence),) = result.doubts
    assert origin == "line 2"
    assert "'Madonna 1,500' among candidates" in sentence


def test_an_outcome_is_never_inferred_from_the_votes() -> None:
    (result,) = results(pasted("1 Jane Doe 2,000\n2 John Roe 1"))
    assert [one.outcome for one in result.candidates] == ["", ""]


def test_small_votes_count_when_several_candidates_stand_together() -> None:
    (result,) = results(pasted("Jane Doe 12\nJohn Roe 7"))
    assert [one.votes for one in result.candidates] == [12, 7]


def test_a_table_pasted_with_tabs_is_read_as_a_table() -> None:
    (result,) = results(pasted("Councillors\nName\tVotes\tElected\nDOE, Jane\t12\tYes\nROE, John\t7\tNo"))
    assert result.title == "Councillors"
    assert result.columns == ("name", "votes", "outcome")
    assert [(one.name, one.outcome) for one in result.candidates] == [
        ("Jane Doe", "elected"),
        ("John Roe", "not elected"),
    ]


def test_a_table_pasted_with_bars_is_read_as_a_table() -> None:
    (result,) = results(pasted("| Name | Votes |\n|---|---:|\n| Jane Doe | 12 |\n| John Roe | 7 |"))
    assert [one.origin for one in result.candidates] == ["line 3", "line 4"]


SEED = Path(__file__).parents[4] / "shared" / "seeds" / "002_af21a6e0236853e7.txt"


@pytest.mark.skipif(not SEED.exists(), reason="the example stands on one machine only")
def test_a_real_article_gives_both_its_results_without_a_doubt() -> None:
    members, councillors = results(pasted(SEED.read_text(encoding="utf-8")))
    assert (len(members.candidates), len(councillors.candidates)) == (13, 4)
    assert members.candidates[0].name == "Ken Livingstone"
    assert [one.previous_votes for one in members.candidates][-3:] == [17721, None, None]
    assert members.doubts == councillors.doubts == ()


@pytest.mark.parametrize(
    "words", ["(1)", "(after drawing of lots)", "by lot", "(following a recount)", "on the casting vote"]
)
def test_how_a_tie_was_broken_hides_no_outcome(words: str) -> None:
    (result,) = results(pasted(f"Ada Oak 1,201 Elected\nBen Ash 988 Elected {words}\nCy Elm 988\n"))
    assert [one.outcome for one in result.candidates] == ["elected", "elected", ""]


def test_headings_repeated_on_the_next_page_go_on_with_the_table() -> None:
    (result,) = results(
        pasted(
            "Members\nName Votes Elected\nOAK, Ada 1,201 Yes\nASH, Ben 988 No\nPage 1 of 2\nName Votes Elected\nELM, Cy 700 No\n"
        )
    )
    assert result.title == "Members"
    assert [one.outcome for one in result.candidates] == ["elected", "not elected", "not elected"]


def test_counts_of_a_transferable_vote_side_by_side_are_no_election_before() -> None:
    (result,) = results(
        pasted(
            "President\nRound 1   Round 2   Round 3\nAda Oak 1,204 1,310 1,702 ELECTED\nBen Ash 1,100 1,190 1,402\n"
        )
    )
    assert [(one.votes, one.previous_votes) for one in result.candidates] == [(1204, None), (1100, None)]
    assert result.doubts == () and result.title == "President"


def test_a_line_of_candidates_may_begin_with_its_contest_and_year() -> None:
    (result,) = results(
        pasted("CAC CLP reps 2025: Ada Oak 239,998 (elected), Ben Ash 210,608 (elected), Cy Elm 75,267\n")
    )
    assert result.title == "CAC CLP reps 2025"
    assert [one.outcome for one in result.candidates] == ["elected", "elected", ""]


def test_figures_of_nominations_are_no_votes_and_their_day_is_not_the_contests() -> None:
    (result,) = results(
        pasted(
            "CLP section nominations, as of 28 June 2026\nAda Oak 301 CLPs\nBen Ash (Left) - 280 nominations\nCy Elm – 265\n"
        )
    )
    assert [(one.votes, one.nominations) for one in result.candidates] == [
        (None, 301),
        (None, 280),
        (None, 265),
    ]
    assert result.fact("date") is None


def test_a_title_may_end_in_what_holds_for_the_names_below_it() -> None:
    (result,) = results(pasted("CLP section 2026: elected\nAda Oak\nBen Ash\n"))
    assert result.title == "CLP section 2026"
    assert [(one.outcome, one.certain) for one in result.candidates] == [
        ("elected", False),
        ("elected", False),
    ]


def test_the_stage_behind_an_outcome_is_no_vote() -> None:
    (result,) = results(
        pasted(
            "- Ada Oak (Left) 13,877 - elected in round 1\n- Ben Ash 12,930 - elected at stage 4\n- Cy Elm 8,112 - eliminated in round 9\n"
        )
    )
    assert [(one.votes, one.outcome, one.stage) for one in result.candidates] == [
        (13877, "elected", 1),
        (12930, "elected", 4),
        (8112, "not elected", None),
    ]


def test_a_bracket_broken_between_two_lines_is_one_line_at_its_first() -> None:
    (result,) = results(
        pasted(
            "Members\nOAK, Ada (Oldtown\nEast CLP)     13,877   Elected\nASH, Ben (Newtown)   12,930\nELM, Cy (Mid\nCLP)  8,112\n"
        )
    )
    assert [(one.name, one.words, one.votes, one.origin) for one in result.candidates] == [
        ("Ada Oak", "Oldtown East CLP", 13877, "line 2"),
        ("Ben Ash", "Newtown", 12930, "line 4"),
        ("Cy Elm", "Mid CLP", 8112, "line 5"),
    ]
