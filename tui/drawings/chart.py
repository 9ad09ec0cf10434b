"""Figures through time in block characters: under each other on one axis of years, each series on its own scale from nought.

A column stands where its date falls.  `?` is a figure that is not known and `0` is nought, so that neither looks like little;
where there is no column there was nothing to count.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from rich.cells import cell_len

from db.view import Chart, Series
from tui.cells import written
from tui.drawings.fitting import fit, steady
from tui.drawings.ink import Ink, Line, merged

BLOCKS = " ▁▂▃▄▅▆▇█"
UNKNOWN, NOUGHT = "?", "0"

TALL = 4
"""Lines of a series at the most."""

NAMES = 30
"""Cells of the names before the columns at the most."""

SHORTEST = 9
"""Cells that are left of a name where its unit needs the others."""

MORE = 10
"""Cells of names from which on it is said in words how many series there are beside those drawn."""

LEAST = 12
"""Cells for the columns below which figures are said in words."""

BROAD = 3
"""Cells of a column at the most."""

STEPS = (1, 2, 5, 10, 20, 25, 50, 100, 200, 500, 1000, 5000)
"""Years between two that are named on the axis."""


class Axis(NamedTuple):
    """Years from the first to the last, over so many cells."""

    first: int
    last: int
    width: int

    def cell(self, date: str) -> int:
        """Where a day stands; a month or a year stands at its beginning."""
        year, month, day = (int(part) for part in (*date.split("-"), "1", "1")[:3])
        passed = year - self.first + (month - 1) / 12 + (day - 1) / 372
        return min(int(passed * self.width / (self.last + 1 - self.first)), self.width - 1)


def height_for(chart: Chart) -> int:
    """Lines that the finest picture takes: title, series, years."""
    return 2 + len(chart.series) * _tall(len(chart.series))


def lines(chart: Chart, width: int, height: int, *, colour: bool) -> list[Line]:
    """Draw a chart within `width` cells and `height` lines; series for which there is no line are counted beside the years.

    Args:
        chart: the series from above.
        width: cells of each line.
        height: lines at the most.
        colour: whether colours can be seen.
    """
    dates = [date for one in chart.series for date, _ in one.points]
    if width <= 0 or height <= 0 or not dates:
        return []
    titled = height > len(chart.series) + 1
    shown = chart.series[: max(height - 1 - titled, 1)]
    labels = [
        _labels(one, tall) for one, tall in zip(shown, _talls(len(shown), height - 1 - titled), strict=True)
    ]
    every = [label for some in labels for label in some]
    names = min(NAMES, width // 3, max(cell_len(", ".join(label.left)) for label in every))
    figures = max(cell_len(label.right) for label in every)
    plot = width - names - figures - 2
    if plot < LEAST or height == 1:
        return [[Ink(fit(in_words(one), width).rstrip())] for one in shown][:height]
    axis = Axis(int(min(dates)[:4]), int(max(dates)[:4]), plot)
    breadth, shade = _breadth(shown, axis), chart.colour if colour else None
    picture = [[Ink(fit(steady(chart.title), width).rstrip(), strong=True)]] if titled else []
    for one, some in zip(shown, labels, strict=True):
        for label, row in zip(some, _columns(one, axis, len(some), breadth), strict=True):
            left, right = f"{_joined(label.left, names)} ", f" {fit(label.right, figures)}"
            picture.append(merged([Ink(left), Ink(row, shade), Ink(right, faint=True)]))
    missing = len(chart.series) - len(shown)
    more = f"and {missing} more" if names > MORE else f"+{missing}"
    below = fit(more if missing else "", names + 1) + years(axis)
    return [*picture, [Ink(below, faint=True)]]


def in_words(one: Series) -> str:
    """A series without a picture: from the least to the most."""
    return f"{_name(one)}: {_range(one)}"


def years(axis: Axis) -> str:
    """The years below the columns, so far apart that they can be read."""
    cells = [" "] * axis.width
    per_year = axis.width / (axis.last + 1 - axis.first)
    step = next((step for step in STEPS if step * per_year >= 6), STEPS[-1])
    for year in range(axis.first, axis.last + 1):
        at = axis.cell(f"{year:04}")
        if (year % step == 0 or step == 1) and at + 4 <= axis.width:
            cells[at : at + 4] = f"{year:04}"
    if "".join(cells).isspace():
        cells[:4] = f"{axis.first:04}"
    return "".join(cells)


def _tall(series: int) -> int:
    return {1: TALL, 2: TALL - 1}.get(series, 2)


def _talls(series: int, height: int) -> list[int]:
    """Lines of each series; those that are over go to the first ones."""
    base, over = divmod(max(height, series), series)
    return [min(base + (at < over), _tall(series)) for at in range(series)]


def _breadth(shown: Sequence[Series], axis: Axis) -> int:
    """Cells of a column: as many as leave a blank between neighbours."""
    gaps = [
        axis.cell(later[0]) - axis.cell(earlier[0])
        for one in shown
        for earlier, later in pairwise(one.points)
    ]
    return max(1, min(BROAD, min((gap for gap in gaps if gap > 0), default=BROAD) - 1))


def _columns(one: Series, axis: Axis, tall: int, breadth: int) -> list[str]:
    """The lines of one series, the uppermost first.  Of two on one cell the known one stands, and of two known the later."""
    rows = [[" "] * axis.width for _ in range(tall)]
    most = max((value for _, value in one.points if value), default=0)
    for date, value in sorted(one.points, key=lambda point: point[1] is not None):
        start = min(axis.cell(date), axis.width - breadth)
        column = _column(value, most, tall)
        for row, sign in zip(rows, column, strict=True):
            row[start : start + breadth] = sign * breadth
            if sign in (UNKNOWN, NOUGHT):
                row[start : start + breadth] = sign.ljust(breadth)
    return ["".join(row) for row in rows]


def _column(value: float | None, most: float, tall: int) -> list[str]:
    """One column from above; above nought it shows at least an eighth of a cell."""
    if value is None or value <= 0 or most <= 0:
        return [*[" "] * (tall - 1), UNKNOWN if value is None else NOUGHT]
    eighths = max(1, round(value / most * tall * 8))
    return [BLOCKS[max(0, min(8, eighths - 8 * level))] for level in range(tall - 1, -1, -1)]


def _name(one: Series) -> str:
    return f"{steady(one.name)}, {steady(one.unit)}" if one.unit else steady(one.name)


class _Label(NamedTuple):
    """What stands before and behind a line of columns."""

    left: tuple[str, ...]
    right: str


def _labels(one: Series, tall: int) -> list[_Label]:
    """The name, and under it the unit; the greatest figure at the top and the least at the bottom; or all of it on one line."""
    low, high = _ends(one)
    name, unit = steady(one.name), steady(one.unit)
    if tall == 1:
        return [_Label((name, unit), _range(one))]
    between = [_Label(("",), "")] * (tall - 2)
    rows = [_Label((name,), f"max {high}"), *between, _Label(("",), f"min {low}")]
    rows[1] = rows[1]._replace(left=(unit,))
    return rows


def _joined(words: Sequence[str], width: int) -> str:
    """A name and its unit on one line: where they do not fit, the name is cut as far as it can be."""
    whole = ", ".join(filter(None, words))
    if len(words) < 2 or cell_len(whole) <= width:
        return fit(whole, width)
    room = max(width - cell_len(words[1]) - 2, SHORTEST)
    return fit(f"{fit(words[0], room).rstrip()}, {words[1]}", width)


def _range(one: Series) -> str:
    """`43.3% to 65.6%`."""
    low, high = _ends(one)
    return f"{low} to {high}" if low != high else low


def _ends(one: Series) -> tuple[str, str]:
    known = [value for _, value in one.points if value is not None]
    if not known:
        return UNKNOWN, UNKNOWN
    return written(min(known), one.kind), written(max(known), one.kind)
