"""`slatewatch migrate`: the only way in which an older database is changed."""

from __future__ import annotations

from pathlib import Path

import click


@click.command()
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.db")
def migrate(file: Path) -> None:
    """Bring a database made by an older slatewatch up to date, keeping a copy beside it."""
    from db import migrations
    from tui.commands.telling import report

    copy = migrations.migrate(file)
    words = f"brought up to date; {copy} is the copy of what it was." if copy else "up to date already."
    report(f"{file}: {words}")
