"""Who gets which part of a pane: pure arithmetic, so that every size of terminal can be tried without one.

Where all fits, everything is shown.  Where it does not, the table in use stays useful and the others shrink
to their titles, ready to be opened by tab or a click: three half tables help nobody.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import accumulate
from typing import NamedTuple

from textual.geometry import Region, Size

BESIDE = 128
"""Columns from which further tables stand beside the main one, and the main one beside a drawing."""
GUTTER = 2
"""Columns between what stands side by side."""

TITLE = 1
"""Lines of a table of which only the title shows."""
FRAME = 2
"""Lines of a table beside its rows: the title and the names of the columns."""
USEFUL = (9, 6)
"""Lines with which the first table, and each further one, is worth showing."""

SHORT = 22
"""Lines below which drawings do not grow at the cost of tables."""

GLIMPSE = FRAME + 2
"""Lines below which a table stays shut: a header without rows says nothing."""


FEW = GLIMPSE + 1
"""Lines that the table in use has before the drawing has any."""


class Parts(NamedTuple):
    """Where the drawing stands, each table from above, and the course through time; None where there is no room."""

    drawing: Region | None
    tables: tuple[Region, ...]
    course: Region | None = None


class Room(NamedTuple):
    """Lines for the drawing, and for each table from above."""

    drawing: int
    tables: tuple[int, ...]


def drawing_height(height: int) -> int:
    """Lines for a hemicycle: none on short screens, never more than a third of tall ones."""
    for limit, lines in ((12, 0), (17, 5), (22, 7)):
        if height < limit:
            return lines
    return min(max(height // 3, 8), 14)


def course_height(height: int, *, alone: bool) -> int:
    """Lines for the course through time: under a hemicycle none on short screens, then the words, then a picture."""
    steps = ((8, 1), (17, 3), (22, 4), (30, 6)) if alone else ((12, 0), (17, 1), (22, 2), (30, 4), (40, 6))
    return next((lines for limit, lines in steps if height < limit), 8)


def arrange(height: int, rows: Sequence[int], opened: int = 0, *, drawing: int = 0, course: int = 0) -> Room:
    """Share the lines out.

    Args:
        height: lines there are for the drawing and the tables.
        rows: rows of each table, the main table first.
        opened: the table in use, which goes before the others where room is short.
        drawing: lines that the drawing can use; 0 when there is none.
        course: lines of the course through time; on short screens they are the drawing's, never the tables'.
    """
    wants = [count + FRAME for count in rows]
    spared = height - course - min(wants[opened], FEW) - TITLE * (len(wants) - 1)
    drawn = max(0, min(drawing_height(height) - (course if height < SHORT else 0), drawing, spared))
    left = max(height - drawn - course, 0)
    least = [min(want, USEFUL[min(place, 1)]) for place, want in enumerate(wants)]
    given = least if sum(least) <= left else [TITLE] * len(wants)
    given = list(given)
    left -= sum(given)
    order = [opened, *(place for place in range(len(wants)) if place != opened)]
    for place in order:
        more = min(wants[place] - given[place], left)
        if given[place] + more >= min(wants[place], GLIMPSE):
            given[place] += more
            left -= more
    return Room(drawn, tuple(given))


def divide(
    size: Size,
    rows: Sequence[int],
    opened: int,
    drawing: Callable[[int], int] | None,
    *,
    followed: bool = False,
) -> Parts:
    """Share a space out: below each other, or side by side where it is wide.

    Args:
        size: the space that there is.
        rows: rows of each table, the main table first.
        opened: the table in use.
        drawing: tells the lines that the drawing can use for a number of columns; None when there is none.
        followed: whether the course through time is shown, under the drawing over the whole width.
    """
    width, height = size
    course = course_height(height, alone=drawing is None) if followed else 0
    if width < BESIDE or (drawing is None and len(rows) == 1):
        room = arrange(height, rows, opened, drawing=drawing(width) if drawing else 0, course=course)
        picture = Region(0, 0, width, room.drawing) if room.drawing else None
        top = room.drawing + course
        below = _stacked(Region(0, top, width, height), room.tables)
        return Parts(picture, below, _lines(width, room.drawing, course))
    if drawing is None:
        tables = _in_two_columns(Size(width, height - course), rows, opened)
        return Parts(None, tuple(one.translate((0, course)) for one in tables), _lines(width, 0, course))
    return _beside_the_drawing(size, rows, opened, drawing, course)


def _in_two_columns(size: Size, rows: Sequence[int], opened: int) -> tuple[Region, ...]:
    """The main table to the left, three fifths wide, the further ones to the right."""
    width, height = size
    split = (width - GUTTER) * 3 // 5
    right = Region(split + GUTTER, 0, width - split - GUTTER, height)
    main = _stacked(Region(0, 0, split, height), arrange(height, rows[:1]).tables)
    return main + _stacked(right, arrange(height, rows[1:], max(opened - 1, 0)).tables)


def _beside_the_drawing(
    size: Size, rows: Sequence[int], opened: int, drawing: Callable[[int], int], course: int
) -> Parts:
    """The drawing above to the left, the main table above to the right, the others below over the whole width."""
    width, height = size
    half = (width - GUTTER) // 2
    drawn = min(drawing(half), (height - course) // 2) if drawing_height(height) else 0
    room = arrange(height - course, [max(rows[0], drawn - FRAME), *rows[1:]], opened)
    upper = room.tables[0]
    picture = Region(0, 0, half, min(drawn, upper)) if drawn else None
    main = Region(half + GUTTER, 0, width - half - GUTTER, upper)
    below = _stacked(Region(0, upper + course, width, height), room.tables[1:])
    return Parts(picture, (main, *below), _lines(width, upper, course))


def _lines(width: int, top: int, height: int) -> Region | None:
    return Region(0, top, width, height) if height else None


def _stacked(space: Region, heights: Sequence[int]) -> tuple[Region, ...]:
    tops = accumulate(heights, initial=space.y)
    return tuple(
        Region(space.x, top, space.width, height) for top, height in zip(tops, heights, strict=False)
    )
