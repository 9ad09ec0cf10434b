"""Contests held together, reported as one: every position, and how many each slate and each endorsing organisation won."""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.lens import Lens, Place
from db.reading.citations import Citations
from db.reading.contests.poll import Candidate, Contest
from db.reading.contests.round import Stood, read_round, standing_for
from db.reading.contests.round_words import round_findings
from db.reading.factions import Factions
from db.reading.facts import together
from db.reading.narrowing import narrowed
from db.reading.place import in_words
from db.view import Column, Faction, Kind, Row, Table, Tone, View
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

WON = (
    Column("faction", "Slate", Kind.FACTION),
    Column("candidates", "Candidates", Kind.NUMBER),
    Column("seats", "Positions", Kind.NUMBER),
)
BACKED = (Column("faction", "Stood for or endorsed by", Kind.FACTION), *WON[1:])
HELD = (
    Column("contest", "Contest"),
    Column("seats", "Positions", Kind.NUMBER),
    Column("outcome", "Elected", Kind.NAMES),
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
        tables=(_contests(held, stood), _won(lens, factions, stood), _backed(lens, factions, stood)),
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


def _contests(held: list[Contest], stood: Stood) -> Table:
    rows = []
    for contest in held:
        won = [one for other, one in stood if other is contest and one.elected]
        elected = tuple(one.name for one in won)
        cells = (f"{contest.section_name}, {written(contest.date)}", contest.seats, elected)
        place = Place("contest", Lens(body=contest.body, section=contest.section, contest=contest.key))
        rests = together([contest.fact], (one.fact for one in won))
        rows.append(Row(contest.key, cells, place, facts=rests))
    return Table("contests", "The contests", HELD, tuple(rows))


def _tally(
    key: str,
    title: str,
    columns: tuple[Column, ...],
    stood: dict[Faction, list[Candidate]],
    factions: Factions,
    lens: Lens,
) -> Table:
    tally = sorted(
        ((slate, len(members), sum(one.elected for one in members)) for slate, members in stood.items()),
        key=lambda line: (-line[2], -line[1], factions.order(line[0])),
    )
    rows = [
        Row(
            line[0].key,
            line,
            factions.record(line[0].key),
            frozenset({line[0].key}),
            facts=together(*((one.fact, *one.backed_by(line[0])) for one in stood[line[0]])),
        )
        for line in tally
        if not lens.factions or factions.covers(lens.factions, {line[0].key}, None)
    ]
    return Table(key, title, columns, tuple(rows))


def _won(lens: Lens, factions: Factions, stood: Stood) -> Table:
    slates: dict[Faction, list[Candidate]] = {}
    for _, one in stood:
        slates.setdefault(one.slate, []).append(one)
    return _tally("slates", "Positions by slate", WON, slates, factions, lens)


def _backed(lens: Lens, factions: Factions, stood: Stood) -> Table:
    backed: dict[Faction, list[Candidate]] = {}
    for _, one in stood:
        for faction in standing_for(one):
            backed.setdefault(faction, []).append(one)
    return _tally(
        "backed", "Positions by organisation stood for or endorsing", BACKED, backed, factions, lens
    )
