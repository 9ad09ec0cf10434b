"""The tables of a round that several questions show: its contests, and the positions that each slate and backer won."""

from __future__ import annotations

from db.dates import written
from db.lens import Lens, Place
from db.reading.contests.poll import Candidate, Contest
from db.reading.contests.round import Stood, standing_for
from db.reading.factions import Factions
from db.reading.facts import together
from db.view import Column, Faction, Kind, Row, Table

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


def contest_table(held: list[Contest], stood: Stood) -> Table:
    """The contests with their positions and winners."""
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


def won_table(lens: Lens, factions: Factions, stood: Stood) -> Table:
    """The positions that each slate won."""
    slates: dict[Faction, list[Candidate]] = {}
    for _, one in stood:
        slates.setdefault(one.slate, []).append(one)
    return _tally("slates", "Positions by slate", WON, slates, factions, lens)


def backed_table(lens: Lens, factions: Factions, stood: Stood) -> Table:
    """The positions won by those who stood for an organisation or were endorsed by it."""
    backed: dict[Faction, list[Candidate]] = {}
    for _, one in stood:
        for faction in standing_for(one):
            backed.setdefault(faction, []).append(one)
    return _tally(
        "backed", "Positions by organisation stood for or endorsing", BACKED, backed, factions, lens
    )
