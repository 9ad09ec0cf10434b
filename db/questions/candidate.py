"""One person's record: every candidacy, each change of slate standing out, the terms held, what was said of their leaning."""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.errors import Missing
from db.lens import Lens, Place
from db.reading.citations import Citations
from db.reading.contests.career import Sat, Stood, career, endorsements, terms
from db.reading.contests.career_words import career_findings
from db.reading.factions import Factions
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.persons import person_of
from db.reading.place import in_words
from db.view import Column, Fact, Kind, Row, Table, Tone, View
from db.wording import sentence

COLUMNS = (
    Column("date", "Date", Kind.DATE),
    Column("body", "Body"),
    Column("section", "Section"),
    Column("slate", "Slate", Kind.FACTION),
    Column("outcome", "Outcome"),
    Column("votes", "Votes", Kind.NUMBER, optional=True),
    Column("unit", "Unit", optional=True, wide=True),
    Column("share", "Share", Kind.SHARE, optional=True),
    Column("change_of_slate", "Change of slate", optional=True),
    Column("rank", "#", Kind.NUMBER, optional=True, wide=True),
    Column("endorsements", "Endorsed by", Kind.NAMES, optional=True, wide=True),
    Column("sitting", "Sitting", Kind.FLAG, optional=True, wide=True),
    Column("nominations", "Nominations", Kind.NUMBER, optional=True, wide=True),
    Column("description", "Words on the ballot", optional=True, wide=True),
    Column("contest", "Contest", wide=True),
    Column("basis", "Basis", optional=True),
    Column("note", "Note", optional=True, wide=True),
)

TERMS = (
    Column("since", "From", Kind.DATE),
    Column("until", "To", Kind.DATE),
    Column("body", "Body"),
    Column("section", "Section"),
    Column("gained", "How", optional=True),
    Column("ended", "Why ended", optional=True),
    Column("represents", "For", optional=True, wide=True),
    Column("basis", "Basis", optional=True),
    Column("note", "Note", optional=True, wide=True),
)

LEANINGS = (
    Column("date", "Date", Kind.DATE),
    Column("leaning", "Said of their leaning"),
    Column("body", "Where", optional=True),
)

VOTES = (
    Column("date", "Date", Kind.DATE),
    Column("body", "Body"),
    Column("subject", "Division"),
    Column("vote", "Vote"),
    Column("group", "Counted with", Kind.FACTIONS, optional=True, wide=True),
    Column("broke", "Broke with it", Kind.FLAG, optional=True),
)


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """The record of the lens's person.

    Raises:
        Missing: the lens names no person, or one who is not on record.
    """
    if lens.person is None:
        raise Missing("A record is of one person; name one.")
    person = person_of(connection, lens.person)
    found = connection.execute(
        "SELECT id, name, sort_name, note FROM person WHERE id = ?", [person]
    ).fetchone()
    if found is None:
        raise Missing(f"There is no person {lens.person!r} in this record.")
    number, name, sort_name, note = found
    factions, citations = Factions(connection), Citations(connection)
    stood, held = career(connection, factions, number), terms(connection, number)
    rows = _rows(connection, stood, factions, citations)
    tables = (
        _terms(held, citations),
        _leanings(connection, number),
        _votes(connection, lens, number, factions),
    )
    view = View(
        name="candidate",
        title=f"Record: {name}",
        lens=lens,
        words=in_words(lens, factions, name),
        findings=career_findings(name, sort_name, stood, held, filtered=bool(lens.factions or lens.text)),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        tables=tuple(table for table in tables if table.rows),
        notes=_notes(connection, number, citations.explained(note)),
        empty="" if rows else f"{name} stood in no contest on record.",
    )
    return citations.numbered(narrowed(view, factions, what=f"candidacies of {name}"))


def _rows(
    connection: sqlite3.Connection, stood: list[Stood], factions: Factions, citations: Citations
) -> tuple[Row, ...]:
    backed = endorsements(connection, factions, [one.id for one in stood])
    rows = []
    for one in stood:
        cells = (
            one.date, one.body, one.section, one.slate, one.outcome, one.votes, one.unit, one.share, one.change_of_slate,
            one.rank, backed[one.id].by, one.sitting, one.nominations, one.description, one.contest,
            one.basis, citations.explained(one.note) or None,
        )  # fmt: skip
        tone = Tone.NOTABLE if one.departed else Tone.STRONG if one.outcome == "elected" else Tone.PLAIN
        opens = Place("contest", Lens(body=one.body_key, section=one.section_key, contest=one.contest))
        keys = frozenset({one.slate.key})
        rows.append(Row(one.contest, cells, opens, keys, one.date, tone, facts=one.facts(backed[one.id])))
    return tuple(rows)


def _terms(held: list[Sat], citations: Citations) -> Table:
    rows = []
    for one in held:
        said = citations.explained(one.note)
        if one.is_open and one.until:
            said = "; ".join(filter(None, (said, f"not attested after {written(one.until)}")))
        cells = (
            one.since, None if one.is_open else one.until, one.body, one.section,
            one.gained, one.ended, one.represents, one.basis, said or None,
        )  # fmt: skip
        opens = Place("composition", Lens(body=one.body_key, section=one.section_key, date=one.since))
        rows.append(Row(f"term-{one.id}", cells, opens, facts=one.facts))
    return Table("terms", "Seats held", TERMS, tuple(rows))


def _leanings(connection: sqlite3.Connection, person: int) -> Table:
    query = """
        SELECT alignment.id, date, leaning, coalesce(body.short || ', ' || section.name, '')
        FROM alignment LEFT JOIN section ON section.id = alignment.section_id LEFT JOIN body ON body.id = section.body_id
        WHERE person_id = ? ORDER BY date
    """
    rows = [
        Row(f"leaning-{number}", (date, leaning, where), facts=(Fact("alignment", number),))
        for number, date, leaning, where in connection.execute(query, [person])
    ]
    return Table("leanings", "Said of their leaning", LEANINGS, tuple(rows))


def _votes(connection: sqlite3.Connection, lens: Lens, person: int, factions: Factions) -> Table:
    query = """
        SELECT division_vote.id, division.id, division.key, division.date, body.short, subject, coalesce(vote, role, '')
        FROM division_vote JOIN division ON division.id = division_id JOIN body ON body.id = division.body_id
        WHERE person_id = ? ORDER BY division.date
    """
    cast = connection.execute(query, [person]).fetchall()
    if not cast:
        return Table("votes", "", VOTES, ())
    from db.reading.divisions.loyalty import MOST, Loyalty, loyalty_of

    loyalty = loyalty_of(connection, lens, factions, person)
    rows = []
    for number, division, key, *cells in cast:
        groups, broke, more = loyalty.get(division, Loyalty((), None))
        opens = Place("division", Lens(division=key, grouping=lens.grouping, scheme=lens.scheme))
        tone = Tone.NOTABLE if broke else Tone.PLAIN
        rests = together([Fact("division_vote", number), Fact("division", division)], more)
        rows.append(Row(f"vote-{number}", (*cells, groups, broke), opens, tone=tone, facts=rests))
    title = "Recorded votes inside a body"
    if len(cast) > MOST:
        title += f" (whether against the group: of the newest {MOST} only)"
    return Table("votes", title, VOTES, tuple(rows))


def _notes(connection: sqlite3.Connection, person: int, note: str) -> tuple[str, ...]:
    said = [sentence(note)] if note else []
    names = [
        name
        for (name,) in connection.execute("SELECT name FROM alias WHERE person_id = ? ORDER BY id", [person])
    ]
    return (*said, *((f"Also printed as: {'; '.join(names)}.",) if names else ()))
