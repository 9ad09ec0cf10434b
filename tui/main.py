"""The entry point: opens the dashboard or runs a command, and says every problem in one sentence, never in a traceback.

The way to the dashboard imports nothing of the command line, so that the first screen is there sooner.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import NoReturn

from db.errors import SlatewatchError
from tui.commands import COMMANDS, COMPLETE_VARIABLE

FAILED = 2
"""Exit status of everything that went wrong."""

INTERRUPTED = 130
"""Exit status after ctrl+c, as shells expect it."""


def main() -> NoReturn:
    """Run `slatewatch` with the words of the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_run(sys.argv[1:]))


def _run(words: Sequence[str]) -> int:
    """Open the dashboard or run the command, and give the exit status."""
    try:
        if _opens(words):
            from tui.commands.opening import open_dashboard

            return open_dashboard(words[0] if words else None)
        from tui.commands.running import run

        return run()
    except KeyboardInterrupt:
        return INTERRUPTED
    except (SlatewatchError, OSError) as problem:
        return _say(sentence(problem))
    except Exception as problem:
        if os.environ.get("SLATEWATCH_DEBUG"):
            raise
        return _say(f"{sentence(problem)} (a fault of slatewatch; SLATEWATCH_DEBUG=1 shows where)")


def _opens(words: Sequence[str]) -> bool:
    """Whether the words plainly ask for the dashboard: none, or one that is a file and no command."""
    if COMPLETE_VARIABLE in os.environ:
        return False
    return not words or (len(words) == 1 and words[0] not in COMMANDS and os.path.isfile(words[0]))  # noqa: PTH113


def sentence(problem: Exception) -> str:
    """What went wrong, in one line."""
    if isinstance(problem, SlatewatchError):
        return str(problem)
    if isinstance(problem, OSError) and problem.filename:
        return f"{problem.filename}: {(problem.strerror or '').lower()}."
    return f"{type(problem).__name__}: {problem}"


def _say(words: str) -> int:
    """Say one sentence on standard error, safe for the terminal whatever it quotes."""
    from tui.plain import plain

    print(f"slatewatch: {plain(words)}", file=sys.stderr)
    return FAILED


if __name__ == "__main__":
    main()
