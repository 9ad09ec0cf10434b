"""Spans of time whose ends are known to the day, the month or the year: what can be said of them for certain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from db.dates import agree

END = "~"
"""Behind a date it stands for the end of that year, month or day; alone for a day after all others."""


class Span(NamedTuple):
    """From a date up to but not including another; blank and `END` where it is open."""

    start: str
    end: str

    @property
    def backwards(self) -> bool:
        """Whether it ends before it starts, however exact its dates are."""
        return self.end < self.start and not agree(self.start, self.end)

    @property
    def surely(self) -> Span:
        """The days that it holds for certain: an imprecise beginning may have been the last day, an imprecise end the first."""
        return Span(self.start + END if 0 < len(self.start) < 10 else self.start, self.end)

    def meets(self, other: Span) -> bool:
        """Whether some day is for certain in both."""
        one, two = self.surely, other.surely
        return max(one.start, two.start) < min(one.end, two.end)


class Sitting(NamedTuple):
    """A term, as far as counting needs it."""

    id: int
    person: int
    span: Span


class Crowd(NamedTuple):
    """A day on which a section had more holders than seats."""

    date: str
    terms: tuple[int, ...]
    """One for each holder."""
    seats: int


def crowd(terms: Iterable[Sitting], seats: Sequence[tuple[Span, int]]) -> Crowd | None:
    """The first day on which there are for certain more holders than seats; None where there is none.

    Args:
        terms: of one section, in any order.
        seats: how many there were, and when; where several hold, the most seats are believed.
    """
    steps = defaultdict[str, tuple[list[Sitting], list[Sitting]]](lambda: ([], []))
    steps.update({span.start: ([], []) for span, _ in seats})
    for one in terms:
        sure = one.span.surely
        if sure.start < sure.end:
            steps[sure.start][0].append(one)
            steps[sure.end][1].append(one)
    held: dict[int, list[int]] = {}
    for date in sorted(steps):
        came, gone = steps[date]
        for one in gone:
            held[one.person].remove(one.id)
            if not held[one.person]:
                del held[one.person]
        for one in came:
            held.setdefault(one.person, []).append(one.id)
        most = max((number for span, number in seats if span.start <= date < span.end), default=None)
        if most is not None and len(held) > most:
            return Crowd(date.rstrip(END), tuple(ids[0] for ids in held.values()), most)
    return None


def overlaps(spans: Sequence[tuple[int, Span]]) -> Iterator[tuple[int, int]]:
    """Pairs of neighbours in time that have a day in common: each with the one that reaches furthest before it."""
    furthest: tuple[int, Span] | None = None
    for number, span in sorted(spans, key=lambda one: one[1]):
        if span.backwards:
            continue
        if furthest is not None and furthest[1].meets(span):
            yield furthest[0], number
        if furthest is None or span.end > furthest[1].end:
            furthest = number, span


def outnumber(claims: Sequence[tuple[int, Span]], seats: int) -> list[int]:
    """Who holds too many claims to so many seats at one time, the first such time; nobody where all is well.

    Args:
        claims: persons and from when to when each claims one of the seats.
        seats: how many there are.
    """
    found = crowd((Sitting(number, number, span) for number, span in claims), [(Span("", END), seats)])
    return sorted(found.terms) if found else []
