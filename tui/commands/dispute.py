"""`slatewatch dispute take`: another of the values that sources state is shown from now on."""

from __future__ import annotations

import click

from tui.commands.kinds import Named, database_option
from tui.commands.writing import done, writing

EPILOG = """\b
Examples:
  slatewatch dispute take "candidacies nec-clp-2012/kate-osamor" share 6.6 --reason "as the text has it"
  slatewatch dispute take "candidacies nec-clp-2008/ellie-reeves" slate "backed by both sides" \\
      --slate none --reason "neither side may count her"
"""


@click.group(epilog=EPILOG)
def dispute() -> None:
    """Choose among the values that sources state for the same thing.

    `slatewatch disputes` lists them. Every choice is listed by `slatewatch imports` and taken back by `slatewatch undo`.
    """


@dispute.command(short_help="Show another value, with a reason.", epilog=EPILOG)
@click.argument("row")
@click.argument("field")
@click.argument("value")
@click.option("--reason", metavar="TEXT", required=True, help="Why it is the one to show.")
@click.option(
    "--slate",
    type=Named("faction"),
    metavar="FACTION",
    help="Which slate is meant, or none, where words name none.",
)
@database_option
def take(row: str, field: str, value: str, *, reason: str, slate: str | None, db: str | None) -> None:
    """Show VALUE for the FIELD of ROW from now on.

    ROW is named by its file and its name there, FIELD as `slatewatch evidence ROW` names it, VALUE as a source states it.
    """
    from db.editing.taking import taken
    from db.wayfinding.rows import fact_named

    with writing(db) as connection:
        fact = fact_named(connection, row)
        words, number = taken(connection, fact, field, value, reason, slate)
    done(words, number)
