"""The tables under the ladder: who missed a seat, the swings between slates, the contests of which nothing can be told."""

from __future__ import annotations

from itertools import permutations

from db.lens import Lens, Place
from db.measures.narrow import first_change
from db.reading.contests.race import Race
from db.reading.factions import Factions
from db.view import NO_SLATE, Column, Kind, Row, Table
from db.wording import plain_number, sentence

MISSED = (
    Column("person", "Who missed a seat"),
    Column("slate", "Slate", Kind.FACTION),
    Column("short", "Short by", Kind.NUMBER),
    Column("needed", "More", Kind.NUMBER, optional=True),
    Column("behind", "Behind"),
)

SWINGS = (
    Column("source", "Swing from", Kind.FACTION),
    Column("target", "To", Kind.FACTION),
    Column("points", "Points of all votes", Kind.NUMBER),
    Column("loses", "Loses the seat"),
    Column("gains", "Gains it"),
)

REFUSED = (
    Column("date", "Date", Kind.DATE),
    Column("section", "Section"),
    Column("why", "Why it cannot be told"),
)


def tables(found: list[Race], refused: list[Race], factions: Factions) -> tuple[Table, ...]:
    """The tables that have rows: of a single contest who missed and the swings, of all those refused.

    Args:
        found: the contests looked at.
        refused: those of them of which nothing can be told.
        factions: of the record.
    """
    told = [race for race in found if not race.refusal]
    shown = []
    if len(found) == 1 and told:
        shown = [_missed(told[0]), _swings(told[0], factions)]
    rows = tuple(
        Row(
            race.contest.key,
            (race.contest.date, race.contest.section_name, sentence(race.refusal)),
            Place("contest", Lens(contest=race.contest.key)),
            date=race.contest.date,
            facts=(race.contest.fact,),
        )
        for race in refused
    )
    shown.append(Table("refused", "Contests of which it cannot be told", REFUSED, rows))
    return tuple(table for table in shown if table.rows)


def _missed(race: Race) -> Table:
    """Everybody who missed a seat, against the weakest winner."""
    weakest = min((one for one in race.runners if one.elected), key=lambda one: one.votes)
    rows = []
    for one in sorted((one for one in race.runners if not one.elected), key=lambda one: -one.votes):
        candidate, short = race.candidates[one.id], round(weakest.votes - one.votes, 6)
        needed = int(short) + 1 if race.whole else None
        behind = race.candidates[weakest.id].name
        cells = (candidate.name, candidate.slate, plain_number(short), needed, behind)
        opens = Place("candidate", Lens(person=candidate.person_key))
        keys = frozenset({candidate.slate.key})
        date, rests = race.contest.date, race.facts_of(one.id, weakest.id)
        rows.append(Row(candidate.person_key, cells, opens, keys, date, facts=rests))
    return Table("missed", "Who missed a seat", MISSED, tuple(rows))


def _swings(race: Race, factions: Factions) -> Table:
    """From each slate to each other: the smallest swing that changes a seat."""
    slates = {
        one.slate.key: one.slate for one in race.candidates.values() if is_slate(one.slate.key, factions)
    }
    ordered = sorted(slates.values(), key=factions.order)
    if by_stage(race) or not race.total:
        return Table("swings", "", SWINGS, ())
    rows = []
    for source, target in permutations(ordered, 2):
        found = first_change(race.runners, source.key, target.key, race.total)
        if found is None:
            continue
        loses, gains = race.candidates[found.loses.id].name, race.candidates[found.gains.id].name
        cells = (source, target, round(found.points, 2), loses, gains)
        keys = frozenset({source.key, target.key})
        key = f"{source.key}/{target.key}"
        own = (one.id for one in race.runners if one.group in keys)
        rests = race.facts_of(found.loses.id, found.gains.id, *own)
        rows.append(Row(key, cells, None, keys, race.contest.date, facts=rests))
    rows.sort(key=lambda row: float(str(row.cells[2])))
    return Table("swings", "Swing between slates that would have changed a seat", SWINGS, tuple(rows))


def is_slate(key: str, factions: Factions) -> bool:
    """Whether candidates of this slate stood together: independents and those without a known slate did not."""
    return key != NO_SLATE.key and factions.kinds.get(key) != "independent"


def by_stage(race: Race) -> bool:
    """Whether the figures are those of a stage of a count, which are not of all candidates."""
    return len(race.runners) < len(race.candidates)
