"""Drawings by example and by property: every seat is drawn once, both halves alike, never wider than asked."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from db.view import NO_SLATE, Faction, Hemicycle
from tui.drawings.bar import allotted, eighths, mark_of, stacked
from tui.drawings.hemicycle import form, height_for, in_words, lines, majority_words, total
from tui.drawings.ink import Line, width, words
from tui.drawings.lattice import lattice

LEFT = Faction("left", "The Left", "Left", "L", "#d4000f")
RIGHT = Faction("right", "The Right", "Right", "R", "#1a1a8f")
OTHER = Faction("other", "Others", "漢字", "X", "#ffb000")
SEVERAL = (LEFT, OTHER, NO_SLATE, RIGHT)
SEATS = frozenset("●◌○LRXlrx")

chambers = st.builds(
    lambda sizes, vacant, lit: Hemicycle(
        tuple(zip(SEVERAL, sizes, strict=True)), vacant, sum(sizes) // 2 + 1, lit
    ),
    st.tuples(*[st.integers(0, 90)] * 4),
    st.integers(0, 9),
    st.sampled_from([frozenset(), frozenset({"left"}), frozenset({"right", "none"})]),
)


def picture(hemicycle: Hemicycle, across: int, down: int, *, colour: bool) -> list[Line]:
    """The lines with seats: without tick, caption and legend."""
    choice = form(total(hemicycle), across, down, colour=colour)
    return lines(hemicycle, across, down, colour=colour)[1 : choice.height - 1]


def halves_in(line: Line) -> int:
    """Seats in a line of half-blocks."""
    return sum(len(ink.text) * (2 if ink.under else 1) for ink in line if ink.text.strip())


@given(st.integers(1, 900))
@settings(deadline=None)
def test_the_lattice_has_each_seat_once_and_both_halves_alike(seats: int) -> None:
    chamber = lattice(seats)
    assert chamber is not None
    places = set(chamber.seats)
    assert len(places) == len(chamber.seats) == seats
    assert {(chamber.columns - 1 - column, row) for column, row in places} == places
    assert all(0 <= column < chamber.columns and 0 <= row < chamber.rows for column, row in places)


@given(chambers, st.integers(1, 130), st.integers(1, 45), st.booleans())
@settings(deadline=None)
def test_a_chamber_is_never_larger_than_asked(
    chamber: Hemicycle, across: int, down: int, colour: bool
) -> None:
    drawn = lines(chamber, across, down, colour=colour)
    assert 0 < len(drawn) <= down
    assert all(width(line) <= across for line in drawn)
    assert len(lines(chamber, across, 1000, colour=colour)) == height_for(chamber, across, colour=colour)


@given(chambers, st.integers(1, 130), st.integers(1, 45), st.booleans())
@settings(deadline=None)
def test_as_many_seats_are_drawn_as_there_are(
    chamber: Hemicycle, across: int, down: int, colour: bool
) -> None:
    choice = form(total(chamber), across, down, colour=colour)
    drawn = picture(chamber, across, down, colour=colour)
    if choice.name == "dots":
        assert sum(words(line).count(sign) for line in drawn for sign in SEATS) == total(chamber)
    elif choice.name == "halves":
        assert sum(halves_in(line) for line in drawn) == total(chamber)


@given(chambers)
@settings(deadline=None)
def test_the_outline_is_a_mirror_image(chamber: Hemicycle) -> None:
    choice = form(total(chamber), 200, 60, colour=True)
    if choice.name != "dots":
        return
    for line in picture(chamber, choice.width, choice.height, colour=True):
        taken = [character != " " for character in words(line)]
        assert taken == taken[::-1]


def test_each_seat_is_the_sign_of_its_faction_without_colour() -> None:
    chamber = Hemicycle(((LEFT, 3), (NO_SLATE, 1), (RIGHT, 2)), 1, 4)
    drawn = "".join(words(line) for line in picture(chamber, 60, 20, colour=False))
    assert {sign: drawn.count(sign) for sign in "LR◌○"} == {"L": 3, "R": 2, "◌": 1, "○": 1}


def test_the_ladder_goes_from_dots_to_words() -> None:
    names = [
        form(650, across, down, colour=True).name for across, down in ((120, 40), (60, 16), (60, 8), (60, 1))
    ]
    assert names == ["dots", "halves", "bar", "words"]
    assert form(650, 60, 16, colour=False).name == "bar"


def test_the_majority_is_marked_in_the_middle_and_in_words() -> None:
    chamber = Hemicycle(((LEFT, 20), (RIGHT, 17)), 2, 20)
    drawn = lines(chamber, 61, 20, colour=True)
    assert words(drawn[0]).rstrip() == " " * 30 + "╷"
    assert words(drawn[-2]).strip() == "majority 20 of 39"
    assert words(drawn[-1]).strip() == "● Left 20   ● Right 17   ○ not known 2"


def test_a_majority_of_fewer_votes_than_seats_does_not_say_of() -> None:
    assert majority_words(Hemicycle(((LEFT, 40),), 1, 20)) == "majority 20, 41 seats"


def test_what_is_switched_on_is_counted_and_the_rest_is_faint() -> None:
    chamber = Hemicycle(((LEFT, 5), (RIGHT, 4)), 0, 5, frozenset({"left"}))
    drawn = lines(chamber, 60, 20, colour=True)
    assert any("5 switched on · majority 5 of 9" in words(line) for line in drawn)
    faint = sum(ink.text.count("●") for line in drawn for ink in line if ink.faint)
    assert faint == 4


def test_an_empty_body_is_said_in_words() -> None:
    assert in_words(Hemicycle((), 0, 0)) == "no seats on record"
    assert [words(line).strip() for line in lines(Hemicycle((), 0, 0), 40, 10, colour=True)] == [
        "no seats on record"
    ]


@given(st.lists(st.integers(0, 1000), max_size=12), st.integers(0, 300), st.integers(1, 8))
def test_parts_sum_to_the_width_and_none_is_lost(parts: list[int], units: int, least: int) -> None:
    given_ = allotted(parts, units, least)
    present = sum(part > 0 for part in parts)
    assert sum(given_) == (units if present else 0)
    assert all((share > 0) <= (part > 0) for share, part in zip(given_, parts, strict=True))
    if present <= units:
        assert all(share > 0 for share, part in zip(given_, parts, strict=True) if part)


@given(chambers, st.integers(8, 120), st.booleans())
def test_a_stacked_bar_fills_its_width_and_shows_every_faction(
    chamber: Hemicycle, across: int, colour: bool
) -> None:
    line = stacked(chamber.groups, chamber.vacant, across, colour=colour)
    assert width(line) == (across if total(chamber) else 0)
    for faction, seats in chamber.groups:
        if seats and colour:
            assert any(faction.colour in (ink.colour, ink.under) for ink in line)
        elif seats:
            assert mark_of(faction, colour=False) in words(line)


def test_shares_are_drawn_in_eighths() -> None:
    assert [eighths(part, 4) for part in (0, 0.001, 0.5, 17 / 32, 1, 2)] == [
        "",
        "▏",
        "██",
        "██▏",
        "████",
        "████",
    ]
