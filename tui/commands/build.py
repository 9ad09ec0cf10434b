"""`slatewatch build`: a database from a folder of CSV files."""

from __future__ import annotations

from pathlib import Path

import click

EPILOG = """\b
Example:
  slatewatch build union.db --from union/
  slatewatch union.db
"""


@click.command(epilog=EPILOG)
@click.argument("file", type=click.Path(path_type=Path), metavar="FILE.db")
@click.option(
    "--from",
    "folder",
    required=True,
    type=click.Path(path_type=Path, file_okay=False),
    metavar="FOLDER",
    help="The folder with contests.csv, candidacies.csv and the other files of a record.",
)
@click.option("--force", is_flag=True, help="Replace FILE.db if it exists.")
def build(file: Path, folder: Path, *, force: bool) -> None:
    """Make the database FILE.db from a folder of CSV files.

    All of it or none: a row that cannot be read is named with its file, line and column, and nothing is left
    behind.
    """
    from importers import folder as folders
    from importers.saving import refuse_existing
    from tui.commands.telling import report

    refuse_existing(file, force=force)
    folders.build(folder, file)
    report(f"{file} made from {folder}.")
