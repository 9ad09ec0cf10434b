"""What titles and labelled figures say of the contest: also seats in brackets, `Mill (2)`, and a turnout said twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from importers.results.figures import Figure
from importers.results.stated import LONGEST, said
from importers.results.tallies import NOTHING, Told, told
from importers.results.text import clean

_SEATS: Final = re.compile(
    r"\s*[,–—-]?\s*\(?\b(?:\d{1,2}|one|two|three|four|five|six|seven|eight|nine|ten) (?:seats?|vacanc(?:y|ies))\)?\s*$",
    re.I | re.A,
)
_TWICE: Final = re.compile(r"\bturn-?out\b.{0,40}?\((\d{1,3}(?:\.\d+)?)\s?%\)", re.I | re.A)
"""A turnout as a number of ballots and, in brackets behind it, in percent."""

_BARE_SEATS: Final = re.compile(r"\s*\((\d{1,2})\)\s*$", re.A)


def stated_in(lines: Iterable[tuple[str, str]], *, titles: bool = False) -> Told:
    """What lines say, the first that says a thing first.

    Args:
        lines: texts and their places.
        titles: whether they are titles, where a number in brackets at the end is one of seats.
    """
    found = NOTHING
    for text, origin in lines:
        words = clean(text)
        found = found.beside(said(words, origin))
        if len(words) <= LONGEST and (twice := _TWICE.search(words)):
            found = found.beside(told("turnout", Figure(float(twice[1]), percent=True), origin))
        if titles and (seats := _BARE_SEATS.search(words)):
            found = found.beside(told("seats", Figure(int(seats[1])), origin))
    return found


def without_seats(title: str) -> str:
    """A title without the number of seats at its end."""
    return _BARE_SEATS.sub("", _SEATS.sub("", title)).strip()
