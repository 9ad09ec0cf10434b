"""Which columns of a table are shown and how wide: decided once a view, so that scrolling never moves a column."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from rich.cells import cell_len

from db.lens import Lens
from db.view import Cell, Column, Faction, Kind, Row
from tui.cells import written
from tui.drawings.fitting import steady

GUTTER = 2
"""Cells before the first column, for the sign of a notable row."""
GAP = 2
"""Cells between columns."""
NARROW = 90
"""Below this width the columns that are only for wide screens are left out."""
ROOMY = 100
"""From this width shares get a bar."""
BAR = 8
"""Cells of such a bar."""
SAMPLE = 128
"""Rows whose words are measured."""
COMFORT = 24
"""Cells in which words can be read with ease: columns for wide screens are shown only where all others have so many."""
NAMES = frozenset({"person", "before", "after"})
"""Keys of columns that hold names of persons."""
LEAST_NAME = 15
"""Cells below which such a column is not cut."""
PLACES = frozenset({"row", "subject"})
"""Keys of columns that say of which person, contest and year a row is: cut short, those of a section would read alike."""
LEAST_PLACE = 25
"""Cells below which such a column is not cut: `NEC members' section 2014`."""
LEAST_WORDS = 10
LEAST_LABEL = 8

FIGURES = frozenset({Kind.NUMBER, Kind.SIGNED, Kind.SHARE, Kind.POINTS})
"""Right-aligned, and never cut where it can be helped: half a figure is a wrong figure."""
RIGID = FIGURES | {Kind.DATE, Kind.FLAG}

_UNSEEN = {
    Kind.NUMBER: len("999,999"),
    Kind.SIGNED: len("+99"),
    Kind.SHARE: len("100.0%"),
    Kind.POINTS: len("+10.0"),
}
"""Room kept for figures that a window has not shown yet."""

_UNSEEN_WORDS = 8
"""Cells by which a column of a window is made wider than what it shows, if there is room, for what it does not show yet."""


class Slot(NamedTuple):
    """One column on the screen."""

    position: int
    """Which of the view's columns."""
    left: int
    """Cells before it."""
    width: int
    right: bool
    """Whether it is aligned to the right."""
    bar: int
    """Cells of the bar after the figure; 0 for none."""

    @property
    def end(self) -> int:
        """Cells before the gap that follows it."""
        return self.left + self.width + (1 + self.bar if self.bar else 0)


class Layout(NamedTuple):
    """The columns on the screen, and the cells that they take together."""

    slots: tuple[Slot, ...]
    columns: int
    """Cells that the columns take with the gaps between them."""
    tail: int = 0
    """Cells after the last column, for the sign of a disputed value."""

    @property
    def width(self) -> int:
        """Cells of the whole line."""
        return self.columns + self.tail


class Measures(NamedTuple):
    """What the columns would need, measured once when a view is shown."""

    columns: tuple[Column, ...]
    content: tuple[int, ...]
    """Cells of the widest value of each column; 0 where there is none."""
    labels: tuple[int, ...]
    """Cells of each header with the sign of the sort."""
    whole: bool
    """Whether every row was at hand, so that an empty column is known to be empty."""
    marked: bool = False
    """Whether a value is marked as disputed, so that there has to be room for the sign after the last column too."""


def measured(columns: tuple[Column, ...], rows: Sequence[Row], lens: Lens | None, whole: bool) -> Measures:
    """Measure the header and the first rows.  Figures are measured over all the rows at hand, since they must not be cut."""
    content = tuple(_content(column.kind, position, rows) for position, column in enumerate(columns))
    sort = lens.sort_column if lens else None
    labels = tuple(cell_len(steady(column.label)) + (2 if column.key == sort else 0) for column in columns)
    return Measures(columns, content, labels, whole, any(row.disputed for row in rows))


def planned(measures: Measures, room: int) -> Layout:
    """Divide the room among the columns.

    Everything gets what it needs if that fits.  If not, the widest give way first, down to what is still readable; what does
    not fit even so is reached by scrolling sideways.  A list of which only a window is known keeps its empty optional columns
    as long as nothing has to give way for them.
    """
    tail = 1 if measures.marked else 0
    room -= tail
    shown = _comfortable(measures, room, _shown(measures, room, keep_empty=not measures.whole))
    natural = [_natural(measures, position) for position in shown]
    if _total(natural) > room and not measures.whole:
        shown = _comfortable(measures, room, _shown(measures, room, keep_empty=False))
        natural = [_natural(measures, position) for position in shown]
    if not measures.whole and shown:
        spare = min(_UNSEEN_WORDS, max(0, room - _total(natural)) // len(shown))
        natural = [need + spare for need in natural]
    floors = [_floor(measures, position) for position in shown]
    widths = shared(natural, floors, room - GUTTER - GAP * max(0, len(shown) - 1))
    shares = sum(measures.columns[position].kind is Kind.SHARE for position in shown)
    bar = BAR if room >= ROOMY and _total(widths) + shares * (BAR + 1) <= room else 0
    return _placed(measures, shown, widths, bar)._replace(tail=tail)


def shared(natural: list[int], floors: list[int], room: int) -> list[int]:
    """Widths that fit into the room: the widest give way first, none below its floor, and no cell is left over unused."""
    if sum(natural) <= room:
        return natural
    low, high = 0, max(natural)
    while low < high:
        cap = (low + high + 1) // 2
        low, high = (cap, high) if sum(_capped(natural, floors, cap)) <= room else (low, cap - 1)
    widths = _capped(natural, floors, low)
    spare = room - sum(widths)
    for position, width in enumerate(widths):
        if spare > 0 and width < natural[position]:
            widths[position] += 1
            spare -= 1
    return widths


def wording(cell: Cell, kind: Kind) -> str:
    """The words of a cell on the screen: short, on one line, safe to print."""
    return steady(written(cell, kind, short=True))


def _capped(natural: list[int], floors: list[int], cap: int) -> list[int]:
    return [min(need, max(floor, cap)) for need, floor in zip(natural, floors, strict=True)]


def _content(kind: Kind, position: int, rows: Sequence[Row]) -> int:
    if kind in FIGURES:
        figures = [cell for row in rows if isinstance(cell := row.cells[position], int | float)]
        if not figures:
            return 0
        return max(cell_len(written(cell, kind, short=True)) for cell in _telling(figures))
    return max((_words_width(row.cells[position], kind) for row in rows[:SAMPLE]), default=0)


def _telling(figures: list[int | float]) -> tuple[int | float, ...]:
    """Figures that show how wide a column can get: the ends, and one with decimals if any has them."""
    broken = next((figure for figure in figures if isinstance(figure, float) and not figure.is_integer()), 0)
    return max(figures), min(figures), broken


def _words_width(cell: Cell, kind: Kind) -> int:
    if isinstance(cell, Faction):
        return 2 + cell_len(steady(cell.short))
    marks = 2 * len(cell) if kind is Kind.FACTIONS and isinstance(cell, tuple) else 0
    return cell_len(wording(cell, kind)) + marks


def _shown(measures: Measures, room: int, keep_empty: bool) -> list[int]:
    return [
        position
        for position, column in enumerate(measures.columns)
        if not (column.wide and room < NARROW)
        and not (column.optional and not keep_empty and not measures.content[position])
    ]


def _comfortable(measures: Measures, room: int, shown: list[int]) -> list[int]:
    """Without the last columns for wide screens, until the others can be read with ease."""
    while _total([min(COMFORT, _natural(measures, position)) for position in shown]) > room:
        spare = [position for position in shown if measures.columns[position].wide]
        if not spare:
            break
        shown = [position for position in shown if position != spare[-1]]
    return shown


def _natural(measures: Measures, position: int) -> int:
    unseen = 0 if measures.whole else _UNSEEN.get(measures.columns[position].kind, 0)
    return max(measures.content[position], measures.labels[position], unseen, 1)


def _floor(measures: Measures, position: int) -> int:
    if measures.columns[position].kind in RIGID:
        return max(measures.content[position], min(measures.labels[position], LEAST_LABEL), 1)
    key = measures.columns[position].key
    least = LEAST_NAME if key in NAMES else LEAST_PLACE if key in PLACES else LEAST_WORDS
    return min(_natural(measures, position), least)


def _total(widths: list[int]) -> int:
    return GUTTER + sum(widths) + GAP * max(0, len(widths) - 1)


def _placed(measures: Measures, shown: list[int], widths: list[int], bar: int) -> Layout:
    slots: list[Slot] = []
    left = GUTTER
    for position, width in zip(shown, widths, strict=True):
        kind = measures.columns[position].kind
        slots.append(Slot(position, left, width, kind in FIGURES, bar if kind is Kind.SHARE else 0))
        left = slots[-1].end + GAP
    return Layout(tuple(slots), max(left - GAP, 0))
