"""What the options of `slatewatch import` say, and the decisions that they are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypedDict

import click
from click.shell_completion import CompletionItem

from db.errors import SlatewatchError
from tui.commands.asking import agreed

if TYPE_CHECKING:
    from sqlite3 import Connection

    from importers.intake import Intake
    from importers.origin import Origin
    from importers.review.decisions import Decisions
    from importers.review.proposal import Plan


class Choices(TypedDict):
    """What the options say."""

    contest: str | None
    body: str | None
    section: str | None
    date: str | None
    seats: int | None
    unit: str | None
    make: bool
    make_factions: bool
    form: str | None
    table: int | None
    columns: str | None
    person: tuple[str, ...]
    new: tuple[str, ...]
    faction: tuple[str, ...]
    accept: tuple[str, ...]
    accept_all: bool
    show: tuple[str, ...]
    publisher: str | None
    title: str | None
    address: str | None
    source_date: str | None
    dry_run: bool
    yes: bool
    as_json: bool
    db: str | None


class FormatName(click.ParamType[str]):
    """The name of a format that can be read."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Accept a name.

        Raises:
            SlatewatchError: there is no such format.
        """
        from importers.formats.reading import names

        if value not in names():
            raise SlatewatchError(f"{value!r} is no format; expected one of {', '.join(names())}.")
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the names."""
        from importers.formats.reading import names

        return [CompletionItem(one) for one in names() if one.startswith(incomplete)]


def decisions_of(connection: Connection, choices: Choices) -> Decisions:
    """What the options say of the results."""
    from db.wayfinding.names import resolve
    from importers.review.decisions import SOMEBODY_NEW, Decisions, Wanted

    wanted = Wanted(
        *(choices["contest"], choices["body"], choices["section"], choices["date"], choices["seats"]),
        unit=choices["unit"],
        new=choices["make"],
    )
    persons = dict.fromkeys(choices["new"], SOMEBODY_NEW)
    for name, key in _pairs("--person", choices["person"], "NAME=KEY"):
        persons[name] = resolve(connection, "person", key)
    factions = {
        label: key if key in ("", "+") else resolve(connection, "faction", key)
        for label, key in _pairs("--faction", choices["faction"], "LABEL=KEY")
    }
    ticks, shown = dict.fromkeys(choices["accept"], True), dict.fromkeys(choices["show"], True)
    return Decisions(
        wanted,
        persons=persons,
        factions=factions,
        ticks=ticks,
        shown=shown,
        make_factions=choices["make_factions"],
    )


def see_answered(made: Plan, choices: Choices) -> None:
    """See that every answer is one to something that was found: a slip of the pen would leave a question open unseen.

    Raises:
        SlatewatchError: an answer names what is not there.
    """
    names = {row.found.name for one in made.proposals for row in one.rows}
    names |= {seat.seat.name for one in made.proposals for seat in one.seats}
    labels = {row.found.slate for one in made.proposals for row in one.rows}
    labels |= {one.backing.label for each in made.proposals for row in each.rows for one in row.backed}
    labels |= {seat.seat.faction for one in made.proposals for seat in one.seats}
    keys = {item.key for one in made.proposals for item in one.items}
    persons = _pairs("--person", choices["person"], "NAME=KEY")
    factions = _pairs("--faction", choices["faction"], "LABEL=KEY")
    _see_found("--person", [name for name, _ in persons], names, "name")
    _see_found("--new", choices["new"], names, "name")
    _see_found("--faction", [label for label, _ in factions], labels - {""}, "label")
    _see_found("--accept", choices["accept"], keys, "item")
    _see_found("--show", choices["show"], keys, "item")


def _see_found(option: str, said: Sequence[str], found: set[str], kind: str) -> None:
    from rapidfuzz import process

    for one in said:
        if one not in found:
            near = [name for name, _, _ in process.extract(one, sorted(found), limit=3)]
            hint = f", such as {', '.join(near)}" if near else ""
            raise SlatewatchError(
                f"{option} {one!r}: found no such {kind}, expected one of the source{hint}."
            )


def _pairs(option: str, said: tuple[str, ...], expected: str) -> list[tuple[str, str]]:
    """The two sides of answers such as `NAME=KEY`."""
    pairs = []
    for answer in said:
        name, sign, key = answer.rpartition("=")
        if not sign:
            raise SlatewatchError(f"{option} {answer!r}: found no `=`; expected {expected}.")
        pairs.append((name.strip(), key.strip()))
    return pairs


def accepting(made: Plan, decisions: Decisions) -> Decisions:
    """Every doubtful item accepted, and every likely contest."""
    from importers.review.decisions import Wanted
    from importers.review.proposal import DOUBTFUL

    likely = {
        number: Wanted(one.target.key)
        for one in made.proposals
        if one.unsure and one.target
        for number in one.results
    }
    decided = decisions._replace(contests=likely | dict(decisions.contests))
    doubtful = {item.key: True for one in made.proposals for item in one.items if item.kind == DOUBTFUL}
    return decided._replace(ticks=doubtful | dict(decisions.ticks))


def origins_of(intake: Intake, choices: Choices) -> list[Origin]:
    """The files as they are to be cited."""
    return [
        one._replace(
            publisher=choices["publisher"],
            title=choices["title"],
            address=choices["address"],
            date=choices["source_date"],
        )
        for one in intake.origins
    ]


def may_store(choices: Choices) -> bool:
    """Whether what is certain is to be stored.

    Raises:
        SlatewatchError: nobody is there to be asked.
    """
    if choices["dry_run"]:
        return False
    unasked = "nothing was stored; --yes stores what is certain without asking."
    return agreed("Store what is certain?", unasked, yes=choices["yes"])
