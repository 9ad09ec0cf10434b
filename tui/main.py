"""The entry point: runs a command and says every problem in one sentence, never in a traceback."""

from __future__ import annotations

import os
import sys
from typing import NoReturn

import click

from db.errors import SlatewatchError
from tui.commands.completion import COMPLETE_VARIABLE
from tui.commands.group import slatewatch

FAILED = 2
"""Exit status of everything that went wrong."""

INTERRUPTED = 130
"""Exit status after ctrl+c, as shells expect it."""


def main() -> NoReturn:
    """Run `slatewatch` with the words of the command line and leave with its exit status."""
    for stream in (sys.stdout, sys.stderr):
        if reconfigure := getattr(stream, "reconfigure", None):
            reconfigure(encoding="utf-8", errors="backslashreplace")
    sys.exit(_run())


def _run() -> int:
    """Run the command and give its exit status."""
    try:
        status = slatewatch.main(
            prog_name="slatewatch", complete_var=COMPLETE_VARIABLE, standalone_mode=False
        )
    except (click.Abort, KeyboardInterrupt):
        return INTERRUPTED
    except (SlatewatchError, click.ClickException, OSError) as problem:
        return _say(sentence(problem))
    except Exception as problem:
        if os.environ.get("SLATEWATCH_DEBUG"):
            raise
        return _say(f"{sentence(problem)} (a fault of slatewatch; SLATEWATCH_DEBUG=1 shows where)")
    return status if isinstance(status, int) else 0


def sentence(problem: Exception) -> str:
    """What went wrong, in one line."""
    if isinstance(problem, SlatewatchError):
        return str(problem)
    if isinstance(problem, click.UsageError):
        path = problem.ctx.command_path if problem.ctx else "slatewatch"
        return f"{problem.format_message()} `{path} --help` says more."
    if isinstance(problem, click.ClickException):
        return problem.format_message()
    if isinstance(problem, OSError) and problem.filename:
        return f"{problem.filename}: {(problem.strerror or '').lower()}."
    return f"{type(problem).__name__}: {problem}"


def _say(words: str) -> int:
    """Say one sentence on standard error, safe for the terminal whatever it quotes."""
    from tui.plain import plain

    click.echo(f"slatewatch: {plain(words)}", err=True)
    return FAILED


if __name__ == "__main__":
    main()
