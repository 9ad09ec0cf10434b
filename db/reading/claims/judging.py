"""A claim beside the figures: every way of reading it, the verdict, and what that rests on."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import NamedTuple

from db.measures.verdicts import Stated, Verdict, judge, worst_of
from db.reading.claims.book import Book, Figure, NotKnown, Other
from db.reading.claims.claim import Claim
from db.reading.claims.measures import GROWTH, MEASURES, Measure
from db.reading.claims.reading import Pair, Read
from db.reading.claims.subjects import other_of, subject_of
from db.reading.facts import together
from db.view import Fact

SWINGS = ("change of share", "Butler swing", "Steed swing")
"""What somebody may mean who speaks of a swing."""

MOST_OTHERS = 12
"""Other values of sources that are tried, at the most."""


class Reading(NamedTuple):
    """One way of reading a claim."""

    name: str
    measure: Measure
    verdict: Verdict
    gives: str
    """What the figures give; blank where that cannot be said."""
    working: str
    figures: tuple[Figure, ...]
    caveats: tuple[str, ...]
    missing: str
    """What the record lacks; blank where nothing."""


class Judged(NamedTuple):
    """A claim with its verdict."""

    claim: Claim
    reading: Reading
    """By the measure that the claim names."""
    tried: tuple[Reading, ...]
    """Other readings of the same words."""
    derived: str
    """What of the figures no source states; blank where all are stated."""
    disputed: tuple[tuple[Other, Verdict], ...]
    """Values that other sources state, each with the verdict that it would lead to."""

    @property
    def verdict(self) -> Verdict:
        """What the figures make of the claim."""
        return self.reading.verdict

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The claim, then the rows of the record that it rests on."""
        own = (Fact("claim", self.claim.id),)
        named = (
            ("contest", self.claim.contest),
            ("contest", self.claim.against),
            ("division", self.claim.division),
        )
        places = tuple(Fact(table, number) for table, number in named if number is not None)
        rest = tuple(fact for figure in self.reading.figures for fact in figure.facts)
        return together(own, places, rest)

    @property
    def rests(self) -> str:
        """What has to be known of its figures: `derived`, `disputed`, both, or nothing."""
        said = ("derived" if self.derived else "", "disputed" if self.disputed else "")
        return ", ".join(filter(None, said))

    @property
    def unsettled(self) -> tuple[tuple[Other, Verdict], ...]:
        """Values of other sources that would lead to another verdict."""
        return tuple((other, verdict) for other, verdict in self.disputed if verdict is not self.verdict)


def judged(book: Book, claim: Claim, *, readings: bool = True) -> Judged:
    """Work a claim out from the record.

    Args:
        book: the figures.
        claim: what was published.
        readings: whether other readings of its words are tried too.
    """
    measure = MEASURES[claim.measure]
    reading = read(book, claim, measure, measure.name)
    tried = (
        tuple(read(book, other, by, name) for name, by, other in variants(book, claim)) if readings else ()
    )
    derived = next((f"{one.name} ({one.derived})" for one in reading.figures if one.derived), "")
    return Judged(claim, reading, tried, derived, tuple(_disputed(book, claim, measure, reading)))


def read(book: Book, claim: Claim, measure: Measure, name: str) -> Reading:
    """One reading of a claim."""
    if claim.stated is None and claim.since is None and claim.measure != "first since":
        return Reading(name, measure, Verdict.OPEN, "", "", (), (), "the claim states no figure")
    try:
        found = measure.read(book, claim)
    except NotKnown as lack:
        return Reading(name, measure, Verdict.OPEN, "", "", (), (), str(lack))
    verdict = verdict_of(claim, measure, found)
    missing = "the figures on record leave a range" if verdict is Verdict.OPEN else ""
    return Reading(name, measure, verdict, found.gives, found.working, found.figures, found.caveats, missing)


def verdict_of(claim: Claim, measure: Measure, found: Read) -> Verdict:
    """The verdict on what a measure gives."""
    return worst_of(judge(_stated(claim, measure, pair), pair.low, pair.high) for pair in found.pairs)


def _stated(claim: Claim, measure: Measure, pair: Pair) -> Stated:
    if pair.column == "stated":
        return Stated.of(claim.stated or 0.0, claim.sense, measure.shown, claim.decimals)
    if pair.column == "since":
        return Stated(Fraction(int(str(claim.since)[:4])))
    return Stated.of(getattr(claim, pair.column), "exactly", 0)


def _disputed(
    book: Book, claim: Claim, measure: Measure, reading: Reading
) -> Iterator[tuple[Other, Verdict]]:
    """Other values with their verdicts; another slate of somebody counts only where it would change what the figures give."""
    for other in book.others(reading.figures)[:MOST_OTHERS]:
        found = read(book.with_other(other), claim, measure, measure.name)
        if other.field != "slate" or (found.gives, found.verdict) != (reading.gives, reading.verdict):
            yield other, found.verdict


def variants(book: Book, claim: Claim) -> Iterator[tuple[str, Measure, Claim]]:
    """Other readings of the words of a claim: a name, the measure, and the claim as it is read then."""
    alone = claim._replace(other=None, other_bloc=None, rival=None)
    if claim.measure in SWINGS:
        yield from _swings(book, claim, alone)
    elif claim.measure == "share" and alone != claim:
        yield "share of all votes", MEASURES["share"], alone
    elif claim.measure == "share" and claim.against is not None:
        yield "change of share", MEASURES["change of share"], alone
    elif claim.measure == "seats" and claim.faction is not None:
        counting = "slate" if claim.counting == "endorsement" else "endorsement"
        yield f"seats, counting by {counting}", MEASURES["seats"], claim._replace(counting=counting)
    elif claim.measure == "first since":
        kinds = None if claim.kinds else "regular"
        name = "counting every contest" if claim.kinds else "counting regular contests only"
        yield name, MEASURES["first since"], claim._replace(kinds=kinds)


def _swings(book: Book, claim: Claim, alone: Claim) -> Iterator[tuple[str, Measure, Claim]]:
    one = subject_of(book, claim).name
    other = other_of(book, claim)
    if claim.measure != "change of share":
        yield f"rise of the share of {one}, in points", MEASURES["change of share"], alone
    if other is not None:
        for name in ("Butler swing", "Steed swing"):
            if name != claim.measure:
                yield f"{name} to {one} from {other.name}", MEASURES[name], claim
        turned = alone._replace(
            faction=claim.other, bloc=claim.other_bloc, person=claim.rival, stated=-(claim.stated or 0)
        )
        yield f"rise of the share of {other.name}, in points", MEASURES["change of share"], turned
    if claim.measure != "Butler swing" or other is not None:
        yield f"Butler swing to {one} from everybody else", MEASURES["Butler swing"], alone
    yield f"growth of the votes of {one}, in percent", GROWTH, alone
    yield "growth of all votes, in percent", MEASURES["ratio of totals"], alone
