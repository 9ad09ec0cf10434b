"""The four lines around the tables: what is looked at, which pane, what stands behind it, which keys."""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len
from textual.binding import Binding
from textual.reactive import reactive
from textual.screen import Screen

from db.view import View
from tui.panes.kinds import PANES, PaneKind
from tui.panes.line import Line, Piece, cut
from tui.plain import plain


class LensLine(Line):
    """The first line: the product's name, the lens in words, and whether an answer is being waited for."""

    words: reactive[str] = reactive("")
    reading: reactive[bool] = reactive(False)
    supposed: reactive[bool] = reactive(False)
    """Whether what is on show rests on the assumptions of a scenario; a click leaves it for the facts."""

    def show(self, view: View) -> None:
        """Say what a view looks at, and whether it is supposed."""
        self.words, self.supposed = view.words, view.lens.scenario is not None

    def pieces(self, width: int) -> Iterable[Piece]:
        """The words take what the name and the signs leave."""
        sign = " …reading" if self.reading else ""
        mark = " SCENARIO " if self.supposed else ""
        room = width - 12 - len(sign) - len(mark) - bool(mark)
        yield Piece(" slatewatch ", "bold $text-accent", "explain")
        if mark:
            yield Piece(mark, "reverse bold", "facts")
            yield Piece(" ")
        words = cut(plain(self.words), room)
        yield Piece(words + " " * (room - cell_len(words)), "bold")
        yield Piece(sign, "italic $text-warning")


class PaneStrip(Line):
    """The names of the panes, the letter of each underlined, the one on show reversed."""

    active: reactive[str] = reactive("")
    opened: reactive[frozenset[str]] = reactive(frozenset())
    """Views of one thing that have been opened, so that there is one to go back to."""

    @property
    def kinds(self) -> tuple[PaneKind, ...]:
        """The panes that can be opened now."""
        return tuple(pane for pane in PANES if not pane.opened or pane.view in self.opened)

    def pieces(self, width: int) -> Iterable[Piece]:
        """Whole names where they fit; else those of the active one and of the first ones, and the letters of the others."""
        kinds = self.kinds
        roomy = sum(len(pane.label) + 2 for pane in kinds) <= width
        whole = self._whole(width)
        for pane in kinds:
            yield from _name(pane, pane.view == self.active, pane in whole, " " if roomy else "")

    def _whole(self, width: int) -> set[PaneKind]:
        """The panes whose whole names fit: the active one's before all others."""
        room = width - sum(len(pane.key) + 1 for pane in self.kinds)
        found = set()
        for pane in sorted(self.kinds, key=lambda pane: pane.view != self.active):
            room -= len(pane.label) - len(pane.key)
            if room < 0:
                break
            found.add(pane)
        return found


def _name(pane: PaneKind, active: bool, whole: bool, gap: str) -> Iterable[Piece]:
    style = "reverse bold" if active else "$text-muted"
    action = f"pane('{pane.view}')"
    label = pane.label if whole else pane.key
    before, letter, after = label.partition(pane.key if pane.key in label else pane.key.swapcase())
    yield Piece(f" {before}", style, action)
    yield Piece(letter, f"{style} bold underline" if active else "bold underline", action)
    yield Piece(f"{after}{gap}", style, action)


class NotesLine(Line):
    """How much stands behind the figures, and the key that shows it."""

    view: reactive[View | None] = reactive(None)

    def pieces(self, width: int) -> Iterable[Piece]:
        """The counts first, then as much of the first note as fits."""
        if self.view is None:
            return
        counts = [_count(len(self.view.notes), "note"), _count(len(self.view.sources), "source")]
        said = ", ".join(filter(None, counts))
        if said:
            yield Piece(" .", "bold $text-accent", "notes")
            yield Piece(f" {said}  ", "", "notes")
        if self.view.notes:
            yield Piece(plain(self.view.notes[0]), "italic $text-muted", "notes")


def _count(number: int, word: str) -> str:
    return f"{number} {word}{'' if number == 1 else 's'}" if number else ""


class KeyLine(Line):
    """The keys that work now, the weightiest first, as many as fit; help and quit always."""

    def on_mount(self) -> None:
        """Follow the keys as focus and place change them."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def _changed(self, _screen: Screen[object]) -> None:
        self.refresh()

    def pieces(self, width: int) -> Iterable[Piece]:
        """Neighbours that say the same share their words: `[ ] date`, `1-5 faction`."""
        shown = [
            active.binding
            for active in self.screen.active_bindings.values()
            if active.binding.show and active.enabled
        ]
        room = width
        for group in _together(sorted(shown, key=_weight)):
            pieces = self._worded(group)
            size = sum(cell_len(piece.text) for piece in pieces)
            if size <= room:
                room -= size
                yield from pieces

    def _worded(self, group: list[Binding]) -> list[Piece]:
        """The keys that share a description, and it: each key can be clicked, a range of digits cannot."""
        keys = [
            (self.app.get_key_display(binding), f"app.simulate_key('{binding.key}')") for binding in group
        ]
        if len(keys) > 2:
            keys = [(f"{keys[0][0]}-{keys[-1][0]}", "")]
        words = Piece(f" {group[0].description} ", "$text-muted", keys[0][1] if len(keys) == 1 else "")
        return [*(Piece(f" {key}", "bold $text-accent", action) for key, action in keys), words]


def _weight(binding: Binding) -> int:
    return ORDER.index(binding.description) if binding.description in ORDER else len(ORDER)


def _together(bindings: list[Binding]) -> Iterable[list[Binding]]:
    groups: dict[str, list[Binding]] = {}
    for binding in bindings:
        groups.setdefault(binding.description, []).append(binding)
    return groups.values()


ORDER = (
    "help",
    "quit",
    "store",
    "next doubt",
    "tick",
    "answer",
    "leave",
    "open",
    "back",
    "facts",
    "new scheme",
    "count in",
    "beside",
    "faction",
    "filter",
    "date",
    "grouping",
    "sort",
    "what if",
    "same as",
    "export",
    "where from",
    "import",
    "paste",
    "find",
    "all",
    "bodies",
    "factions",
    "day",
    "against",
    "copy",
    "notes",
    "maximise",
)
"""What the line says first where not everything fits."""
