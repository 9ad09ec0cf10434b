"""Every faction, to be switched on and off: the ones without a digit have their key here."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from db.view import Faction
from tui.dialogs.chooser import Choice, Chooser


class FactionPicker(Chooser[None]):
    """Switches at once, so that the view behind follows; escape closes."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "take", "switch", priority=True, id="picker.switch")
    ]
    title_words = "Factions"
    keys_words = "enter or space switches · esc closes"

    def __init__(
        self,
        factions: Callable[[], tuple[tuple[Faction, int], ...]],
        on: frozenset[str],
        toggle: Callable[[str], None],
    ) -> None:
        super().__init__()
        self.factions, self.on_now, self.toggle = factions, on, toggle

    def source(self) -> Callable[[], Iterable[Choice]]:
        """Every faction with the number of its candidacies."""

        def read() -> Iterable[Choice]:
            for faction, count in self.factions():
                hint = f"{count:,} candidac{'y' if count == 1 else 'ies'}"
                short = f"{faction.short} · " if faction.short != faction.name else ""
                yield Choice(faction.key, faction.name, short + hint, faction.sign, faction.colour)

        return read

    def prompt(self, choice: Choice) -> Content:
        """With a box that says whether it is on."""
        return Content("[x] " if choice.key in self.on_now else "[ ] ") + super().prompt(
            choice._replace(colour="")
        )

    def chosen(self, key: str) -> None:
        """Switch it, here and behind."""
        self.on_now ^= {key}
        self.toggle(key)
        self.fill()
