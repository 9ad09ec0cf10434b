"""Effective numbers, disproportionality, seat bonus: published values, and what holds for any figures."""

from __future__ import annotations

from fractions import Fraction

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from db.measures.proportionality import (
    effective_number,
    effective_range,
    gallagher,
    loosemore_hanby,
    percentages,
    sainte_lague,
    seat_bonus,
    votes_per_seat,
)

QUICK = settings(derandomize=True, deadline=None, database=None, max_examples=80)
FIGURES = st.dictionaries(st.sampled_from("abcdefgh"), st.integers(0, 10_000), min_size=1).filter(
    lambda figures: any(figures.values())
)
CANADA_2015_VOTES = {
    "Liberal": 6943276, "Conservative": 5613614, "New Democratic": 3470350, "Bloc": 821144, "Green": 602944, "other": 91837,
}  # fmt: skip
CANADA_2015_SEATS = {"Liberal": 184, "Conservative": 99, "New Democratic": 44, "Bloc": 10, "Green": 1}
COMMONS_2019 = (365, 202, 48, 11, 8, 7, 4, 2, 1, 1, 1)


def test_the_commons_of_2019_had_two_and_two_fifths_parties_in_effect() -> None:
    assert float(effective_number(COMMONS_2019) or 0) == approx(2.39, abs=0.005)


def test_one_large_and_many_small_parties_count_as_golosov_has_them() -> None:
    """Golosov, Party Politics 16 (2010), 171-192, table of constellations."""
    for shares, expected in (
        ([75] + [1] * 25, 1.77),
        ([75, 25], 1.6),
        ([55, 45], 1.98),
        ([35, 35, 30], 2.99),
        ([15] * 6 + [10], 6.9),
    ):
        assert float(effective_number(shares) or 0) == approx(expected, abs=0.005)


def test_least_squares_of_canada_in_2015_are_twelve() -> None:
    """https://iscanadafair.ca/gallagher-index"""
    found = gallagher(percentages(CANADA_2015_VOTES), percentages(CANADA_2015_SEATS))
    assert found == approx(12.0, abs=0.1)


def test_a_lone_winner_takes_the_share_of_the_loser() -> None:
    """Kalogirou's example: 68 and 22 votes, both seats to the first."""
    found = loosemore_hanby(percentages({"A": 68, "B": 22}), percentages({"A": 2}))
    assert found == Fraction(22 * 100, 90)


def test_sainte_lague_weighs_a_gap_by_the_votes_and_leaves_out_who_has_none() -> None:
    assert sainte_lague({"A": 50, "B": 50}, {"A": 60, "B": 40}) == 4
    assert sainte_lague({"A": 80, "B": 20}, {"A": 90, "B": 10}) == Fraction(100, 80) + 5
    assert sainte_lague({"A": 100}, {"A": 90, "B": 10}) == 1


def test_a_seat_bonus_is_seats_less_votes_in_points() -> None:
    assert seat_bonus(Fraction(45), Fraction(60)) == 15
    assert seat_bonus(20, 0) == -20


def test_votes_for_a_seat_are_not_known_where_no_seat_was_won() -> None:
    assert votes_per_seat(300, 3) == 100
    assert votes_per_seat(300, 0) is None
    assert votes_per_seat(None, 3) is None


def test_without_votes_or_without_seats_nothing_is_measured() -> None:
    assert percentages({}) == percentages({"A": 0}) == {}
    assert effective_number([]) is effective_number([0, 0]) is None
    assert effective_range([], []) == (None, None)
    for formula in (gallagher, loosemore_hanby, sainte_lague):
        assert formula({}, {"A": 100}) is None
        assert formula({"A": 100}, {}) is None
        assert formula({"A": 0}, {"A": 100}) is None


def test_shares_may_be_of_a_published_total_that_the_figures_do_not_reach() -> None:
    assert percentages({"A": 40, "B": 40}, 100) == {"A": 40, "B": 40}


def test_an_unknown_side_may_make_one_side_larger_or_be_one_more() -> None:
    assert effective_range([2, 1], [1]) == (Fraction(8, 5), Fraction(8, 3))
    assert effective_range([], [1, 1]) == (1, 2)
    assert effective_range([3, 3], []) == (2, 2)


@QUICK
@given(st.integers(1, 60), st.integers(1, 1000))
def test_sides_of_one_size_count_as_many_as_they_are(number: int, size: int) -> None:
    assert effective_number([size] * number) == number


@QUICK
@given(FIGURES)
def test_there_are_never_more_sides_in_effect_than_sides(figures: dict[str, int]) -> None:
    found = effective_number(figures.values())
    assert found is not None
    assert 1 <= found <= sum(map(bool, figures.values()))


@QUICK
@given(FIGURES, st.integers(2, 9))
def test_only_shares_matter(figures: dict[str, int], times: int) -> None:
    larger = {side: figure * times for side, figure in figures.items()}
    assert effective_number(larger.values()) == effective_number(figures.values())
    assert percentages(larger) == percentages(figures)


@QUICK
@given(
    st.lists(st.integers(1, 50), max_size=4), st.lists(st.integers(1, 50), min_size=1, max_size=3), st.data()
)
def test_wherever_the_unknown_belong_the_number_lies_in_the_range(
    known: list[int], unknown: list[int], data: st.DataObject
) -> None:
    low, high = effective_range(known, unknown)
    placed = known + [0] * len(unknown)
    for one in unknown:
        placed[data.draw(st.integers(0, len(placed) - 1))] += one
    found = effective_number(placed)
    assert low is not None
    assert high is not None
    assert found is not None
    assert low <= found <= high


@QUICK
@given(FIGURES, FIGURES)
def test_a_perfect_match_is_nought_and_all_else_is_more(votes: dict[str, int], seats: dict[str, int]) -> None:
    cast, won = percentages(votes), percentages(seats)
    for formula in (gallagher, loosemore_hanby, sainte_lague):
        assert formula(cast, cast) == 0
        found = formula(cast, won)
        assert found is not None
        assert found >= 0
    same = {one: share for one, share in cast.items() if share} == {
        one: share for one, share in won.items() if share
    }
    assert (loosemore_hanby(cast, won) == 0) == same


@QUICK
@given(FIGURES, FIGURES)
def test_votes_and_seats_may_change_places_where_the_gap_alone_counts(
    votes: dict[str, int], seats: dict[str, int]
) -> None:
    cast, won = percentages(votes), percentages(seats)
    assert gallagher(cast, won) == gallagher(won, cast)
    assert loosemore_hanby(cast, won) == loosemore_hanby(won, cast)


@QUICK
@given(FIGURES, FIGURES)
def test_least_squares_are_no_more_than_the_seats_that_are_not_where_votes_are(
    votes: dict[str, int], seats: dict[str, int]
) -> None:
    cast, won = percentages(votes), percentages(seats)
    assert (gallagher(cast, won) or 0) <= float(loosemore_hanby(cast, won) or 0) + 1e-9 <= 100 + 1e-9
