"""Who gets which lines of a pane: pure arithmetic, so that every size of terminal can be tried without one.

Where all fits, everything is shown.  Where it does not, the table in use stays useful and the others shrink
to their titles, ready to be opened by tab or a click: three half tables help nobody.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

TITLE = 1
"""Lines of a table of which only the title shows."""
FRAME = 2
"""Lines of a table beside its rows: the title and the names of the columns."""
USEFUL = (9, 6)
"""Lines with which the first table, and each further one, is worth showing."""

GLIMPSE = FRAME + 2
"""Lines below which a table stays shut: a header without rows says nothing."""


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


def arrange(height: int, rows: Sequence[int], opened: int = 0, *, drawing: int = 0) -> Room:
    """Share the lines out.

    Args:
        height: lines there are for the drawing and the tables.
        rows: rows of each table, the main table first.
        opened: the table in use, which goes before the others where room is short.
        drawing: lines that the drawing can use; 0 when there is none.
    """
    drawn = min(drawing_height(height), drawing)
    left = max(height - drawn, 0)
    wants = [count + FRAME for count in rows]
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
