"""One faction through time: every contest in which it had candidates, who came and who left, the seats that it holds.

A faction's candidacies are those on its own slate, and on the slate of whatever is within it on the day.  Backing without a
slate is another thing and counted apart.
"""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.errors import Missing
from db.lens import Lens, Place
from db.questions.faction.chart import chart
from db.questions.faction.persons import Held, most_table, moved_tables
from db.questions.faction.tables import endorsed_table, kin_table, place_table
from db.questions.faction.words import described, findings, notes
from db.reading.citations import Citations
from db.reading.factions import Factions
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.place import in_words, where
from db.reading.standing import Fared, Standing
from db.reading.standing.crossings import who_came_and_left
from db.view import NO_SLATE, Column, Fact, Faction, Kind, Row, Tone, View

COLUMNS = (
    Column("date", "Date", Kind.DATE),
    Column("body", "Body"),
    Column("section", "Section"),
    Column("kind", "Kind", wide=True),
    Column("candidates", "Stood", Kind.NUMBER),
    Column("elected", "Elected", Kind.NUMBER),
    Column("seats", "Seats", Kind.NUMBER, wide=True),
    Column("success", "Success", Kind.SHARE),
    Column("votes", "Votes", Kind.NUMBER, optional=True),
    Column("unit", "Unit", optional=True, wide=True),
    Column("share", "Share", Kind.SHARE, optional=True),
    Column("change", "Change", Kind.POINTS, optional=True),
    Column("unknown", "Not known", Kind.NUMBER, optional=True, wide=True),
    Column("pending", "Pending", Kind.NUMBER, optional=True, wide=True),
    Column("withdrawn", "Withdrawn", Kind.NUMBER, optional=True, wide=True),
    Column("slates", "Slates", Kind.FACTIONS, optional=True, wide=True),
    Column("contest", "Contest", wide=True),
    Column("basis", "Basis", optional=True),
)

NEWEST = 250
"""So many contests are listed on a screen; an export has all of them."""

LOOKED = 1_500
"""So many of the newest candidacies are looked through for who came and left on a screen; for an export all."""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """The record of the lens's faction within its body and section, up to its day.

    Raises:
        Missing: the lens names no faction, or what is not there.
    """
    place, factions, citations = where(connection, lens), Factions(connection), Citations(connection)
    faction = _faction(lens, factions)
    standing = Standing(connection, lens, factions, place, faction)
    tallies = standing.tallies()
    newest, looked = (None, None) if limit is None else (NEWEST, LOOKED)
    fared = standing.fared(standing.newest(newest))
    moved = who_came_and_left(connection, standing, lens.date, looked)
    held = Held(connection, standing, lens.date or _last_day(connection, place.body))
    rows = _rows(lens, standing, fared)
    tables = (
        place_table(connection, lens, standing, tallies, held),
        *moved_tables(connection, lens, factions, *moved),
        held.table(),
        most_table(connection, standing),
        kin_table(connection, faction, factions, citations),
        endorsed_table(connection, standing),
    )
    said = described(connection, factions.ids[faction.key], citations)
    incomplete = any(one.share is None or one.votes is None for one in fared)
    until = f"up to {written(lens.date)}" if lens.date else ""
    view = View(
        name="faction",
        title=f"Faction: {', '.join(filter(None, (faction.name, place.body_name, place.section_name)))}",
        lens=lens,
        words=in_words(lens, factions, faction.name, place.body_short, place.section_name, until),
        findings=findings(standing, tallies, moved, held, looked),
        columns=_columns(lens),
        rows=rows,
        total=len(rows),
        tables=tuple(table for table in tables if table.rows),
        notes=notes(
            standing, tallies, len(fared), looked, said, incomplete=incomplete, open_ended=held.open_ended
        ),
        chart=chart(standing, fared),
        empty="" if fared else f"No candidacy for {faction.name} is on record here.",
        widen=() if fared or lens.body is None else (("b", "choose another body, or all of them"),),
    )
    return citations.numbered(narrowed(view, factions, what=f"contests of {faction.name}"))


def _columns(lens: Lens) -> tuple[Column, ...]:
    """The columns; the body goes first where there is little room and only one is looked at."""
    return tuple(
        one._replace(wide=one.wide or (one.key == "body" and lens.body is not None)) for one in COLUMNS
    )


def _faction(lens: Lens, factions: Factions) -> Faction:
    if lens.faction is None:
        raise Missing("The record of a faction is of one; name it.")
    if lens.faction == NO_SLATE.key:
        raise Missing("Whoever stood on no known slate is of no faction; as a filter `none` picks them.")
    if lens.faction not in factions.ids:
        raise Missing(f"There is no faction {lens.faction!r} in this record.")
    return factions.named(lens.faction)


def _last_day(connection: sqlite3.Connection, body: int | None) -> str:
    """The day of the last result on record: no clock says which day it is."""
    query = "SELECT max(date) FROM contest WHERE status = 'declared' AND (?1 IS NULL OR body_id = ?1)"
    return str(connection.execute(query, [body]).fetchone()[0] or "")


def _rows(lens: Lens, standing: Standing, fared: list[Fared]) -> tuple[Row, ...]:
    contests = [one.id for one in fared]
    own = standing.candidacies({*contests, *(one.earlier for one in fared if one.earlier)})
    stood = standing.slates(contests) if lens.factions else {}
    rows = []
    for one in fared:
        row = _row(one, stood.get(one.id, frozenset()), standing.faction)
        compared = [one.id, *([one.earlier] if one.earlier else [])]
        rests = (part for contest in compared for part in (own[contest], [Fact("contest", contest)]))
        rows.append(row._replace(facts=together(*rests)))
    return tuple(rows)


def _row(one: Fared, stood: frozenset[str], faction: Faction) -> Row:
    counts = one.counts
    figures = one.votes is not None or one.share is not None
    cells = (
        one.date, one.body, one.section, one.kind, counts.candidates, counts.elected if counts.known else None, one.seats,
        counts.success, one.votes, one.unit if figures else None, one.share, one.change, counts.unknown or None,
        counts.pending or None, counts.withdrawn or None, one.slates if one.slates != (faction,) else (), one.key, one.basis,
    )  # fmt: skip
    opens = Place("contest", Lens(body=one.body_key, section=one.section_key, contest=one.key))
    tone = Tone.STRONG if counts.elected else Tone.PLAIN if counts.known else Tone.FAINT
    return Row(one.key, cells, opens, stood, one.date, tone)
