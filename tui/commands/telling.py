"""What a command says: its answer on standard output, and what was done on standard error."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ON_STDOUT = "-"


def report(words: str) -> None:
    """Say what was done, on standard error, safe for the terminal whatever the file is called."""
    from tui.plain import plain

    print(plain(words), file=sys.stderr)


def show(text: str) -> None:
    """Write to standard output, in UTF-8 whatever the locale is."""
    sys.stdout.flush()
    sys.stdout.buffer.write(text.encode())
    sys.stdout.buffer.flush()


def hand_over(text: str, file: Path, *, force: bool) -> None:
    """Write a text to a file and say so, or to standard output where the file is called `-`.

    Raises:
        SlatewatchError: the file exists and is not to be replaced, or cannot be written.
    """
    if str(file) == ON_STDOUT:
        show(text)
        return
    from importers.saving import save

    save([text.encode()], file, force=force)
    report(f"{file} written.")
