"""Claims in words: what a claim states, and what it is about."""

from __future__ import annotations

from collections.abc import Callable

from db.dates import written
from db.measures.verdicts import Verdict
from db.reading.claims.book import Book, NotKnown, named
from db.reading.claims.claim import Claim
from db.reading.claims.judging import Judged
from db.reading.claims.subjects import other_of, subject_of
from db.wording import signed


def stated(claim: Claim) -> str:
    """The stated figure with its sense: `over 45%`, `4 of 6 seats`, `17 to 14`; blank where none is stated."""
    if claim.measure == "first since":
        return _since(claim)
    if claim.stated is None:
        return ""
    words = _WRITTEN[claim.measure](claim)
    return words if claim.sense == "exactly" else f"{claim.sense} {words}"


def about(book: Book, claim: Claim) -> str:
    """What a claim is about: `share of Kate Osamor, 20 June 2012`, `first since, Momentum`."""
    words = claim.measure
    try:
        words += f"{',' if words.endswith('since') else ' of'} {subject_of(book, claim).name}"
        other = other_of(book, claim)
        if other is not None and claim.measure in _BETWEEN:
            words += f" {_BETWEEN[claim.measure]} {other.name}"
    except NotKnown:
        pass
    return ", ".join(filter(None, (words, where(book, claim))))


def verdict_words(one: Judged, publisher: str = "") -> str:
    """A claim with its verdict, to be printed: `“a 14% swing” (Left Futures) does not hold: the figures give +7.9 points`."""
    whose = f" ({publisher})" if publisher else ""
    if one.verdict is Verdict.OPEN:
        why = f"{one.reading.missing}{f' ({one.reading.gives})' if one.reading.gives else ''}"
        return f"“{one.claim.words}”{whose} {one.verdict}: {why}"
    return f"“{one.claim.words}”{whose} {one.verdict}: {gives_words(one)}"


def gives_words(one: Judged) -> str:
    """What the figures give, as the end of a sentence."""
    gives = one.reading.gives
    return gives if one.claim.measure == "first since" else f"the figures give {gives}"


def where(book: Book, claim: Claim) -> str:
    """The contest, the round or the division of a claim, in words; of one that compares claims, blank."""
    if claim.contest is not None:
        contest = book.contest(claim.contest)
        return f"{contest.body_short}, {contest.section_name}, {named(contest)}"
    if claim.round is not None:
        query = "SELECT name FROM round WHERE id = ?"
        return str(book.connection.execute(query, [claim.round]).fetchone()[0])
    if claim.division is not None:
        key, date, *_ = book.division(claim.division)
        return written(date) or key
    return ""


def _figure(claim: Claim) -> str:
    value = claim.stated or 0.0
    decimals = claim.decimals or 0
    text = f"{abs(value):,.10g}" if not decimals else f"{abs(value):,.{decimals}f}"
    return f"−{text}" if value < 0 else text


def _percent(claim: Claim) -> str:
    return f"{_figure(claim)}%"


def _points(claim: Claim) -> str:
    text = _figure(claim)
    return f"{text if text.startswith('−') else signed(1)[0] + text} points"


def _growth(claim: Claim) -> str:
    fewer = (claim.stated or 0) < 0
    return f"{_figure(claim).removeprefix('−')}% {'fewer' if fewer else 'more'}"


def _votes(claim: Claim) -> str:
    return f"{_figure(claim)} vote{'' if claim.stated == 1 else 's'}"


def _per_seat(claim: Claim) -> str:
    return f"{_figure(claim)} votes a seat"


def _of_votes(claim: Claim) -> str:
    return f"{_figure(claim)}% of the votes"


def _place(claim: Claim) -> str:
    return f"place {_figure(claim)}"


def _division(claim: Claim) -> str:
    return _figure(claim) + (f" to {claim.versus:g}" if claim.versus is not None else "")


def _seats(claim: Claim) -> str:
    words = _figure(claim)
    words += f" of {claim.whole:g}" if claim.whole is not None else ""
    words += f" to {claim.versus:g}" if claim.versus is not None else ""
    return f"{words} seat{'' if words == '1' else 's'}"


def _since(claim: Claim) -> str:
    said = [f"last in {written(claim.since)}"] if claim.since else []
    if claim.stated is not None:
        sense = "" if claim.sense in ("exactly", "at least") else f"{claim.sense} "
        said.append(f"first in {sense}{_figure(claim)} years")
    return ", ".join(said)


_BETWEEN = {
    "share": "against", "Butler swing": "from", "Steed swing": "from", "margin": "over", "seats": "against",
    "first since": "above",
}  # fmt: skip
"""What stands between the two whom a claim compares."""

_WRITTEN: dict[str, Callable[[Claim], str]] = {
    "share": _percent, "change of share": _points, "Butler swing": _points, "Steed swing": _points, "total": _votes,
    "ratio of totals": _growth, "seats": _seats, "votes": _votes, "margin": _votes, "turnout": _percent,
    "votes per seat": _per_seat, "quota": _of_votes, "rank": _place, "division": _division, "ratio of claims": _growth,
}  # fmt: skip
