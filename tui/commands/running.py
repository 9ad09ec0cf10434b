"""Running a command: what click has to say of a wrong command line becomes a sentence like every other."""

from __future__ import annotations

import click

from db.errors import SlatewatchError
from tui.commands import COMPLETE_VARIABLE
from tui.commands.group import slatewatch
from tui.commands.telling import show


def run() -> int:
    """Run the command of the command line and give its exit status.

    Raises:
        KeyboardInterrupt: the user broke it off.
        SlatewatchError: it failed, or the command line is wrong.
    """
    try:
        status = slatewatch.main(
            prog_name="slatewatch", complete_var=COMPLETE_VARIABLE, standalone_mode=False
        )
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.exceptions.NoArgsIsHelpError as wanted:
        show(f"{wanted.format_message()}\n")
        return 0
    except click.UsageError as problem:
        path = problem.ctx.command_path if problem.ctx else "slatewatch"
        raise SlatewatchError(f"{problem.format_message()} `{path} --help` says more.") from None
    except click.ClickException as problem:
        raise SlatewatchError(problem.format_message()) from None
    return status if isinstance(status, int) else 0
