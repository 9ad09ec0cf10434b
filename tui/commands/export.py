"""`slatewatch export`: one view of the record as a file, the same as the dashboard shows and exports."""

from __future__ import annotations

from typing import Unpack

import click

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


@click.command(epilog=EPILOG)
@click.argument("view", type=ViewName(), metavar="VIEW")
@looking()
def export(view: str, **choices: Unpack[Choices]) -> None:
    """Write one view of the record as Markdown, CSV, JSON or HTML.

    VIEW is one of composition, timeline, changes, candidates, candidate, contest, contests, ladder, measures,
    scenarios, factions,
    sources, divisions and division.
    Bodies, sections, contests, divisions, persons and factions are given by key or by name.
    """
    write_view(view, choices)
