"""The tables of a result that several questions show: slate totals, facts of the contest, stages, values that sources dispute."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator

from db.dates import written
from db.lens import Lens, Place
from db.reading.citations import Citations
from db.reading.contests.facts import HELD_WITH, facts_of
from db.reading.contests.poll import Contest, Poll
from db.reading.contests.slates import slate_totals
from db.reading.disputes.found import Disputes
from db.reading.factions import Factions
from db.reading.facts import by_table, together
from db.reading.statements import Statement, statements
from db.view import Column, Fact, Kind, Row, Table, Tone
from db.wording import plain_number

SLATES = (
    Column("faction", "Slate", Kind.FACTION),
    Column("candidates", "Candidates", Kind.NUMBER),
    Column("votes", "Votes", Kind.NUMBER, optional=True),
    Column("share", "Share", Kind.SHARE, optional=True),
    Column("change", "Change", Kind.POINTS, optional=True),
    Column("seats", "Seats", Kind.NUMBER, optional=True),
)

FACTS = (Column("fact", "Fact"), Column("value", "Value"))

STAGES = (
    Column("stage", "Stage", Kind.NUMBER),
    Column("action", "Action"),
    Column("person", "Candidate"),
    Column("transfer", "Transfer", Kind.NUMBER, optional=True),
    Column("votes", "Votes", Kind.NUMBER, optional=True),
)

DISPUTES = (
    Column("row", "Of"),
    Column("field", "Field"),
    Column("value", "Value"),
    Column("shown", "Shown", Kind.FLAG),
    Column("source", "Source"),
    Column("note", "Note", optional=True, wide=True),
)


def slate_table(poll: Poll, factions: Factions, lens: Lens) -> Table:
    """Votes, shares and seats by the slate stood on."""
    rows = [
        Row(
            one.slate.key,
            (one.slate, len(one.members), one.votes, one.share, one.change, one.seats),
            factions.record(one.slate.key),
            frozenset({one.slate.key}),
            poll.contest.date,
            facts=one.facts(poll),
        )
        for one in slate_totals(poll, factions)
        if not lens.factions or factions.covers(lens.factions, {one.slate.key}, poll.contest.date)
    ]
    return Table("slates", "Slates", SLATES, tuple(rows))


def fact_table(connection: sqlite3.Connection, poll: Poll) -> Table:
    """What is known of the contest itself; facts that are not known are left out."""
    contest = poll.contest
    citations = Citations(connection)
    rows = [
        Row(
            one.name,
            (one.name, citations.explained(one.value)),
            Place("contest", Lens(contest=contest.round)) if one.name == HELD_WITH else None,
            facts=together([contest.fact], one.beside),
        )
        for one in facts_of(connection, poll)
    ]
    return Table("facts", "The contest", FACTS, tuple(rows))


def stage_table(connection: sqlite3.Connection, contest: Contest) -> Table:
    """The stages of the count that are on record."""
    query = """
        SELECT stage.id, stage, action, coalesce(person.name, ''), stage.transfer, stage.votes, coalesce(person.key, '')
        FROM stage LEFT JOIN person ON person.id = stage.person_id WHERE contest_id = ? ORDER BY stage, stage.id
    """
    rows = [
        Row(
            str(number),
            (stage, action, name, plain_number(transfer), plain_number(votes)),
            Place("candidate", Lens(person=person)) if person else None,
            facts=(Fact("stage", number), contest.fact),
        )
        for number, stage, action, name, transfer, votes, person in connection.execute(query, [contest.id])
    ]
    return Table("stages", "Stages of the count", STAGES, tuple(rows))


def cited_tables(citations: Citations, poll: Poll) -> tuple[Table, Table]:
    """Values that sources state differently, and values that rest on a source of their own."""
    names = {poll.contest.fact: "the contest"} | {one.fact: one.name for one in poll.candidates}
    differing = {(one.fact, one.field) for one in Disputes(citations.connection).of(names)}
    disputed: list[Row] = []
    single: list[Row] = []
    for number, (fact, one) in enumerate(_of_fields(citations.connection, names)):
        source, field = one.source, one.field or ""
        name = ", ".join(filter(None, (source.publisher, written(source.date))))
        of, note = names[fact], citations.explained(one.note)
        cells = (of, field.replace("_", " "), one.value or "", bool(one.chosen), name, note)
        tone = Tone.PLAIN if one.chosen else Tone.NOTABLE
        cited = (citations.number(source),)
        row = Row(str(number), cells, None, tone=tone, sources=cited, facts=(fact,))
        (disputed if (fact, field) in differing else single).append(row)
    return (
        Table("disputes", "Where sources differ", DISPUTES, tuple(disputed)),
        Table("cited", "Values with a source of their own", DISPUTES, tuple(single)),
    )


def _of_fields(connection: sqlite3.Connection, facts: Iterable[Fact]) -> Iterator[tuple[Fact, Statement]]:
    """What sources state of single fields of some rows, row by row and field by field, what is shown first."""
    for table, ids in by_table(facts).items():
        said = statements(connection, table, ids)
        for row in sorted(said):
            own = [one for one in said[row] if one.field is not None]
            yield from ((Fact(table, row), one) for one in sorted(own, key=lambda one: one.field or ""))
