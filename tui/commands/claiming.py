"""The options by which a claim is said on the command line, and the claim that they mean."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final, TypedDict, TypeVar

import click

from tui.commands.kinds import IsoDate, Named

if TYPE_CHECKING:
    from sqlite3 import Connection

    from db.editing.claims import Entry

F = TypeVar("F", bound=Callable[..., Any])

PLAIN: Final = ("measure", "round", "bloc", "other_bloc", "kinds", "least", "since", "note")
"""Options whose words stand in the columns of a claim as they are."""

NAMED: Final = {
    "contest": "contest", "against": "contest", "division": "division", "faction": "faction", "other": "faction",
    "scheme": "scheme", "person": "person", "rival": "person", "of": "claim", "than": "claim",
}  # fmt: skip
"""Options that name something of the record, and of what kind it is."""


class Said(TypedDict):
    """What the options of a claim say."""

    measure: str
    contest: str | None
    against: str | None
    round: str | None
    division: str | None
    faction: str | None
    other: str | None
    scheme: str | None
    bloc: str | None
    other_bloc: str | None
    person: str | None
    rival: str | None
    endorsed: bool
    kinds: str | None
    of: str | None
    than: str | None
    stated: str | None
    least: float | None
    since: str | None
    note: str | None
    key: str | None
    source: str | None
    publisher: str | None
    title: str | None
    address: str | None
    published: str | None
    place: str | None


def _named(option: str, kind: str, words: str) -> Callable[[F], F]:
    return click.option(option, type=Named(kind), metavar=kind.upper(), help=words)


OPTIONS = (
    click.option("--measure", required=True, metavar="MEASURE", help="What should reproduce it, such as share or seats."),
    _named("--contest", "contest", "The contest that it speaks of."),
    _named("--against", "contest", "The contest compared with."),
    click.option("--round", metavar="ROUND", help="Instead of a contest, all contests of a round."),
    _named("--division", "division", "The division that it speaks of."),
    _named("--faction", "faction", "Of whom: a faction."),
    click.option("--bloc", metavar="BLOC", help="Of whom: a bloc of --scheme."),
    _named("--person", "person", "Of whom: a person."),
    _named("--scheme", "scheme", "The scheme of the blocs."),
    _named("--other", "faction", "Compared with this faction."),
    click.option("--other-bloc", metavar="BLOC", help="Compared with this bloc of --scheme."),
    _named("--rival", "person", "Compared with this person."),
    click.option("--endorsed", is_flag=True, help="Count those whom the faction endorsed, too."),
    click.option("--kinds", metavar="KIND", help="Only contests of this kind, such as regular."),
    _named("--of", "claim", "The claim whose figure is set against another."),
    _named("--than", "claim", "The claim that it is set against."),
    click.option("--stated", metavar="FIGURE", help='The figure as stated: 55.2, "over 45%", "4 of 6", "17 to 14".'),
    click.option("--least", type=float, metavar="SEATS", help="For first since: at least so many seats."),
    click.option("--since", type=IsoDate(), metavar="YEAR", help="For first since: when it was last so."),
    click.option("--note", metavar="WORDS", help="What a reader should know."),
    click.option("--key", metavar="KEY", help="Of the claim; else made of the publisher and the words."),
    click.option("--source", metavar="KEY", help="The source, where it is on record."),
    click.option("--publisher", metavar="NAME", help="Who published it."),
    click.option("--title", metavar="TITLE", help="The title of the page."),
    click.option("--address", metavar="ADDRESS", help="The address of the page."),
    click.option("--published", type=IsoDate(), metavar="DATE", help="When it was published."),
    click.option("--place", metavar="WORDS", help="Where in the page: a paragraph, a line."),
)  # fmt: skip
"""In the order of the help."""


def claiming(command: F) -> F:
    """Give a command the options of a claim."""
    for option in reversed(OPTIONS):
        option(command)
    return command


def entry_of(opened: Connection, words: str, said: Said) -> Entry:
    """The claim that the options mean.

    Raises:
        SlatewatchError: one of them names what is not on record, or is none of the words allowed.
    """
    from db.editing.claims import Entry, Page, key_for
    from db.editing.stating import figure_of
    from db.wayfinding.names import resolve
    from importers.claims_file import claim_of

    given: dict[str, object] = {**said}
    values = {name: given[name] for name in PLAIN}
    for name, kind in NAMED.items():
        values[name] = resolve(opened, kind, str(text)) if (text := given[name]) else None
    if said["stated"]:
        values |= figure_of(said["stated"])._asdict()
    values["counting"] = "endorsement" if said["endorsed"] else None
    values["sources"] = said["source"]
    key = said["key"] or key_for(opened, said["publisher"] or said["source"], words)
    page = Page(said["publisher"], said["title"], said["address"], said["published"], said["place"])
    return Entry(claim_of({**values, "claim": key, "words": words}), page)
