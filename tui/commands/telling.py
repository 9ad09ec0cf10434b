"""What a command says: its answer on standard output, and what was done on standard error."""

from __future__ import annotations

import sys

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
