"""The tables of a result that several questions show: slate totals, facts of the contest, stages, values that sources dispute."""

from __future__ import annotations

import sqlite3
from collections import defaultdict

from db.dates import written
from db.lens import Lens, Place
from db.reading.citations import Citations
from db.reading.contests.facts import HELD_WITH, facts_of
from db.reading.contests.poll import Contest, Poll
from db.reading.contests.slates import slate_totals
from db.reading.factions import Factions
from db.reading.facts import together
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
    names = {one.id: one.name for one in poll.candidates}
    of_contest = citations.disputes("contest", [poll.contest.id])
    of_candidacies = citations.disputes("candidacy", list(names))
    said = [(poll.contest.fact, "the contest", *one[1:]) for one in of_contest]
    said += [(Fact("candidacy", one[0]), names[one[0]], *one[1:]) for one in of_candidacies]
    stated: dict[tuple[Fact, str], set[str]] = defaultdict(set)
    for fact, _, field, value, *_ in said:
        stated[fact, field].add(value)
    disputed: list[Row] = []
    single: list[Row] = []
    for number, (fact, of, field, value, chosen, note, source) in enumerate(said):
        cited = citations.sources[source - 1]
        name = f"{cited.publisher}, {written(cited.date)}" if cited.date else cited.publisher
        cells = (of, field.replace("_", " "), value, chosen, name, citations.explained(note))
        tone = Tone.PLAIN if chosen else Tone.NOTABLE
        row = Row(str(number), cells, None, tone=tone, sources=(source,), facts=(fact,))
        (disputed if len(stated[fact, field]) > 1 else single).append(row)
    return (
        Table("disputes", "Where sources differ", DISPUTES, tuple(disputed)),
        Table("cited", "Values with a source of their own", DISPUTES, tuple(single)),
    )
