"""Who gets which lines of a pane, at every height."""

from __future__ import annotations

import pytest

from tui.panes.arrangement import arrange, drawing_height


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
