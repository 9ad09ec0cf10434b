"""Taking away what is on show: rows and whole views to the clipboard, views to files.

A file is first written as a new one, so that nothing is overwritten by a race or a slip; only after a yes to
a question that names the file is it replaced, and then in one step.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from textual import on, work
from textual.message import Message

from db.lens import Place
from db.view import Column, Row
from tui.cells import in_full, written
from tui.dialogs.wish import Wish
from tui.plain import plain
from tui.screens.reading import ReadingScreen

READING = 15
"""Seconds for which a row stands in full."""
CLIPBOARD_ROWS = 2_000
"""Rows of a view that still go to a clipboard: terminals drop longer sequences."""


def row_text(columns: tuple[Column, ...], row: Row) -> str:
    """The cells of a row between tabs, as a spreadsheet takes them."""
    cells = zip(row.cells, columns, strict=True)
    return "\t".join(plain(written(cell, column.kind)) for cell, column in cells)


def write_file(path: Path, text: str, *, replace: bool) -> None:
    """Write a text: a new file, or in one step the place of an old one.

    Raises:
        FileExistsError: the file is there, and is not to be replaced.
        OSError: it cannot be written.
    """
    if not replace:
        with path.open("x", encoding="utf-8", newline="") as file:
            file.write(text)
        return
    path = path.resolve()
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
    fresh = Path(name)
    try:
        with os.fdopen(handle, "w", encoding="utf-8", newline="") as file:
            file.write(text)
        fresh.chmod(path.stat().st_mode & 0o777 if path.exists() else 0o644)
        fresh.replace(path)
    except OSError:
        fresh.unlink(missing_ok=True)
        raise


class CarryingScreen(ReadingScreen):
    """Copies and exports the view on show."""

    class FileWritten(Message):
        """The view has been written to a file."""

        def __init__(self, path: Path) -> None:
            super().__init__()
            self.path = path

    class FileFound(Message):
        """There is such a file already."""

        def __init__(self, place: Place, wish: Wish) -> None:
            super().__init__()
            self.place, self.wish = place, wish

    class TextReady(Message):
        """The view has been made into a text for the clipboard."""

        def __init__(self, text: str, said: str) -> None:
            super().__init__()
            self.text, self.said = text, said

    def current_row(self) -> tuple[tuple[Column, ...], Row] | None:
        """The row that the cursor is on, with its columns."""
        return None

    def action_copy_row(self) -> None:
        """Copy the row under the cursor, and read it out in full."""
        current = self.current_row()
        if current is None:
            self.notify("There is no row to copy.", markup=False)
            return
        self.app.copy_to_clipboard(row_text(*current))
        self.notify(in_full(*current), title="Copied the row", markup=False, timeout=READING)

    def action_copy_view(self) -> None:
        """Copy the whole view as Markdown."""
        if self.view is None:
            return
        if self.view.total > CLIPBOARD_ROWS:
            self.notify(
                f"{self.view.total:,} rows are too many for a clipboard: e writes them to a file.",
                markup=False,
            )
            return
        self.make_text(self.shown)

    @work(thread=True, exclusive=True, group="copy", exit_on_error=False)
    def make_text(self, place: Place) -> None:
        """Write the view as Markdown, off the event loop."""

        def made() -> tuple[str, str]:
            from tui.exports import export

            view = self.reader.whole(place)
            return export(view, "markdown"), f"{view.title}, {len(view.rows):,} rows"

        answer = self.answered(made)
        if answer is not None:
            self.post_message(self.TextReady(*answer))

    @on(TextReady)
    def _copy(self, message: TextReady) -> None:
        self.app.copy_to_clipboard(message.text)
        self.notify(f"Copied as Markdown: {message.said}.", markup=False)

    def action_export(self) -> None:
        """Ask for format and name, then write the view."""
        if self.view is None:
            return
        from tui.dialogs.export import ExportDialog

        place = self.shown

        def chosen(wish: Wish | None) -> None:
            if wish is not None:
                self.write(place, wish, replace=False)

        self.app.push_screen(ExportDialog(self.view), chosen)

    @work(thread=True, group="write", exit_on_error=False)
    def write(self, place: Place, wish: Wish, *, replace: bool) -> None:
        """Write the view to a file, off the event loop."""

        def done() -> Message:
            from tui.exports import export

            text = export(self.reader.whole(place), wish.format)
            try:
                write_file(wish.path, text, replace=replace)
            except FileExistsError:
                if wish.path.is_dir():
                    raise
                return self.FileFound(place, wish)
            return self.FileWritten(wish.path)

        message = self.answered(done)
        if message is not None:
            self.post_message(message)

    @on(FileFound)
    def _ask(self, message: FileFound) -> None:
        from tui.dialogs.confirm import Confirm

        def answered(yes: bool | None) -> None:
            if yes:
                self.write(message.place, message.wish, replace=True)
            else:
                self.notify(f"{message.wish.path.name} was left as it is.", markup=False)

        self.app.push_screen(
            Confirm(f"{message.wish.path} is there already. Replace it?", "replace it"), answered
        )

    @on(FileWritten)
    def _written(self, message: FileWritten) -> None:
        self.notify(f"Written: {message.path}", markup=False)
