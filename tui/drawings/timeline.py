"""The seats of a body through time: a column a day of change, a sign for what happened, the years, and one line of words.

Each day of change has a column of its own, as wide as all others: years in which much happened take more room than quiet
ones, so that every day can be seen, stepped to and clicked.  Where there are more days than columns, the days around the one
looked at are shown, and arrows say that there are more.  A column has its groups from below, in the order of the hemicycle,
then those whose group is not known, then seats of which no holder is on record.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from db.dates import on_day, written
from db.view import NO_SLATE, Faction, Step, Timeline
from tui.drawings.bar import allotted, mark_of
from tui.drawings.fitting import cut, fit, steady
from tui.drawings.ink import Ink, Line, merged
from tui.drawings.ink import width as width_of

WIDEST = 6
"""Cells of a column at the most: three days need no whole screen."""

EDGE = 1
"""Cells on either side, for the arrows and the mark of the half."""

LOWER = " ▁▂▃▄▅▆▇█"
HOLLOW, NOBODY = "░", "·"
"""Holders whose group is not known; seats without a known holder."""

HERE = "▲"

SIGNS = 4
"""Signs of the day that stand before its words: several say that more happened than the words have room for."""

QUIET = "#6c6c6c"
"""Groups that the filter leaves out."""


class Frame(NamedTuple):
    """Which days are shown, and how wide each."""

    first: int
    last: int
    """One after the last step shown."""
    cells: int
    """Cells of each column."""
    total: int

    @property
    def width(self) -> int:
        """Cells of all columns."""
        return (self.last - self.first) * self.cells

    def step_at(self, x: int) -> int | None:
        """The step whose column stands at a cell of the drawing; None beside them."""
        inside = EDGE <= x < EDGE + self.width
        return self.first + (x - EDGE) // self.cells if inside else None


def frame(timeline: Timeline, width: int) -> Frame:
    """All days where there is room for each, else those around the day looked at."""
    total, room = len(timeline.steps), max(width - 2 * EDGE, 1)
    if total <= room:
        return Frame(0, total, max(1, min(WIDEST, room // max(total, 1))), total)
    first = max(0, min(timeline.at - room // 2, total - room))
    return Frame(first, first + room, 1, total)


def lines(timeline: Timeline, width: int, height: int, *, colour: bool) -> list[Line]:
    """Draw the days within `width` cells and `height` lines.

    Of one line there are only the words; of two the signs too; then comes one line of who leads, the years, higher columns.

    Args:
        timeline: the days in their order.
        width: cells of each line.
        height: lines at the most.
        colour: whether colours can be seen; without them each cell is the sign of the group that has most of it.
    """
    if width <= 0 or height <= 0 or not timeline.steps:
        return []
    shown = frame(timeline, width)
    said = words(timeline, width)
    if height == 1:
        return [said]
    rows = max(0, height - (2 if height < 4 else 3))
    picture = [_edged(row, shown) for row in _columns(timeline, shown, rows, colour)]
    if len(picture) >= 3:
        picture[len(picture) // 2][0] = Ink("½", faint=True)
    picture.append(_edged(_signs(timeline, shown), shown))
    if height >= 4:
        picture.append(_years(timeline, shown, width))
    return [merged(line) for line in [*picture, said]]


def words(timeline: Timeline, width: int) -> Line:
    """What happened on the day looked at, or last before it, and who says so; the source stays where words are cut."""
    step = timeline.steps[timeline.at]
    if timeline.date is not None and timeline.date < step.date:
        return [Ink(cut_to(f"The record begins {on_day(step.date)}.", width))]
    sources = [timeline.sources[number - 1].publisher for number in step.cited[:1]]
    more = f" +{len(step.cited) - 1}" if len(step.cited) > 1 else ""
    cited = f" ({cut_to(steady(sources[0]), 24)}{more})" if sources else ""
    supposed = f"Scenario {cut_to(steady(timeline.scenario), 20)}: " if timeline.scenario else ""
    head = f"{supposed}{written(step.date, short=True)} {step.marks[:SIGNS]}".rstrip() + " "
    room = width - len(head) - width_of([Ink(cited)])
    if room < 12:
        cited, room = "", width - len(head)
    return [
        Ink(cut_to(head, width), strong=True),
        Ink(cut_to(steady(step.words), room)),
        Ink(cited, faint=True),
    ]


def cut_to(text: str, width: int) -> str:
    """The text, visibly cut where it is too long."""
    return text if width_of([Ink(text)]) <= width else cut(text, width).rstrip() if width > 0 else ""


def _edged(cells: list[Ink], shown: Frame) -> Line:
    return [Ink(" " * EDGE), *cells]


def _columns(timeline: Timeline, shown: Frame, rows: int, colour: bool) -> Iterator[list[Ink]]:
    """The lines of the columns, from above."""
    if rows == 0:
        return
    drawn: dict[tuple[object, ...], list[Ink]] = {}
    lit = timeline.lit
    columns = []
    for step in timeline.steps[shown.first : shown.last]:
        seats = step[1:4]
        if seats not in drawn:
            drawn[seats] = _column(step, lit, rows, colour)
        columns.append(drawn[seats])
    for row in reversed(range(rows)):
        yield [column[row]._replace(text=column[row].text * shown.cells) for column in columns]


def _column(step: Step, lit: frozenset[str] | None, rows: int, colour: bool) -> list[Ink]:
    """The cells of one day, from below."""
    if rows == 1:
        return [_leading(step, lit, colour)]
    owners: list[Faction | None] = [_dimmed(one, lit) for one, _ in step.groups]
    parts = [seats for _, seats in step.groups] + [step.not_known + step.vacant]
    owners.append(None)
    given = allotted(parts, rows * 8, 4 if colour else 1)
    units = [owner for owner, number in zip(owners, given, strict=True) for _ in range(number)]
    units += [None] * (rows * 8 - len(units))
    return [_cell(units[at : at + 8], colour) for at in range(0, rows * 8, 8)]


def _leading(step: Step, lit: frozenset[str] | None, colour: bool) -> Ink:
    """Where there is one line only: the largest group that is known, as high as its part of the seats."""
    known = [pair for pair in step.groups if pair[0].key != NO_SLATE.key and pair[1]]
    if not known:
        return Ink(NOBODY, faint=True)
    first, seats = max(known, key=lambda pair: pair[1])
    group = _dimmed(first, lit)
    if not colour:
        return Ink(mark_of(group, colour=False))
    total = sum(number for _, number in step.groups) + step.not_known + step.vacant
    return Ink(LOWER[max(1, seats * 8 // total)], group.colour)


def _cell(units: list[Faction | None], colour: bool) -> Ink:
    """One cell: with colours the lowest owner and the largest above it, without them the sign of the largest."""
    if not colour:
        largest = max(units, key=units.count)
        return Ink(NOBODY, faint=True) if largest is None else Ink(mark_of(largest, colour=False))
    lowest = units[0]
    above = [unit for unit in units if unit != lowest]
    if not above:
        return _whole(lowest)
    upper = max(above, key=above.count)
    below, over = _shade(lowest), _shade(upper)
    if below is None:
        return _whole(lowest) if over is None else Ink(LOWER[units.count(lowest)], None, over, faint=True)
    return Ink(LOWER[units.count(lowest)], below, over)


def _whole(owner: Faction | None) -> Ink:
    if owner is None:
        return Ink(NOBODY, faint=True)
    return Ink(HOLLOW, owner.colour) if owner.key == NO_SLATE.key else Ink("█", owner.colour)


def _shade(owner: Faction | None) -> str | None:
    """The colour of a part; what is not known has none."""
    return None if owner is None or owner.key == NO_SLATE.key else owner.colour


def _dimmed(faction: Faction, lit: frozenset[str] | None) -> Faction:
    """A group that the filter leaves out, in grey."""
    if lit is None or faction.key in lit or faction.key == NO_SLATE.key:
        return faction
    return faction._replace(colour=QUIET, sign=faction.sign.lower())


def _signs(timeline: Timeline, shown: Frame) -> list[Ink]:
    """A sign under each column: the weightiest of what happened on that day, strong on the day looked at."""
    signs = []
    for at in range(shown.first, shown.last):
        mark = timeline.steps[at].marks[:1] or " "
        signs.append(Ink(fit(mark, shown.cells), strong=at == timeline.at, faint=at != timeline.at))
    return signs


def _years(timeline: Timeline, shown: Frame, width: int) -> Line:
    """The years under their first days, as many as fit; an arrow and its year under the day looked at, others where more are."""
    here = EDGE + (timeline.at - shown.first) * shown.cells
    cells = [" "] * width
    if here < width:
        cells[here] = HERE
    _write_year(cells, timeline.steps[timeline.at].date[:4], here)
    starts, before = [], ""
    for at in range(shown.first, shown.last):
        year = timeline.steps[at].date[:4]
        if year != before:
            starts.append((EDGE + (at - shown.first) * shown.cells, year))
        before = year
    for place, (start, year) in enumerate(starts):
        following = starts[place + 1][0] if place + 1 < len(starts) else width
        label = year if following - start > len(year) or place == 0 else f"'{year[2:]}"
        end = start + len(label)
        if end <= width and not "".join(cells[max(start - 1, 0) : end + 1]).strip():
            cells[start:end] = label
    if shown.first > 0:
        cells[0] = "‹"
    if shown.last < shown.total:
        cells[min(EDGE + shown.width, width - 1)] = "›"
    line = "".join(cells)
    return [
        Ink(line[:here], faint=True),
        Ink(line[here : here + 1], strong=True),
        Ink(line[here + 1 :], faint=True),
    ]


def _write_year(cells: list[str], year: str, here: int) -> None:
    """The year of the day looked at, to the right of its arrow or else to the left."""
    if here + 1 + len(year) <= len(cells):
        cells[here + 1 : here + 1 + len(year)] = year
    elif here >= len(year) + EDGE:
        cells[here - len(year) : here] = year
