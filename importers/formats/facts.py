"""Facts of a contest out of the texts of a data file, within the limits of the record; what is beyond them is a doubt."""

from __future__ import annotations

from typing import Final, NamedTuple

from db.dates import is_date
from importers.results.figures import BLANKS, LONGEST, figure
from importers.results.result import Doubt, Fact
from importers.results.text import clean

MOST: Final = 10_000_000_000
WHOLE: Final = frozenset({"seats", "electorate", "ballots", "valid_votes", "votes_per_ballot"})
DATES: Final = frozenset({"date", "nominations_open", "nominations_close", "ballot_open", "ballot_close"})
LIMITS: Final[dict[str, tuple[str, float]]] = {
    **dict.fromkeys(WHOLE, ("a whole number", MOST)),
    "quota": ("a number", MOST),
    "turnout": ("a part in percent", 100),
}


class Stated(NamedTuple):
    """The fact that a text states, or what is doubtful about it; neither where the text says nothing."""

    fact: Fact | None = None
    doubt: Doubt | None = None


def stated(field: str, text: str, origin: str) -> Stated:
    """What a text says of a field of the contest.

    Args:
        field: one of `importers.results.result.FIELDS`.
        text: as printed.
        origin: where it stands.
    """
    words = clean(text)
    if words.casefold() in BLANKS:
        return Stated()
    if field in LIMITS:
        return _numeric(field, words, origin)
    if field in DATES and not is_date(words):
        return Stated(None, (origin, f"Found {words[:LONGEST]!r}, expected a date such as 2026-05-07."))
    return Stated(Fact(field, words, origin))


def _numeric(field: str, words: str, origin: str) -> Stated:
    found = figure(words)
    what, most = LIMITS[field]
    named = field.replace("_", " ")
    if (
        found is None
        or not 0 <= found.value <= most
        or (field in WHOLE and (isinstance(found.value, float) or found.percent))
    ):
        problem = f"Found {words[:LONGEST]!r} as the {named}, expected {what} from 0 to {most:,}."
        return Stated(None, (origin, problem))
    return Stated(Fact(field, float(found.value) if field == "turnout" else found.value, origin))
