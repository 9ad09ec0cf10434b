"""`slatewatch scenario`: what if; lists scenarios, makes them, and shows one beside the facts."""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING, Unpack

import click

from tui.commands.kinds import Named
from tui.commands.looking import BLANK, Choices, looking, write_view

if TYPE_CHECKING:
    from pathlib import Path
    from sqlite3 import Connection

    from db.editing.scenarios import Kept
    from tui.commands.supposing import Understood

EPILOG = """\b
Examples:
  slatewatch scenario
  slatewatch scenario "A swing of one point" --swing "nec-clp-2014:indep>clga=1"
  slatewatch scenario mine --body nec --seat "clp/Ann Black=Una New:Labour to Win" --lean "Gavin Sibthorpe=CLGA"
  slatewatch scenario mine --body nec --date 2020-11-13
  slatewatch composition nec --date 2020-11-13 --scenario mine
  slatewatch scenario mine --drop 2
"""


class Wishes(Choices):
    """What the options say, those that suppose among them."""

    seat: tuple[str, ...]
    fill: tuple[str, ...]
    lean: tuple[str, ...]
    move: tuple[str, ...]
    swing: tuple[str, ...]
    drop: tuple[int, ...]
    new: bool
    remove: bool


@click.command(epilog=EPILOG)
@click.argument("name", type=Named("scenario"), metavar="[NAME]", default="")
@click.option(
    "--seat",
    multiple=True,
    metavar="SECTION/HOLDER=NEWCOMER:FACTION",
    help="The seat of HOLDER goes to somebody else.",
)
@click.option(
    "--fill",
    multiple=True,
    metavar="SECTION=NEWCOMER:FACTION",
    help="A seat without a holder goes to NEWCOMER.",
)
@click.option("--lean", multiple=True, metavar="PERSON=FACTION", help="PERSON is counted with FACTION.")
@click.option(
    "--move",
    multiple=True,
    metavar="FACTION=SCHEME/BLOC",
    help="FACTION, with all within it, counts in BLOC.",
)
@click.option(
    "--swing",
    multiple=True,
    metavar="CONTEST:FROM>TO=POINTS",
    help="Points of all votes go from the slate FROM to the slate TO.",
)
@click.option(
    "--drop",
    multiple=True,
    type=click.IntRange(1),
    metavar="NUMBER",
    help="Drop the assumption of this number.",
)
@click.option("--new", is_flag=True, help="Make the scenario although nothing is supposed in it yet.")
@click.option("--remove", is_flag=True, help="Remove the scenario.")
@looking("--scenario", "--contest", "--person", "--division", "--against", "--beside")
def scenario(name: str, **wishes: Unpack[Wishes]) -> None:
    """List scenarios, make NAME or add to it, or show NAME beside the facts.

    A scenario is made by the first option that supposes something, or by --new. Where a FACTION is, the bloc of a scheme may be,
    as SCHEME/BLOC; a NEWCOMER need not be on record. Sections are those of --body, else of the first body; with --date a seat
    is the one held or empty on that day, else one of any time. Each step is kept as an import: `slatewatch undo` takes
    it back. The facts stay as they are.
    """
    from db.errors import SlatewatchError

    kinds = ("seat", "fill", "lean", "move", "swing")
    texts = [(kind, text) for kind in kinds for text in wishes[kind]]  # type: ignore[literal-required]
    deeds = sum((bool(texts) or wishes["new"], bool(wishes["drop"]), wishes["remove"]))
    if deeds > 1:
        raise SlatewatchError(
            "a scenario is added to, has assumptions dropped, or is removed: one at a time."
        )
    if deeds and not name:
        raise SlatewatchError("a scenario needs a name, such as `slatewatch scenario mine`.")
    if not deeds:
        _show(name, wishes)
    elif wishes["drop"] or wishes["remove"]:
        _take(name, wishes)
    else:
        _suppose(name, texts, wishes)


def _show(name: str, wishes: Wishes) -> None:
    """All scenarios, or one beside the facts."""
    shown = {key: value for key, value in wishes.items() if key in Choices.__annotations__}
    write_view("scenarios", {**BLANK, **shown, "scenario": name or None})  # type: ignore[typeddict-item]


def _suppose(name: str, texts: list[tuple[str, str]], wishes: Wishes) -> None:
    from db.editing.scenarios import suppose
    from db.ledger import writable
    from tui.commands.opening import connection, database
    from tui.commands.supposing import Reading
    from tui.commands.telling import report

    path: Path = database(wishes["db"])
    understood: list[Understood] = []
    with connection(path) as opened:
        reading = Reading(opened, _body(opened, wishes["body"]), wishes["date"])
        understood = [reading.understood(kind, text) for kind, text in texts]
    for one in understood:
        if one.said:
            report(one.said)
    with closing(writable(path)) as writing:
        kept = suppose(writing, name, [one.supposed for one in understood])
    made = "made" if kept.made else "added to"
    _report(kept, f"The scenario {kept.name} ({kept.key}) was {made}")


def _body(opened: Connection, text: str | None) -> str | None:
    """The key of the body whose sections are meant: the one named, else the first."""
    from db.lens import Lens
    from db.wayfinding.names import resolve
    from db.wayfinding.steps import with_body

    return resolve(opened, "body", text) if text else with_body(opened, Lens()).body


def _take(name: str, wishes: Wishes) -> None:
    from db.editing.scenarios import dropped, removed
    from db.ledger import writable
    from tui.commands.opening import database

    with closing(writable(database(wishes["db"]))) as writing:
        if wishes["remove"]:
            kept = removed(writing, name)
            words = f"The scenario {kept.name} was removed"
        else:
            kept = dropped(writing, name, wishes["drop"])
            words = f"The scenario {kept.name} has fewer assumptions"
    _report(kept, words)


def _report(kept: Kept, words: str) -> None:
    from tui.commands.telling import report

    report(f"{words}: kept as import {kept.number}; `slatewatch undo {kept.number}` takes it back.")
