"""What a published figure may mean: the senses of a claim against one figure, and against a range."""

from __future__ import annotations

from fractions import Fraction

import pytest

from db.measures.verdicts import Stated, Verdict, exact, judge, worst_of

HOLDS, ROUNDED, FAILS, OPEN = Verdict


def of(value: float, sense: str = "exactly", *, decimals: int | None = None, shown: int = 1) -> Stated:
    return Stated.of(value, sense, shown, decimals)


@pytest.mark.parametrize(("stated", "gives", "verdict"), [
    (of(6.6), 6.251, FAILS),
    (of(47.3), 47.307, HOLDS),
    (of(55), 55.216, ROUNDED),
    (of(15), 14.994, HOLDS),
    (of(47), 47.708, FAILS),
    (of(50, decimals=1), 50.3, FAILS),
    (of(50), 50.3, ROUNDED),
    (of(12.25), 12.254, HOLDS),
    (of(3000, shown=0), 2502, FAILS),
    (of(252, shown=0), 252, HOLDS),
    (of(3000, "about", shown=0), 2851, HOLDS),
    (of(3000, "about", shown=0), 2849, FAILS),
    (of(2, "about"), 2.4, HOLDS),
    (of(50, "almost"), 47.5, HOLDS),
    (of(50, "almost"), 50.1, FAILS),
    (of(50, "almost"), 39.4, FAILS),
    (of(45, "over"), 45.57, HOLDS),
    (of(45, "over"), 45, FAILS),
    (of(1000, "under", shown=0), 963, HOLDS),
    (of(1000, "under", shown=0), 1000, FAILS),
    (of(5, "at least", shown=0), 5, HOLDS),
    (of(55, "at least"), 54.96, ROUNDED),
    (of(55, "at most"), 55.6, FAILS),
])  # fmt: skip
def test_the_words_of_a_claim_are_taken_at_their_plain_meaning(
    stated: Stated, gives: float, verdict: Verdict
) -> None:
    assert judge(stated, exact(gives), exact(gives)) is verdict


@pytest.mark.parametrize(("stated", "low", "high", "verdict"), [
    (of(4, shown=0), 3, 4, OPEN),
    (of(4, shown=0), 5, 7, FAILS),
    (of(4, shown=0), 1, 7, OPEN),
    (of(3, "at least", shown=0), 3, 9, HOLDS),
    (of(55), 55.1, 55.4, ROUNDED),
    (of(55), 54.97, 55.4, ROUNDED),
    (of(50, "almost"), 40, 60, OPEN),
    (of(50, "almost"), 51, 60, FAILS),
    (of(45, "over"), 46, 90, HOLDS),
])  # fmt: skip
def test_a_range_is_judged_only_where_all_of_it_leads_to_the_same(
    stated: Stated, low: float, high: float, verdict: Verdict
) -> None:
    assert judge(stated, exact(low), exact(high)) is verdict


def test_a_claim_of_several_figures_is_as_good_as_the_worst_of_them() -> None:
    assert worst_of([HOLDS, ROUNDED]) is ROUNDED
    assert worst_of([HOLDS, OPEN, ROUNDED]) is OPEN
    assert worst_of([OPEN, FAILS]) is FAILS
    assert worst_of([]) is OPEN


def test_what_does_not_hold_comes_first() -> None:
    assert sorted(Verdict, key=lambda one: one.order) == [FAILS, OPEN, ROUNDED, HOLDS]


def test_a_stored_figure_is_taken_as_its_decimals_say() -> None:
    assert exact(6.6) == Fraction(66, 10)
