"""What the figures of a column count, as its heading says."""

from __future__ import annotations

import re
from typing import Final

from db.matching import words_of

_UNITS: Final = (
    ("first preferences", re.compile(r".*\b(?:first|1st) pref(?:erence)?s?\b.*|.*\bfirst count\b.*")),
    ("card votes", re.compile(r".*\bcard votes?\b.*")),
    ("weighted votes", re.compile(r".*\bweighted\b.*")),
    ("members' votes", re.compile(r".*\bmembers? votes?\b.*|.*\bvotes? (?:of|by|from) members\b.*")),
    ("delegates' votes", re.compile(r".*\bdelegates? votes?\b.*|.*\bvotes? (?:of|by|from) delegates\b.*")),
    ("councillors' votes", re.compile(r".*\bcouncillors? votes?\b.*")),
    ("MPs' votes", re.compile(r".*\bmps? votes?\b.*")),
)
_THOUSANDS = re.compile(r"\b0{2,3}s?\b|\bthousands?\b|[£']000")


def unit_of(heading: str) -> str:
    """The unit that a heading of votes names, in the words of the record; blank where it names none."""
    words = " ".join(words_of(heading.replace("'", "").replace("’", "")))
    return next((unit for unit, pattern in _UNITS if pattern.fullmatch(words)), "")


def is_in_thousands(heading: str) -> bool:
    """Whether a heading says that figures are in thousands: `Votes (000s)`."""
    return _THOUSANDS.search(heading.casefold()) is not None
