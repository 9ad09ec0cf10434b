"""`slatewatch import`: results from a published file, looked at before they are stored."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, TypedDict, Unpack

import click

from db.errors import SlatewatchError
from tui.commands.kinds import IsoDate, Named

if TYPE_CHECKING:
    from sqlite3 import Connection

    from importers.proposal import Proposal, Target
    from importers.results.result import Result

EPILOG = """\b
Examples:
  slatewatch import result.html --contest nec-clp-2026 --dry-run
  slatewatch import result.xlsx --body nec --section clp --date 2026-09-15 --seats 9 --unit "members' votes"
  pbpaste | slatewatch import - --contest nec-clp-2026 --publisher "LabourList" --address https://...
  slatewatch import result.csv --contest nec-clp-2026 --person "Jon Smith=john-smith" --new "Ann Jones"
"""

FORMATS = ("csv", "html", "markdown", "spreadsheet", "text")
"""As in `importers.documents`, which is not imported for a help text; a test compares them."""

DOUBTS_LEFT = 3
"""Exit status where everything certain was stored and questions remain."""


class Choices(TypedDict):
    """What the options say."""

    contest: str | None
    body: str | None
    section: str | None
    date: str | None
    seats: int | None
    unit: str | None
    form: str | None
    table: int | None
    person: tuple[str, ...]
    new: tuple[str, ...]
    publisher: str | None
    title: str | None
    address: str | None
    source_date: str | None
    dry_run: bool
    yes: bool
    as_json: bool
    db: str | None


@click.command("import", epilog=EPILOG)
@click.argument("file", metavar="FILE|-")
@click.option("--contest", type=Named("contest"), metavar="CONTEST", help="The contest, if it is on record.")
@click.option("--body", type=Named("body"), metavar="BODY", help="The body; with --section and --date.")
@click.option("--section", type=Named("section"), metavar="SECTION", help="Its section.")
@click.option("--date", type=IsoDate(), metavar="DATE", help="The day of the result.")
@click.option("--seats", type=click.IntRange(0), metavar="N", help="Seats of a contest not on record yet.")
@click.option("--unit", metavar="WORDS", help="What a vote figure counts, for a contest not on record yet.")
@click.option(
    "--as", "form", type=click.Choice(FORMATS), help="What FILE is, if it is not seen from its content."
)
@click.option("--table", type=click.IntRange(1), metavar="N", help="Which table of results, of several.")
@click.option(
    "--person", metavar="NAME=KEY", multiple=True, help="The person on record who is meant by a name."
)
@click.option("--new", metavar="NAME", multiple=True, help="A name that is of somebody not on record yet.")
@click.option("--publisher", metavar="WORDS", help="Who published the source.")
@click.option("--title", metavar="WORDS", help="Its title; else the name of the file.")
@click.option("--address", metavar="URL", help="Its address.")
@click.option("--source-date", type=IsoDate(), metavar="DATE", help="When it was published.")
@click.option("--dry-run", is_flag=True, help="Only say what would be stored.")
@click.option("--yes", is_flag=True, help="Store what is certain without asking.")
@click.option("--json", "as_json", is_flag=True, help="Report as JSON, on standard output.")
@click.option("--db", metavar="FILE", help="The database; else your own.")
def import_results(file: str, **choices: Unpack[Choices]) -> int:
    """Store the results of one contest from FILE: a web page, a spreadsheet, CSV, Markdown or pasted text.

    Says first what was understood, row by row: new, the same, filling a gap, in conflict with the record, or a
    question (whose name fits two persons, or nearly fits one).  Questions are never stored; --person and --new
    answer them.  Values that differ from the record are kept beside it with their source.  What was stored is
    listed by `slatewatch imports` and taken back by `slatewatch undo`.
    """
    from contextlib import closing

    from db.ledger import writable
    from importers.proposal import DOUBTFUL
    from importers.proposing import propose
    from tui.commands.files import show
    from tui.commands.opening import database
    from tui.commands.reports import as_data, as_text, ending

    name, data = _contents(file)
    result = _chosen(name, data, choices["form"], choices["table"])
    with closing(writable(database(choices["db"]))) as connection:
        target = _target(connection, choices)
        proposal = propose(connection, result, target, _answers(connection, choices))
        show("" if choices["as_json"] else as_text(proposal))
        stored = None
        if proposal.changes and not choices["dry_run"] and _agreed(yes=choices["yes"]):
            stored = _stored(connection, name, data, proposal, choices)
    show(as_data(proposal, stored) if choices["as_json"] else ending(proposal, stored))
    return DOUBTS_LEFT if proposal.count(DOUBTFUL) else 0


def _agreed(*, yes: bool) -> bool:
    """Whether what is certain is to be stored.

    Raises:
        SlatewatchError: nobody is there to be asked.
    """
    if not yes and not sys.stdin.isatty():
        raise SlatewatchError("nothing was stored; --yes stores what is certain without asking.")
    return yes or click.confirm("Store what is certain?", err=True)


def _contents(file: str) -> tuple[str, bytes]:
    """The name and the bytes of what is to be read.

    Raises:
        SlatewatchError: there is no such file.
    """
    if file == "-":
        return "standard input", sys.stdin.buffer.read()
    path = Path(file)
    if not path.is_file():
        what = "this is a folder" if path.is_dir() else "there is no such file"
        raise SlatewatchError(f"{file}: {what}; a file with results was expected.")
    return path.name, path.read_bytes()


def _chosen(name: str, data: bytes, form: str | None, table: int | None) -> Result:
    """The one table of results that is meant.

    Raises:
        SlatewatchError: there is none, or there are several and none was chosen.
    """
    from importers.documents import read
    from importers.results import results

    found = results(read(name, data, form))
    if not found:
        raise SlatewatchError(
            f"{name}: no results were found; names of candidates with figures were expected."
        )
    if table is None and len(found) > 1:
        titles = "; ".join(f"{number} {_titled(one)}" for number, one in enumerate(found, 1))
        raise SlatewatchError(
            f"{name}: {len(found)} tables of results were found; --table chooses: {titles}."
        )
    if table is not None and table > len(found):
        raise SlatewatchError(f"{name}: found {len(found)} tables of results, expected at least {table}.")
    return found[(table or 1) - 1]


def _titled(result: Result) -> str:
    return f"{result.title or 'without a title'} ({len(result.candidates)} candidates)"


def _target(connection: Connection, choices: Choices) -> Target:
    from importers.targeting import of_contest, of_section

    if choices["contest"]:
        return of_contest(connection, choices["contest"])
    if choices["body"] and choices["date"]:
        return of_section(connection, choices["body"], choices["section"], choices["date"], choices["seats"])
    raise SlatewatchError(
        "which contest? --contest names one on record; --body, --section and --date a new one."
    )


def _answers(connection: Connection, choices: Choices) -> dict[str, str]:
    """What was answered: for a name the key of a person, or that it is somebody new."""
    from db.questions.names import resolve
    from importers.proposing import SOMEBODY_NEW

    answers = dict.fromkeys(choices["new"], SOMEBODY_NEW)
    for answer in choices["person"]:
        name, sign, key = answer.rpartition("=")
        if not sign:
            raise SlatewatchError(f"--person {answer!r}: found no `=`; expected NAME=KEY.")
        answers[name.strip()] = resolve(connection, "person", key.strip())
    return answers


def _stored(connection: Connection, name: str, data: bytes, proposal: Proposal, choices: Choices) -> int:
    """Store what is certain, and give the number of the import."""
    from hashlib import sha256

    from db.ledger import importing
    from importers.storing import Making, Origin, store
    from tui.commands.reports import summary

    origin = Origin(name, choices["publisher"], choices["title"], choices["address"], choices["source_date"])
    with importing(connection, name, sha256(data).hexdigest(), summary(proposal)) as ledger:
        store(ledger, proposal, origin, Making(unit=choices["unit"]))
    return ledger.number
