"""A contest that is to be made: body, section, date, seats and unit, asked in one form."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Mapping

from db.errors import Missing, SlatewatchError
from db.lens import Lens
from db.view import Kind
from db.wayfinding.names import resolve
from importers.results.result import Result
from importers.review.decisions import Wanted
from tui.cells import written
from tui.dialogs.day import day
from tui.review.form import Field


def fields(result: Result, lens: Lens) -> tuple[Field, ...]:
    """The lines, filled with what the source says, with the parts of its title, else with the place on view."""

    def said(field: str, otherwise: str | None = None) -> str:
        value = result.fact(field)
        return str(value) if value is not None else otherwise or ""

    parts = [part for one in result.title.split(",") if (part := one.strip()) and day(part) is None]
    if result.fact("body") is None and len(parts) > 1:
        lens = Lens(body=parts[0], section=parts[1])
    here = lens.body if result.fact("body") in (None, lens.body) else None
    date = result.fact("date")
    return (
        Field("body", "body", said("body", lens.body), "its key or name; made where it is not on record"),
        Field(
            "section",
            "section",
            said("section", here and lens.section),
            "may be left out where there is only one",
        ),
        Field(
            "date",
            "date",
            written(str(date), Kind.DATE) if date else "",
            "such as 15 September 2026, Sept 2026 or 2026",
        ),
        Field("seats", "seats", said("seats"), "how many were to be filled, if known"),
        Field("unit", "votes count", said("unit"), "such as members' votes, first preferences"),
    )


class Asking:
    """Makes an answer of what is typed; what is not on record has to be typed twice before it is made."""

    def __init__(self, connection: Callable[[], sqlite3.Connection]) -> None:
        self.connection = connection
        self._refused: dict[str, str] = {}

    def __call__(self, typed: Mapping[str, str]) -> Wanted:
        """The contest that is wanted.

        Raises:
            SlatewatchError: something is missing or cannot be read, or is not on record and was not typed twice.
        """
        date, seats = _date(typed["date"]), _seats(typed["seats"])
        if not typed["body"]:
            raise SlatewatchError("body: found nothing, expected the body that was elected to.")
        wanted = Wanted(None, typed["body"], typed["section"] or None, date, seats, typed["unit"] or None)
        try:
            self._look_up(wanted)
        except Missing as missing:
            if self._refused != dict(typed) or not (typed["section"] and typed["body"]):
                self._refused = dict(typed)
                making = "Enter again makes it." if typed["section"] else "Name the section to make it."
                raise SlatewatchError(f"{missing} {making}") from None
            return wanted._replace(new=True)
        return wanted

    def _look_up(self, wanted: Wanted) -> None:
        connection = self.connection()
        body = resolve(connection, "body", wanted.body or "")
        if wanted.section:
            resolve(connection, "section", wanted.section, body)
            return
        query = "SELECT section.name FROM section JOIN body ON body.id = body_id WHERE body.key = ? ORDER BY section.position"
        names = [str(name) for (name,) in connection.execute(query, [body])]
        if len(names) != 1:
            raise SlatewatchError(
                f"section: found nothing, expected one of {', '.join(names[:20]) or 'those elected'}."
            )


def _date(text: str) -> str:
    found = day(text)
    if found is None:
        found_words = repr(text[:40]) if text else "nothing"
        raise SlatewatchError(
            f"date: found {found_words}, expected a day, a month or a year such as 15 Sept 2026."
        )
    return found


def _seats(text: str) -> int | None:
    if not text:
        return None
    if not text.isascii() or not text.isdigit() or int(text) > 10_000:
        raise SlatewatchError(f"seats: found {text[:40]!r}, expected a whole number up to 10,000.")
    return int(text)
