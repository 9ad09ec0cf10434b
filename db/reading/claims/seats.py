"""Claims on seats: how many somebody won, votes for each, when it was last so; quotas, turnout, votes inside a body."""

from __future__ import annotations

from fractions import Fraction

from db.lens import Lens, Place
from db.measures.methods import is_of_preferences
from db.measures.verdicts import exact
from db.reading.claims.book import Book, Figure, NotKnown, number
from db.reading.claims.claim import Claim, claim_of_id
from db.reading.claims.reading import Pair, Read, contest_of, of_total, one, percent
from db.reading.claims.subjects import other_of, seats_of, subject_of, votes_of
from db.reading.contests.poll import Contest
from db.view import Fact
from db.wording import as_percent


def seats(book: Book, claim: Claim) -> Read:
    """Seats that the subject won in the contest or round; `whole` of how many, `versus` how many `other` won."""
    held = contests_of(book, claim)
    subject, other = subject_of(book, claim), other_of(book, claim)
    own = [seats_of(book, subject, contest) for contest in held]
    low, high = _sum(own)
    pairs, gives, figures = [Pair("stated", low, high)], _span(low, high), own
    if claim.whole is not None:
        whole = Fraction(_places(held))
        pairs.append(Pair("whole", whole, whole))
        gives += f" of {whole}"
    if other is not None:
        theirs = [seats_of(book, other, contest) for contest in held]
        if claim.versus is not None:
            pairs.append(Pair("versus", *_sum(theirs)))
        gives += f" to {_span(*_sum(theirs))}"
        figures = own + theirs
    noun = "seat" if gives == "1" else "seats"
    return Read(tuple(pairs), f"{gives} {noun}", " + ".join(one.text for one in own), tuple(figures))


def contests_of(book: Book, claim: Claim) -> list[Contest]:
    """The contest of a claim, or those of its round.

    Raises:
        NotKnown: it names neither.
    """
    if claim.round is None:
        return [contest_of(book, claim)]
    return book.where("contest.round_id = ? ORDER BY contest.id", claim.round)


def _sum(figures: list[Figure]) -> tuple[Fraction, Fraction]:
    return sum((one.low for one in figures), Fraction(0)), sum((one.high for one in figures), Fraction(0))


def _places(held: list[Contest]) -> int:
    """How many seats there were.

    Raises:
        NotKnown: of a contest that is not on record.
    """
    if silent := [each.section_name for each in held if each.seats is None]:
        raise NotKnown(f"how many seats there were is not on record: {silent[0]}")
    return sum(each.seats or 0 for each in held)


def _span(low: Fraction, high: Fraction) -> str:
    return " to ".join(dict.fromkeys((str(low), str(high))))


def votes_per_seat(book: Book, claim: Claim) -> Read:
    """Votes of the subject, or of all, for each seat that it won."""
    contest = contest_of(book, claim)
    if claim.faction is None and claim.bloc is None:
        votes = book.total(contest)
        won = book.of_contest(contest, "seats", "number of seats")
    else:
        subject = subject_of(book, claim)
        votes, won = votes_of(book, subject, contest), seats_of(book, subject, contest)
    if not won.low:
        raise NotKnown("no seat was won for certain")
    low, high = votes.low / won.high, votes.high / won.low
    words = " to ".join(dict.fromkeys(f"{float(each):,.0f}" for each in (low, high)))
    return one(low, high, f"{words} votes a seat", f"{votes.text} / {won.text}", votes, won)


def quota(book: Book, claim: Claim) -> Read:
    """The share of the vote that wins a seat for certain, by the method and the number of seats, in percent."""
    contest = contest_of(book, claim)
    places = book.of_contest(contest, "seats", "number of seats")
    if not is_of_preferences(contest.method or "", contest.unit or ""):
        raise NotKnown(f"the method of {contest.key} has no quota: {contest.method or 'not on record'}")
    value = Fraction(100) / (places.low + 1)
    read = one(value, value, f"{percent(value, value)} of the votes", f"100 / ({places.text} + 1)", places)
    if contest.quota is None:
        return read
    printed, whole = book.of_contest(contest, "quota", "quota"), book.total(contest)
    share = of_total(printed, whole)
    said = f"the published quota, {printed.text}, is {percent(*share)} of {whole.text} votes"
    return read._replace(figures=(*read.figures, printed, whole), caveats=(said,))


def turnout(book: Book, claim: Claim) -> Read:
    """Ballots in percent of the electorate; else the turnout as published."""
    contest = contest_of(book, claim)
    try:
        ballots = book.of_contest(contest, "ballots", "number of ballots")
        electorate = book.of_contest(contest, "electorate", "electorate")
    except NotKnown:
        found = book.of_contest(contest, "turnout", "turnout")._replace(percent=True)
        gives, why = f"{found.text} (as published)", "ballots or electorate are not on record"
        return one(found.low, found.high, gives, why, found)
    value = of_total(ballots, electorate)
    return one(*value, percent(*value), f"100 × {ballots.text} / {electorate.text}", ballots, electorate)


def division(book: Book, claim: Claim) -> Read:
    """Votes for, and `versus` votes against."""
    if claim.division is None:
        raise NotKnown("the claim names no division")
    key, _, for_, against = book.division(claim.division)
    fact = (Fact("division", claim.division),)
    figures = []
    for field, value in (("for", for_), ("against", against)):
        if value is None:
            raise NotKnown(f"the votes {field} are not on record, {key}")
        opens, votes = Place("division", Lens(division=key)), exact(value)
        figures.append(Figure(f"votes {field}", votes, votes, fact, opens, fields=(field,)))
    columns = ("stated", "versus") if claim.versus is not None else ("stated",)
    pairs = tuple(
        Pair(column, found.low, found.high) for column, found in zip(columns, figures, strict=False)
    )
    return Read(pairs, f"{for_} to {against}", "as published", tuple(figures))


def ratio_of_claims(book: Book, claim: Claim) -> Read:
    """By how much the figure that one claim states is above that of another, in percent."""
    if claim.of is None or claim.than is None:
        raise NotKnown("the claim does not name the two claims that it compares")
    parts = []
    for part in (claim_of_id(book.connection, claim.of), claim_of_id(book.connection, claim.than)):
        if not part.stated:
            raise NotKnown(f"the claim {part.key} states no figure")
        opens = Place("claim", Lens(claim=part.key))
        parts.append(
            Figure(part.words, exact(part.stated), exact(part.stated), (Fact("claim", part.id),), opens)
        )
    top, base = parts
    value = 100 * (top.low / base.low - 1)
    word = "more" if value >= 0 else "less"
    gives = f"{as_percent(abs(float(value)))} {word}"
    return one(value, value, gives, f"100 × ({number(top.low)} / {number(base.low)} − 1)", top, base)
