"""The four lines around the tables: what is looked at, which pane, what stands behind it, which keys there are."""

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

    def pieces(self, width: int) -> Iterable[Piece]:
        """The words take what the name and the sign leave."""
        sign = " …reading" if self.reading else ""
        room = width - 12 - len(sign)
        yield Piece(" slatewatch ", "bold $text-accent", "explain")
        words = cut(plain(self.words), room)
        yield Piece(words + " " * (room - cell_len(words)), "bold")
        yield Piece(sign, "italic $text-warning")


class PaneStrip(Line):
    """The names of the panes, the letter of each underlined, the one on show reversed."""

    active: reactive[str] = reactive("")
    record: reactive[bool] = reactive(False)
    """Whether someone's record has been opened, so that there is one to go back to."""

    @property
    def kinds(self) -> tuple[PaneKind, ...]:
        """The panes that can be opened now."""
        return tuple(pane for pane in PANES if self.record or pane.key != "r")

    def pieces(self, width: int) -> Iterable[Piece]:
        """Whole names where they fit; else the active one's name and the letters of the others."""
        roomy = sum(len(pane.label) + 2 for pane in self.kinds) <= width
        for pane in self.kinds:
            active = pane.view == self.active
            yield from _name(pane, active, roomy or active)


def _name(pane: PaneKind, active: bool, whole: bool) -> Iterable[Piece]:
    style = "reverse bold" if active else "$text-muted"
    action = f"pane('{pane.view}')"
    label = pane.label if whole else pane.key
    before, letter, after = label.partition(pane.key if pane.key in label else pane.key.upper())
    yield Piece(f" {before}", style, action)
    yield Piece(letter, f"{style} bold underline" if active else "bold underline", action)
    yield Piece(f"{after} ", style, action)


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
            yield Piece(f" {said}: press . ", "$text-muted", "notes")
        if self.view.notes:
            yield Piece(f"· {plain(self.view.notes[0])}", "italic $text-muted", "notes")


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
            keys = [(self.app.get_key_display(binding), binding) for binding in group]
            if len(keys) > 2:
                keys = [(f"{keys[0][0]}-{keys[-1][0]}", keys[0][1])]
            size = sum(len(key) + 1 for key, _ in keys) + len(group[0].description) + 2
            if size > room:
                continue
            room -= size
            for position, (key, binding) in enumerate(keys):
                action = f"simulate_key('{binding.key}')" if len(group) <= 2 else ""
                yield Piece(
                    f" {key}" if position == 0 else f" {key}", "bold $text-accent", action and f"app.{action}"
                )
            yield Piece(
                f" {group[0].description} ",
                "$text-muted",
                f"app.simulate_key('{keys[0][1].key}')" if len(group) == 1 else "",
            )


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
    "open",
    "back",
    "faction",
    "filter",
    "date",
    "sort",
    "export",
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
