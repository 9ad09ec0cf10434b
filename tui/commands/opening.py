"""Opening databases: the dashboard's, and the one that a command reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from db.errors import SlatewatchError
from tui import pace

if TYPE_CHECKING:
    from sqlite3 import Connection


FRAMES = "240"
"""Paintings a second, read by Textual at its import: keys that paint twice are answered sooner; an idle screen costs nothing."""


def open_dashboard(file: str | None) -> int:
    """Open the dashboard on a database, or on the user's own, and stay until it is left.

    Returns:
        The exit status.

    Raises:
        SlatewatchError: there is no terminal to draw on.
        Unusable: the file is no database of ours.
    """
    pace.load()
    path = database(file)
    with connection(path):
        pass
    if not sys.stdout.isatty() and "TEXTUAL_DRIVER" not in os.environ:
        raise SlatewatchError(
            "the dashboard needs a terminal to draw on; `slatewatch export` writes into files and pipes"
        )
    os.environ.setdefault("TEXTUAL_FPS", FRAMES)
    from tui.app import run

    return run(path)


def database(file: str | None) -> Path:
    """The database named, or the user's own, which is made at the first run."""
    if file is not None:
        return Path(file)
    from importers.packaged import own_database

    return own_database()


def connection(path: Path) -> closing[Connection]:
    """Open a database for reading, to be closed after use.

    Raises:
        Unusable: the file is no database of ours.
    """
    from db.store import connect

    return closing(connect(path))


def existing(word: str) -> bool:
    """Whether a word names something on disk."""
    try:
        return Path(word).exists()
    except (OSError, ValueError):
        return False


def nearest(word: str, commands: Sequence[str]) -> str:
    """Say that a word is neither a file nor a command, with the command that may have been meant."""
    from difflib import get_close_matches

    from db.lens import VIEWS

    if os.sep in word or Path(word).suffix:
        return f"{word}: there is no such file; a slatewatch database was expected."

    if word.lower() in VIEWS:
        return f"{word!r} is no command of its own; it is a view: `slatewatch export {word.lower()}`."
    meant = get_close_matches(word.lower(), commands, n=1, cutoff=0.6)
    hint = f"did you mean `slatewatch {meant[0]}`?" if meant else f"the commands are {', '.join(commands)}."
    return f"{word!r} is neither an existing file nor a command; {hint}"
