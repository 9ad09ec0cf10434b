"""What happened to the seats of a place, in words: contests, terms, events, vacancies."""

from __future__ import annotations

from collections.abc import Iterator

from db.dates import written
from db.reading import reasons
from db.reading.events import events
from db.reading.facts import facts, together
from db.reading.happening.contests import contests
from db.reading.happening.knots import Knot, Knots
from db.reading.happening.scope import Scope
from db.reading.happening.terms import Spell, spells, vacancies
from db.reading.happening.value import (
    APPOINTMENT,
    BY_ELECTION,
    CONTEST,
    DEPARTURE,
    REPLACEMENT,
    SUSPENSION,
    VACANCY,
    Happening,
    mark_of,
)
from db.view import NO_SLATE, Fact
from db.wording import listed


def of_seats(scope: Scope) -> Iterator[Happening]:
    """Contests, terms that begin and end, events, vacancies: each once."""
    knots = Knots(contests(scope))
    terms = spells(scope)
    knots.end(terms)
    knots.begin(terms)
    found = events(scope.connection, scope.place, scope.first, scope.last)
    knots.explain(found, alone=scope.place.section is None)
    knots.empty(vacancies(scope))
    for knot in knots.all:
        if scope.holds(knot.date) and not _continued(knot):
            yield told(knot)


def told(knot: Knot) -> Happening:
    """A knot as a happening."""
    won = knot.contest.winners if knot.contest else ()
    factions = {one.last_faction for one in knot.leaving} | {one.first_faction for one in knot.coming}
    factions |= {one.slate.key for one in won}
    return Happening(
        knot.date,
        _kind(knot),
        _words(knot),
        knot.section,
        knot.section_name,
        frozenset(factions) or frozenset({NO_SLATE.key}),
        _facts(knot),
    )


def _facts(knot: Knot) -> tuple[Fact, ...]:
    """What tells it: an event, a contest with whom it elected, the terms that end and begin, vacancies."""
    event = facts("event", [knot.event.id if knot.event else None])
    held = knot.contest.facts if knot.contest else ()
    terms = (one.facts for one in (*knot.leaving, *knot.coming))
    empty = facts("vacancy", (one.id for one in (*knot.empty, *knot.filled)))
    return together(event, held, *terms, empty)


def _continued(knot: Knot) -> bool:
    """Whether nothing happened: the same person goes on, neither suspended nor gained in another manner."""
    if knot.contest or knot.event or knot.empty or knot.filled or not (knot.leaving and knot.coming):
        return False
    same = {one.person for one in knot.leaving} == {one.person for one in knot.coming}
    return (
        same
        and not any(reasons.of_leaving(one.why) == SUSPENSION for one in knot.leaving)
        and all(one.won and one.voting != 0 for one in knot.coming)
    )


def _kind(knot: Knot) -> str:
    if knot.contest:
        return knot.contest.kind
    if knot.event:
        return knot.event.kind.casefold()
    gone, come = (knot.leaving[0] if knot.leaving else None), (knot.coming[0] if knot.coming else None)
    if gone is not None:
        reason = reasons.of_leaving(gone.why, gone.how)
        if reason and mark_of(reason).words in NOTABLE:
            return reason
        return REPLACEMENT if come is not None and come.person != gone.person else DEPARTURE
    if come is None:
        return VACANCY
    how = reasons.told_by(come.how)
    if how == SUSPENSION:
        return SUSPENSION
    if come.replaces is not None or mark_of(how).words == REPLACEMENT:
        return REPLACEMENT
    if how == BY_ELECTION:
        return BY_ELECTION
    return CONTEST if come.how and come.won else APPOINTMENT


NOTABLE = ("death", "suspension", "expulsion", "resignation", "defection", "rule")
"""Marks of the reasons that make the kind of a happening; whoever left for another one has left, or was replaced."""


def _words(knot: Knot) -> str:
    words = knot.event.words.rstrip(". ") if knot.event else ""
    if knot.contest is not None:
        words = _of_contest(knot, words)
    elif not words:
        words = _of_terms(knot)
    if knot.empty and not reasons.tells(words, VACANCY):
        words = f"{words}; {_standing(knot)}" if words else _alone(knot)
    return words or "A seat that stood empty does so no longer"


def _standing(knot: Knot) -> str:
    """That seats stand empty, or stood so until a day."""
    seat = "the seats" if len(knot.empty) > 1 else "the seat"
    ends = {one.end for one in knot.empty}
    end = ends.pop() if len(ends) == 1 else None
    return f"{seat} stood empty until {written(end)}" if end else f"{seat} stood empty from then on"


def _alone(knot: Knot) -> str:
    """A vacancy that nothing else on record explains: whose seat it was, and the reason as stated."""
    names = [one.name for one in knot.empty if one.name]
    reasons = "; ".join(dict.fromkeys(one.reason for one in knot.empty if one.reason))
    words = f"{listed(names)}: {_standing(knot)}" if names else _standing(knot)
    return words + (f" ({reasons})" if reasons else "")


def _of_contest(knot: Knot, event: str) -> str:
    contest = knot.contest
    if contest is None:
        return event
    if not event:
        gone = [_reasoned(one) for one in knot.leaving]
        place = contest.kind == BY_ELECTION and gone and len(gone) <= len(contest.winners) + 1
        return f"{contest.words}, in place of {listed(gone)}" if place else contest.words
    if contest.winners and knot.event and all(knot.event.words_name(one.name) for one in contest.winners):
        return f"{event} ({contest.slates})" if contest.slates else event
    return f"{contest.words}; {event}"


def _reasoned(one: Spell) -> str:
    return f"{one.name} ({one.why})" if one.why else one.name


def _of_terms(knot: Knot) -> str:
    gone, come = knot.leaving, knot.coming
    if not gone:
        if not come:
            return ""
        for_whom = listed([one.replaced for one in come if one.replaced])
        return f"{_names(come)}: {come[0].how or 'took a seat'}" + (f", for {for_whom}" if for_whom else "")
    why = gone[0].why or "term ended"
    fresh = [one for one in come if one.person not in {other.person for other in gone}]
    if come and not fresh:
        return f"{_names(gone)}: {why if gone[0].why else come[0].how}"
    words = f"{_names(gone)}: {why}"
    fresh = [one for one in fresh if one.name not in words]
    if fresh:
        words += f"; followed by {_names(fresh)}" + (f", {fresh[0].how}" if fresh[0].how else "")
    return words


def _names(people: list[Spell]) -> str:
    return listed(list(dict.fromkeys(one.name for one in people)))
