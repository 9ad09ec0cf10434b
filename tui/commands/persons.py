"""`slatewatch merge`, `distinct` and `alike`: persons who are one, persons who are two, and who may be."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import click

from tui.commands.asking import agreed
from tui.commands.kinds import Named, database_option

if TYPE_CHECKING:
    from sqlite3 import Connection

MERGE = """\b
Examples:
  slatewatch alike
  slatewatch merge mike-payne michael-payne --dry-run
  slatewatch merge mike-payne michael-payne --yes
"""

DISTINCT = """\b
Example:
  slatewatch distinct lucy-powell lucy-powell-2010 --note "the member of parliament, and a member in Hull"
"""


@click.command(epilog=MERGE)
@click.argument("gone", type=Named("person"), metavar="GONE")
@click.argument("kept", type=Named("person"), metavar="KEPT")
@click.option("--dry-run", is_flag=True, help="Only say what would move.")
@click.option("--yes", is_flag=True, help="Merge without asking.")
@database_option
def merge(gone: str, kept: str, *, dry_run: bool, yes: bool, db: str | None) -> None:
    """Say that the person GONE is the person KEPT: all that is on record of the one moves to the other.

    The name of GONE becomes another name of KEPT, and its key goes on leading there. Two who stood in one contest are not
    merged. `slatewatch undo` takes a merge back.
    """
    from db import ledger
    from db.identity import merging
    from db.wayfinding.names import resolve
    from tui.commands.opening import connection, database
    from tui.commands.telling import report, show
    from tui.plain import plain

    path = database(db)
    with connection(path) as opened:
        keys = resolve(opened, "person", gone), resolve(opened, "person", kept)
        one, other = (merging.person(opened, key) for key in keys)
        words = merging.proposed(opened, one, other).words
    show(f"{plain(f'{one.name} ({one.key}) is {other.name} ({other.key}): {words}.')}\n")
    unasked = "nothing was changed; --yes merges without asking."
    if dry_run or not agreed("Merge them?", unasked, yes=yes):
        report("Nothing was changed.")
        return
    with closing(ledger.writable(path)) as writing:
        number = merging.merged(writing, *keys)
    report(f"Merged as import {number}; `slatewatch undo {number}` takes it back.")


@click.command(epilog=DISTINCT)
@click.argument("one", type=Named("person"), metavar="ONE")
@click.argument("other", type=Named("person"), metavar="OTHER")
@click.option("--note", metavar="WORDS", help="How it is known.")
@database_option
def distinct(one: str, other: str, *, note: str | None, db: str | None) -> None:
    """Say that the persons ONE and OTHER are two, however alike their names are.

    They are not suggested for each other again, and not merged. `slatewatch undo` takes that back.
    """
    from db import ledger
    from db.identity import merging
    from db.wayfinding.names import resolve
    from tui.commands.opening import connection, database
    from tui.commands.telling import report

    path = database(db)
    with connection(path) as opened:
        keys = resolve(opened, "person", one), resolve(opened, "person", other)
    with closing(ledger.writable(path)) as writing:
        number = merging.set_apart(writing, *keys, note)
    if number is None:
        report(f"{keys[0]} and {keys[1]} are known to be two already.")
    else:
        report(
            f"{keys[0]} and {keys[1]} are two: kept as import {number}; `slatewatch undo {number}` takes it back."
        )


@click.command()
@click.argument("person", type=Named("person"), metavar="[PERSON]", required=False)
@click.option(
    "--limit", type=click.IntRange(1), default=50, show_default=True, help="Pairs listed at the most."
)
@database_option
def alike(person: str | None, limit: int, db: str | None) -> None:
    """List persons on record who may be one and the same, the likeliest first, each pair with the reason.

    With PERSON, only who may be that one. Pairs that were declared two, and those who stood in one contest, are left out.
    """
    from tui.commands.opening import connection, database
    from tui.commands.telling import report, show
    from tui.plain import plain

    with connection(database(db)) as opened:
        lines = _like(opened, person) if person else _pairs(opened)
    show("".join(f"{plain(line)}\n" for line in lines[:limit] or ["Nobody on record looks like another."]))
    if lines:
        shown = f"{limit} of {len(lines):,} listed. " if len(lines) > limit else ""
        report(f"{shown}`slatewatch merge` makes one of two, `slatewatch distinct` keeps them two.")


def _like(opened: Connection, person: str) -> list[str]:
    from db.identity import Names, merging
    from db.wayfinding.names import resolve

    one = merging.person(opened, resolve(opened, "person", person))
    found = Names(opened).like(one.id, most=1_000)
    return [f"{one.key} {other.key}: {one.name}, {other.name}: {other.reason}" for other in found]


def _pairs(opened: Connection) -> list[str]:
    from db.identity.duplicates import likely_same

    return [
        f"{one.gone} {one.kept}: {one.gone_name}, {one.kept_name}: {one.reason}"
        for one in likely_same(opened)
    ]
