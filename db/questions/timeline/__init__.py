"""A body or section through time: a row a day of change, what happened on it, and the seats by group from then on."""

from __future__ import annotations

import sqlite3
from collections import Counter

from db.lens import Lens, Place
from db.questions.contradictions import contradicted
from db.questions.timeline.days import Chronicle, Day, chronicle
from db.questions.timeline.words import findings, notes, sentences
from db.questions.unapplied import on_days
from db.reading.citations import Citations
from db.reading.happening import mark_of
from db.reading.narrowing import narrowed
from db.reading.place import in_words
from db.reading.seats.defects import defects
from db.view import Cell, Column, Faction, Kind, Row, Step, Timeline, Tone, View
from db.wayfinding.steps import with_body
from db.wording import sentence

MOST = 8
"""Groups that have a column each; the seats of more are counted as others."""

WEIGHTY = 2
"""Of these the ones that are shown on narrow screens too."""

HEAD = (
    Column("date", "Date", Kind.DATE),
    Column("what", "What", Kind.NAMES),
    Column("words", "In words"),
)


def answer(connection: sqlite3.Connection, lens: Lens, first: int = 0, limit: int | None = None) -> View:
    """Every day on which a place changed, the latest first.

    Raises:
        Missing: the lens names what is not there.
    """
    lens = with_body(connection, lens)
    told = chronicle(connection, lens)
    place, grouping = told.assembly.place, told.assembly.grouping
    name = ", ".join(filter(None, (place.body_short, place.section_name)))
    citations = Citations(connection)
    groups = _groups(told)
    rows = _rows(told, groups)
    wrong = defects(connection, place).contradictions
    view = View(
        name="timeline",
        title=f"Timeline: {', '.join(filter(None, (place.body_name, place.section_name)))}",
        lens=lens,
        words=in_words(
            lens,
            told.assembly.factions,
            place.body_short,
            place.section_name,
            f"scheme {grouping.scheme.name}" if grouping.scheme else "",
            "every day of change",
        ),
        findings=(*findings(told), *contradicted(place, wrong)) if rows else (),
        columns=_columns(told, groups),
        rows=rows,
        total=len(rows),
        notes=(*_unapplied(told), *notes(told), *map(sentence, wrong)) if rows else (),
        empty=""
        if rows
        else f"The record holds no change of {name}: neither seats, terms, results nor events.",
        widen=() if rows else (("b", "choose another body"),),
        timeline=drawn(told, citations) if rows else None,
    )
    return citations.numbered(narrowed(view, told.assembly.factions, what="days of change"))


def _unapplied(told: Chronicle) -> tuple[str, ...]:
    """What a scenario assumes and does not fit these days."""
    return on_days(told.assembly.scenario, ((day.date, day.seats.unapplied) for day in told.days))


def timeline(connection: sqlite3.Connection, lens: Lens) -> Timeline | None:
    """Only the drawing, for whoever shows it beside another answer; None where nothing is on record.

    Raises:
        Missing: the lens names what is not there.
    """
    told = chronicle(connection, with_body(connection, lens))
    return drawn(told, Citations(connection)) if told.days else None


def drawn(told: Chronicle, citations: Citations) -> Timeline:
    """The drawing of what happened, with its sources."""
    steps = []
    cited = citations.of_facts(fact for day in told.days for fact in day.facts)
    for day in told.days:
        sources = tuple(dict.fromkeys(number for fact in day.facts for number in cited[fact]))
        marks = "".join(dict.fromkeys(mark_of(one.kind).sign for one in day.happened))
        words, seats = sentences(day, told.whole), day.seats
        steps.append(Step(day.date, told.drawn(day), seats.not_known, seats.vacant, marks, words, sources))
    return Timeline(
        steps=tuple(steps),
        date=told.date,
        factions=told.assembly.lens.factions,
        kin=tuple(sorted((key, frozenset(keys)) for key, keys in _kin(told, steps).items())),
        sources=tuple(citations.sources),
        scenario=told.assembly.scenario.name if told.assembly.scenario else "",
    )


def _kin(told: Chronicle, steps: list[Step]) -> dict[str, set[str]]:
    """Of each group the factions that it is, or belongs to while it has seats."""
    grouping, factions = told.assembly.grouping, told.assembly.factions
    spans: dict[Faction, list[str]] = {}
    for step in steps:
        for group, _ in step.groups:
            spans.setdefault(group, []).append(step.date)
    found: dict[str, set[str]] = {}
    for group, days in spans.items():
        turns = {days[0], *(day for day in factions.days if days[0] <= day <= days[-1])}
        found[group.key] = {
            kin for day in turns for key in grouping.keys(group) for kin in factions.up(key, day)
        }
    return found


def _groups(told: Chronicle) -> list[Faction]:
    """Who has a column, left to right: the groups that had most seats at a time, of those the filter lets through."""
    lens, grouping = told.assembly.lens, told.assembly.grouping
    most: Counter[Faction] = Counter()
    for day in told.days:
        most |= day.seats.held
    if lens.factions:
        covers = told.assembly.factions.covers
        most = Counter({one: n for one, n in most.items() if covers(lens.factions, grouping.keys(one), None)})
    largest = sorted(most, key=lambda one: (-most[one], grouping.order(one)))[:MOST]
    return sorted(largest, key=grouping.order)


def _columns(told: Chronicle, groups: list[Faction]) -> tuple[Column, ...]:
    total = sum((Counter(day.seats.held) for day in told.days), Counter[Faction]())
    weighty = sorted(groups, key=lambda one: -total[one])[:WEIGHTY]
    rest = _rest(told)
    taken = {one.key for one in (*HEAD, *rest)}
    own = (
        Column(
            f"group-{one.key}" if one.key in taken else one.key,
            one.short,
            Kind.NUMBER,
            wide=one not in weighty,
        )
        for one in groups
    )
    return (*HEAD, *own, *rest)


def _rest(told: Chronicle) -> tuple[Column, ...]:
    """The columns after those of the groups."""
    return (
        Column("others", "Others", Kind.NUMBER, optional=True, wide=True),
        Column("several", "Several stated", Kind.NUMBER, optional=True, wide=True),
        Column("unknown", told.assembly.grouping.unknown.short.capitalize(), Kind.NUMBER),
        Column("not_known", "Not known", Kind.NUMBER),
        Column("vacant", "Vacant", Kind.NUMBER, optional=True),
        Column("votes", "Votes", Kind.NUMBER, wide=True),
        Column("majority", "Majority", Kind.NUMBER, wide=True),
        Column("held_by", "Majority of", Kind.FACTIONS, optional=True, wide=True),
    )


def _rows(told: Chronicle, groups: list[Faction]) -> tuple[Row, ...]:
    rows = []
    before: Day | None = None
    for day in told.days:
        changed = told.changed(before, day)
        keys = frozenset[str]().union(
            *(told.assembly.grouping.keys(one) for one in changed), *(one.factions for one in day.happened)
        )
        tone = (
            Tone.NOTABLE if before is not None and told.leaders(before) != told.leaders(day) else Tone.PLAIN
        )
        opens = Place("composition", told.assembly.lens.at(date=day.date, sort=None)._replace(text=""))
        cells = _cells(told, day, groups)
        rows.append(Row(day.date, cells, opens, keys, day.date, tone, facts=day.facts))
        before = day
    return tuple(reversed(rows))


def _cells(told: Chronicle, day: Day, groups: list[Faction]) -> tuple[Cell, ...]:
    count, held = day.seats, day.seats.held
    others = sum(number for one, number in held.items() if one not in groups)
    several = sum(
        number
        for (stated, all_of_them, _), number in count.ways.items()
        if len(stated) > 1 and not all_of_them
    )
    return (
        day.date,
        tuple(dict.fromkeys(one.kind for one in day.happened)),
        sentences(day, told.whole),
        *(held[one] for one in groups),
        others or None,
        several or None,
        count.unknown,
        count.not_known,
        count.vacant or None,
        count.votes,
        count.majority if count.sized and not told.partial(day) else None,
        told.leaders(day),
    )
