"""A career in a line: seats held and candidacies by place, each with its slate and outcome, as they are on record."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import NamedTuple

from db.dates import agree, written
from db.reading.contests.career import Sat, Stood
from db.view import NO_SLATE, Faction
from db.wording import listed, ordinal, the

OUTCOMES = {
    "elected": "elected",
    "not elected": "not elected",
    "withdrawn": "withdrew",
    "pending": "result pending",
    "unknown": "no result on record",
}
"""What is said of a candidacy, before the year."""

UNSTATED = ("inferred", "unsourced")
"""Bases of terms that no source states."""


class Career(NamedTuple):
    """All that is on record of a person."""

    stood: tuple[Stood, ...]
    sat: tuple[Sat, ...]


def in_a_line(career: Career, home: str) -> str:
    """The career, the place of most interest first, the others in the order of time.

    Args:
        career: candidacies and terms, each in the order of time.
        home: the place that comes first, as `place_of` has it.
    """
    stood = career.stood if len(career.stood) > 1 else ()
    dated = sorted((one.date or "9999", place_of(one)) for one in stood)
    dated += sorted((one.since or "9999", place_of(one)) for one in career.sat)
    places = sorted(dict.fromkeys(name for _, name in sorted(dated)), key=lambda name: name != home)
    said = ["No other candidacy is on record"] if not stood else []
    for name in places:
        sat = [one for one in career.sat if place_of(one) == name]
        told = [*_seats(sat), *_candidacies([one for one in stood if place_of(one) == name])]
        said.append(f"{name}: {'; '.join(told)}")
    return ". ".join(said) + "."


def place_of(one: Stood | Sat) -> str:
    """Body and section of a candidacy or a term in words."""
    return place(one.body, one.section)


def place(body: str, section: str) -> str:
    """Body and section in words: `NEC, members' section`; the body alone where its name says both: `NEC officers`."""
    return body if body.casefold().endswith(section.casefold()) else f"{body}, {section}"


def _seats(terms: Sequence[Sat]) -> list[str]:
    spans = [_span(span) for span in _joined(terms)]
    return [f"sat {listed(spans)}"] if spans else []


def _joined(terms: Sequence[Sat]) -> Iterator[list[Sat]]:
    """Terms that follow upon each other without a break, together."""
    span: list[Sat] = []
    for one in terms:
        last = span[-1].until if span else None
        if span and not (
            last is not None and one.since is not None and (one.since <= last or agree(one.since, last))
        ):
            yield span
            span = []
        span.append(one)
    if span:
        yield span


def _span(terms: Sequence[Sat]) -> str:
    """`from 2010 to 2016`, `since 2020`, `in 2015`; what no source states is marked."""
    first, last = terms[0], terms[-1]
    start = first.since[:4] if first.since else ""
    end = last.until[:4] if last.until else ""
    words = _stated(first, last, start, end)
    weak = [one for one in terms if one.basis in UNSTATED]
    if weak:
        words += f" ({'' if len(weak) == len(terms) else 'in part '}{weak[0].basis})"
    return words


def _stated(first: Sat, last: Sat, start: str, end: str) -> str:
    """The years of a span, with what no source says of its beginning and end."""
    began = not first.is_attested or first.basis == "derived"
    ended = not (last.is_open and end)
    if not start or (first.since or "") > (
        last.until or "9999"
    ):  # attested, by a later page, for before its end
        return f"until {end}" if end else "at a time not on record"
    words = f"since {start}" if not end else f"in {start}" if start == end else f"from {start} to {end}"
    blank = [word for word, known in (("began", began), ("ended", ended)) if not known]
    return f"{words} (when it {listed(blank)} is not on record)" if blank else words


def _candidacies(stood: Sequence[Stood]) -> list[str]:
    """`stood as an independent: not elected in 2010, elected in 2012 and 2014`, slate by slate."""
    years = [one.date[:4] for one in stood if one.date]
    twice = frozenset(year for year in years if years.count(year) > 1)
    said: list[str] = []
    for slate, some in groupby(stood, key=lambda one: one.slate):
        runs = [
            _run(outcome, list(run), twice) for outcome, run in groupby(some, key=lambda one: one.outcome)
        ]
        said.append(f"{'' if said else 'stood '}{_for(slate)}: {', '.join(runs)}")
    return said


def _for(slate: Faction) -> str:
    if slate is NO_SLATE:
        return "on no known slate"
    named = the(slate.name, 1)
    return f"as {named}" if named.startswith("an ") else f"for {named}"


def _run(outcome: str, some: Sequence[Stood], twice: frozenset[str]) -> str:
    """Candidacies with one outcome, one after the other: `elected in 2012 (fifth) and 2014 (sixth)`."""
    return f"{OUTCOMES[outcome]} {listed([_when(one, twice, first=at == 0) for at, one in enumerate(some)])}"


def _when(one: Stood, twice: frozenset[str], *, first: bool) -> str:
    rank = f" ({ordinal(one.rank)})" if one.rank and one.outcome in ("elected", "not elected") else ""
    if not one.date:
        return f"on a day not on record{rank}"
    date = written(one.date[:7] if one.date[:4] in twice else one.date[:4])
    return f"{'in ' if first else ''}{date}{rank}"
