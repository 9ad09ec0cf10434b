"""`slatewatch dump`: the whole record of a database in files that can be read without slatewatch."""

from __future__ import annotations

from pathlib import Path

import click

EPILOG = """\b
Examples:
  slatewatch dump record/                     a folder of CSV files, as build and import read it
  slatewatch dump record/ --force             the same again, over the files that are there
"""


@click.command(epilog=EPILOG)
@click.argument("place", type=click.Path(path_type=Path), metavar="FOLDER")
@click.option("--force", is_flag=True, help="Replace what is there; other files of a folder stay.")
@click.option("--db", type=click.Path(), metavar="FILE", help="The database; else your own.")
def dump(place: Path, *, force: bool, db: str | None) -> None:
    """Write the whole record, with its sources, as a folder of CSV files.

    All of it or none. A database built from the folder holds the same record again; what follows from the record is
    left out and worked out anew, and so is the list of past imports.
    """
    from importers.folder import write
    from tui.commands.files import report
    from tui.commands.opening import connection, database

    with connection(database(db)) as opened:
        write(opened, place, replace=force)
    report(f"{place} written.")
