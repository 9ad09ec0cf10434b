"""Swing and volatility: published examples, and what holds for any shares."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from db.measures.proportionality import percentages
from db.measures.swing import Pair, butler, pedersen, pedersen_range, steed

QUICK = settings(derandomize=True, deadline=None, database=None, max_examples=80)
SHARES = (
    st.dictionaries(st.sampled_from("abcde"), st.integers(0, 50), min_size=1)
    .filter(lambda figures: any(figures.values()))
    .map(percentages)
)
PAIRS = st.builds(Pair, st.integers(1, 50), st.integers(1, 50))


def test_butlers_swing_is_the_mean_of_gain_and_loss_among_all_votes() -> None:
    """The example of https://en.wikipedia.org/wiki/Swing_(United_Kingdom)."""
    assert butler(Pair(35, 45), Pair(45, 40)) == Fraction(15, 2)


def test_steeds_swing_is_among_the_votes_of_the_two_alone() -> None:
    assert float(steed(Pair(35, 45), Pair(45, 40)) or 0) == approx(9.191176, abs=1e-6)


def test_the_two_swings_may_have_different_signs() -> None:
    before, after = Pair(60, 30), Pair(44, 16)
    assert butler(before, after) < 0 < (steed(before, after) or 0)


def test_there_is_no_swing_among_no_votes() -> None:
    assert steed(Pair(0, 0), Pair(1, 2)) is None


def test_volatility_of_the_published_examples() -> None:
    """https://en.wikipedia.org/wiki/Pedersen_index"""
    before = {"Blue": 65, "Orange": 25, "Fuchsia": 10}
    assert pedersen(before, {"Blue": 65, "Orange": 15, "Fuchsia": 20}) == 10
    assert pedersen(before, {"Red": 75, "Black": 25}) == 100


def test_nothing_to_compare_is_not_stability() -> None:
    assert pedersen({}, {"a": 100}) is None
    assert pedersen({"a": 100}, {}) is None
    assert pedersen_range({}, {"a": 100}) is None


def test_what_is_unknown_makes_volatility_a_range() -> None:
    assert pedersen_range({"a": 50, "b": 30}, {"a": 60, "b": 40}) == (0 + 0, 20)
    assert pedersen_range({"a": 100}, {"b": 80}) == (80, 100)
    assert pedersen_range({"a": 60, "b": 40}, {"a": 30, "b": 40}) == (0, 30)


@QUICK
@given(SHARES, SHARES)
def test_volatility_lies_between_nought_and_a_hundred_and_is_the_same_both_ways(
    before: dict[str, Fraction], after: dict[str, Fraction]
) -> None:
    found = pedersen(before, after)
    assert found is not None
    assert 0 <= found <= 100
    assert found == pedersen(after, before)
    assert pedersen(before, before) == 0


@QUICK
@given(SHARES, SHARES)
def test_where_all_is_known_the_range_is_the_value(
    before: dict[str, Fraction], after: dict[str, Fraction]
) -> None:
    assert pedersen_range(before, after) == (pedersen(before, after), pedersen(before, after))


@QUICK
@given(SHARES, SHARES, st.sets(st.sampled_from("abcde")), st.sets(st.sampled_from("abcde")))
def test_whatever_is_hidden_the_true_volatility_lies_in_the_range(
    before: dict[str, Fraction], after: dict[str, Fraction], hidden: set[str], hidden_later: set[str]
) -> None:
    seen = {one: share for one, share in before.items() if one not in hidden}
    seen_later = {one: share for one, share in after.items() if one not in hidden_later}
    found, value = pedersen_range(seen, seen_later), pedersen(before, after)
    assert value is not None
    if found is not None:
        assert found[0] <= value <= found[1]


@QUICK
@given(PAIRS, PAIRS)
def test_what_swings_to_one_swings_from_the_other(before: Pair, after: Pair) -> None:
    turned = Pair(*before[::-1]), Pair(*after[::-1])
    assert butler(before, after) == -butler(*turned)
    assert steed(before, after) == -(steed(*turned) or 0)


@QUICK
@given(st.integers(0, 100), st.integers(0, 100))
def test_between_two_sides_with_all_the_votes_both_swings_are_volatility(before: int, after: int) -> None:
    pairs = Pair(before, 100 - before), Pair(after, 100 - after)
    shares = [{"one": pair.one, "other": pair.other} for pair in pairs]
    assert butler(*pairs) == steed(*pairs)
    assert abs(butler(*pairs)) == pedersen(*shares)
