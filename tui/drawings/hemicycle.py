"""The seats of a body as a half circle, each seat one mark; with less room as half-blocks, as a bar, as a line of words.

Left to right the seats go to the factions in the order of the data, places without a known holder and empty ones last.
Colour is never the only sign: without it each seat is the sign of its faction, and a legend says what marks and colours
mean wherever there is a line to spare.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from db.view import Faction, Hemicycle
from tui.drawings.bar import UNFILLED, VACANT, legend, mark_of, stacked
from tui.drawings.fitting import cut, steady
from tui.drawings.ink import Ink, Line, merged
from tui.drawings.ink import width as width_of
from tui.drawings.lattice import Lattice, Seat, lattice

TICK, TICK_BETWEEN = "╷", "▏"
"""The mark of the majority in the middle; on an even number of cells it stands at the left edge of the right half."""

VACANT_GREY = "#6c6c6c"
"""Half-blocks cannot be hollow: a vacant place is a faint grey one."""


class Form(NamedTuple):
    """One way of drawing a chamber, and the room that it takes."""

    name: str
    """`dots`, `halves`, `bar` or `words`."""
    width: int
    height: int
    """Lines of the picture with its tick and its caption, without the legend."""


def form(seats: int, width: int, height: int, *, colour: bool) -> Form:
    """The finest form for which there is room."""
    chamber = lattice(seats)
    if chamber:
        dots = Form("dots", 2 * chamber.columns - 1, chamber.rows + 2)
        halves = Form("halves", chamber.columns, -(-chamber.rows // 2) + 2)
        for choice in (dots, halves) if colour else (dots,):
            if choice.width <= width and choice.height <= height:
                return choice
    if seats and height >= 2 and width >= 10:
        return Form("bar", width, 2)
    return Form("words", width, 1)


def lines(hemicycle: Hemicycle, width: int, height: int, *, colour: bool) -> list[Line]:
    """Draw a body's seats within `width` cells and `height` lines.

    Args:
        hemicycle: the groups in the order of the drawing.
        width: cells of each line; a picture that is smaller is put in the middle.
        height: lines at the most.
        colour: whether colours can be seen; without them each seat is its faction's sign.
    """
    if width <= 0 or height <= 0:
        return []
    seats = total(hemicycle)
    choice = form(seats, width, height, colour=colour)
    if choice.name == "words":
        return [_centred(_cut([Ink(in_words(hemicycle))], width), width)]
    picture = list(_picture(hemicycle, choice, colour))
    picture.append(_cut(_caption(hemicycle), width))
    entries = legend(hemicycle.groups, hemicycle.vacant, hemicycle.unfilled, colour=colour)
    picture += _wrapped(entries, width)[: height - len(picture)]
    return [_centred(line, width) for line in picture]


def height_for(hemicycle: Hemicycle, width: int, *, colour: bool) -> int:
    """Lines that the finest picture of this width takes, with its legend."""
    choice = form(total(hemicycle), width, 1000, colour=colour)
    entries = (
        legend(hemicycle.groups, hemicycle.vacant, hemicycle.unfilled, colour=colour)
        if choice.name != "words"
        else []
    )
    return choice.height + len(_wrapped(entries, max(width, 1)))


def total(hemicycle: Hemicycle) -> int:
    """All the seats, with and without a holder."""
    return sum(seats for _, seats in hemicycle.groups) + hemicycle.vacant + hemicycle.unfilled


def majority_words(hemicycle: Hemicycle) -> str:
    """The majority in words, of the votes that can be cast; the seats are said too where some have no vote."""
    seats = total(hemicycle)
    votes = hemicycle.votes or seats
    if not hemicycle.majority:
        return f"{seats} seats"
    if votes // 2 + 1 != hemicycle.majority:
        return f"majority {hemicycle.majority}, {seats} seats"
    words = f"majority {hemicycle.majority} of {votes}"
    return words if votes == seats else f"{words} votes, {seats} seats"


def in_words(hemicycle: Hemicycle) -> str:
    """The whole picture as one line of words: what is left when there is no room to draw."""
    parts = [f"{steady(faction.short)} {seats}" for faction, seats in hemicycle.groups if seats]
    if hemicycle.vacant:
        parts.append(f"not known {hemicycle.vacant}")
    if hemicycle.unfilled:
        parts.append(f"vacant {hemicycle.unfilled}")
    return " · ".join([*parts, majority_words(hemicycle)] if parts else ["no seats on record"])


def _caption(hemicycle: Hemicycle) -> Line:
    line = [Ink(majority_words(hemicycle), strong=True)]
    if hemicycle.lit:
        lit = sum(seats for faction, seats in hemicycle.groups if faction.key in hemicycle.lit)
        line.insert(0, Ink(f"{lit} switched on · "))
    return line


def _picture(hemicycle: Hemicycle, choice: Form, colour: bool) -> Iterator[Line]:
    if choice.name == "bar":
        groups = [(_dimmed(faction, hemicycle), seats) for faction, seats in hemicycle.groups]
        yield stacked(groups, hemicycle.vacant + hemicycle.unfilled, choice.width, colour=colour)
        return
    chamber = lattice(total(hemicycle))
    if chamber is None:
        return
    yield [Ink(_tick(choice.width), strong=True)]
    holders = dict(zip(chamber.seats, _holders(hemicycle), strict=True))
    for row in range(chamber.rows) if choice.name == "dots" else range(-(chamber.rows % 2), chamber.rows, 2):
        cells = _dots(chamber, holders, row, hemicycle, colour) if choice.name == "dots" else None
        yield merged(cells if cells is not None else _halves(chamber, holders, row, hemicycle))


def _tick(width: int) -> str:
    mark = TICK if width % 2 else TICK_BETWEEN
    return (" " * (width // 2) + mark).ljust(width)


EMPTY = Faction("", "", "", UNFILLED, VACANT_GREY)
"""Stands in the drawing for a seat that stands empty."""


def _holders(hemicycle: Hemicycle) -> Iterator[Faction | None]:
    """Who holds each seat from left to right; None for a place of which that is not known."""
    for faction, seats in hemicycle.groups:
        for _ in range(seats):
            yield faction
    for _ in range(hemicycle.vacant):
        yield None
    for _ in range(hemicycle.unfilled):
        yield EMPTY


def _dots(
    chamber: Lattice, holders: dict[Seat, Faction | None], row: int, hemicycle: Hemicycle, colour: bool
) -> Line:
    line: Line = []
    for column in range(chamber.columns):
        if column:
            line.append(Ink(" "))
        seat = Seat(column, row)
        line.append(_dot(holders[seat], hemicycle, colour) if seat in holders else Ink(" "))
    return line


def _dot(holder: Faction | None, hemicycle: Hemicycle, colour: bool) -> Ink:
    if holder is None:
        return Ink(VACANT, faint=True)
    if holder is EMPTY:
        return Ink(UNFILLED, faint=True)
    mark = mark_of(_dimmed(holder, hemicycle), colour=colour)
    lit = _lit(holder, hemicycle)
    return Ink(mark, holder.colour if colour else None, faint=not lit, strong=lit and not colour)


def _halves(chamber: Lattice, holders: dict[Seat, Faction | None], row: int, hemicycle: Hemicycle) -> Line:
    """One line of half-blocks, two rows of seats; the row above the first is empty."""
    line: Line = []
    for column in range(chamber.columns):
        upper, lower = Seat(column, row), Seat(column, row + 1)
        above = _half(holders[upper], hemicycle) if upper in holders else None
        below = _half(holders[lower], hemicycle) if lower in holders else None
        if above and below:
            line.append(Ink("▀", above, below))
        elif above or below:
            line.append(Ink("▀" if above else "▄", above or below))
        else:
            line.append(Ink(" "))
    return line


def _half(holder: Faction | None, hemicycle: Hemicycle) -> str:
    return VACANT_GREY if holder is None or holder is EMPTY else _dimmed(holder, hemicycle).colour


def _lit(faction: Faction, hemicycle: Hemicycle) -> bool:
    return not hemicycle.lit or faction.key in hemicycle.lit


def _dimmed(faction: Faction, hemicycle: Hemicycle) -> Faction:
    """A faction that the filter leaves out, in grey: a cell cannot be faint, since it may share it with one that is lit."""
    return (
        faction
        if _lit(faction, hemicycle)
        else faction._replace(colour=VACANT_GREY, sign=faction.sign.lower())
    )


def _centred(line: Line, width: int) -> Line:
    before = (width - width_of(line)) // 2
    return [Ink(" " * before), *line] if before > 0 else line


def _cut(line: Line, width: int) -> Line:
    """A line that is never wider than asked; what is cut ends in `…`."""
    kept: Line = []
    for ink in line:
        room = width - width_of(kept)
        if width_of([ink]) > room:
            return [*kept, ink._replace(text=cut(ink.text, room))]
        kept.append(ink)
    return kept


def _wrapped(entries: list[Line], width: int) -> list[Line]:
    """The entries of a legend side by side, as many lines as they take."""
    rows: list[Line] = []
    for entry in entries:
        entry = _cut(entry, width)
        if rows and width_of(rows[-1]) + 3 + width_of(entry) <= width:
            rows[-1] = [*rows[-1], Ink("   "), *entry]
        else:
            rows.append(entry)
    return rows
