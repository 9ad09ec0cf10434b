"""`slatewatch imports` and `slatewatch undo`: what was imported, and taking it back."""

from __future__ import annotations

from contextlib import closing

import click

from tui.commands.kinds import database_option


@click.command()
@database_option
def imports(db: str | None) -> None:
    """List what was imported, merged and told apart, the newest first."""
    from db import ledger
    from tui.commands.opening import connection, database
    from tui.commands.telling import show
    from tui.plain import plain

    with connection(database(db)) as opened:
        found = ledger.imports(opened)
    lines = [
        f"{one.number:>4}  {one.made[:10]}  {one.name}: {one.summary}{' (undone)' if one.undone else ''}"
        for one in found
    ]
    show("".join(f"{plain(line)}\n" for line in lines or ["Nothing has been imported."]))


@click.command()
@click.argument("number", type=click.IntRange(1), metavar="NUMBER")
@database_option
def undo(number: int, db: str | None) -> None:
    """Take back the import NUMBER: what it added goes, what it changed is as it was.

    An import on which a later one rests is left as it is, and the later one named.
    """
    from db import ledger
    from tui.commands.opening import database
    from tui.commands.telling import report

    with closing(ledger.writable(database(db))) as connection:
        one = ledger.undo(connection, number)
    report(f"Import {number} ({one.name}) was undone.")
