"""What the words on the command line may be, and how a shell completes them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click
from click.shell_completion import CompletionItem

from db.errors import SlatewatchError

if TYPE_CHECKING:
    from collections.abc import Iterable

database_option = click.option(
    "--db", type=click.Path(), metavar="FILE", is_eager=True, help="The database; else your own."
)
"""Which database a command works on; read before the words that are completed from it."""


class ViewName(click.ParamType[str]):
    """The name of a view."""

    name = "view"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Accept the name of a view.

        Raises:
            SlatewatchError: there is none of this name.
        """
        from db.lens import VIEWS

        if value not in VIEWS:
            from difflib import get_close_matches

            meant = get_close_matches(value.lower(), VIEWS, n=1)
            hint = f"did you mean {meant[0]}?" if meant else f"the views are {', '.join(VIEWS)}."
            raise SlatewatchError(f"{value!r} is no view; {hint}")
        return value

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer the names."""
        from db.lens import VIEWS

        return [CompletionItem(view) for view in VIEWS if view.startswith(incomplete)]


class Named(click.ParamType[str]):
    """Something of the record, by its key or by its name; what it is is found out in the database."""

    def __init__(self, kind: str) -> None:
        """Take the kind of thing: body, section, contest, division, person or faction."""
        self.name = kind

    def shell_complete(
        self, ctx: click.Context, param: click.Parameter, incomplete: str
    ) -> list[CompletionItem]:
        """Offer what the database holds; silent about any problem, since a shell has no place to show one."""
        from tui.plain import plain

        try:
            return [CompletionItem(key, help=plain(name)) for key, name in self._known(ctx, incomplete)]
        except Exception:
            return []

    def _known(self, ctx: click.Context, incomplete: str) -> Iterable[tuple[str, str]]:
        """What the database completes the word to: keys with names, sections only of the body named."""
        from db.wayfinding.names import completions, resolve
        from tui.commands.opening import connection, database

        with connection(database(ctx.params.get("db"))) as opened:
            named = ctx.params.get("body") if self.name == "section" else None
            body = resolve(opened, "body", named) if named else None
            return completions(opened, self.name, incomplete, body)


class IsoDate(click.ParamType[str]):
    """A day, a month or a year."""

    name = "date"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """Accept a date as precise as it is known.

        Raises:
            SlatewatchError: it is no date.
        """
        if not looks_like_date(value):
            raise SlatewatchError(
                f"{value!r} is no date; expected YYYY, YYYY-MM or YYYY-MM-DD before the year 9999, such as 2014-08-20."
            )
        return value


def looks_like_date(text: str) -> bool:
    """Whether a text is a date of the calendar, in ASCII figures."""
    from db.dates import is_date

    return text.isascii() and is_date(text)
