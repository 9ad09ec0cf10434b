"""The sentences of a timeline: what happened on a day, how often what happened, who had a majority from when to when."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, TypeVar

from db.dates import written
from db.reading.happening import Happening
from db.reading.happening.value import LEANING
from db.wording import count, listed, sentence

if TYPE_CHECKING:
    from db.questions.timeline.days import Chronicle, Day

Told = TypeVar("Told")
"""What is said of a day."""

SPELLS = 3
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
    """How many days of what, and the majorities."""
    place, days = told.assembly.place, told.days
    name = " ".join(filter(None, (place.body_short, place.section_name)))
    kinds = Counter(one.mark.words for day in days for one in day.happened)
    parts = [count(number, *PLURALS[words]) for words, number in kinds.most_common() if words in PLURALS]
    first = f"From {written(days[0].date)} to {written(days[-1].date)} the {name} changed on {count(len(days), 'day')}"
    if parts:
        first += f": {listed(parts)}"
    return sentence(first), sentence(_majorities(told))


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
    """Who had a majority of the votes for certain, from when to when."""
    days = told.days
    spells = []
    for leaders, start, end in _runs(days, told.leaders):
        if leaders:
            each = " (each)" if len(leaders) > 1 else ""
            spells.append(f"{listed([one.name for one in leaders])}{each} {_span(start, end)}")
    if not spells:
        return "On none of these days is one group known to have had a majority of the votes"
    last = spells[-SPELLS:]
    more = f"; {count(len(spells) - SPELLS, 'spell')} before that" if len(spells) > SPELLS else ""
    return f"A majority of the votes for certain: {listed(last)}{more}"


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
