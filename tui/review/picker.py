"""Which files: folders are walked with the arrows, typing narrows what they hold, a path can be typed or pasted."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList

from tui.dialogs.chooser import Choice, Chooser
from tui.plain import plain

ALL, UP = "all", "up"
"""Keys of the choices that are no file and no folder in this one."""

UNITS = (("GB", 1e9), ("MB", 1e6), ("KB", 1e3))


class FilePicker(Chooser[tuple[Path, ...]]):
    """Answers with the files and folders chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "mark", "mark", priority=True, id="files.mark"),
        Binding("left", "upward", "folder above", priority=True, id="files.up"),
        Binding("right,tab", "inward", "open folder", priority=True, id="files.in"),
    ]
    placeholder = "type to narrow, or type a path"
    keys_words = "enter opens · space marks · ← → folders · esc closes"

    def __init__(self, folder: Path) -> None:
        """A picker that begins in a folder."""
        super().__init__()
        self.folder = folder
        self.marked: dict[str, Path] = {}
        self._typed_path = ""

    def on_mount(self) -> None:
        """Say where one is."""
        super().on_mount()
        self._say_where()

    def source(self) -> Callable[[], Iterable[Choice]]:
        """What stands in the folder."""
        folder = self.folder
        return lambda: listed(folder)

    @on(Input.Changed)
    def _walk(self, event: Input.Changed) -> None:
        """A path that is typed is walked along: as far as it names a folder one goes there."""
        if os.sep in event.value or event.value.startswith("~"):
            event.stop()
            where, rest = _along(self.folder, event.value)
            if where is not None:
                self.go(where, rest)

    def go(self, folder: Path, words: str = "") -> None:
        """Look into a folder."""
        self.folder = folder
        self._say_where()
        self.query_one(OptionList).clear_options()
        line = self.query_one("#words", Input)
        with self.prevent(Input.Changed):
            line.value = words
        line.cursor_position = len(words)
        self.choices = ()
        self.ask()

    def _say_where(self) -> None:
        self.query_one(".frame").border_title = Content(plain(f"Open a published result: {self.folder}"))

    def fill(self) -> None:
        """List what matches; the first file or folder is under the hand, not the way up."""
        options = self.query_one(OptionList)
        before = options.highlighted_option
        super().fill()
        keys = [one.id for one in options.options]
        if (before is None or before.id not in keys) and (
            rest := [key for key in keys if key not in (ALL, UP)]
        ):
            options.highlighted = keys.index(rest[0])

    def matching(self, text: str) -> Iterable[Choice]:
        """Names that hold what is typed; the folder itself and the one above only while nothing is."""
        for choice in super().matching(text):
            if not (text and choice.key in (ALL, UP)):
                yield choice

    def prompt(self, choice: Choice) -> Content:
        """With a mark where it is marked."""
        mark = "[x] " if choice.key in self.marked else "[ ] " if self.marked else ""
        return Content(mark) + super().prompt(choice)

    def action_mark(self) -> None:
        """Mark the file or folder, and go on to the next."""
        option = self.highlighted
        if option is None or option in (ALL, UP):
            return
        if option in self.marked:
            del self.marked[option]
        else:
            self.marked[option] = Path(option)
        self.fill()
        self.action_move(1)

    def action_upward(self) -> None:
        """To the folder above; while words are typed, left within them."""
        line = self.query_one("#words", Input)
        if line.value:
            line.action_cursor_left()
        else:
            self.go(self.folder.parent)

    def action_inward(self) -> None:
        """Into the folder under the cursor."""
        option = self.highlighted
        if option == UP:
            self.go(self.folder.parent)
        elif option and option != ALL and Path(option).is_dir():
            self.go(Path(option))

    @property
    def highlighted(self) -> str | None:
        """Key of the choice under the cursor."""
        option = self.query_one(OptionList).highlighted_option
        return option.id if option else None

    def chosen(self, key: str) -> None:
        """Files marked are all chosen; else a folder is gone into, and a file is the answer."""
        if key == UP:
            self.go(self.folder.parent)
        elif self.marked:
            self.dismiss(tuple(self.marked.values()))
        elif key == ALL:
            self.dismiss((self.folder,))
        elif Path(key).is_dir():
            self.go(Path(key))
        else:
            self.dismiss((Path(key),))


def listed(folder: Path) -> Iterator[Choice]:
    """What stands in a folder: the one above, the folder as a whole, folders, files; hidden ones are left out.

    Raises:
        OSError: it cannot be read.
    """
    entries = sorted(os.scandir(folder), key=lambda one: one.name.casefold())
    visible = [one for one in entries if not one.name.startswith(".")]
    folders = [one for one in visible if _is_folder(one)]
    files = [one for one in visible if not _is_folder(one)]
    if folder.parent != folder:
        yield Choice(UP, "..", "the folder above")
    if files:
        yield Choice(ALL, "This folder", "every file in it and below")
    for one in folders:
        yield Choice(one.path, one.name + os.sep, "folder")
    for one in files:
        yield Choice(one.path, one.name, _size(one))


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir()
    except OSError:
        return False


def _size(entry: os.DirEntry[str]) -> str:
    try:
        size = entry.stat().st_size
    except OSError:
        return ""
    for unit, one in UNITS:
        if size >= one:
            return f"{size / one:.1f} {unit}"
    return f"{size} bytes"


def _along(folder: Path, text: str) -> tuple[Path | None, str]:
    """The folder that a typed path leads to as far as it is typed, and the words after it."""
    head, _, tail = text.rpartition(os.sep)
    try:
        where = (folder / Path(head or os.sep).expanduser()) if head or text.startswith(os.sep) else None
        if text == "~":
            return None, text
        return (where.resolve(), tail) if where is not None and where.is_dir() else (None, text)
    except (OSError, RuntimeError, ValueError):
        return None, text
