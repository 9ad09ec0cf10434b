"""How many votes would have changed a seat: by example, and against recounting every number of votes."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pytest import approx

from db.measures.narrow import Runner, elected, first_change, rungs, swung


def field(*votes: float, seats: int = 1, groups: str = "") -> list[Runner]:
    """Candidates with these votes, the first of them elected; a group a letter."""
    return [
        Runner(number, one, number < seats, groups[number] if groups else str(number))
        for number, one in enumerate(sorted(votes, reverse=True))
    ]


FIELDS = st.integers(1, 4).flatmap(
    lambda seats: st.lists(st.integers(0, 60), min_size=seats + 1, max_size=7).map(
        lambda votes: field(*votes, seats=seats)
    )
)


def seated(runners: list[Runner], changes: dict[int, int]) -> tuple[frozenset[int], frozenset[int]]:
    """Who is elected when some candidates have more votes or fewer."""
    seats = sum(one.elected for one in runners)
    return elected([one._replace(votes=one.votes + changes.get(one.id, 0)) for one in runners], seats)


def test_a_winner_963_votes_ahead_is_unseated_by_964_more_or_482_moved() -> None:
    (rung,) = rungs(field(1963, 1000))
    assert (rung.gap, rung.fewer, rung.moved, rung.weakest) == (963, 964, 482, True)


def test_whoever_stands_above_other_winners_has_to_fall_below_them_as_well() -> None:
    last, top = rungs(field(100, 51, 50, seats=2))
    assert (last.gap, last.fewer, last.moved, last.weakest) == (1, 2, 1, True)
    assert (top.gap, top.fewer, top.moved, top.weakest) == (50, 51, 50, False)


def test_of_percentages_no_number_of_votes_follows() -> None:
    (rung,) = rungs(field(52.4, 47.6), whole=False)
    assert (rung.gap, rung.fewer, rung.moved) == (4.8, None, None)


def test_a_tie_is_changed_by_one_vote() -> None:
    (rung,) = rungs(field(70, 70))
    assert (rung.gap, rung.fewer, rung.moved) == (0, 1, 1)


def test_where_all_or_nobody_was_elected_there_is_no_ladder() -> None:
    assert rungs(field(5, 4, seats=2)) == rungs(field(5, 4, seats=0)) == rungs([]) == []


@settings(derandomize=True, deadline=None, max_examples=60)
@given(FIELDS)
def test_so_many_votes_change_the_seat_and_one_fewer_does_not(runners: list[Runner]) -> None:
    for rung in rungs(runners):
        winner, best = rung.winner.id, rung.runner_up.id
        assert rung.fewer is not None
        assert rung.moved is not None
        for votes, comes in ((rung.fewer, 0), (rung.moved, 1)):
            sure, drawn = seated(runners, {winner: -votes, best: comes * votes})
            assert winner not in sure | drawn
            sure, drawn = seated(runners, {winner: 1 - votes, best: comes * (votes - 1)})
            assert winner in sure | drawn


@settings(derandomize=True, deadline=None, max_examples=60)
@given(FIELDS)
def test_so_many_more_for_whoever_missed_it_unseat_the_last_winner(runners: list[Runner]) -> None:
    (rung,) = [one for one in rungs(runners) if one.weakest][:1]
    assert rung.fewer is not None
    sure, drawn = seated(runners, {rung.runner_up.id: rung.fewer})
    assert rung.runner_up.id in sure
    assert len([one for one in runners if one.elected and one.id not in sure | drawn]) <= 1
    sure, _ = seated(runners, {rung.runner_up.id: rung.fewer - 1})
    assert rung.runner_up.id not in sure


def test_a_swing_leaves_evenly_and_arrives_evenly() -> None:
    moved = swung(field(40, 30, 20, 10, seats=2, groups="aabc"), "a", "b", 10, 100)
    assert [one.votes for one in moved] == [35, 25, 30, 10]


@settings(derandomize=True, deadline=None, max_examples=60)
@given(FIELDS, st.floats(0, 20))
def test_a_swing_keeps_the_total_and_one_of_nothing_changes_nothing(
    runners: list[Runner], points: float
) -> None:
    grouped = [one._replace(group="ab"[number % 2]) for number, one in enumerate(runners)]
    total = sum(one.votes for one in grouped)
    assert swung(grouped, "a", "b", 0, total) == grouped
    try:
        moved = swung(grouped, "a", "b", points, total)
    except ValueError:
        return
    assert sum(one.votes for one in moved) == approx(total, abs=1e-4)


@pytest.mark.parametrize(
    ("source", "target", "points"), [("a", "x", 1), ("x", "a", 1), ("a", "a", 1), ("c", "a", 50)]
)
def test_a_swing_that_cannot_be_is_refused(source: str, target: str, points: float) -> None:
    with pytest.raises(ValueError, match=r"votes|group"):
        swung(field(40, 30, 20, 10, seats=2, groups="aabc"), source, target, points, 100)


def test_the_smallest_swing_that_changes_a_seat_may_seat_a_third() -> None:
    runners = field(40, 30, 29, 20, seats=2, groups="bacd")
    found = first_change(runners, "a", "d", 119)
    assert found is not None
    assert (found.loses.id, found.gains.id) == (1, 2)
    assert found.points == approx(100 / 119)


@settings(derandomize=True, deadline=None, max_examples=60)
@given(FIELDS)
def test_below_the_smallest_swing_nothing_changes_and_beyond_it_a_seat_does(runners: list[Runner]) -> None:
    grouped = [one._replace(group="ab"[number % 2]) for number, one in enumerate(runners)]
    total = sum(one.votes for one in grouped)
    found = first_change(grouped, "a", "b", total)
    if found is None:
        return
    seats = sum(one.elected for one in grouped)
    winners = {one.id for one in grouped if one.elected}
    below, drawn = elected(swung(grouped, "a", "b", found.points * 0.99, total), seats)
    assert below <= winners
    assert winners <= below | drawn
    try:
        beyond, _ = elected(swung(grouped, "a", "b", found.points + 0.01, total), seats)
    except ValueError:
        return  # there are no more votes to go
    assert found.gains.id in beyond or found.loses.id not in beyond


def test_whoever_has_as_many_votes_as_the_last_seat_is_drawn() -> None:
    assert elected(field(9, 5, 5, 1), 2) == ({0}, {1, 2})
    assert elected(field(9, 5, 4), 2) == ({0, 1}, frozenset())
    assert elected(field(9, 5), 3) == ({0, 1}, frozenset())
