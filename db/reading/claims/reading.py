"""What one measure makes of a claim: figures beside those that were stated, and how they were worked out."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import NamedTuple

from db.reading.claims.book import Book, Figure, NotKnown, number
from db.reading.claims.claim import Claim
from db.reading.contests.poll import Contest
from db.wording import as_percent, signed


class Pair(NamedTuple):
    """One computed figure, or the range that it lies in, beside the figure of the claim that it is held against."""

    column: str
    """`stated`, `whole`, `versus` or `since`."""
    low: Fraction
    high: Fraction


class Read(NamedTuple):
    """What the figures give."""

    pairs: tuple[Pair, ...]
    gives: str
    """In words: `55.2%`, `4 of 6 seats`."""
    working: str
    """`100 × 178,755 / 323,740`."""
    figures: tuple[Figure, ...]
    caveats: tuple[str, ...] = ()


Formula = Callable[[Book, Claim], Read]
"""Works a claim out; raises NotKnown with what is missing."""


def one(low: Fraction, high: Fraction, gives: str, working: str, *figures: Figure) -> Read:
    """A reading of a single figure."""
    return Read((Pair("stated", low, high),), gives, working, figures)


def contest_of(book: Book, claim: Claim) -> Contest:
    """The contest that a claim speaks of.

    Raises:
        NotKnown: it names none.
    """
    if claim.contest is None:
        raise NotKnown("the claim names no contest")
    return book.contest(claim.contest)


def compared(book: Book, claim: Claim) -> tuple[Contest, Contest]:
    """The contest before and the one that a claim speaks of, whose figures may be compared.

    Raises:
        NotKnown: the claim names none, or their units differ.
    """
    now = contest_of(book, claim)
    if claim.against is None:
        raise NotKnown("the claim names no contest to compare with")
    before = book.contest(claim.against)
    if now.unit is None or now.unit != before.unit:
        units = f"{now.unit or 'not known'} and {before.unit or 'not known'}"
        raise NotKnown(f"the figures of the two contests are of different units: {units}")
    return before, now


def percent(low: Fraction, high: Fraction) -> str:
    """`55.2%`, `55.2% to 60.1%`."""
    return " to ".join(dict.fromkeys(as_percent(float(value)) for value in (low, high)))


def points(low: Fraction, high: Fraction) -> str:
    """`+7.9 points`, `+7.9 to +8.1 points`."""
    return " to ".join(dict.fromkeys(signed(float(value), 1) for value in (low, high))) + " points"


def counted(low: Fraction, high: Fraction, noun: str) -> str:
    """`963 votes`, `3 to 4 seats`."""
    words = " to ".join(dict.fromkeys((number(low), number(high))))
    return f"{words} {noun.removesuffix('s') if words == '1' else noun}"


def of_total(votes: Figure, total: Figure) -> tuple[Fraction, Fraction]:
    """The lowest and the highest share, in percent.

    Raises:
        NotKnown: the total is nought.
    """
    if not total.low:
        raise NotKnown(f"the {total.name} are nought")
    return 100 * votes.low / total.high, 100 * votes.high / total.low
