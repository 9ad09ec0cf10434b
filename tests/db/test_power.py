"""Voting power and minimal winning coalitions: published values, and the counts against listing every coalition."""

from __future__ import annotations

from fractions import Fraction
from itertools import combinations, pairwise, permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.measures.coalitions import LONGEST, minimal_winning
from db.measures.power import majority, power

QUICK = settings(derandomize=True, deadline=None, database=None, max_examples=80)
WEIGHTS = st.lists(st.integers(0, 9), min_size=1, max_size=6).filter(any)
GAMES = WEIGHTS.flatmap(lambda weights: st.tuples(st.just(weights), st.integers(1, sum(weights))))
EEC_1958 = {"DE": 4, "FR": 4, "IT": 4, "BE": 2, "NL": 2, "LU": 1}


def indices(weights: dict[str, int], quota: int, index: str) -> dict[str, Fraction]:
    """One index of every side."""
    return {side: getattr(one, index) for side, one in power(weights, quota).items()}


def test_luxembourg_had_a_vote_and_no_power_in_the_council_of_1958() -> None:
    """The Britannica Guide to Statistics and Probability (2011), page 194."""
    large, small = Fraction(5, 21), Fraction(1, 7)
    found = power(EEC_1958, 12)
    assert [one.banzhaf for one in found.values()] == [large, large, large, small, small, 0]
    assert [one.swings for one in found.values()] == [10, 10, 10, 6, 6, 0]
    assert [one.absolute for one in found.values()] == [
        Fraction(swings, 32) for swings in (10, 10, 10, 6, 6, 0)
    ]


def test_orders_of_joining_give_the_council_of_1958_a_close_but_other_answer() -> None:
    """0.233 and 0.15 in the literature."""
    large, small = Fraction(7, 30), Fraction(3, 20)
    assert list(indices(EEC_1958, 12, "shapley").values()) == [large, large, large, small, small, 0]


def test_one_vote_of_a_hundred_is_worth_as_much_as_49() -> None:
    """The same page: 50, 49 and 1 with 51 to win."""
    weights = {"a": 50, "b": 49, "c": 1}
    assert indices(weights, 51, "banzhaf") == {"a": Fraction(3, 5), "b": Fraction(1, 5), "c": Fraction(1, 5)}
    assert indices(weights, 51, "shapley") == {"a": Fraction(2, 3), "b": Fraction(1, 6), "c": Fraction(1, 6)}


def test_the_first_example_of_the_encyclopedia() -> None:
    """https://en.wikipedia.org/wiki/Banzhaf_power_index"""
    found = indices({"A": 4, "B": 3, "C": 2, "D": 1}, 6, "banzhaf")
    assert list(found.values()) == [Fraction(5, 12), Fraction(1, 4), Fraction(1, 4), Fraction(1, 12)]


def test_whoever_has_the_majority_has_all_the_power() -> None:
    found = power({"Con": 365, "Lab": 202, "others": 83}, 326)
    assert [one.banzhaf for one in found.values()] == [1, 0, 0]
    assert [one.shapley for one in found.values()] == [1, 0, 0]
    assert [one.absolute for one in found.values()] == [1, 0, 0]


def test_half_of_the_votes_is_no_majority() -> None:
    assert majority(39) == 20
    assert majority(38) == 20
    found = power({"a": 19, "b": 19}, majority(38))
    assert [one.banzhaf for one in found.values()] == [Fraction(1, 2), Fraction(1, 2)]


def test_where_nobody_can_win_nobody_has_power() -> None:
    assert power({"a": 3, "b": 2}, 6) == {}
    assert power({}, 1) == {}
    assert minimal_winning({"a": 3, "b": 2}, 6) == (0, ())


def test_a_quota_of_nought_or_a_weight_below_it_is_refused() -> None:
    for weights, quota in (({"a": 1}, 0), ({"a": -1}, 1)):
        with pytest.raises(ValueError, match="no voting body"):
            power(weights, quota)
    with pytest.raises(ValueError, match="nobody"):
        minimal_winning({"a": 1}, 0)


def test_a_parliament_of_750_votes_and_forty_groups_is_counted_exactly() -> None:
    weights = {str(number): 750 // 40 + (number < 750 % 40) for number in range(40)}
    found = power(weights, 376)
    assert sum(one.banzhaf for one in found.values()) == sum(one.shapley for one in found.values()) == 1
    assert len({one.banzhaf for one in found.values()}) == len({*weights.values()})
    assert minimal_winning(weights, 376).total > 10**10


def test_the_smallest_coalitions_come_first_with_the_largest_members() -> None:
    found = minimal_winning({"a": 8, "b": 7, "c": 5, "d": 3, "e": 1}, 13)
    assert found.smallest == (("a", "b"), ("a", "c"), ("b", "c", "d"), ("b", "c", "e"))
    assert found.total == 4
    assert minimal_winning({"a": 8, "b": 7, "c": 5, "d": 3, "e": 1}, 13, most=2) == (4, found.smallest[:2])


def test_coalitions_of_hundreds_of_equals_are_counted_and_not_listed() -> None:
    found = minimal_winning(dict.fromkeys(range(2 * LONGEST + 2), 1), LONGEST + 2)
    assert found.total > 10**50
    assert found.smallest == ()


@QUICK
@given(GAMES)
def test_counting_agrees_with_listing_every_coalition(game: tuple[list[int], int]) -> None:
    weights, quota = game
    sides = range(len(weights))
    swings = [0] * len(weights)
    for size in range(len(weights) + 1):
        for members in combinations(sides, size):
            votes = sum(weights[one] for one in members)
            for one in members:
                swings[one] += votes >= quota > votes - weights[one]
    found = power(dict(enumerate(weights)), quota)
    assert [found[one].swings for one in sides] == swings
    assert [found[one].absolute for one in sides] == [Fraction(2 * one, 2 ** len(weights)) for one in swings]


@QUICK
@given(GAMES)
def test_counting_agrees_with_trying_every_order(game: tuple[list[int], int]) -> None:
    weights, quota = game
    pivotal = [0] * len(weights)
    orders = list(permutations(range(len(weights))))
    for order in orders:
        votes = 0
        for one in order:
            votes += weights[one]
            if votes >= quota:
                pivotal[one] += 1
                break
    found = power(dict(enumerate(weights)), quota)
    assert [found[one].shapley for one in range(len(weights))] == [
        Fraction(one, len(orders)) for one in pivotal
    ]


@QUICK
@given(GAMES)
def test_power_adds_up_grows_with_votes_and_is_the_same_for_equals(game: tuple[list[int], int]) -> None:
    weights, quota = game
    found = power(dict(enumerate(weights)), quota)
    assert sum(one.banzhaf for one in found.values()) == sum(one.shapley for one in found.values()) == 1
    ranked = sorted(range(len(weights)), key=lambda one: weights[one])
    for less, more in pairwise(ranked):
        assert found[less].banzhaf <= found[more].banzhaf
        assert found[less].shapley <= found[more].shapley
        if weights[less] == weights[more]:
            assert found[less] == found[more]


@QUICK
@given(GAMES)
def test_whoever_has_no_vote_changes_nobodys_power(game: tuple[list[int], int]) -> None:
    weights, quota = game
    alone = power(dict(enumerate(weights)), quota)
    beside = power({**dict(enumerate(weights)), "silent": 0}, quota)
    assert beside["silent"].banzhaf == beside["silent"].shapley == beside["silent"].absolute == 0
    for side, one in alone.items():
        assert beside[side][1:] == one[1:]


@QUICK
@given(GAMES)
def test_minimal_coalitions_are_all_that_win_and_need_everybody(game: tuple[list[int], int]) -> None:
    weights, quota = game
    minimal = {
        members
        for size in range(1, len(weights) + 1)
        for members in combinations(range(len(weights)), size)
        if quota <= (votes := sum(weights[one] for one in members))
        and all(votes - weights[one] < quota for one in members)
    }
    found = minimal_winning(dict(enumerate(weights)), quota, most=1000)
    assert found.total == len(minimal)
    assert {tuple(sorted(members)) for members in found.smallest} == minimal  # type: ignore[type-var]
    assert [len(members) for members in found.smallest] == sorted(map(len, minimal))
