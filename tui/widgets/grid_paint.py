"""How a row of a table looks: cells cut to their columns, factions in their colours, tones as weight and as a sign."""

from __future__ import annotations

from typing import NamedTuple

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style
from textual.strip import Strip

from db.lens import Lens
from db.view import HOLLOW, Cell, Column, Faction, Kind, Row, Tone
from db.wording import DISPUTED
from tui.drawings.bar import eighths, sign_of
from tui.drawings.fitting import CUT, fit, steady
from tui.widgets.colours import legible
from tui.widgets.grid_layout import GAP, GUTTER, Layout, Slot, wording
from tui.widgets.lines import strip_of

NOTABLE = "◆"
POINTER = "›"
"""Stands before the row of the cursor: reverse video alone is lost on some terminals and in copied text."""

Run = tuple[str, Style]


class Paper(NamedTuple):
    """The styles of a theme that rows are drawn in."""

    even: Style
    odd: Style
    cursor: Style
    header: Style
    caption: Style
    notable: Style
    bar: Style
    dark: bool
    colour: bool
    """Whether the terminal shows colours at all; without them factions go by their signs."""


class Painter(NamedTuple):
    """Draws the lines of one table at one width."""

    layout: Layout
    columns: tuple[Column, ...]
    paper: Paper
    room: int
    most: float
    """The share that fills a bar."""

    @property
    def width(self) -> int:
        """Cells of a line: the table, or the widget if that is wider."""
        return max(self.layout.width, self.room)

    def header(self, lens: Lens | None) -> Strip:
        """The labels of the columns, with the sign of the sort."""
        runs: list[Run] = [(" " * GUTTER, self.paper.header)]
        for number, slot in enumerate(self.layout.slots):
            column = self.columns[slot.position]
            sign = ""
            if lens and lens.sort_column == column.key:
                sign = " ▼" if lens.descending else " ▲"
            label = fit(steady(column.label), slot.width - len(sign)).rstrip() + sign
            after = slot.end - slot.left - slot.width + self._gap(number)
            runs.append((fit(label, slot.width, slot.right) + " " * after, self.paper.header))
        return strip_of(runs, self.width, self.layout.width, self.paper.header)

    def caption(self, title: str) -> Strip:
        """The line above the header: the title of the table."""
        return Strip([Segment(fit(steady(title), self.room), self.paper.caption)], self.room)

    def row(self, row: Row, number: int, cursor: bool) -> Strip:
        """One row."""
        style = self._base(row.tone, number, cursor)
        runs: list[Run] = [self._gutter(row.tone, style, cursor)]
        for place, slot in enumerate(self.layout.slots):
            cell = self._cell(row.cells[slot.position], slot, style, cursor)
            gap = (" " * self._gap(place), style)
            disputed = self.columns[slot.position].key in row.disputed
            runs += self._signed(cell, slot, gap, cursor) if disputed else [*cell, gap]
        return strip_of(_merged(runs), self.width, self.layout.width, style)

    def waiting(self, number: int, cursor: bool) -> Strip:
        """A row that is not there yet."""
        style = self._base(Tone.FAINT, number, cursor)
        text = (POINTER if cursor else " ").ljust(GUTTER) + CUT
        return strip_of([(text, style)], self.width, GUTTER + 1, style)

    def words(self, text: str) -> Strip:
        """A sentence where rows would stand."""
        style = self.paper.even + Style(dim=True)
        return Strip([Segment(fit(" " * GUTTER + steady(text), self.room), style)], self.room)

    def blank(self) -> Strip:
        """A line with nothing on it."""
        return Strip([Segment(" " * self.room, self.paper.even)], self.room)

    def _gap(self, number: int) -> int:
        return GAP if number < len(self.layout.slots) - 1 else self.layout.tail

    def _base(self, tone: Tone, number: int, cursor: bool) -> Style:
        style = self.paper.cursor if cursor else self.paper.odd if number % 2 else self.paper.even
        if tone is Tone.STRONG:
            return style + Style(bold=True)
        return style + Style(dim=True) if tone is Tone.FAINT else style

    def _gutter(self, tone: Tone, style: Style, cursor: bool) -> Run:
        if tone is not Tone.NOTABLE:
            return (POINTER if cursor else " ").ljust(GUTTER), style
        mark = style if cursor else style + Style(color=self.paper.notable.color, bold=True)
        return NOTABLE.ljust(GUTTER), mark

    def _cell(self, cell: Cell, slot: Slot, style: Style, cursor: bool) -> list[Run]:
        column = self.columns[slot.position]
        factions = _factions(cell, column.kind)
        if factions:
            return _cut_runs(self._signs(factions, style, cursor), slot.width, style)
        text = fit(wording(cell, column.kind), slot.width, slot.right)
        if not slot.bar:
            return [(text, style)]
        share = cell if isinstance(cell, int | float) else 0.0
        bar = eighths(share / self.most if self.most else 0.0, slot.bar)
        inked = style if cursor else style + Style(color=self.paper.bar.color)
        return [(text + " ", style), (bar.ljust(slot.bar), inked)]

    def _signed(self, cell: list[Run], slot: Slot, gap: Run, cursor: bool) -> list[Run]:
        """A cell with the sign of a dispute after its value: within the cell if there is room, else in the gap after it.

        So no value is cut for it, and figures stay aligned.
        """
        room, style = gap
        sign = (DISPUTED, style if cursor else style + Style(color=self.paper.notable.color, bold=True))
        if slot.bar:
            (figure, own), *bar = cell
            return [(figure[:-1], own), sign, *bar, gap]
        words = "".join(text for text, _ in cell).rstrip()
        free = slot.width - cell_len(words)
        if not slot.right and free:
            lead = " " if free > 1 else ""
            after = (" " * (free - len(lead) - 1), style)
            return [*_begun(cell, len(words)), (lead, style), sign, after, gap]
        return [*cell, sign, (room[1:], style)] if room else [*_cut_runs(cell, slot.width - 1, style), sign]

    def _signs(self, factions: tuple[Faction, ...], style: Style, cursor: bool) -> list[Run]:
        runs: list[Run] = []
        for faction in factions:
            if runs:
                runs.append((" + ", style))
            if not self.paper.colour:
                runs.append((f"{sign_of(faction)} {steady(faction.short)}", style))
                continue
            colour = legible(faction.colour, style.bgcolor, self.paper.dark)
            marked = style if cursor else style + Style(color=colour, dim=False)
            runs.append(("□" if faction.key in HOLLOW else "■", marked))
            runs.append((f" {steady(faction.short)}", style))
        return runs


def _factions(cell: Cell, kind: Kind) -> tuple[Faction, ...]:
    if isinstance(cell, Faction):
        return (cell,)
    if kind is Kind.FACTIONS and isinstance(cell, tuple):
        return tuple(part for part in cell if isinstance(part, Faction))
    return ()


def _cut_runs(runs: list[Run], width: int, style: Style) -> list[Run]:
    """Runs padded or cut to a width, keeping their styles."""
    whole = fit("".join(text for text, _ in runs), width)
    kept: list[Run] = []
    start = 0
    for text, own in runs:
        piece = whole[start : start + len(text)]
        kept.append((piece, own))
        start += len(text)
    kept.append((whole[start:], style))
    return kept


def _begun(runs: list[Run], length: int) -> list[Run]:
    """The first so many characters of runs."""
    kept: list[Run] = []
    for text, own in runs:
        kept.append((text[:length], own))
        length = max(length - len(text), 0)
    return kept


def _merged(runs: list[Run]) -> list[Run]:
    """Neighbours of one style joined: most rows become a handful of segments."""
    joined: list[Run] = []
    for text, style in runs:
        if joined and joined[-1][1] is style:
            joined[-1] = (joined[-1][0] + text, style)
        elif text:
            joined.append((text, style))
    return joined
