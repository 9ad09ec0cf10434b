"""`slatewatch export`: one view of the record as a file, the same as the dashboard shows and exports."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from db.errors import SlatewatchError
from tui.commands.kinds import IsoDate, Named, ViewName, database_option, looks_like_date

if TYPE_CHECKING:
    from sqlite3 import Connection

    from db.lens import Lens
    from db.view import View

FORMATS = ("markdown", "csv", "json", "html")
"""As in `tui.exports`, which is not imported for a help text; a test compares them."""

EPILOG = """\b
Examples:
  slatewatch export composition --body nec --date 2014-08-20
  slatewatch export changes --body nec --date 2020-11 --against 2018-09
  slatewatch export contest --contest nec-clp-2014 --format csv -o result.csv
  slatewatch export candidates --body nec --section clp --faction CLGA --sort -votes
  slatewatch export candidate --person "Alice Perry" -o perry.html
"""


class Choices(TypedDict):
    """What the options say."""

    body: str | None
    section: str | None
    contest: str | None
    person: str | None
    date: str | None
    against: str | None
    faction: tuple[str, ...]
    text: str
    sort: str | None
    format: str | None
    output: Path | None
    db: str | None
    force: bool


@click.command(epilog=EPILOG)
@click.argument("view", type=ViewName(), metavar="VIEW")
@click.option("--body", type=Named("body"), metavar="BODY", help="The body, such as NEC.")
@click.option(
    "--section", type=Named("section"), metavar="SECTION", help="Its section, such as clp; needs --body."
)
@click.option(
    "--contest", type=Named("contest"), metavar="CONTEST", help="The contest, such as nec-clp-2014."
)
@click.option("--person", type=Named("person"), metavar="PERSON", help='The person, such as "Alice Perry".')
@click.option(
    "--date", type=IsoDate(), metavar="DATE", help="The day looked at: YYYY, YYYY-MM or YYYY-MM-DD."
)
@click.option(
    "--against", type=Named("contest"), metavar="DATE|CONTEST", help="The day or the contest compared with."
)
@click.option(
    "--faction",
    type=Named("faction"),
    metavar="FACTION",
    multiple=True,
    help="Only this faction; may be repeated.",
)
@click.option("--text", default="", metavar="WORDS", help="Only rows that contain these words.")
@click.option("--sort", metavar="COLUMN", help="Sort by this column; -COLUMN sorts from high to low.")
@click.option("--format", type=click.Choice(FORMATS), help="What to write; else as FILE ends, else Markdown.")
@click.option(
    "-o",
    "--output",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Write here, not to standard output.",
)
@database_option
@click.option("--force", is_flag=True, help="Replace FILE if it exists.")
def export(view: str, **choices: Unpack[Choices]) -> None:
    """Write one view of the record as Markdown, CSV, JSON or HTML.

    VIEW is one of composition, changes, candidates, candidate, contest, contests, ladder, factions and sources.
    Bodies, sections, contests, persons and factions are given by key or by name.
    """
    from importers.saving import refuse_existing, save
    from tui.commands.telling import ON_STDOUT, show
    from tui.exports import export as write

    output = choices["output"]
    to_file = output is not None and str(output) != ON_STDOUT
    if output is not None and to_file:
        refuse_existing(output, force=choices["force"])
    text = write(_answer(view, choices), choices["format"] or _format_of(output))
    if output is not None and to_file:
        save([text.encode()], output, force=choices["force"])
    else:
        show(text)


def _format_of(output: Path | None) -> str:
    """The format that the name of the file asks for; Markdown where it asks for none."""
    from tui.exports import ENDINGS

    suffix = output.suffix.lower().lstrip(".") if output else ""
    names = {ending: name for name, ending in ENDINGS.items()} | {"htm": "html"}
    return names.get(suffix, "markdown")


def _answer(view: str, choices: Choices) -> View:
    """Ask the question of the database.

    Raises:
        Missing: the record does not hold what an option names.
        SlatewatchError: an option is missing, or the sort is by no column.
        Unusable: the database cannot be read.
    """
    from db.questions import ask
    from tui.commands.opening import connection, database

    _check_place(view, choices)
    with connection(database(choices["db"])) as opened:
        lens = _lens(opened, choices)
        if lens.sort_column:
            _check_sort(ask(opened, view, lens.at(sort=None), 0, 1), lens.sort_column)
        return ask(opened, view, lens)


def _check_place(view: str, choices: Choices) -> None:
    """See that the views of one thing are told of which."""
    if view == "candidate" and not choices["person"]:
        raise SlatewatchError('the candidate view needs --person, such as --person "Alice Perry".')
    if view == "contest" and not (choices["contest"] or choices["body"]):
        raise SlatewatchError("the contest view needs --contest, such as --contest nec-clp-2014.")
    if choices["section"] and not choices["body"]:
        raise SlatewatchError("--section needs --body, such as --body nec --section clp.")


def _check_sort(view: View, column: str) -> None:
    """See that the view has the column to sort by."""
    keys = [column.key for column in view.columns]
    if column not in keys:
        raise SlatewatchError(
            f"{view.name} has no column {column!r} to sort by; its columns are {', '.join(keys)}."
        )


def _lens(opened: Connection, choices: Choices) -> Lens:
    """What the options look at, with every name found out."""
    from db.lens import Lens
    from db.questions.names import resolve

    body = resolve(opened, "body", choices["body"]) if choices["body"] else None
    named = {
        kind: resolve(opened, kind, text, body) if text else None
        for kind, text in (
            ("section", choices["section"]),
            ("contest", choices["contest"]),
            ("person", choices["person"]),
        )
    }
    against = choices["against"]
    if against and not looks_like_date(against):
        against = resolve(opened, "contest", against, body)
    return Lens(
        body=body,
        section=named["section"],
        contest=named["contest"],
        person=named["person"],
        date=choices["date"],
        against=against,
        factions=frozenset(resolve(opened, "faction", text) for text in choices["faction"]),
        text=choices["text"],
        sort=choices["sort"],
    )
