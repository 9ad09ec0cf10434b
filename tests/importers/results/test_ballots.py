"""What ballot papers say before anybody counts them."""

from __future__ import annotations

from fractions import Fraction

from importers.results.ballots import first_preferences, papers
from importers.results.result import Papers


def test_first_preferences_are_the_papers_on_which_somebody_stands_first() -> None:
    counted = first_preferences([Papers(3, ((0,), (1,))), Papers(2, ((1,),)), Papers(4, ((0,),))], 3)
    assert counted.votes == (7, 2, 0)
    assert counted.valid == 9


def test_who_withdrew_is_passed_over() -> None:
    counted = first_preferences([Papers(3, ((0,), (1,))), Papers(2, ((0,),))], 2, {0})
    assert counted.votes == (0, 3)
    assert (counted.valid, counted.without) == (3, 2)


def test_a_first_preference_that_is_shared_leaves_the_votes_of_those_who_share_it_unknown() -> None:
    counted = first_preferences([Papers(3, ((0, 1),)), Papers(5, ((0,),)), Papers(2, ((2,),))], 3)
    assert counted.votes == (None, None, 2)
    assert (counted.valid, counted.left_open) == (None, 3)


def test_a_first_preference_that_was_left_out_leaves_the_next_ones_votes_unknown() -> None:
    counted = first_preferences([Papers(3, ((), (0,))), Papers(1, ((1,), (), (0,)))], 2)
    assert counted.votes == (None, 1)


def test_papers_of_one_order_are_put_together_and_fractions_add_up_exactly() -> None:
    (one,) = papers({((0,),): Fraction("0.1") + Fraction("0.2")})
    assert one == Papers(0.3, ((0,),))
