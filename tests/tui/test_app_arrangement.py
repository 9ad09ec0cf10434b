"""Who gets which lines of a pane, at every height."""

from __future__ import annotations

import pytest
from textual.geometry import Size

from tui.panes.arrangement import arrange, course_height, divide, drawing_height


@pytest.mark.parametrize("rows", [(7,), (7, 39), (0, 3), (300_000,), (13, 6, 9), (200, 200)])
@pytest.mark.parametrize("opened", [0, 1])
def test_never_more_lines_than_there_are(rows: tuple[int, ...], opened: int) -> None:
    for height in range(80):
        room = arrange(height, rows, min(opened, len(rows) - 1), drawing=9)
        assert room.drawing + sum(room.tables) <= max(height, room.drawing + len(rows))
        assert all(lines >= 1 for lines in room.tables)


def test_everything_at_120_by_40() -> None:
    room = arrange(32, (7, 39), drawing=12)
    assert room.drawing >= 7
    assert room.tables[0] == 9
    assert room.tables[1] >= 8


def test_the_table_in_use_goes_first_at_80_by_24() -> None:
    assert arrange(15, (7, 39), 0, drawing=9) == (5, (9, 1))
    assert arrange(15, (7, 39), 1, drawing=9) == (5, (1, 9))


def test_no_drawing_on_short_screens() -> None:
    assert drawing_height(11) == 0
    assert arrange(11, (7, 39), drawing=9).drawing == 0


def test_a_small_drawing_takes_no_more_than_it_needs() -> None:
    assert arrange(40, (7,), drawing=4).drawing == 4


@pytest.mark.parametrize("rows", [(7,), (7, 39), (300_000, 3), (13, 6, 9)])
@pytest.mark.parametrize("drawing", [None, 9])
def test_parts_neither_overlap_nor_leave_the_space(rows: tuple[int, ...], drawing: int | None) -> None:
    for width in (40, 92, 127, 128, 200):
        for height in range(len(rows) + 8, 60):
            size = Size(width, height)
            for followed in (False, True):
                parts = divide(size, rows, 0, (lambda _: drawing) if drawing else None, followed=followed)
                regions = [*filter(None, (parts.drawing, parts.course)), *parts.tables]
                assert all(region in size.region for region in regions)
                for place, region in enumerate(regions):
                    assert not any(region.overlaps(other) for other in regions[place + 1 :])


def test_wide_screens_put_parts_side_by_side() -> None:
    drawing, tables, _ = divide(Size(200, 50), (7, 39), 0, lambda _: 12)
    assert drawing is not None and drawing.right < tables[0].x and tables[1].width == 200
    assert tables[1].y == tables[0].bottom
    _, (main, further), _ = divide(Size(200, 50), (70, 39), 0, None)
    assert (main.y, further.y) == (0, 0) and main.right < further.x and main.width > further.width
    assert divide(Size(127, 50), (70, 39), 0, None).tables[1].x == 0


def test_the_course_through_time_takes_lines_of_the_drawing_and_not_of_the_tables_on_short_screens() -> None:
    for height in range(12, 22):
        course = course_height(height, alone=False)
        with_it = arrange(height, (7, 39), drawing=9, course=course)
        without = arrange(height, (7, 39), drawing=9)
        assert with_it.tables == without.tables
        assert with_it.drawing + course == without.drawing


def test_the_course_grows_with_the_screen_and_stands_alone_where_there_is_no_drawing() -> None:
    assert [course_height(height, alone=False) for height in (11, 15, 20, 25, 35, 45)] == [0, 1, 2, 4, 6, 8]
    drawing, tables, course = divide(Size(100, 30), (40,), 0, None, followed=True)
    assert drawing is None and course is not None
    assert (course.y, course.height, tables[0].y) == (0, 8, 8)
