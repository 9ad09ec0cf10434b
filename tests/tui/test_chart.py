"""Charts in block characters: never larger than asked, nothing unknown drawn as little, years where they belong."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from db.view import Chart, Kind, Series
from tui.drawings.chart import Axis, height_for, lines, years
from tui.drawings.ink import width as width_of
from tui.drawings.ink import words

DATES = st.lists(
    st.tuples(st.integers(1900, 2100), st.integers(1, 12), st.integers(1, 28)),
    min_size=1,
    max_size=12,
    unique=True,
)
VALUES = st.one_of(st.none(), st.integers(0, 60), st.floats(0, 100))


@st.composite
def a_series(draw: st.DrawFn) -> Series:
    """Any series."""
    dates = sorted(f"{y:04}-{m:02}-{d:02}"[: draw(st.sampled_from((4, 7, 10)))] for y, m, d in draw(DATES))
    points = tuple((date, draw(VALUES)) for date in dates)
    return Series(
        draw(st.text(max_size=40)),
        draw(st.text(max_size=12)),
        draw(st.sampled_from((Kind.SHARE, Kind.NUMBER))),
        points,
    )


charts = st.lists(a_series(), min_size=1, max_size=5).map(
    lambda series: Chart("Figures", tuple(series), "#cc0000")
)


@given(charts, st.integers(1, 130), st.integers(1, 24), st.booleans())
@settings(derandomize=True, deadline=None, max_examples=60)
def test_a_chart_is_never_larger_than_asked(chart: Chart, width: int, height: int, colour: bool) -> None:
    picture = lines(chart, width, height, colour=colour)
    assert 0 < len(picture) <= height
    assert all(width_of(line) <= width for line in picture)


@given(charts)
@settings(derandomize=True, deadline=None, max_examples=30)
def test_the_finest_picture_has_the_lines_that_it_asks_for(chart: Chart) -> None:
    picture = lines(chart, 200, height_for(chart), colour=False)
    assert len(picture) == height_for(chart)
    assert lines(chart, 200, 100, colour=False) == picture


def drawn(*points: tuple[str, float | None], width: int = 60, height: int = 4) -> list[str]:
    """A chart of one series."""
    chart = Chart("Share", (Series("NEC", "votes", Kind.SHARE, points),), "#cc0000")
    return [words(line) for line in lines(chart, width, height, colour=False)]


def test_a_gap_is_a_question_mark_and_nought_a_nought() -> None:
    top, bottom, axis = drawn(("2000", 50.0), ("2004", None), ("2008", 0), ("2012", 25.0), height=4)[1:]
    assert [sign for sign in bottom[6:-10] if sign != " "] == ["█", "█", "█", "?", "0", "█", "█", "█"]
    assert "█" in top and "?" not in top and "0" not in top[6:-10]
    assert "2000" in axis and "2012" in axis


def test_the_least_above_nought_is_seen_and_the_ends_are_named() -> None:
    picture = drawn(("2000", 0.01), ("2010", 90.0), height=6)
    assert "▁" in picture[-2]
    assert "max 90.0%" in picture[1] and "min <0.1%" in picture[-2]


def test_of_two_on_one_cell_the_known_one_stands() -> None:
    picture = "".join(drawn(("2000-01", 40.0), ("2000-01-02", None), ("2020", 50.0)))
    assert "?" not in picture


def test_series_without_a_line_are_counted() -> None:
    one = Series("NEC, youth", "seats", Kind.NUMBER, (("2000", 1), ("2002", 2)))
    chart = Chart("Seats", (one, one, one), "#000000")
    assert "and 2 more" in words(lines(chart, 70, 2, colour=False)[-1])
    assert "more" not in words(lines(chart, 70, 4, colour=False)[-1])
    short = Chart("Seats", (one._replace(name="A", unit=""),) * 3, "#000000")
    assert words(lines(short, 70, 2, colour=False)[-1]).startswith("+2 ")


def test_where_there_is_no_room_for_columns_the_figures_are_said() -> None:
    assert drawn(("2000", 10.0), ("2002", 20.0), width=30, height=3) == ["NEC, votes: 10.0% to 20.0%"]


def test_years_stand_below_their_beginning() -> None:
    axis = Axis(2000, 2009, 60)
    assert years(axis).index("2003") == axis.cell("2003") == axis.cell("2003-01") == axis.cell("2003-01-01")
    assert axis.cell("2009-12-31") == 59
    assert years(Axis(2003, 2003, 20)).strip() == "2003"
    assert years(Axis(1, 2024, 20)).strip()
