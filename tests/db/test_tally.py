"""The arithmetic of recorded votes: bounds that are exact, lines that groups took, counts that fit."""

from __future__ import annotations

from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from db.measures.tally import (
    LEAST,
    Figures,
    Fit,
    Range,
    Side,
    Split,
    adds_up,
    bounds,
    broke,
    fit_of,
    line_of,
    side_of,
)

SOME = st.integers(0, 3)
SPLITS = st.builds(
    lambda unnamed, *named: Split(unnamed + sum(named), *named),
    SOME,
    SOME,
    SOME,
    st.integers(0, 1),
    st.integers(0, 1),
)
COUNTS = st.one_of(st.none(), st.integers(0, 9))
FIGURES = st.builds(Figures, COUNTS, COUNTS, COUNTS)
exactly = settings(derandomize=True, deadline=None, max_examples=150)


def together(*parts: Split) -> Split:
    return Split(*(sum(numbers) for numbers in zip(*parts, strict=True)))


def every_way(figures: Figures, part: Split, rest: Split) -> set[tuple[int, int]]:
    """For and against of the part in every way in which the unnamed can have voted so that the published figures come out."""
    whole, found = together(part, rest), set()
    choices = range(part.unnamed + 1), range(rest.unnamed + 1)
    ways = [[one for one in product(numbers, repeat=3) if sum(one) <= numbers[-1]] for numbers in choices]
    for own, others in product(*ways):
        sides = (Side.FOR, Side.AGAINST, Side.ABSTAINING)
        totals = [whole.of(side) + own[at] + others[at] for at, side in enumerate(sides)]
        if all(figures.of(side) in (None, total) for side, total in zip(sides, totals, strict=True)):
            found.add((part.for_ + own[0], part.against + own[1]))
    return found


@exactly
@given(FIGURES, SPLITS, SPLITS)
def test_bounds_are_the_least_and_the_most_of_every_way_in_which_the_count_can_have_come_about(
    figures: Figures, part: Split, rest: Split
) -> None:
    ways = every_way(figures, part, rest)
    whole = together(part, rest)
    assert adds_up(figures, whole) == bool(ways)
    for at, side in enumerate((Side.FOR, Side.AGAINST)):
        found = bounds(side, figures, part, whole)
        if figures.of(side) is None or not ways:
            assert found is None
        else:
            numbers = {one[at] for one in ways}
            assert found == Range(min(numbers), max(numbers))


def test_of_18_votes_for_at_least_12_came_from_outside_a_group_of_six() -> None:
    whole, left = Split(33), Split(6)
    figures = Figures(18, 14)
    assert bounds(Side.FOR, figures, Split(27), whole) == Range(12, 18)
    assert bounds(Side.AGAINST, figures, Split(27), whole) == Range(8, 14)
    assert bounds(Side.FOR, figures, left, whole) == Range(0, 6)
    assert str(Range(0, 6)) == "0 to 6"
    assert str(Range(4, 4)) == "4"


def test_a_list_of_17_and_15_does_not_add_up_with_17_to_14_and_gives_no_bounds() -> None:
    whole = Split(33, 17, 15)
    assert not adds_up(Figures(17, 14), whole)
    assert bounds(Side.FOR, Figures(17, 14), Split(3, 3), whole) is None


@pytest.mark.parametrize(
    ("split", "line"),
    [
        (Split(9, 7, 0), Side.FOR),
        (Split(4, 1, 3), Side.AGAINST),
        (Split(5, 2, 1), Side.FOR),
        (Split(2, 2, 0), None),
        (Split(7, 3, 0), None),
        (Split(6, 3, 0), Side.FOR),
        (Split(4, 2, 2), None),
        (Split(5, 0, 0, 5), None),
    ],
)
def test_a_group_has_a_line_where_three_and_half_of_it_are_named_and_most_of_these_agree(
    split: Split, line: Side | None
) -> None:
    assert line_of(split) is line


@exactly
@given(SPLITS)
def test_fewer_break_with_a_line_than_keep_to_it(split: Split) -> None:
    line = line_of(split)
    if line is not None:
        other = Side.AGAINST if line is Side.FOR else Side.FOR
        assert split.of(line) > split.of(other)
        assert split.for_ + split.against >= max(LEAST, split.votes / 2)


def test_only_a_vote_for_or_against_can_break_with_a_line() -> None:
    assert broke(Side.AGAINST, Side.FOR) is True
    assert broke(Side.FOR, Side.FOR) is False
    assert {broke(side, Side.FOR) for side in (Side.ABSTAINING, Side.ABSENT, None)} == {None}
    assert broke(Side.FOR, None) is None


@pytest.mark.parametrize(
    ("vote", "kind", "side"),
    [
        ("for", "vote", Side.FOR),
        (" Against ", "vote", Side.AGAINST),
        ("abstained", "vote", Side.ABSTAINING),
        ("walked out", "vote", Side.ABSENT),
        ("walked out", "attendance", Side.FOR),
        ("absent", "attendance", Side.ABSENT),
        ("listed", "vote", None),
        ("", "vote", None),
        (None, "vote", None),
        ("<script>", "vote", None),
    ],
)
def test_a_word_of_the_record_means_a_side_or_none(vote: str | None, kind: str, side: Side | None) -> None:
    assert side_of(vote, kind) is side


@pytest.mark.parametrize(
    ("figures", "groups", "free", "fit"),
    [
        (Figures(20, 16), [14, 12], 13, Fit.FITS),
        (Figures(26, 12), [14, 12], 13, Fit.FITS),
        (Figures(13, 13), [20], 6, Fit.DIVIDED),
        (Figures(13, 6), [20], 6, Fit.FITS),
        (Figures(20, 20), [14, 12], 13, Fit.TOO_MANY),
        (Figures(18, 14, 8), [14, 12], 13, Fit.TOO_MANY),
        (Figures(18, 14), [6], 27, Fit.ANYHOW),
        (Figures(18, 14), [], 33, Fit.ANYHOW),
        (Figures(20), [14, 12], 13, Fit.ONE_SIDED),
        (Figures(40), [14, 12], 13, Fit.TOO_MANY),
        (Figures(), [14, 12], 13, Fit.NO_FIGURES),
    ],
)
def test_a_count_fits_where_every_group_can_have_kept_to_one_side(
    figures: Figures, groups: list[int], free: int, fit: Fit
) -> None:
    assert fit_of(figures, groups, free) is fit


@exactly
@given(st.lists(st.integers(0, 5), max_size=4), st.integers(0, 6), st.integers(0, 9), st.integers(0, 9))
def test_whether_a_count_fits_is_what_trying_every_side_of_every_group_finds(
    groups: list[int], free: int, for_: int, against: int
) -> None:
    found = []
    for sides in product((0, 1), repeat=len(groups)):
        first = sum(votes for votes, side in zip(groups, sides, strict=True) if side == 0)
        second = sum(groups) - first
        found.append(any(for_ <= first + one and against <= second + free - one for one in range(free + 1)))
    if for_ + against > sum(groups) + free:
        wanted = Fit.TOO_MANY
    else:
        wanted = Fit.ANYHOW if all(found) else Fit.FITS if any(found) else Fit.DIVIDED
    assert fit_of(Figures(for_, against), groups, free) is wanted
