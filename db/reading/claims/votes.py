"""Claims on votes: shares, how they moved, totals and their growth, leads."""

from __future__ import annotations

from fractions import Fraction

from db.measures.swing import Pair as Two
from db.measures.swing import butler, steed
from db.reading.claims.book import Book, Figure, NotKnown, number
from db.reading.claims.claim import Claim
from db.reading.claims.reading import (
    Read,
    compared,
    contest_of,
    counted,
    of_total,
    one,
    percent,
    points,
)
from db.reading.claims.subjects import Subject, candidate_of, caveat, other_of, subject_of, votes_of
from db.reading.contests.poll import Contest
from db.view import Fact
from db.wording import tenths


def share(book: Book, claim: Claim) -> Read:
    """Votes of the subject in percent of all votes, or of those of the two where `other` is given."""
    contest, subject, other = contest_of(book, claim), subject_of(book, claim), other_of(book, claim)
    if other is None:
        found, figures, working = _share(book, subject, contest)
        return one(*found, percent(*found), working, *figures)._replace(
            caveats=_caveats(book, contest, subject)
        )
    mine, theirs = votes_of(book, subject, contest), votes_of(book, other, contest)
    value = Fraction(100 * mine.low, mine.low + theirs.low)
    working = f"100 × {mine.text} / ({mine.text} + {theirs.text})"
    return one(value, value, percent(value, value), working, mine, theirs)


def change_of_share(book: Book, claim: Claim) -> Read:
    """The share of the subject less its share in the contest compared with, in points."""
    before, now = compared(book, claim)
    subject = subject_of(book, claim)
    earlier, first, _ = _share(book, subject, before)
    later, second, _ = _share(book, subject, now)
    low, high = later[0] - earlier[1], later[1] - earlier[0]
    working = f"{percent(*later)} − {percent(*earlier)}"
    return one(low, high, points(low, high), working, *second, *first)._replace(
        caveats=(*_caveats(book, before, subject), *_caveats(book, now, subject))
    )


def butler_swing(book: Book, claim: Claim) -> Read:
    """The mean of what the subject gained and what `other`, or everybody else, lost, in points of all votes."""
    before, now = compared(book, claim)
    subject, other = subject_of(book, claim), other_of(book, claim)
    pairs, figures = [], []
    for contest in (before, now):
        (mine, top), own, _ = _share(book, subject, contest)
        if mine != top:
            raise NotKnown(f"the votes cast in all are not on record, {own[-1].name}")
        (theirs, _), others, _ = _share(book, other, contest) if other else ((100 - mine, mine), [], "")
        pairs.append(Two(mine, theirs))
        figures += [*own, *others[:1]]
    value = butler(*pairs)
    (a, b), (c, d) = [[percent(Fraction(each), Fraction(each)) for each in pair] for pair in pairs]
    return one(value, value, points(value, value), f"(({c} − {a}) + ({b} − {d})) / 2", *figures)


def steed_swing(book: Book, claim: Claim) -> Read:
    """How the share of the subject in the votes of the two alone moved, in points."""
    before, now = compared(book, claim)
    subject, other = subject_of(book, claim), other_of(book, claim)
    if other is None:
        raise NotKnown("the claim names nobody from whom it swung")
    figures = [votes_of(book, each, contest) for contest in (before, now) for each in (subject, other)]
    a, b, c, d = (figure.low for figure in figures)
    value = steed(Two(a, b), Two(c, d))
    if value is None:
        raise NotKnown("one of the two contests has no votes for the two")
    working = f"100 × {number(c)} / {number(c + d)} − 100 × {number(a)} / {number(a + b)}"
    return one(value, value, points(value, value), working, *figures)


def votes(book: Book, claim: Claim) -> Read:
    """The votes of the subject."""
    found = votes_of(book, subject_of(book, claim), contest_of(book, claim))
    return one(found.low, found.high, counted(found.low, found.high, "votes"), found.text, found)


def growth_of_votes(book: Book, claim: Claim) -> Read:
    """By how much the votes of the subject grew on those in the contest compared with, in percent."""
    before, now = compared(book, claim)
    subject = subject_of(book, claim)
    return _growth(votes_of(book, subject, now), votes_of(book, subject, before))


def total(book: Book, claim: Claim) -> Read:
    """All votes of the contest."""
    found = book.total(contest_of(book, claim))
    return one(found.low, found.high, counted(found.low, found.high, "votes"), found.text, found)


def ratio_of_totals(book: Book, claim: Claim) -> Read:
    """By how much all votes grew on those of the contest compared with, in percent."""
    before, now = compared(book, claim)
    return _growth(book.total(now), book.total(before))


def margin(book: Book, claim: Claim) -> Read:
    """Votes of a person ahead of `rival`; without one, votes short of the last seat, or ahead of whoever missed it."""
    contest = contest_of(book, claim)
    if claim.person is None:
        raise NotKnown("the claim names no person")
    own = candidate_of(book, claim.person, contest)
    if claim.rival is not None:
        against = candidate_of(book, claim.rival, contest)
    else:
        bar = [
            each
            for each in book.candidates(contest.id)
            if each.elected != own.elected and each.votes is not None
        ]
        if not bar or any(each.votes is None for each in book.candidates(contest.id)):
            raise NotKnown(f"who was nearest to the seat is not on record, {contest.key}")
        against = (max if own.elected else min)(bar, key=lambda each: each.votes or 0)
    mine, theirs = (
        votes_of(book, Subject("person", each.person, each.name), contest) for each in (own, against)
    )
    gap = mine.low - theirs.low
    way = "ahead" if gap >= 0 else "short" if claim.rival is None else "behind"
    gives = f"{counted(abs(gap), abs(gap), 'votes')} {way}"
    gives += f" of {against.name}" if claim.rival is None else ""
    value = abs(gap) if claim.rival is None else gap
    return one(value, value, gives, f"{mine.text} − {theirs.text}", mine, theirs)


def rank(book: Book, claim: Claim) -> Read:
    """The place of a person by votes, one more than how many have more; else the published place."""
    contest = contest_of(book, claim)
    if claim.person is None:
        raise NotKnown("the claim names no person")
    own = candidate_of(book, claim.person, contest)
    stood = book.candidates(contest.id)
    if (
        own.votes is not None
        and contest.figures == "complete"
        and all(each.votes is not None for each in stood)
    ):
        above = sum((each.votes or 0) > own.votes for each in stood)
        place, working = Fraction(above + 1), f"{above} candidates have more votes"
    elif own.rank is not None:
        place, working = Fraction(own.rank), "the place as published"
    else:
        raise NotKnown(f"the place of {own.name} is not on record, {contest.key}")
    facts = (Fact("candidacy", own.id),)
    found = Figure(f"place of {own.name}", place, place, facts, book.opens(contest), fields=("votes",))
    return one(place, place, f"place {place}", working, found)


def _growth(now: Figure, before: Figure) -> Read:
    if not before.low:
        raise NotKnown(f"the {before.name} are nought")
    low, high = 100 * (now.low / before.high - 1), 100 * (now.high / before.low - 1)
    parts = dict.fromkeys(f"{tenths(abs(float(each))):.1f}" for each in sorted((low, high), key=abs))
    words = f"{' to '.join(parts)}% {'more' if low >= 0 else 'fewer'}"
    return one(low, high, words, f"100 × ({now.text} / {before.text} − 1)", now, before)


def _share(
    book: Book, subject: Subject, contest: Contest
) -> tuple[tuple[Fraction, Fraction], list[Figure], str]:
    """The share of a subject, what it is worked out of, and how."""
    found = votes_of(book, subject, contest)
    if found.percent:
        return (found.low, found.high), [found], found.text
    whole = book.total(contest)
    return of_total(found, whole), [found, whole], f"100 × {found.text} / {whole.text}"


def _caveats(book: Book, contest: Contest, subject: Subject) -> tuple[str, ...]:
    said = caveat(book, subject, contest)
    return (said,) if said else ()
