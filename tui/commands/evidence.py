"""`slatewatch evidence ROW`: where a row of the record comes from, value by value."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Unpack

import click

from tui.commands.looking import BLANK, Choices, looking, write_view

if TYPE_CHECKING:
    from db.view import View

HELP = """Where a row of the record comes from: what every source says of each value, where in it, and why one is shown.

ROW is the name of a file of the record, a blank, and the name of the row there, as citations have it: the keys joined by `/`.
Figures that are worked out are told with their formula. Written as Markdown, CSV, JSON or HTML.
"""

EPILOG = """\b
Examples:
  slatewatch evidence "candidacies nec-clp-2012/kate-osamor"
  slatewatch evidence "candidacies nec-clp-2012/kate-osamor" --field share
  slatewatch evidence "contests nec-clp-2014" --format csv
"""

LEFT_OUT = (
    "--row", "--body", "--section", "--contest", "--person", "--division", "--source", "--claim", "--date", "--against",
    "--grouping", "--scheme", "--beside", "--scenario", "--faction",
)  # fmt: skip
"""Options that would change nothing: a row of the record is the same wherever it is asked of."""


@click.command(help=HELP, epilog=EPILOG)
@click.argument("subject", metavar="ROW")
@click.option("--field", metavar="FIELD", help="Only this field, such as share or votes.")
@looking(*LEFT_OUT)
def evidence(subject: str, field: str | None, **choices: Unpack[Choices]) -> None:
    """Write where a row comes from."""
    write_view("evidence", {**BLANK, **choices, "row": subject}, partial(_of_field, field) if field else None)


def _of_field(field: str, view: View) -> View:
    from db.questions.evidence.fields import of_field

    return of_field(view, field)
