"""`slatewatch import`: results from published files, looked at before they are stored."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Unpack

import click

from db.errors import SlatewatchError
from tui.commands.importing.choices import (
    Choices,
    FormatName,
    accepting,
    decisions_of,
    may_store,
    origins_of,
    see_answered,
)
from tui.commands.kinds import IsoDate, Named, database_option

if TYPE_CHECKING:
    from collections.abc import Mapping

    from importers.intake import Intake
    from importers.results.layouts import Layout
    from importers.review.decisions import Decisions
    from importers.review.proposal import Plan
    from importers.session import Session

EPILOG = """\b
Examples:
  slatewatch import result.html --contest nec-clp-2026 --dry-run
  slatewatch import result.xlsx --body nec --section clp --date 2026-09-15 --seats 9 --unit "members' votes"
  pbpaste | slatewatch import - --contest nec-clp-2026 --publisher "LabourList" --address https://...
  slatewatch import result.csv --contest nec-clp-2026 --person "Jon Smith=john-smith" --new "Ann Jones"
  slatewatch import ward1.blt ward2.blt --body "Ashby Council" --date 2027-05-06 --make
"""

DOUBTS_LEFT = 3
"""Exit status where everything certain was stored and questions remain."""


@click.command("import", epilog=EPILOG)
@click.argument("files", metavar="FILE...|-", nargs=-1, required=True)
@click.option("--contest", type=Named("contest"), metavar="CONTEST", help="The contest, if it is on record.")
@click.option("--body", type=Named("body"), metavar="BODY", help="The body; with --section and --date.")
@click.option("--section", type=Named("section"), metavar="SECTION", help="Its section.")
@click.option("--date", type=IsoDate(), metavar="DATE", help="The day of the result.")
@click.option("--seats", type=click.IntRange(0), metavar="N", help="Seats of a contest not on record yet.")
@click.option("--unit", metavar="WORDS", help="What a vote figure counts, for a contest not on record yet.")
@click.option("--make", is_flag=True, help="Make the body and the section if they are not on record.")
@click.option("--make-factions", is_flag=True, help="Make a faction of every label that is none on record.")
@click.option(
    "--as", "form", type=FormatName(), metavar="FORMAT", help="What FILE is, if its content does not tell."
)
@click.option("--table", type=click.IntRange(1), metavar="N", help="Which table of results, of several.")
@click.option(
    "--columns",
    metavar="ROLE,...",
    help="What the columns of the table are; kept for its layout; a wrong one lists all.",
)
@click.option(
    "--person", metavar="NAME=KEY", multiple=True, help="The person on record who is meant by a name."
)
@click.option("--new", metavar="NAME", multiple=True, help="A name that is of somebody not on record yet.")
@click.option(
    "--faction", metavar="LABEL=KEY", multiple=True, help="The faction that a label means; LABEL=+ makes one."
)
@click.option("--accept", metavar="ITEM", multiple=True, help="A doubtful item to store all the same.")
@click.option("--accept-all", is_flag=True, help="Store every doubtful item that is no question.")
@click.option(
    "--show",
    metavar="ITEM",
    multiple=True,
    help="An item in conflict whose value is shown from now on; both are kept.",
)
@click.option("--publisher", metavar="WORDS", help="Who published the source.")
@click.option("--title", metavar="WORDS", help="Its title; else the name of the file.")
@click.option("--address", metavar="URL", help="Its address.")
@click.option("--source-date", type=IsoDate(), metavar="DATE", help="When it was published.")
@click.option("--dry-run", is_flag=True, help="Only say what would be stored.")
@click.option("--yes", is_flag=True, help="Store what is certain without asking.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON, on standard output.")
@database_option
def import_results(files: tuple[str, ...], **choices: Unpack[Choices]) -> int:
    """Store the results in FILEs: pages, articles, spreadsheets, PDFs, count sheets, ballots, pasted text.

    Says first what was understood, item by item: new, the same, filling a gap, in conflict with the record, or
    doubtful.  Doubtful items are not stored unless they are accepted; --person, --new and --faction answer questions.
    Values that differ from the record are kept beside it with their source.  What was stored is listed by
    `slatewatch imports` and taken back by `slatewatch undo`.  A folder of CSV files as `slatewatch dump` writes them, and a
    table of more than a thousand candidacies in many contests, are taken as a whole.
    """
    from tui.commands.opening import connection, database

    path = database(choices["db"])
    if len(files) == 1 and choices["form"] is None and Path(files[0]).exists():
        from importers.whole import offer
        from tui.commands.importing.whole import bar, import_whole

        with connection(path) as opened, bar() as progress:
            found = offer(path, opened, [Path(files[0])], progress)
        if found is not None:
            return import_whole(found, choices)
    return _import_results(path, files, choices)


def _import_results(path: Path, files: tuple[str, ...], choices: Choices) -> int:
    """Read, show, ask, store, and give the exit status."""
    from contextlib import closing

    from importers.session import Session
    from importers.storage.storing import Making
    from tui.commands.importing.reports import as_data, as_text, ending
    from tui.commands.importing.whole import bar
    from tui.commands.telling import show

    with closing(Session(path)) as session:
        intake, layouts = _intake(session, files, choices)
        decisions = decisions_of(session.record.connection, choices)._replace(layouts=layouts)
        plan, decisions = _plan(session, intake, decisions, choices)
        slates = session.factions
        show("" if choices["as_json"] else as_text(plan, slates))
        stored = None
        if plan.changes and may_store(choices):
            origins, making = origins_of(plan.intake, choices), Making(unit=choices["unit"])
            with bar() as progress:
                stored = session.store(plan, decisions, origins, making, progress).number
    show(as_data(plan, stored, slates) if choices["as_json"] else ending(plan, stored))
    return DOUBTS_LEFT if plan.open else 0


def _intake(
    session: Session, words: tuple[str, ...], choices: Choices
) -> tuple[Intake, Mapping[Layout, Layout]]:
    """What the files say, or the one table that is meant; and the layout whose columns were explained.

    Raises:
        SlatewatchError: there are no results in them.
    """
    from importers.explaining import explained
    from importers.files import files_of
    from importers.intake import Intake
    from importers.session import NothingFound
    from tui.commands.importing.whole import bar

    files, form = tuple(files_of(words, sys.stdin.buffer)), choices["form"]
    with bar() as progress:
        try:
            found = session.read(files, form, progress)
        except NothingFound:
            if not choices["columns"]:
                raise
            found = Intake((), ())
        if not choices["columns"]:
            return _chosen(found, choices), {}
        roles = [one.strip() for one in choices["columns"].split(",")]
        said = explained(files, form, found, choices["table"] or 1, roles)
        return _chosen(session.read(files, form, progress, said), choices), said


def _chosen(found: Intake, choices: Choices) -> Intake:
    """All results, or the one table that was chosen.

    Raises:
        SlatewatchError: there is none.
    """
    wanted = choices["table"]
    if wanted is None:
        _see_which(found, choices)
        return found
    if wanted > len(found.tables):
        raise SlatewatchError(
            f"{found.name}: found {len(found.tables)} tables of results, expected at least {wanted}."
        )
    return found._replace(results=(found.tables[wanted - 1],))


def _see_which(found: Intake, choices: Choices) -> None:
    """See that what is said of where results belong is not said of several tables alike.

    Raises:
        SlatewatchError: it is.
    """
    bare = [one for one in found.tables if one.result.fact("section") is None]
    said = choices["contest"] or (choices["body"] and choices["section"])
    if said and len(bare) > 1 and len({one.file for one in bare}) < len(bare):
        titles = "; ".join(
            f"{number} {one.result.title or 'without a title'} ({len(one.result.candidates)} candidates)"
            for number, one in enumerate(bare, 1)
        )
        raise SlatewatchError(
            f"{found.name}: {len(bare)} tables of results were found; --table chooses: {titles}."
        )


def _plan(session: Session, intake: Intake, decisions: Decisions, choices: Choices) -> tuple[Plan, Decisions]:
    """What would be stored, and the decisions that it was made with.

    Raises:
        SlatewatchError: of no result it is clear which contest it belongs to, or an answer names what is not there.
    """
    made = session.plan(intake, decisions)
    see_answered(made, choices)
    if choices["accept_all"]:
        decisions = accepting(made, decisions)
        made = session.plan(intake, decisions)
    if not choices["dry_run"] and all(one.target is None for one in made.proposals):
        raise SlatewatchError(f"{intake.name}: {made.proposals[0].question}")
    return made, decisions
