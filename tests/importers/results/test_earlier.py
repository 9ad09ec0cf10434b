"""The election before: its figures make a result of their own, under the year that the source gives."""

from __future__ import annotations

from documents_of import only, table

from importers.results.previous import earlier
from importers.results.reading import results

LIST = """Candidate Slate 2014 vote 2012 vote 2014 share 2012 share
1 Ken Elmstone (1) Left  39,548 31,682 12.2% 11.3%
2 Ann Ash (7) Left 36,496 30,240 11.3% 10.7%
Kevin Pine (-) Right (Onward)  17,830 5.5%"""


def test_the_figures_of_the_year_before_are_an_election_of_their_own() -> None:
    result = only(LIST)
    before = earlier(result)
    assert before is not None
    assert (result.previous_date, before.fact("date")) == ("2012", "2012")
    assert [(one.name, one.votes, one.share, one.rank) for one in before.candidates] == [
        ("Ken Elmstone", 31682, 11.3, 1),
        ("Ann Ash", 30240, 10.7, 7),
    ]
    assert [one.origin for one in before.candidates] == ["line 2", "line 3"]


def test_slates_and_outcomes_of_the_later_election_are_not_carried_back() -> None:
    before = earlier(only(LIST + "\nJane Doe (9) Left 9,000 8,000 2.8% 2.9% elected"))
    assert before is not None
    assert {(one.slate, one.outcome, one.previous_votes) for one in before.candidates} == {("", "", None)}


def test_the_place_before_is_kept_beside_the_place_now() -> None:
    result = only(LIST)
    assert [(one.rank, one.previous_rank) for one in result.candidates] == [(1, 1), (2, 7), (None, None)]


def test_a_table_whose_headings_name_two_years_says_which_is_the_earlier() -> None:
    (result,) = results(
        table(["Name", "2012 vote", "2014 vote"], ["Jane Doe", "1", "2"], ["Jo Roe", "", "3"])
    )
    before = earlier(result)
    assert before is not None
    assert (result.previous_date, [one.votes for one in before.candidates]) == ("2012", [1])


def test_without_a_year_the_earlier_election_has_no_date() -> None:
    (result,) = results(table(["Name", "Votes", "Previous votes"], ["Jane Doe", "1", "2"]))
    before = earlier(result)
    assert before is not None
    assert before.fact("date") is None


def test_without_earlier_figures_there_is_no_earlier_election() -> None:
    assert earlier(only("Jane Doe 1,234")) is None


def test_a_number_in_brackets_that_nothing_explains_is_left_out_and_told() -> None:
    (result,) = results(table(["Name", "Votes"], ["Jane Doe (34)", "12"], ["Jo Roe (51)", "9"]))
    assert [one.previous_rank for one in result.candidates] == [None, None]
    assert "Found (34) behind Jane Doe" in result.doubts[0][1]


def test_a_third_year_is_left_alone() -> None:
    result = only(
        "Candidate 2014 vote 2012 vote 2010 vote\nJane Doe 3,000 2,000 1,000\nJo Roe 2,500 1,500 500"
    )
    assert [(one.votes, one.previous_votes) for one in result.candidates] == [(3000, 2000), (2500, 1500)]
