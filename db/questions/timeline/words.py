"""The sentences of a timeline: what happened on a day, how often what happened, who had a majority from when to when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from db.dates import on_day, written
from db.reading.counting.grouping import group_name
from db.reading.happening import Happening
from db.reading.happening.value import LEANING
from db.view import Faction
from db.wording import count, listed, number_word, part_of, sentence

if TYPE_CHECKING:
    from db.questions.timeline.days import Chronicle, Day

Told = TypeVar("Told")
"""What is said of a day."""

KINDS = 4
"""Kinds of what happened that are counted each."""

SPELLS = 2
"""Majorities that are listed; of more, the last ones."""

ALIKE = 4
"""Happenings of one kind from which they are told in one sentence."""

NOTHING = "Nothing but the seats themselves is on record of this day."


def sentences(day: Day, whole: bool) -> str:
    """What happened on a day; of the whole body the section is said too."""
    if not day.happened:
        return NOTHING
    said = []
    for kind, several in groupby(day.happened, key=lambda one: one.kind):
        alike = list(several)
        if kind.startswith(LEANING) and len(alike) >= ALIKE:
            said.append("; ".join(one.words for one in alike))
        else:
            said += [one.words + _section(one, whole) for one in alike]
    return " ".join(sentence(words) for words in said)


def _section(one: Happening, whole: bool) -> str:
    return f" ({one.section_name})" if whole and one.section_name else ""


def findings(told: Chronicle) -> tuple[str, ...]:
    """Who had a majority when, how the seats stood at first and at last, and what happened on how many days.

    Where factions are switched on, what they had comes first.
    """
    majorities, course, changed = _majorities(told), _course(told), _changed(told)
    nobody = (
        "" if majorities else "on none of these days is one group known to have had a majority of the votes"
    )
    said = [course, majorities] if told.assembly.lens.factions else [majorities, course]
    return tuple(sentence(one) for one in (*said, changed, nobody) if one)


def _changed(told: Chronicle) -> str:
    """What happened, in kinds."""
    days = told.days
    kinds = Counter(one.mark.words for day in days for one in day.happened)
    several = [(number, PLURALS[words]) for words, number in kinds.most_common() if words in PLURALS]
    shown = several if len(several) <= KINDS else several[: KINDS - 1]
    parts = [count(number, *words) for number, words in shown]
    if rest := sum(number for number, _ in several[len(shown) :]):
        parts.append(count(rest, "other change"))
    when = on_day(days[0].date)
    often = "changed"
    if len(days) > 1:
        when = f"from {written(days[0].date)} to {written(days[-1].date)}"
        often = f"changed on {count(len(days), 'day')}"
    return f"{when} the {place_name(told)} {often}{': ' if parts else ''}{listed(parts)}"


def place_name(told: Chronicle) -> str:
    """`NEC members' section`."""
    place = told.assembly.place
    return " ".join(filter(None, (place.body_short, place.section_name)))


def _course(told: Chronicle) -> str:
    """How many seats the foremost group had on the first and on the last day; of factions switched on what they had."""
    days = [day for day in told.days if day.seats.total and not told.partial(day)]
    if not days or days[0] is days[-1]:
        return ""
    edges = (days[0], days[-1])
    groups = [_own(told, day) if told.assembly.lens.factions else _foremost(told, day) for day in edges]
    if not any(groups) or (not all(groups) and not told.assembly.lens.factions):
        return ""
    who = [_had(some, day) for some, day in zip(groups, edges, strict=True)]
    same = len(groups[0]) == len(groups[1]) == 1 and groups[0][0][0] == groups[1][0][0]
    first, last = (on_day(day.date) for day in edges)
    of = f" of the {place_name(told)}"
    if same:
        seats = part_of(groups[1][0][1], days[-1].seats.total, "seat")
        return f"{first} {who[0]}{of}, and {last} {seats}"
    return f"{first} {who[0]}{of}, and {last} {who[1]}"


Held: TypeAlias = list[tuple[Faction, int]]
"""Groups with their seats, the largest first."""


def _foremost(told: Chronicle, day: Day) -> Held:
    """The group with most seats; none where several have as many."""
    held = _ranked(told, day)
    return held[:1] if held and sum(one[1] == held[0][1] for one in held) == 1 else []


def _own(told: Chronicle, day: Day) -> Held:
    """What the factions switched on had."""
    grouping, chosen = told.assembly.grouping, told.assembly.lens.factions
    covers = told.assembly.factions.covers
    return [one for one in _ranked(told, day) if covers(chosen, grouping.keys(one[0]), day.date)]


def _ranked(told: Chronicle, day: Day) -> Held:
    held = [(group, seats) for group, seats in day.seats.held.items() if seats]
    return sorted(held, key=lambda one: (-one[1], told.assembly.grouping.order(one[0])))


def _had(held: Held, day: Day) -> str:
    """`Labour to Win had four of the 39 seats and Labour First two`."""
    if not held:
        return f"those switched on had for certain none of the {count(day.seats.total, 'seat')}"
    (group, seats), *rest = held
    parts = [f"{group_name(group, seats)} had {part_of(seats, day.seats.total, 'seat')}"]
    return listed([*parts, *(f"{group_name(one, number)} {number_word(number)}" for one, number in rest)])


PLURALS = {
    "contest": ("contest", "contests"),
    "by-election": ("by-election", "by-elections"),
    "defection": ("defection", "defections"),
    "death": ("death", "deaths"),
    "suspension": ("suspension", "suspensions"),
    "expulsion": ("expulsion", "expulsions"),
    "resignation": ("resignation", "resignations"),
    "rule": ("change of rules", "changes of rules"),
    "vacancy": ("vacancy", "vacancies"),
    "replacement": ("replacement", "replacements"),
    "appointment": ("appointment", "appointments"),
    "leaving": ("other departure", "other departures"),
}


def _majorities(told: Chronicle) -> str:
    """Who had a majority of the votes for certain, from when to when; blank where nobody had."""
    days = told.days
    spells = []
    for leaders, start, end in _runs(days, told.leaders):
        if leaders:
            each = " each" if len(leaders) > 1 else ""
            spells.append((f"{listed([group_name(one) for one in leaders])}{each}", _span(start, end)))
    if not spells:
        return ""
    (who, when), *others = spells[-SPELLS:]
    parts = [f"{who} had a majority of the votes of the {place_name(told)} for certain {when}"]
    parts += [" ".join(one) for one in others]
    more = f"; {count(len(spells) - SPELLS, 'spell')} before that" if len(spells) > SPELLS else ""
    return listed(parts) + more


def _runs(days: Sequence[Day], of: Callable[[Day], Told]) -> Iterator[tuple[Told, str, str | None]]:
    """What is true of days one after another: what, from which day, and the first day after; None where it goes on."""
    for what, several in groupby(range(len(days)), key=lambda at: of(days[at])):
        span = list(several)
        yield what, days[span[0]].date, days[span[-1] + 1].date if span[-1] + 1 < len(days) else None


def _span(start: str, end: str | None) -> str:
    return f"from {written(start)}" + (f" to {written(end)}" if end else " on")


def notes(told: Chronicle) -> tuple[str, ...]:
    """What a reader has to know."""
    said = [
        "Seats are those that the record gives from each day on; an unknown group stays unknown, and a majority is stated "
        "only where the votes known to be a group's are one",
        "A seat changes hands on the day of the result that decides it; a day given as a month or a year stands at its beginning",
    ]
    partial = [day for day in told.days if told.partial(day)]
    if partial:
        most = max(day.seats.total for day in partial)
        spans = [_span(start, end) for true, start, end in _runs(told.days, told.partial) if true]
        said.append(
            f"{listed(spans)} the record has no more than {most} of {told.most} seats: nothing is said of a majority then"
        )
    if unseen := told.unseen:
        said.append(
            f"Of {count(unseen, 'term')} no source states the beginning or the end, so that the count changes between "
            "these days too: a row has the seats as they were on its own day"
        )
    grouping = told.assembly.grouping
    if grouping.key == "endorsement":
        said.append(
            "Whoever several organisations endorsed is counted with each, so that seats add up to more than there are"
        )
    if grouping.scheme:
        said.append(grouping.scheme.judgement)
    return tuple(map(sentence, said))
