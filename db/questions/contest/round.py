"""Contests held together, reported as one: every position, and how many each slate and each endorsing organisation won."""

from __future__ import annotations

import sqlite3
from collections import Counter
from typing import TypeAlias

from db.dates import written
from db.lens import Lens, Place
from db.reading.citations import Citations
from db.reading.contests.poll import Candidate, Contest, candidates, contests
from db.reading.factions import Factions
from db.reading.narrowing import narrowed
from db.reading.place import in_words
from db.view import NO_SLATE, Column, Faction, Kind, Row, Table, Tone, View
from db.wording import count, listed, number_word, plain_number, sentence

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

Stood: TypeAlias = list[tuple[Contest, Candidate]]


def answer_round(connection: sqlite3.Connection, lens: Lens) -> View:
    """The round whose key the lens gives as its contest."""
    factions = Factions(connection)
    citations = Citations(connection)
    name, date, note = connection.execute(
        "SELECT name, date, note FROM round WHERE key = ?", [lens.contest]
    ).fetchone()
    held = contests(connection, "round.key = ? ORDER BY section.position, contest.id", [lens.contest])
    stood = [(contest, one) for contest in held for one in candidates(connection, factions, contest.id)]
    cited = citations.of("candidacy", (one.id for _, one in stood))
    rows = tuple(_row(contest, one, cited[one.id]) for contest, one in stood)
    body = held[0].body_short if held else ""
    view = View(
        name="contest",
        title=f"Round: {name}",
        lens=lens,
        words=in_words(lens, factions, body, name, written(date) if date and date[:4] not in name else ""),
        findings=_findings(held, stood),
        columns=COLUMNS,
        rows=rows,
        total=len(rows),
        tables=(_contests(held, stood), _won(lens, factions, stood), _backed(lens, factions, stood)),
        notes=tuple(sentence(citations.explained(one)) for one in (note,) if one),
        empty="" if rows else "No candidate of this round is on record.",
    )
    return narrowed(view, factions, what="candidates")._replace(sources=tuple(citations.sources))


def _row(contest: Contest, one: Candidate, sources: tuple[int, ...]) -> Row:
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
        sources,
    )


def _positions(held: list[Contest]) -> int:
    return sum(contest.seats or 0 for contest in held)


def _findings(held: list[Contest], stood: Stood) -> tuple[str, ...]:
    won = Counter(one.slate for _, one in stood if one.elected)
    known = [(slate, seats) for slate, seats in won.most_common() if slate is not NO_SLATE]
    if not won:
        return (
            sentence(
                f"{count(_positions(held), 'position')} in {count(len(held), 'contest')}; no result is on record"
            ),
        )
    parts = [f"{slate.name} {number_word(seats)}" for slate, seats in known]
    if won[NO_SLATE]:
        parts.append(f"{number_word(won[NO_SLATE])} without a known slate")
    said = [f"Of the {count(_positions(held), 'position')} in {count(len(held), 'contest')}: {listed(parts)}"]
    if (missing := _positions(held) - sum(won.values())) > 0:
        said[0] += f"; of {count(missing, 'position')} the result is not on record"
    backed = Counter(backer for _, one in stood if one.elected for backer in _standing_for(one))
    if strongest := [(backer, seats) for backer, seats in backed.most_common(2) if seats > 1]:
        words = [f"{backer.name} {number_word(seats)}" for backer, seats in strongest]
        said.append(f"Counting those who stood for or were endorsed by it: {listed(words)}")
    return tuple(map(sentence, said))


def _standing_for(one: Candidate) -> set[Faction]:
    return {*one.endorsements, one.slate} - {NO_SLATE}


def _contests(held: list[Contest], stood: Stood) -> Table:
    rows = []
    for contest in held:
        elected = tuple(one.name for other, one in stood if other is contest and one.elected)
        cells = (f"{contest.section_name}, {written(contest.date)}", contest.seats, elected)
        place = Place("contest", Lens(body=contest.body, section=contest.section, contest=contest.key))
        rows.append(Row(contest.key, cells, place))
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
        Row(line[0].key, line, factions.record(line[0].key), frozenset({line[0].key}))
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
        for faction in _standing_for(one):
            backed.setdefault(faction, []).append(one)
    return _tally(
        "backed", "Positions by organisation stood for or endorsing", BACKED, backed, factions, lens
    )
