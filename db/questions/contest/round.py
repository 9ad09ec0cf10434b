"""Contests held together, reported as one: every position, and how many each slate and each endorsing organisation won."""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.lens import Lens, Place
from db.questions.round_tables import backed_table, contest_table, won_table
from db.reading.citations import Citations
from db.reading.contests.poll import Candidate, Contest
from db.reading.contests.round import read_round
from db.reading.contests.round_words import round_findings
from db.reading.factions import Factions
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.place import in_words
from db.view import Column, Kind, Row, Tone, View
from db.wording import plain_number, sentence

COLUMNS = (
    Column("section", "Section"),
    Column("person", "Candidate"),
    Column("slate", "Slate", Kind.FACTION),
    Column("votes", "Votes", Kind.NUMBER, optional=True),
    Column("unit", "Unit", optional=True, wide=True),
    Column("share", "Share", Kind.SHARE, optional=True),
    Column("outcome", "Outcome"),
    Column("sitting", "Sitting", Kind.FLAG, optional=True, wide=True),
    Column("endorsements", "Endorsed by", Kind.NAMES, optional=True, wide=True),
    Column("nominations", "Nominations", Kind.NUMBER, optional=True, wide=True),
)


def answer_round(connection: sqlite3.Connection, lens: Lens) -> View:
    """The round whose key the lens gives as its contest."""
    factions = Factions(connection)
    citations = Citations(connection)
    contested = read_round(connection, factions, str(lens.contest))
    name, date, note, held, stood = contested[1:]
    rows = tuple(_row(contest, one) for contest, one in stood)
    body = held[0].body_short if held else ""
    view = View(
        name="contest",
        title=f"Round: {name}",
        lens=lens,
        words=in_words(lens, factions, body, name, written(date) if date and date[:4] not in name else ""),
        findings=round_findings(contested),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        tables=(
            contest_table(held, stood),
            won_table(lens, factions, stood),
            backed_table(lens, factions, stood),
        ),
        notes=tuple(sentence(citations.explained(one)) for one in (note,) if one),
        empty="" if rows else "No candidate of this round is on record.",
    )
    return citations.numbered(narrowed(view, factions, what="candidates"))


def _row(contest: Contest, one: Candidate) -> Row:
    cells = (
        contest.section_name, one.name, one.slate, plain_number(one.votes), contest.unit, one.share, one.outcome, one.sitting,
        one.backers, one.nominations,
    )  # fmt: skip
    tone = Tone.STRONG if one.elected else Tone.PLAIN
    opens = Place("candidate", Lens(person=one.person_key))
    return Row(
        f"{contest.key}/{one.person_key}",
        cells,
        opens,
        frozenset({one.slate.key}),
        contest.date,
        tone,
        facts=together(one.facts, [contest.fact]),
    )
