"""Published claims beside what the figures give: of a contest, of a body or section, or of the whole record."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.dates import written
from db.errors import Missing
from db.lens import Lens
from db.questions.claim_rows import COLUMNS, judged_in_order, rows_of
from db.questions.claims.words import findings, notes
from db.reading.citations import Citations
from db.reading.claims import Book, Claim, claims_of_contest, claims_of_place, claims_of_round
from db.reading.factions import Factions
from db.reading.narrowing import narrowed
from db.reading.place import Where, in_words, where
from db.view import View


class Scope(NamedTuple):
    """Where claims are looked for."""

    lens: Lens
    place: Where
    claims: list[Claim]
    day: str
    """The contest or round in words; blank for none."""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """The claims on the lens's contest or round, else on its section or body, else all; what does not hold comes first.

    Raises:
        Missing: the lens names what is not there.
    """
    factions = Factions(connection)
    scope = _scope(connection, lens)
    book = Book(connection, factions)
    found = judged_in_order(book, scope.claims)
    rows = rows_of(book, found)
    place = ", ".join(filter(None, (scope.place.body_name, scope.place.section_name, scope.day)))
    view = View(
        name="claims",
        title=f"Published claims{': ' + place if place else ''}",
        lens=scope.lens,
        words=in_words(
            scope.lens,
            factions,
            scope.place.body_short,
            scope.place.section_name,
            scope.day,
            "published claims",
        ),
        findings=(),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        empty="" if rows else "No published claim is on record here; K keeps one.",
    )
    shown = narrowed(view, factions, what="published claims")
    let_through = {row.key for row in shown.rows}
    seen = [one for one in found if one.claim.key in let_through]
    return Citations(connection).numbered(shown._replace(findings=findings(seen, rows), notes=notes(seen)))


def _scope(connection: sqlite3.Connection, lens: Lens) -> Scope:
    if lens.contest is None:
        place = where(connection, lens)
        return Scope(lens, place, claims_of_place(connection, place.body, place.section), "")
    query = """
        SELECT contest.id, body.key, section.key, contest.date FROM contest JOIN body ON body.id = contest.body_id
        JOIN section ON section.id = contest.section_id WHERE contest.key = ?
    """
    contest = connection.execute(query, [lens.contest]).fetchone()
    if contest is not None:
        lens = lens.at(body=contest[1], section=contest[2])
        day = written(contest[3]) or str(lens.contest)
        return Scope(lens, where(connection, lens), claims_of_contest(connection, contest[0]), day)
    held = connection.execute("SELECT id, name FROM round WHERE key = ?", [lens.contest]).fetchone()
    if held is None:
        raise Missing(f"There is no contest {lens.contest!r} in this record.")
    lens = lens.at(section=None)
    return Scope(lens, where(connection, lens), claims_of_round(connection, held[0]), held[1])
