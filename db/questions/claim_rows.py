"""Published claims as rows beside what the figures give: of the list of claims, and under the result that they are about."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from db.lens import Lens, Place
from db.measures.verdicts import Verdict
from db.reading.claims import Book, Claim, Judged, claims_of_contest, judged, sources_of
from db.reading.claims.subjects import sides_of
from db.reading.claims.words import about, stated
from db.reading.factions import Factions
from db.view import Column, Kind, Row, Table, Tone

COLUMNS = (
    Column("verdict", "Verdict"),
    Column("words", "As published"),
    Column("stated", "Stated", wide=True),
    Column("gives", "The figures give"),
    Column("about", "Measure", wide=True),
    Column("publisher", "Published by", wide=True),
    Column("published", "Published", Kind.DATE, wide=True),
    Column("rests", "Rests on", optional=True, wide=True),
    Column("note", "Note", optional=True, wide=True),
)

TONES = {Verdict.FAILS: Tone.NOTABLE, Verdict.OPEN: Tone.FAINT}


def judged_in_order(book: Book, claims: Sequence[Claim]) -> list[Judged]:
    """Claims with their verdicts: what does not hold first, then the newest contest, then as recorded."""
    return sorted(
        (judged(book, claim, readings=False) for claim in claims), key=lambda one: _order(book, one)
    )


def _order(book: Book, one: Judged) -> tuple[int, int, int]:
    day = int((_date(book, one) or "0").replace("-", "").ljust(8, "0"))
    return one.verdict.order, -day, one.claim.id


def _date(book: Book, one: Judged) -> str | None:
    return book.contest(one.claim.contest).date if one.claim.contest is not None else None


def rows_of(book: Book, found: Sequence[Judged]) -> tuple[Row, ...]:
    """A row a claim; enter opens it."""
    published = sources_of(book.connection, [one.claim.id for one in found])
    return tuple(_row(book, one, *published.get(one.claim.id, ("", ""))) for one in found)


def _row(book: Book, one: Judged, publisher: str, date: str) -> Row:
    claim = one.claim
    cells = (
        str(one.verdict), claim.words, stated(claim) or None, one.reading.gives or f"not known: {one.reading.missing}",
        about(book, claim), publisher or None, date or None, one.rests or None, claim.note,
    )  # fmt: skip
    opens = Place("claim", Lens(claim=claim.key))
    tone = TONES.get(one.verdict, Tone.PLAIN)
    return Row(claim.key, cells, opens, sides_of(book, claim), _date(book, one), tone, facts=one.facts)


def claim_table(connection: sqlite3.Connection, factions: Factions, contest: int) -> Table:
    """The claims on a contest, for under its result; without rows where none is on record."""
    book = Book(connection, factions)
    rows = rows_of(book, judged_in_order(book, claims_of_contest(connection, contest)))
    return Table("claims", "Published claims", COLUMNS, rows)
