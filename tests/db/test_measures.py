"""The formulas that published figures rest on."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from db.measures import Result, growth, margins, share, turnout

QUICK = settings(derandomize=True, deadline=None, database=None, max_examples=80)
VOTES = st.integers(0, 1_000_000)
RESULTS = st.lists(st.builds(Result, VOTES, st.booleans()), max_size=8)


def test_a_share_is_in_percent_of_the_total() -> None:
    assert share(323, 1000) == approx(32.3)
    assert share(0, 10) == 0


def test_a_share_of_what_is_not_known_is_not_known() -> None:
    assert share(None, 10) is None
    assert share(5, None) is None
    assert share(5, 0) is None


def test_growth_is_in_percent_of_the_earlier_figure() -> None:
    assert growth(1200, 1000) == approx(20)
    assert growth(800, 1000) == approx(-20)


def test_growth_on_nothing_or_on_the_unknown_is_not_known() -> None:
    assert growth(10, 0) is None
    assert growth(10, None) is None
    assert growth(None, 10) is None


def test_turnout_is_ballots_of_the_electorate() -> None:
    assert turnout(400, 1000) == approx(40)
    assert turnout(400, None) is None


def test_the_elected_are_measured_against_the_best_who_was_not() -> None:
    results = [Result(300, True), Result(200, True), Result(150, False), Result(100, False)]
    assert margins(results) == [150, 50, -50, -100]


def test_whoever_a_quota_lifted_stands_below_the_candidate_they_passed() -> None:
    results = [Result(384, True), Result(252, False), Result(168, True)]
    assert margins(results) == [132, 84, -84]


def test_with_a_figure_missing_no_margin_is_told() -> None:
    assert margins([Result(300, True), Result(None, False), Result(100, False)]) == [None, None, None]


def test_without_a_loser_or_a_winner_there_is_no_margin() -> None:
    assert margins([Result(5, True), Result(3, True)]) == [None, None]
    assert margins([Result(5, False)]) == [None]
    assert margins([]) == []


@QUICK
@given(st.lists(VOTES, min_size=1, max_size=10).filter(any))
def test_shares_of_all_candidates_add_up_to_a_hundred(votes: list[int]) -> None:
    assert sum(share(one, sum(votes)) or 0 for one in votes) == approx(100)


@QUICK
@given(st.integers(0, 10**9), st.integers(1, 10**9))
def test_growth_gives_back_the_later_figure(now: int, before: int) -> None:
    assert before * (1 + (growth(now, before) or 0) / 100) == approx(now, abs=1e-3)


@QUICK
@given(RESULTS)
def test_last_in_and_first_out_are_the_same_distance_apart(results: list[Result]) -> None:
    found = margins(results)
    won = [margin for margin, one in zip(found, results, strict=True) if one.elected and margin is not None]
    lost = [
        margin for margin, one in zip(found, results, strict=True) if not one.elected and margin is not None
    ]
    assert len(found) == len(results)
    assert bool(won) == bool(lost)
    if won and lost:
        assert min(won) == -max(lost)


@QUICK
@given(RESULTS)
def test_margins_follow_from_the_votes_alone_and_not_from_the_order(results: list[Result]) -> None:
    backwards = margins(results[::-1])[::-1]
    assert margins(results) == backwards
