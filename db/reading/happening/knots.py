"""Terms, contests, events and vacancies tied together: what belongs to one happening is told once.

What an event on record explains is told with it (`db.reading.events`), on the seat's own day, since on that day the record
changes.  A contest takes with it the terms that it ends and begins.  Whoever follows somebody on the same day is told with them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from db.reading.events import Event
from db.reading.happening.contests import Contest
from db.reading.happening.terms import Spell, Vacancy


@dataclass
class Knot:
    """One happening while it is being put together."""

    date: str
    section: int | None
    section_name: str
    contest: Contest | None = None
    event: Event | None = None
    leaving: list[Spell] = field(default_factory=list)
    coming: list[Spell] = field(default_factory=list)
    empty: list[Vacancy] = field(default_factory=list)
    filled: list[Vacancy] = field(default_factory=list)


class Knots:
    """All happenings of seats; each step ties further facts to what is there."""

    def __init__(self, contests: Iterable[Contest]) -> None:
        self.all: list[Knot] = []
        self._at: dict[tuple[int | None, str], list[Knot]] = defaultdict(list)
        self._contest: dict[tuple[int, str], Knot] = {}
        for contest in contests:
            knot = self._add(
                Knot(contest.held.date, contest.held.section, contest.held.section_name, contest=contest)
            )
            self._contest.setdefault((contest.held.own, contest.held.date), knot)

    def _add(self, knot: Knot) -> Knot:
        self.all.append(knot)
        self._at[knot.section, knot.date].append(knot)
        return knot

    def end(self, spells: Iterable[Spell]) -> None:
        """Terms that end: at a contest with it, else those of one section, day and reason together."""
        for one in spells:
            if one.until is None:
                continue
            knot = self._contest.get((one.own, one.until))
            alike = (
                other
                for other in self._at[one.section, one.until]
                if other.leaving and other.leaving[0].why == one.why and other.contest is None
            )
            knot = knot or next(alike, None) or self._add(Knot(one.until, one.section, one.section_name))
            knot.leaving.append(one)

    def begin(self, spells: Iterable[Spell]) -> None:
        """Terms that begin: with the contest, with whom they follow, else those of one section, day and manner together."""
        for one in spells:
            if one.since is None:
                continue
            there = self._at[one.section, one.since]
            followed = next((knot for knot in there if _follows(one, knot)), None)
            won = self._contest.get((one.own, one.since)) if one.won else None
            alike = (
                other
                for other in there
                if not other.leaving and other.coming and other.coming[0].how == one.how
            )
            knot = (
                won
                or followed
                or next(alike, None)
                or self._add(Knot(one.since, one.section, one.section_name))
            )
            knot.coming.append(one)

    def explain(self, events: Iterable[Event], *, alone: bool = True) -> None:
        """Events: with what they explain, else alone; of a section only those of it are told `alone`."""
        near: dict[tuple[int | None, str], list[Knot]] = defaultdict(list)
        for knot in self.all:
            near[knot.section, knot.date[:4]].append(knot)
        for event in events:
            sections = {knot.section for knot in self.all} if event.section is None else {event.section}
            around = [
                knot
                for section in sections
                for knot in near[section, event.date[:4]]
                if knot.event is None and event.on(section, knot.date)
            ]
            explained = _explained(event, around)
            if explained is None and (alone or event.section is not None):
                self._add(Knot(event.date, event.section, event.section_name, event=event))
            elif explained is not None:
                explained.event = event
                _absorb(explained, event, [one for one in around if one.date == explained.date])
        self.all = [knot for knot in self.all if knot.contest or knot.event or knot.leaving or knot.coming]

    def empty(self, vacancies: Iterable[Vacancy]) -> None:
        """Vacancies: with the end of the holder's term, or what else empties the seat, and with what fills it."""
        for one in vacancies:
            left = [knot for knot in self._at[one.section, one.start] if knot.leaving or knot.event]
            left = [knot for knot in left if one.person is None or _has(knot, one.person)]
            knot = left[0] if left else self._add(Knot(one.start, one.section, one.section_name))
            knot.empty.append(one)
            if one.end is not None:
                came = [knot for knot in self._at[one.section, one.end] if knot.coming or knot.contest]
                knot = came[0] if came else self._add(Knot(one.end, one.section, one.section_name))
                knot.filled.append(one)


def _follows(one: Spell, knot: Knot) -> bool:
    """Whether a term begins where one of a knot ended: the same person's, or that of the person replaced."""
    return knot.contest is None and any(other.person in (one.person, one.replaces) for other in knot.leaving)


def _has(knot: Knot, person: int) -> bool:
    gone = any(one.person == person for one in knot.leaving)
    return gone or (knot.event is not None and knot.event.about(person))


def _explained(event: Event, around: list[Knot]) -> Knot | None:
    """What an event explains: a contest of its kind, the end of a term, the beginning of one, a contest that ended a term."""
    ended = [knot for knot in around if any(event.about(one.person) for one in knot.leaving)]
    begun = [knot for knot in around if any(event.about(one.person, one.replaces) for one in knot.coming)]
    held = [knot for knot in around if knot.contest is not None]
    plain = [knot for knot in [*ended, *begun] if knot.contest is None]
    found = [*held, *plain] if event.reports else [*plain, *ended]
    return found[0] if found else None


def _absorb(knot: Knot, event: Event, others: list[Knot]) -> None:
    """Take from what happened in the section on that day what the event names, or whose persons it is about."""
    if knot.contest is not None:
        return
    for other in others:
        if other is not knot and other.contest is None and other.section == knot.section:
            for mine, theirs in ((knot.leaving, other.leaving), (knot.coming, other.coming)):
                named = [one for one in theirs if event.about(one.person) or event.words_name(one.name)]
                mine += named
                theirs[:] = [one for one in theirs if one not in named]
