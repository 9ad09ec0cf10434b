"""The app itself: a shell with a title, a theme and one screen.  All behaviour is on the screen."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Any, ClassVar

from textual.app import App, SystemCommand
from textual.binding import Binding, BindingType
from textual.screen import Screen

from db.lens import Place
from tui.reader import Reader
from tui.screens.main import MainScreen
from tui.screens.memory import Memory
from tui.screens.opening import look_ahead


class Slatewatch(App[None]):
    """The dashboard over one slatewatch file."""

    TITLE = "slatewatch"
    CSS_PATH = "slatewatch.tcss"
    ENABLE_COMMAND_PALETTE = True
    BINDINGS: ClassVar[list[BindingType]] = [Binding("ctrl+c", "help_quit", show=False, system=True)]

    def __init__(self, reader: Reader, memory: Memory | None = None, place: Place | None = None) -> None:
        """The app over a reader.

        Args:
            reader: answers the questions.
            memory: keeps theme and place from one day to the next; nothing is kept without.
            place: where to begin; where one was the last time when left open.
        """
        super().__init__()
        self.reader = reader
        self.memory = memory
        self.look = look_ahead(reader, place or (memory.place(reader.path) if memory else None))
        if memory is not None and memory.theme in self.available_themes:
            self.theme = memory.theme

    def get_default_screen(self) -> MainScreen:
        """The one screen."""
        return MainScreen(self.reader, self.look)

    def get_system_commands(self, screen: Screen[Any]) -> Iterable[SystemCommand]:
        """Of Textual's own commands those that no key of the screens stands for."""
        own = ("Theme", "Screenshot")
        return (one for one in super().get_system_commands(screen) if one.title in own)

    def remember(self) -> None:
        """Keep theme and place for the next time."""
        screen = self.screen_stack[0] if self.screen_stack else None
        if self.memory is not None and isinstance(screen, MainScreen) and screen.view is not None:
            self.memory.keep(self.theme, self.reader.path, screen.shown, screen.folder)

    async def action_quit(self) -> None:
        """Remember, then leave."""
        self.remember()
        await super().action_quit()


def run(path: Path) -> int:
    """Open the dashboard over a slatewatch file, and stay until it is left.

    Returns:
        The exit status.
    """
    app = Slatewatch(Reader(path), Memory.standard())
    app.run()
    return app.return_code or 0
