"""Printed figures beside computed ones: what rounding or cutting explains is no slip."""

from __future__ import annotations

import pytest

from db.measures.methods import counts_papers, elects_the_most_votes, is_of_preferences, may_override_votes
from db.measures.papers import may_be_papers, turnout_fits, turnouts, votes_of_a_paper
from db.measures.published_shares import Misfit, Polled, misfits


def test_a_share_that_does_not_follow_is_named_with_the_one_that_does() -> None:
    polled = [Polled(500, 50.0), Polled(300, 30.0), Polled(200, 26.6)]
    assert misfits(polled) == [Misfit(2, 20.0)]


def test_shares_of_another_whole_than_the_sum_follow_from_it() -> None:
    assert misfits([Polled(500, 25.0), Polled(300, 15.0), Polled(200, 10.0)]) == []


@pytest.mark.parametrize(
    ("printed", "fits"), [(33.3, True), (33.33, True), (33.4, False), (34.0, False), (33.0, True)]
)
def test_a_turnout_may_be_rounded_or_cut_off(printed: float, fits: bool) -> None:
    assert turnout_fits(printed, turnouts(300, 100, None, None)) is fits


def test_a_turnout_of_valid_votes_is_one_only_where_a_paper_is_one_vote() -> None:
    assert turnout_fits(30.0, turnouts(1000, 310, 300, 1))
    assert not turnout_fits(30.0, turnouts(1000, 310, 300, 6))


def test_without_figures_no_turnout_is_contradicted() -> None:
    assert turnout_fits(30.0, turnouts(1000, None, None, 1))


def test_a_paper_carries_as_many_votes_as_said_or_one_preference_or_a_vote_a_seat() -> None:
    assert votes_of_a_paper(2, "STV", "", 9) == 2
    assert votes_of_a_paper(None, "STV", "", 9) == 1
    assert votes_of_a_paper(None, "block vote", "members' votes", 6) == 6
    assert votes_of_a_paper(None, "", "", None) is None


def test_shares_of_the_sum_may_all_be_cut_off_but_not_some_of_them_raised() -> None:
    votes = (39548, 36496, 31278, 29558, 28484, 24325, 23362, 21307, 21115, 19174, 18724, 17830, 12539)
    cut = [Polled(had, int(1000 * had / sum(votes)) / 10) for had in votes]
    assert misfits(cut) == []
    assert misfits([*cut[:-1], Polled(12539, 4.1)])


def test_valid_votes_may_be_papers_of_several_votes_each() -> None:
    assert may_be_papers(100, 600, 6)
    assert not may_be_papers(100, 601, 6)
    assert not may_be_papers(100, 600, 1)
    assert may_be_papers(100, 150, 6, ballots=101) and not may_be_papers(100, 150, 6, ballots=99)
    assert not may_be_papers(100, 104, 6)


def test_words_say_what_figures_count_and_who_is_elected() -> None:
    assert is_of_preferences("STV") and is_of_preferences("", "first preferences")
    assert not is_of_preferences("multi-winner plurality (block vote)")
    assert not counts_papers("card votes") and counts_papers("members' votes")
    assert elects_the_most_votes("OMOV plurality") and not elects_the_most_votes("electoral college")
    assert may_override_votes("at least six women") and not may_override_votes("nominated by five branches")
