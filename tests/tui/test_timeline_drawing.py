"""The body through time in characters: a column a day, signs, years, and one line of words, at every size."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from db.view import NO_SLATE, Faction, Source, Step, Timeline
from tui.drawings.ink import width as width_of
from tui.drawings.ink import words as text_of
from tui.drawings.timeline import frame, lines

LEFT = Faction("left", "Left", "Left", "L", "#cc0000")
RIGHT = Faction("right", "Right", "Right", "R", "#0000cc")
SOURCES = (
    Source("a", "The Gazette", "", "", "", ""),
    Source("b", "The Minutes", "", "", "", ""),
)


def step(year: int, left: int = 2, right: int = 1, unknown: int = 0, not_known: int = 0, **more: str) -> Step:
    """A day of a year."""
    seats = ((LEFT, left), (RIGHT, right), (NO_SLATE, unknown))
    groups = tuple((group, number) for group, number in seats if number)
    words = more.get("words", f"Something happened in {year}.")
    return Step(f"{year}-05-06", groups, not_known, 0, more.get("marks", "C"), words, (1, 2))


def course(*steps: Step, date: str | None = None, factions: frozenset[str] = frozenset()) -> Timeline:
    """A body through some days."""
    kin = (("left", frozenset({"left", "wing"})), ("right", frozenset({"right"})))
    return Timeline(steps, date, factions, kin, SOURCES)


def drawn(timeline: Timeline, width: int, height: int, *, colour: bool = True) -> list[str]:
    """The lines as bare text."""
    return [text_of(line) for line in lines(timeline, width, height, colour=colour)]


LONG = course(*(step(1950 + year) for year in range(70)))


@settings(max_examples=150, derandomize=True, deadline=None)
@given(
    st.lists(
        st.builds(
            step, st.integers(1900, 2050), st.integers(0, 30), st.integers(0, 30), st.integers(0, 9), st.integers(0, 9),
            words=st.text(max_size=90), marks=st.sampled_from(["", "C", "B§", "DRS"]),
        ),
        min_size=1, max_size=50,
    ),
    st.integers(1, 130), st.integers(1, 12), st.booleans(), st.sampled_from([None, "1890", "1999", "2020-01-01", "2060"]),
)  # fmt: skip
def test_a_drawing_is_never_larger_than_asked_and_fills_its_lines(
    steps: list[Step], width: int, height: int, colour: bool, date: str | None
) -> None:
    timeline = course(*sorted(steps), date=date)
    picture = lines(timeline, width, height, colour=colour)
    assert len(picture) == height
    assert all(width_of(line) <= max(width, 3) for line in picture)


def test_without_colour_each_column_is_the_signs_of_its_groups_from_below() -> None:
    picture = drawn(course(step(2010, 2, 1), step(2012, 1, 2)), 20, 6, colour=False)
    columns = [line[1:].rstrip() for line in picture[:3]]
    assert columns == ["RRRRRRRRRRRR", "LLLLLLRRRRRR", "LLLLLLLLLLLL"]


def test_a_group_that_is_not_known_is_hollow_and_a_seat_without_holder_empty() -> None:
    picture = drawn(course(step(2010, 0, 0, 1, 2)), 10, 6, colour=False)
    assert [line[1] for line in picture[:3]] == ["·", "·", "◌"]
    assert [line[1] for line in drawn(course(step(2010, 0, 0, 1, 2)), 10, 6)[:3]] == ["·", "·", "░"]


def test_the_sign_of_the_weightiest_stands_under_its_day_and_the_day_looked_at_is_marked() -> None:
    timeline = course(step(2010), step(2012, marks="B§"), step(2014, marks=""), date="2013")
    picture = drawn(timeline, 30, 6)
    assert picture[3].rstrip() == " C     B"
    assert picture[4].startswith(" 2010  ▲2012 2014")


def test_the_words_are_those_of_the_day_looked_at_with_who_says_so() -> None:
    timeline = course(step(2010), step(2012, words="Ann resigned."), date="2013")
    assert drawn(timeline, 80, 1) == ["6 May 2012 C Ann resigned. (The Gazette +1)"]


def test_words_that_do_not_fit_are_cut_before_their_source_is() -> None:
    timeline = course(step(2012, words="Ann resigned " + "and so on " * 20))
    (said,) = drawn(timeline, 60, 1)
    assert len(said) <= 60 and said.endswith("… (The Gazette +1)")


def test_before_the_first_day_it_says_when_the_record_begins() -> None:
    assert drawn(course(step(2010), date="1990"), 60, 1) == ["The record begins on 6 May 2010."]
    year = step(2010)._replace(date="2010")
    assert drawn(course(year, date="1990"), 60, 1) == ["The record begins in 2010."]


def test_more_days_than_columns_show_those_around_the_day_looked_at_and_say_that_there_are_more() -> None:
    middle = LONG._replace(date="1985")
    shown = frame(middle, 22)
    assert (shown.last - shown.first, shown.cells) == (20, 1)
    assert shown.first < middle.at < shown.last
    years = drawn(middle, 22, 6)[4]
    assert years[0] == "‹" and years[21] == "›"
    assert frame(LONG, 22).last == 70


def test_a_cell_leads_to_the_day_of_its_column() -> None:
    timeline = course(step(2010), step(2012), step(2014))
    shown = frame(timeline, 20)
    assert [shown.step_at(x) for x in (0, 1, 6, 7, 13, 18, 19)] == [None, 0, 0, 1, 2, 2, None]


def test_one_line_of_columns_shows_who_leads_of_those_that_are_known() -> None:
    timeline = course(step(2010, 3, 1, 5), step(2012, 0, 0, 4))
    assert drawn(timeline, 14, 3, colour=False)[0] == " LLLLLL······"


def test_what_the_filter_leaves_out_is_grey() -> None:
    timeline = course(step(2010), factions=frozenset({"wing"}))
    inks = {ink.colour for line in lines(timeline, 20, 6, colour=True)[:3] for ink in line if ink.colour}
    assert LEFT.colour in inks and RIGHT.colour not in inks
    nobody = lines(timeline._replace(factions=frozenset({"other"})), 20, 6, colour=True)
    assert not {LEFT.colour, RIGHT.colour} & {ink.colour for line in nobody for ink in line}
