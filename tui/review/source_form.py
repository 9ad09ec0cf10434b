"""How a source is to be cited: who published it, its title, its address, when."""

from __future__ import annotations

from collections.abc import Mapping

from db.errors import SlatewatchError
from importers.origin import Origin
from importers.results.text import clean
from tui.dialogs.day import day
from tui.review.form import Field


def fields(origin: Origin) -> tuple[Field, ...]:
    """The lines, as far as they are known."""
    return (
        Field("publisher", "publisher", origin.publisher or "", "such as LabourList"),
        Field("title", "title", origin.title or "", f"else {origin.name}"),
        Field("address", "address", origin.address or "", "https://…"),
        Field("date", "date", origin.date or "", "when it was published"),
    )


def cited(origin: Origin, typed: Mapping[str, str]) -> Origin:
    """The file with what was typed.

    Raises:
        SlatewatchError: the date cannot be read.
    """
    publisher, title, address = (clean(typed[name]) or None for name in ("publisher", "title", "address"))
    date = day(typed["date"]) if typed["date"] else None
    if typed["date"] and date is None:
        raise SlatewatchError(f"date: found {typed['date'][:40]!r}, expected a day such as 15 Sept 2026.")
    return origin._replace(publisher=publisher, title=title, address=address, date=date)
