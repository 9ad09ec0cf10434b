"""Between which values a measure lies, against every way of placing what is not known."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from math import sqrt

from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from db.measures.bounds import gallagher_range, loosemore_hanby_range, placements

QUICK = settings(derandomize=True, deadline=None, database=None, max_examples=80)
GAPS = st.lists(st.integers(-20, 20).map(Fraction), max_size=4)
FEW = st.lists(st.integers(-20, 20).map(Fraction), max_size=3)


def placed(sides: list[Fraction], unknown: list[Fraction]) -> Iterator[list[Fraction]]:
    """Every way in which the unknown may be on a side, together on a further one, or alone."""
    if not unknown:
        yield sides
        return
    first, *others = unknown
    for at, gap in enumerate(sides):
        yield from placed([*sides[:at], gap + first, *sides[at + 1 :]], others)
    yield from placed([*sides, first], others)


def squares(gaps: list[Fraction]) -> float:
    return sqrt(sum(gap * gap for gap in gaps) / 2)


def test_losers_of_no_known_slate_may_all_have_been_the_winners() -> None:
    known, unknown = [Fraction(40), Fraction(-20)], [Fraction(-15), Fraction(-5)]
    assert gallagher_range(known, unknown)[0] == approx(squares([Fraction(20), Fraction(-20)]))
    assert gallagher_range(known, unknown)[1] == approx(squares([Fraction(40), Fraction(-40)]))
    assert loosemore_hanby_range(known, unknown) == (20, 40)


def test_where_all_is_known_the_bounds_are_the_value() -> None:
    known = [Fraction(30), Fraction(-10), Fraction(-20)]
    assert gallagher_range(known, []) == (squares(known), squares(known))
    assert loosemore_hanby_range(known, []) == (30, 30)


@QUICK
@given(GAPS, FEW)
def test_no_way_of_placing_the_unknown_is_outside_and_one_reaches_the_highest(
    known: list[Fraction], unknown: list[Fraction]
) -> None:
    ways = list(placed(known, unknown))
    low, high = gallagher_range(known, unknown)
    assert low - 1e-9 <= min(map(squares, ways))
    assert high == approx(max(map(squares, ways)))
    halves = [sum(map(abs, gaps), Fraction(0)) / 2 for gaps in ways]
    lowest, highest = loosemore_hanby_range(known, unknown)
    assert lowest <= min(halves)
    assert highest == max(halves)


def test_a_vote_belongs_to_one_of_its_sides_or_stays_alone() -> None:
    found = placements({"a": 2, "b": 1}, [("a", "b"), ("b",)], most=10)
    assert found is not None
    assert {(*weights.values(), alone) for weights, alone in found} == {
        (2, 1, 2), (3, 1, 1), (2, 2, 1), (3, 2, 0), (2, 3, 0),
    }  # fmt: skip


def test_too_many_ways_are_not_tried() -> None:
    assert placements({"a": 1, "b": 1}, [("a", "b")] * 30, most=100) is None
    assert placements({"a": 1}, [], most=100) == [({"a": 1}, 0)]
