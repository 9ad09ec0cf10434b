"""`slatewatch audit`: every check of the record, for people and for scripts, and reasons for what it finds."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from typing import TYPE_CHECKING

import click

from db.errors import SlatewatchError
from tui.commands.kinds import Named, database_option

if TYPE_CHECKING:
    from sqlite3 import Connection

    from db.lens import Lens
    from db.view import Row, View

EPILOG = """\b
Examples:
  slatewatch audit
  slatewatch audit nec/clp
  slatewatch audit nec-clp-2014 --json
  slatewatch audit --fail-on error
  slatewatch audit explain share-against-votes "candidacies nec-clp-1999/tom-sawyer" --reason "as printed"
"""

LEVELS = ("error", "warning", "notice")
"""As in `db.questions.audit.finding`, which is not imported for a help text; a test compares them."""

EXPLAIN = "explain"


@click.command(epilog=EPILOG)
@click.argument("words", nargs=-1, type=Named("body"), metavar="[WHERE | explain KIND ROW]")
@click.option("--json", "as_json", is_flag=True, help="Write JSON, as `slatewatch export audit` does.")
@click.option(
    "--fail-on",
    type=click.Choice(LEVELS),
    help="Leave with status 1 where something so grave is unexplained.",
)
@click.option("--reason", metavar="WORDS", help="With explain: why the finding is as it is.")
@click.option("--source", metavar="SOURCE", help="With explain: the key of a source that says so.")
@database_option
def audit(
    words: tuple[str, ...],
    *,
    as_json: bool,
    fail_on: str | None,
    reason: str | None,
    source: str | None,
    db: str | None,
) -> int:
    """Check the record: what cannot be, what somebody should look at, how things are known.

    WHERE is a body, a section as BODY/SECTION, or a contest; without it everything is checked. `audit explain` writes down
    why what the check KIND finds of ROW is as it is; `slatewatch undo` takes that back.
    """
    if words[:1] == (EXPLAIN,):
        _explain(words[1:], reason, source, db)
        return 0
    if reason is not None or source is not None or len(words) > 1:
        raise SlatewatchError(
            "--reason and --source, and more than one word, belong to `slatewatch audit explain KIND ROW --reason WORDS`."
        )
    from db.questions import ask
    from tui.commands.opening import connection, database
    from tui.commands.telling import show
    from tui.exports import export

    with connection(database(db)) as opened:
        view = ask(opened, "audit", _lens(opened, "".join(words)))
    show(export(view, "json") if as_json else _text(view))
    return int(fail_on is not None and _unexplained(view, fail_on) > 0)


def _explain(words: tuple[str, ...], reason: str | None, source: str | None, db: str | None) -> None:
    """Write down a reason.

    Raises:
        SlatewatchError: a word is missing, or there is no such check.
        Missing: there is no such row or source.
    """
    if len(words) < 2 or reason is None:
        raise SlatewatchError(
            "explain needs a check, a row and a reason, such as `slatewatch audit explain share-against-votes "
            '"candidacies nec-clp-1999/tom-sawyer" --reason "as printed"`.'
        )
    from db.editing.explanations import explained
    from db.questions.audit.kinds import KINDS
    from db.wayfinding.rows import fact_named
    from tui.commands.writing import done, writing

    if words[0] not in KINDS:
        from difflib import get_close_matches

        near = get_close_matches(words[0], KINDS, n=1)
        hint = f"did you mean {near[0]}?" if near else f"the checks are {', '.join(KINDS)}."
        raise SlatewatchError(f"{words[0]!r} is no check; {hint}")
    with writing(db) as connection:
        fact = fact_named(connection, " ".join(words[1:]))
        number = explained(connection, words[0], fact, reason, source)
    done("The reason was written down", number)


def _lens(opened: Connection, text: str) -> Lens:
    """What a word names: a body, a section of one, or a contest.

    Raises:
        Missing: it names nothing of the record.
    """
    from db.errors import Missing
    from db.lens import Lens
    from db.wayfinding.names import fitting, one_of, resolve, suggest

    if not text:
        return Lens()
    body, slash, section = text.partition("/")
    if slash:
        key = resolve(opened, "body", body)
        return Lens(body=key, section=resolve(opened, "section", section, key))
    for kind in ("body", "contest"):
        if keys := fitting(opened, kind, text):
            key = one_of(keys, text)
            return Lens(body=key) if kind == "body" else Lens(contest=key)
    near = ", ".join((*suggest(opened, "body", text)[:2], *suggest(opened, "contest", text)[:2]))
    raise Missing(
        f"There is no body and no contest {text!r} in this record{f'; the nearest are {near}' if near else ''}."
    )


def _unexplained(view: View, level: str) -> int:
    """How many findings of a level or a graver one nothing explains, those that are only counted among them."""
    grave = LEVELS[: LEVELS.index(level) + 1]
    kinds = next((table for table in view.tables if table.key == "kinds"), None)
    rows = kinds.rows if kinds else ()
    return sum(int(str(row.cells[2])) - int(str(row.cells[3])) for row in rows if row.cells[0] in grave)


def _text(view: View) -> str:
    """The answer for people: the counts, then the findings by severity and check."""
    from tui.plain import plain

    return "".join(f"{plain(line)}\n" for line in _lines(view))


def _lines(view: View) -> Iterator[str]:
    yield view.title
    yield from view.findings
    for severity, rows in groupby(view.rows, key=lambda row: row.cells[0]):
        by_check: dict[tuple[str, str], list[Row]] = {}
        for row in rows:
            by_check.setdefault((str(row.cells[1]), str(row.cells[7])), []).append(row)
        yield ""
        yield f"{str(severity).upper()}S: {sum(map(len, by_check.values())):,}"
        for (what, kind), some in by_check.items():
            yield ""
            yield f"{what} ({kind})"
            for row in some:
                yield from _finding(row)
    yield ""
    yield from view.notes


def _finding(row: Row) -> Iterator[str]:
    _, _, where, found, expected, reason, name, _ = row.cells
    yield f"  {where} [{name}]"
    yield f"    found {found}; expected {expected}"
    if reason:
        yield f"    explained: {reason}"
