"""`slatewatch dump`: the whole record of a database in files that can be read without slatewatch."""

from __future__ import annotations

from pathlib import Path

import click

from tui.commands.kinds import database_option

FORMATS = ("csv", "popolo")

EPILOG = """\b
Examples:
  slatewatch dump record/                     a folder of CSV files, as build and import read it
  slatewatch dump record/ --force             the same again, over the files that are there
  slatewatch dump record.json --as popolo     one file, for other programs
"""


@click.command(epilog=EPILOG)
@click.argument("place", type=click.Path(path_type=Path), metavar="FOLDER|FILE")
@click.option(
    "--as",
    "form",
    type=click.Choice(FORMATS),
    default="csv",
    help="csv: a folder that keeps everything; popolo: a JSON file of persons, seats and candidacies.",
)
@click.option("--force", is_flag=True, help="Replace what is there; other files of a folder stay.")
@database_option
def dump(place: Path, form: str, *, force: bool, db: str | None) -> None:
    """Write the whole record, with its sources: as a folder of CSV files, or as a Popolo JSON file.

    All of it or none. A database built from the folder holds the same record again; what follows from the record is
    left out and worked out anew, and so is the list of past imports.
    """
    from importers import folder, popolo
    from tui.commands.opening import connection, database
    from tui.commands.telling import report

    write = {"csv": folder.write, "popolo": popolo.write}[form]
    with connection(database(db)) as opened:
        write(opened, place, replace=force)
    report(f"{place} written.")
