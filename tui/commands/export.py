"""`slatewatch export`: one view of the record as a file, the same as the dashboard shows and exports."""

from __future__ import annotations

from typing import Unpack

import click

from db.lens import VIEWS
from tui.commands.kinds import ViewName
from tui.commands.looking import Choices, looking, write_view

EPILOG = """\b
Examples:
  slatewatch export composition --body nec --date 2014-08-20
  slatewatch export changes --body nec --date 2020-11 --against 2018-09
  slatewatch export contest --contest nec-clp-2014 --format csv -o result.csv
  slatewatch export candidates --body nec --section clp --faction CLGA --sort -votes
  slatewatch export candidate --person "Alice Perry" -o perry.html
"""


HELP = f"""Write one view of the record as Markdown, CSV, JSON or HTML.

VIEW is one of {", ".join(VIEWS[:-1])} and {VIEWS[-1]}.
Bodies, sections, contests, persons, factions and schemes are given by key or by name.
"""


@click.command(help=HELP, epilog=EPILOG)
@click.argument("view", type=ViewName(), metavar="VIEW")
@looking()
def export(view: str, **choices: Unpack[Choices]) -> None:
    """Write a view."""
    write_view(view, choices)
