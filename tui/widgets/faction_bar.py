"""The factions with their keys: at once the card of the hotkeys, the legend of the colours and the state of the filter."""

from __future__ import annotations

from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from db.view import Faction
from tui.drawings.bar import sign_of
from tui.drawings.fitting import cut, steady
from tui.widgets.colours import legible
from tui.widgets.lines import strip_of

LINES = 2
"""Lines that it may take at the most."""
GAP = "  "
LENGTHS = (24, 14, 10, 8, 6, 4, 3, 2, 0)
"""Cells for a name, tried from the longest until everything fits."""

ALL, MORE = "all", "more"


class Chip(NamedTuple):
    """One thing to click: its key on the keyboard, a mark, words, and what it stands for."""

    target: str
    """Key of a faction, or blank for `all` and `more`."""
    kind: str
    """`faction`, `all` or `more`."""
    hotkey: str
    mark: str
    colour: str
    words: str
    on: bool

    @property
    def width(self) -> int:
        """Cells that it takes."""
        return cell_len(self.text)

    @property
    def text(self) -> str:
        """All of it without styles."""
        return " ".join(part for part in (self.hotkey, self.mark, self.words) if part)


def chips(slots: tuple[Faction, ...], on: frozenset[str], others: int, length: int) -> list[Chip]:
    """The chips in their order, with names of at most `length` cells.  Nothing switched on means that all are."""
    row = [
        Chip(
            faction.key,
            "faction",
            str(number),
            "■" if not on or faction.key in on else "□",
            faction.colour,
            " ".join(part for part in (sign_of(faction), _name(faction, length)) if part),
            not on or faction.key in on,
        )
        for number, faction in enumerate(slots, 1)
    ]
    row.append(Chip("", ALL, "0", "", "", "all", not on))
    if others > 0:
        hidden = len(on - {faction.key for faction in slots})
        words = f"{others} more…" + (f" ({hidden} on)" if hidden else "")
        row.append(Chip("", MORE, "f", "", "", words, bool(hidden)))
    return row


def arranged(slots: tuple[Faction, ...], on: frozenset[str], others: int, width: int) -> list[list[Chip]]:
    """The chips in lines of at most `width` cells: names are cut as far as needed so that they fit into two lines."""
    rows: list[list[Chip]] = []
    for length in LENGTHS:
        rows = _wrapped(chips(slots, on, others, length), width)
        if len(rows) <= LINES:
            return rows
    return rows[:LINES]


class FactionBar(Widget):
    """One or two lines of chips: `1 ■ C CLGA  2 □ O OL  0 all  f 14 more…`."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"faction-bar--key", "faction-bar--off"}

    DEFAULT_CSS = """
    FactionBar {
        background: $background;
        color: $foreground;

        & > .faction-bar--key { text-style: bold; }
        & > .faction-bar--off { text-style: dim; }
    }
    """

    ALLOW_SELECT = False

    class Toggled(Message):
        """The chip of a faction was clicked."""

        def __init__(self, key: str) -> None:
            super().__init__()
            self.key = key

    class Cleared(Message):
        """`all` was clicked: every faction is to be shown."""

    class PickerWanted(Message):
        """`more…` was clicked: the factions without a hotkey are wanted."""

    def __init__(self, *, name: str | None = None, id: str | None = None, classes: str | None = None) -> None:
        super().__init__(name=name, id=id, classes=classes)
        self._slots: tuple[Faction, ...] = ()
        self._on: frozenset[str] = frozenset()
        self._others = 0

    def show(self, slots: tuple[Faction, ...], on: frozenset[str], others: int) -> None:
        """Show the factions that have a hotkey, which are switched on, and how many more there are."""
        if (slots, on, others) == (self._slots, self._on, self._others):
            return
        before = len(self._rows(self.size.width))
        self._slots, self._on, self._others = slots, on, others
        self.refresh(layout=len(self._rows(self.size.width)) != before)

    def lines_for(self, width: int) -> int:
        """One line, or two where the chips need them."""
        return min(2, max(1, len(self._rows(width))))

    def render_line(self, y: int) -> Strip:
        """One line of chips."""
        base, rows = self.rich_style, self._rows(self.size.width)
        runs: list[tuple[str, Style]] = []
        for chip in rows[y] if y < len(rows) else []:
            if runs:
                runs.append((GAP, base))
            runs += self._painted(chip, base)
        return strip_of(runs, self.size.width, sum(cell_len(text) for text, _ in runs), base)

    def on_click(self, event: events.Click) -> None:
        """Say which chip was clicked."""
        offset = event.get_content_offset(self)
        rows = self._rows(self.size.width)
        if offset is None or offset.y >= len(rows):
            return
        left = 0
        for chip in rows[offset.y]:
            if left <= offset.x < left + chip.width:
                self.post_message(_said(chip))
                return
            left += chip.width + len(GAP)

    def _rows(self, width: int) -> list[list[Chip]]:
        return arranged(self._slots, self._on, self._others, width)

    def _painted(self, chip: Chip, base: Style) -> list[tuple[str, Style]]:
        key = self.get_component_rich_style("faction-bar--key")
        words = base if chip.on or chip.kind == MORE else self.get_component_rich_style("faction-bar--off")
        if chip.on and chip.kind != MORE and self._on:
            words += Style(bold=True)
        runs = [(chip.hotkey, key), (" ", base)]
        if chip.mark:
            colour = legible(chip.colour, base.bgcolor, self.app.current_theme.dark)
            runs += [(chip.mark, base + Style(color=colour)), (" ", base)]
        return [*runs, (chip.words, words)]


def _said(chip: Chip) -> Message:
    if chip.kind == ALL:
        return FactionBar.Cleared()
    return FactionBar.PickerWanted() if chip.kind == MORE else FactionBar.Toggled(chip.target)


def _name(faction: Faction, length: int) -> str:
    """The short name in at most so many cells.  A name that only repeats the sign is left out."""
    short = steady(faction.short)
    if cell_len(short) > length:
        short = cut(short, length).rstrip()
    return "" if short == sign_of(faction) else short


def _wrapped(row: list[Chip], width: int) -> list[list[Chip]]:
    rows: list[list[Chip]] = [[]]
    taken = 0
    for chip in row:
        if rows[-1] and taken + len(GAP) + chip.width > width:
            rows.append([])
            taken = 0
        taken += chip.width + (len(GAP) if rows[-1] else 0)
        rows[-1].append(chip)
    return rows
