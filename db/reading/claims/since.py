"""Claims that something is so for the first time since some year."""

from __future__ import annotations

from fractions import Fraction
from typing import NamedTuple

from db.dates import on_day
from db.reading.claims.book import Book, Figure, NotKnown, named
from db.reading.claims.claim import Claim
from db.reading.claims.reading import Pair, Read, contest_of
from db.reading.claims.subjects import Subject, other_of, seats_of, subject_of
from db.reading.contests.poll import Contest

NEVER = Fraction(-10_000)
"""Stands for a year before all others."""

_EARLIER = """
contest.section_id = ? AND contest.status = 'declared' AND contest.date IS NOT NULL AND contest.date < ?
AND (? IS NULL OR contest.kind = ?) ORDER BY contest.date DESC, contest.id DESC
"""


class Earlier(NamedTuple):
    """A contest before, and whether what is claimed was so in it."""

    contest: Contest
    certain: bool
    possible: bool
    figures: tuple[Figure, ...]


def first_since(book: Book, claim: Claim) -> Read:
    """The last earlier contest of the section in which it was so too.

    `since` is held against its year, `stated` against the years that have passed: "the first time in two decades" is at least
    20.  It is so where the subject won at least `least` seats, or more than `other`; `kinds` leaves contests of other kinds out.
    """
    contest = contest_of(book, claim)
    if contest.date is None:
        raise NotKnown(f"the date of {contest.key} is not on record")
    subject, other = subject_of(book, claim), other_of(book, claim)
    here = _was_so(book, claim, subject, other, contest)
    if not here.possible:
        words = f"it was not so {on_day(contest.date)} ({_counts(here.figures)})"
        pairs = tuple(
            Pair(one, NEVER, NEVER) for one in ("since", "stated") if getattr(claim, one) is not None
        )
        return Read(pairs, words, _condition(claim, subject, other), here.figures)
    values = [contest.section_id, contest.date, claim.kinds, claim.kinds]
    seen = [_was_so(book, claim, subject, other, one) for one in book.where(_EARLIER, *values)]
    if not seen:
        raise NotKnown(f"no earlier contest is on record, {contest.section_name}")
    last = next((one for one in seen if one.certain), None)
    perhaps = next((one for one in seen if one.possible), None)
    return _read(claim, _condition(claim, subject, other), here, seen, last, perhaps)


def _read(
    claim: Claim,
    condition: str,
    here: Earlier,
    seen: list[Earlier],
    last: Earlier | None,
    perhaps: Earlier | None,
) -> Read:
    year = _year(here.contest)
    first = _year(seen[-1].contest)
    low = _year(last.contest) if last else NEVER
    high = _year(perhaps.contest) if perhaps else first - 1
    pairs = [Pair("since", low, high)] if claim.since else []
    if claim.stated is not None:
        pairs.append(Pair("stated", year - high, year - low))
    if last:
        words = f"it was last so {on_day(str(last.contest.date))} ({_counts(last.figures)})"
    else:
        words = f"it was not so for certain before, in a record that goes back to {named(seen[-1].contest)}"
    if perhaps and perhaps is not last:
        words += f", perhaps {on_day(str(perhaps.contest.date))}"
    told = [one for one in (here, last, perhaps) if one]
    figures = tuple(dict.fromkeys(figure for one in told for figure in one.figures))
    return Read(tuple(pairs), words, condition, figures)


def _was_so(book: Book, claim: Claim, subject: Subject, other: Subject | None, contest: Contest) -> Earlier:
    try:
        own = seats_of(book, subject, contest)
        theirs = seats_of(book, other, contest) if other else None
    except NotKnown:
        return Earlier(contest, certain=False, possible=True, figures=())
    if theirs is not None:
        return Earlier(contest, own.low > theirs.high, own.high > theirs.low, (own, theirs))
    least = Fraction(claim.least or 1)
    return Earlier(contest, own.low >= least, own.high >= least, (own,))


def _condition(claim: Claim, subject: Subject, other: Subject | None) -> str:
    kinds = f"; {claim.kinds} contests only" if claim.kinds else ""
    if other is not None:
        return f"seats of {subject.name} above those of {other.name}{kinds}"
    return f"seats of {subject.name} at least {claim.least or 1:g}{kinds}"


def _counts(figures: tuple[Figure, ...]) -> str:
    return " against ".join(figure.text for figure in figures) + " seats" if figures else "seats not known"


def _year(contest: Contest) -> Fraction:
    return Fraction(int(str(contest.date)[:4]))
