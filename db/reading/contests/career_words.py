"""A career in sentences that may be printed: how often somebody stood and won, for whom when, and which seats were held."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from db.reading.contests.career import Sat, Stood
from db.view import NO_SLATE, Faction
from db.wording import INDEPENDENT, count, listed, sentence, surnames, the, times, years

RUNS = 4
"""Of more slates one after another only the first and the last are told."""

BODIES = 4
"""Nor are more bodies told than these."""


def career_findings(
    name: str, sort_name: str, stood: Sequence[Stood], held: Sequence[Sat], *, filtered: bool = False
) -> tuple[str, ...]:
    """The story of a person in up to three sentences.

    Args:
        name: of the person.
        sort_name: the name to sort by, which gives the surname.
        stood: all candidacies, in the order of time.
        held: all terms, in the order of time.
        filtered: whether some of the candidacies may not be shown: it is said that all are meant.
    """
    short = surnames([(name, sort_name)])[name]
    first = _stood(name, stood)
    said = [
        f"in all, {first}" if first and filtered else first,
        _slates(short, stood),
        _seats(short if stood else name, held),
    ]
    return tuple(map(sentence, filter(None, said)))


def _stood(name: str, stood: Sequence[Stood]) -> str:
    """`Kate Osamor stood in two contests from 2012 to 2014 and was elected once`."""
    pending = [one for one in stood if one.outcome == "pending"]
    past = [one for one in stood if one.outcome != "pending"]
    if not past:
        stands = (
            f"{name} stands in {count(len(pending), 'contest')} {years(one.date for one in pending)}".strip()
        )
        result = "the result is" if len(pending) == 1 else "the results are"
        return f"{stands}; {result} still to come" if pending else ""
    words = f"{name} stood in {count(len(past), 'contest')} {years(one.date for one in past)}".strip()
    won, unknown = (sum(one.outcome == what for one in past) for what in ("elected", "unknown"))
    words += f" and was {elected(won, len(past), unknown)}"
    if unknown:
        words += f"; {count(unknown, 'outcome is', 'outcomes are')} not on record"
    if withdrew := sum(one.outcome == "withdrawn" for one in past):
        words += f"; {count(withdrew, 'candidacy was', 'candidacies were')} withdrawn"
    if pending:
        words += f"; {count(len(pending), 'result is', 'results are')} still to come"
    return words


def elected(won: int, stood: int, unknown: int) -> str:
    """How somebody fared who stood so often: `elected twice`, `elected each time`, `not elected`."""
    if not won:
        return "elected in none for certain" if unknown else "not elected"
    if won == stood:
        return "elected" if won == 1 else "elected each time"
    return f"elected {times(won)}"


def _slates(short: str, stood: Sequence[Stood]) -> str:
    """For whom when: `Baxter stood as an independent from 2010 to 2014 and for Labour to Win in 2020`."""
    known = [one for one in stood if one.slate is not NO_SLATE]
    runs = [(slate, list(some)) for slate, some in groupby(known, key=lambda one: one.slate)]
    if not runs:
        return ""
    parts = [f"{_for(slate)} {years(one.date for one in some)}".strip() for slate, some in runs]
    if len(runs) > RUNS:
        between = {slate for slate, _ in runs} - {runs[0][0], runs[-1][0]}
        words = (
            f"{short} stood {parts[0]} and, with {count(len(between), 'other slate')} in between, {parts[-1]}"
        )
    else:
        words = f"{short} stood {listed(parts)}"
    missing = len(stood) - len(known)
    return words + (f"; of {count(missing, 'candidacy', 'candidacies')} no slate is known" if missing else "")


def _for(slate: Faction) -> str:
    name = the(slate.name, 1)
    return f"as {name}" if slate.name.casefold() == INDEPENDENT else f"for {name}"


def _seats(short: str, held: Sequence[Sat]) -> str:
    """Where somebody sat from when to when, body by body."""
    bodies: dict[str, list[Sat]] = {}
    for one in held:
        bodies.setdefault(one.body, []).append(one)
    told = [f"on the {body} {_span(terms)}".strip() for body, terms in list(bodies.items())[:BODIES]]
    if len(bodies) > BODIES:
        told.append(f"on {count(len(bodies) - BODIES, 'more body', 'more bodies')}")
    if not told:
        return ""
    several = any(" and " in one for one in told)
    words = ", and ".join(filter(None, (", ".join(told[:-1]), told[-1]))) if several else listed(told)
    return f"{short} {'has held' if any(map(_open, held)) else 'held'} a seat {words}"


def _open(one: Sat) -> bool:
    return one.is_open or one.until is None


def _span(terms: Sequence[Sat]) -> str:
    """`from 2014 to 2016 and since 2020`; spells that follow upon each other are one."""
    spells: list[list[str | None]] = []
    for one in terms:
        start, end = one.since and one.since[:4], None if _open(one) else one.until and one.until[:4]
        if spells and spells[-1][1] is None:
            continue
        if spells and start is not None and start <= (spells[-1][1] or ""):
            spells[-1][1] = end
        else:
            spells.append([start, end])
    return listed([_years(*one) for one in spells if any(one)])


def _years(start: str | None, end: str | None) -> str:
    if start is None:
        return f"until {end}"
    if end is None:
        return f"since {start}"
    return f"in {start}" if start == end else f"from {start} to {end}"
