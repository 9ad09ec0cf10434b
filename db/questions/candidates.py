"""The searchable list of candidacies: long, so read in windows, and every way of reading it is carried by an index.

A text finds the beginnings of words of names.  Where it finds few persons their ids are gathered from the search table;
where it finds many (one or two letters in a large record) the order's own index is walked and each name tested, since a
page fills at once.
"""

from __future__ import annotations

import sqlite3
from typing import Any

from db.errors import Missing
from db.lens import Lens, Place
from db.matching import beginnings, words_of
from db.questions.candidates_words import findings
from db.reading.citations import Citations
from db.reading.contests.career import Backed, endorsements
from db.reading.factions import Factions
from db.reading.filtering import Query, backwards, of_factions, tallied
from db.reading.here import WITH_PARTS
from db.reading.narrowing import emptied
from db.reading.place import Where, in_words, where
from db.view import Column, Fact, Kind, Row, Tone, View
from db.wording import plain_number

COLUMNS = (
    Column("person", "Candidate"),
    Column("date", "Date", Kind.DATE),
    Column("body", "Body"),
    Column("section", "Section"),
    Column("slate", "Slate", Kind.FACTION),
    Column("outcome", "Outcome"),
    Column("votes", "Votes", Kind.NUMBER),
    Column("unit", "Unit", wide=True),
    Column("share", "Share", Kind.SHARE),
    Column("rank", "#", Kind.NUMBER, wide=True),
    Column("endorsements", "Endorsed by", Kind.NAMES, wide=True),
    Column("contest", "Contest", wide=True),
    Column("basis", "Basis", optional=True),
)

ORDERS = {
    "person": "sort_name",
    "date": "date",
    "body": "body_id",
    "section": "section_id",
    "slate": "slate_id",
    "votes": "votes",
    "unit": "(SELECT unit FROM contest WHERE contest.id = contest_id AND votes IS NOT NULL)",
    "share": "share",
    "rank": "rank",
    "outcome": "outcome",
    "endorsements": """(SELECT faction.name FROM endorsement JOIN faction ON faction.id = faction_id
        WHERE candidacy_id = candidacy.id ORDER BY endorsement.id LIMIT 1)""",
    "contest": "(SELECT key FROM contest WHERE contest.id = contest_id)",
    "basis": "basis",
}
"""What the list is sorted by for each column.  Bodies, sections and slates stand in the order of the record."""

DENSE = 2.4
"""From so many times the root of all persons on, those found are too many to be gathered, and the order's index is walked.

A page of 128 is full after 128 rows by the share of persons found; so long as that is less than gathering them all, walking
is quicker.  The factor is measured, between 30,000 and 3,000,000 candidacies.
"""

BY_NAME = "sort_name, date DESC, id"
"""By name, and the newest candidacy of a person first."""

MANY = 20_000
"""From so many rows of the whole record on, the index of the order is walked and each row tested."""

MOST = 500
"""So many rows of a walk through a large record are counted for a window; beyond them the list says that there are more."""


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Candidacies of the lens's contest, section, body or the whole record.

    Raises:
        Missing: the lens names what is not there, or a column that the list cannot be sorted by.
    """
    place = where(connection, lens)
    factions, citations = Factions(connection), Citations(connection)
    query = _query(connection, lens, place, factions)
    total, more = _total(connection, lens, query, factions, window=limit is not None)
    query.many = lens.body is None and lens.contest is None and total > MANY
    view = View(
        name="candidates",
        title=f"Candidates: {', '.join(filter(None, (place.body_name, place.section_name))) or 'the whole record'}",
        lens=lens,
        words=in_words(
            lens, factions, place.body_short or "the whole record", place.section_name, lens.contest
        ),
        findings=findings(connection, lens, place, query, factions, total, more=more),
        columns=COLUMNS,
        rows=(),
        total=total,
        first=first,
        more=more,
    )
    if not total:
        return emptied(view, factions, "candidacies")
    return citations.numbered(view._replace(rows=_rows(connection, query, view, factions, limit)))


def _query(connection: sqlite3.Connection, lens: Lens, place: Where, factions: Factions) -> Query:
    query = Query()
    if place.section is not None:
        children = [
            row[0]
            for row in connection.execute(
                WITH_PARTS,
                [place.body, place.section, place.section],
            )
        ]
        query.add(f"candidacy.section_id IN ({','.join('?' * len(children))})", *children)
    elif place.body is not None:
        query.add("candidacy.body_id = ?", place.body)
    if lens.contest is not None:
        query.add(
            "candidacy.contest_id IN (SELECT contest.id FROM contest WHERE contest.key = ?)", lens.contest
        )
    if lens.factions:
        condition, values = of_factions(lens, factions)
        query.add(condition, *values)
    if lens.text:
        _add_text(connection, query, lens.text)
    return query


def _add_text(connection: sqlite3.Connection, query: Query, text: str) -> None:
    wanted = beginnings(text)
    if not wanted:
        query.add("0")
        return
    (persons,) = connection.execute("SELECT coalesce(max(id), 0) FROM person").fetchone()
    dense = round(DENSE * persons**0.5)
    counting = "SELECT count(*) FROM (SELECT 1 FROM person_search WHERE words MATCH ? LIMIT ?)"
    (found,) = connection.execute(counting, [wanted, dense]).fetchone()
    if found < dense:
        query.add("candidacy.person_id IN (SELECT rowid FROM person_search WHERE words MATCH ?)", wanted)
        return
    query.walked = True
    for word in words_of(text):
        query.add("instr(' ' || candidacy.sort_name, ?)", f" {word}")


def _total(
    connection: sqlite3.Connection, lens: Lens, query: Query, factions: Factions, *, window: bool
) -> tuple[int, bool]:
    """How many rows there are, and whether there are more than that."""
    anywhere = lens.body is None and lens.section is None and lens.contest is None
    if anywhere and not lens.text and (total := tallied(connection, lens, factions)) is not None:
        return total, False
    values = query.values
    capped = query.walked and window and (tallied(connection, Lens(), factions) or 0) > MANY
    if not capped:
        counting = f"SELECT count(*) FROM candidacy {query.where}"
        return int(connection.execute(counting, values).fetchone()[0]), False
    rows = f"SELECT 1 FROM candidacy {query.where}"
    if anywhere and not lens.factions:
        rows = "SELECT 1 FROM person_search CROSS JOIN candidacy ON person_id = person_search.rowid WHERE words MATCH ?"
        values = [beginnings(lens.text)]
    (total,) = connection.execute(f"SELECT count(*) FROM ({rows} LIMIT ?)", [*values, MOST + 1]).fetchone()
    return min(total, MOST), total > MOST


def _order(lens: Lens) -> str:
    """The order of the list: by name over the whole record or a search, else the newest first."""
    column = lens.sort_column
    if column is None:
        return BY_NAME if lens.body is None or lens.text else "date DESC, id"
    if column not in ORDERS:
        raise Missing(f"There is no column {column!r} to sort by; the columns are {', '.join(ORDERS)}.")
    field_name = ORDERS[column]
    if column == "person":
        return backwards(BY_NAME) if lens.descending else BY_NAME
    if column == "date":
        return "date DESC, id" if lens.descending else "date NULLS LAST, id DESC"
    return f"{field_name} DESC, id DESC" if lens.descending else f"{field_name} NULLS LAST, id"


def _rows(
    connection: sqlite3.Connection,
    query: Query,
    view: View,
    factions: Factions,
    limit: int | None,
) -> tuple[Row, ...]:
    order, offset = _order(view.lens), view.first
    wanted = view.total - view.first if limit is None else min(limit, view.total - view.first)
    if from_end := not view.more and view.first > view.total // 2:  # read from the nearer end
        order, offset = backwards(order), view.total - view.first - wanted
    sql = f"""
        SELECT candidacy.id, person.key, person.name, candidacy.date, body.short, section.name, slate_id, votes,
               unit, share, rank, outcome, contest.key, candidacy.basis, contest.id
        FROM (SELECT id AS wanted FROM candidacy {query.walking} ORDER BY {order} LIMIT ? OFFSET ?)
        CROSS JOIN candidacy ON candidacy.id = wanted
        CROSS JOIN person ON person.id = candidacy.person_id
        CROSS JOIN contest ON contest.id = candidacy.contest_id
        CROSS JOIN body ON body.id = candidacy.body_id
        CROSS JOIN section ON section.id = candidacy.section_id
    """
    read = connection.execute(sql, [*query.values, max(wanted, 0), max(offset, 0)]).fetchall()
    read = read[::-1] if from_end else read
    backed = endorsements(connection, factions, [row[0] for row in read])
    return tuple(_row(row, factions, backed[row[0]]) for row in read)


def _row(row: tuple[Any, ...], factions: Factions, backed: Backed) -> Row:
    (
        candidacy,
        person,
        name,
        date,
        body,
        section,
        slate_id,
        votes,
        unit,
        share,
        rank,
        outcome,
        contest,
        basis,
    ) = row[:-1]
    slate = factions.get(slate_id)
    cells = (
        name, date, body, section, slate, outcome, plain_number(votes), unit if votes is not None else None, share, rank,
        backed.by, contest, basis,
    )  # fmt: skip
    tone = Tone.STRONG if outcome == "elected" else Tone.FAINT if outcome == "withdrawn" else Tone.PLAIN
    place = Place("candidate", Lens(person=str(person)))
    rests = (Fact("candidacy", candidacy), *backed.facts, Fact("contest", row[-1]))
    return Row(f"{contest}/{person}", cells, place, frozenset({slate.key}), date, tone, facts=rests)
