"""What a command looks at: the options that every question of the command line has, and the lens that they make."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypedDict, TypeVar

import click

from db.errors import SlatewatchError
from db.lens import GROUPINGS
from tui.commands.kinds import IsoDate, Named, database_option, looks_like_date

if TYPE_CHECKING:
    from sqlite3 import Connection

    from db.lens import Lens
    from db.view import View

FORMATS = ("markdown", "csv", "json", "html")
"""As in `tui.exports`, which is not imported for a help text; a test compares them."""

F = TypeVar("F", bound=Callable[..., Any])


class Choices(TypedDict):
    """What the options say."""

    body: str | None
    section: str | None
    contest: str | None
    person: str | None
    division: str | None
    claim: str | None
    source: str | None
    row: str | None
    date: str | None
    against: str | None
    grouping: str | None
    scheme: str | None
    beside: str | None
    scenario: str | None
    faction: tuple[str, ...]
    text: str
    sort: str | None
    format: str | None
    output: Path | None
    db: str | None
    force: bool


BLANK: Choices = {
    "body": None, "section": None, "contest": None, "person": None, "division": None, "date": None, "against": None,
    "grouping": None, "scheme": None, "beside": None, "scenario": None, "faction": (), "text": "", "sort": None, "format": None,
    "output": None, "db": None, "force": False, "claim": None, "source": None, "row": None,
}  # fmt: skip
"""What is meant where nothing is said, for commands that leave options out."""

OPTIONS = (
    click.option("--body", type=Named("body"), metavar="BODY", help="The body, such as NEC."),
    click.option(
        "--section", type=Named("section"), metavar="SECTION", help="Its section, such as clp; needs --body."
    ),
    click.option(
        "--contest", type=Named("contest"), metavar="CONTEST", help="The contest, such as nec-clp-2014."
    ),
    click.option(
        "--person", type=Named("person"), metavar="PERSON", help='The person, such as "Alice Perry".'
    ),
    click.option(
        "--division",
        type=Named("division"),
        metavar="DIVISION",
        help="The division, such as nec-2016-07-12.",
    ),
    click.option("--source", type=Named("source"), metavar="SOURCE", help="The source, such as ll2014."),
    click.option(
        "--row",
        metavar="ROW",
        help='The row of the record, such as "candidacies nec-clp-2012/kate-osamor".',
    ),
    click.option(
        "--claim", type=Named("claim"), metavar="CLAIM", help="The published claim, such as lf-2014-swing."
    ),
    click.option(
        "--date", type=IsoDate(), metavar="DATE", help="The day looked at: YYYY, YYYY-MM or YYYY-MM-DD."
    ),
    click.option(
        "--against",
        type=Named("contest"),
        metavar="DATE|CONTEST",
        help="The day or the contest compared with.",
    ),
    click.option("--grouping", type=click.Choice(GROUPINGS), help="What seat-holders are grouped by."),
    click.option(
        "--scheme", type=Named("scheme"), metavar="SCHEME", help="Group by the blocs of this scheme."
    ),
    click.option("--beside", type=Named("scheme"), metavar="SCHEME", help="A second scheme to compare with."),
    click.option(
        "--scenario",
        type=Named("scenario"),
        metavar="SCENARIO",
        help="With the assumptions of this scenario.",
    ),
    click.option(
        "--faction",
        type=Named("faction"),
        metavar="FACTION",
        multiple=True,
        help="Only this faction; may be repeated. The faction view is of the first.",
    ),
    click.option("--text", default="", metavar="WORDS", help="Only rows that contain these words."),
    click.option("--sort", metavar="COLUMN", help="Sort by this column; -COLUMN sorts from high to low."),
    click.option(
        "--format", type=click.Choice(FORMATS), help="What to write; else as FILE ends, else Markdown."
    ),
    click.option(
        "-o",
        "--output",
        type=click.Path(path_type=Path),
        metavar="FILE",
        help="Write here, not to standard output.",
    ),
    database_option,
    click.option("--force", is_flag=True, help="Replace FILE if it exists."),
)
"""In the order of the help."""


def looking(*left_out: str) -> Callable[[F], F]:
    """Give a command the options of a question, but for some (as `--person`)."""

    def add(command: F) -> F:
        for option in reversed(OPTIONS):
            option(command)
        parameters = getattr(command, "__click_params__", [])
        parameters[:] = [one for one in parameters if not set(left_out) & set(one.opts)]
        return command

    return add


def write_view(view: str, choices: Choices, narrow: Callable[[View], View] | None = None) -> None:
    """Answer a question and write the answer where the options say.

    Args:
        view: name of the question.
        choices: what the options say.
        narrow: takes a part of the answer; None for all of it.
    """
    from importers.saving import refuse_existing, save
    from tui.commands.telling import ON_STDOUT, show
    from tui.exports import export as write

    output = choices["output"]
    to_file = output is not None and str(output) != ON_STDOUT
    if output is not None and to_file:
        refuse_existing(output, force=choices["force"])
    answer = _answer(view, choices)
    text = write(narrow(answer) if narrow else answer, choices["format"] or _format_of(output))
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
        lens = lens_of(opened, view, choices)
        if lens.sort_column:
            _check_sort(ask(opened, view, lens.at(sort=None), 0, 1), lens.sort_column)
        return ask(opened, view, lens)


OF_ONE: Final = {
    "candidate": ("person", '"Alice Perry"'), "contest": ("contest", "nec-clp-2014"), "division": ("division", "nec-2016-07-12"),
    "claim": ("claim", "lf-2014-swing"), "faction": ("faction", "momentum"), "source": ("source", "ll2014"),
    "evidence": ("row", '"candidacies nec-clp-2012/kate-osamor"'),
}  # fmt: skip
"""Views of one thing, each with the option that names it and an example."""

LATEST: Final = frozenset({"contest", "brief"})
"""Views of one contest: of a body it is the latest."""


def _check_place(view: str, choices: Choices) -> None:
    """See that the views of one thing are told of which."""
    named = view in LATEST and choices["body"]
    if view == "brief" and not named and not choices["contest"]:
        raise SlatewatchError("a brief needs a contest, such as `slatewatch brief nec-clp-2014`.")
    option, example = OF_ONE.get(view, ("", ""))
    if option and not named and not choices[option]:  # type: ignore[literal-required]
        raise SlatewatchError(f"the {view} view needs --{option}, such as --{option} {example}.")
    if choices["section"] and not choices["body"]:
        raise SlatewatchError("--section needs --body, such as --body nec --section clp.")


def _check_sort(view: View, column: str) -> None:
    """See that the view has the column to sort by."""
    keys = [column.key for column in view.columns]
    if column not in keys:
        raise SlatewatchError(
            f"{view.name} has no column {column!r} to sort by; its columns are {', '.join(keys)}."
        )


def lens_of(opened: Connection, view: str, choices: Choices) -> Lens:
    """What the options look at, with every name found out.

    Raises:
        Missing: the record does not hold what an option names.
    """
    from db.lens import Lens
    from db.view import Origin
    from db.wayfinding.names import resolve
    from db.wayfinding.rows import fact_named

    body = resolve(opened, "body", choices["body"]) if choices["body"] else None
    named = {}
    for kind in ("section", "contest", "person", "division", "claim", "source", "scheme", "scenario"):
        text = choices[kind]
        named[kind] = resolve(opened, kind, text, body) if text else None
    against = choices["against"]
    if against and not looks_like_date(against):
        against = resolve(opened, "contest", against, body)
    factions = [resolve(opened, "faction", text) for text in choices["faction"]]
    row = str(Origin("", "", (fact_named(opened, choices["row"]),))) if choices["row"] else None
    beside = resolve(opened, "scheme", choices["beside"]) if choices["beside"] else None
    of_one = view == "faction"  # the first is whose record it is
    return Lens(
        body=body,
        date=choices["date"],
        against=against,
        grouping=choices["grouping"],
        beside=beside,
        row=row,
        faction=factions[0] if of_one else None,
        factions=frozenset(factions[of_one:]),
        text=choices["text"],
        sort=choices["sort"],
        **named,
    )
