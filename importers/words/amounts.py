"""Figures, numbers spelt out and shares where they stand in a text; money and ordinals are none."""

from __future__ import annotations

import re
from collections.abc import Iterator

PERCENT = r"(?:%|per ?cent\b|pc\b)"

NUMBERS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen",
    "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty",
)  # fmt: skip

_FIGURE = re.compile(
    rf"(?<![\w£$€.,/@#+–-])(?P<figure>\d{{1,3}}(?:,\d{{3}}){{1,3}}|\d{{1,10}})(?P<part>\.\d{{1,4}})"
    rf"?(?P<percent>\s?{PERCENT})?"
    r"(?![\w]|[,./]\d|[-–](?!\s)|\s?(?:[ap]\.?m\b|million|billion|bn))",
    re.I | re.A,
)
_SPELT = re.compile(rf"\b(?:{'|'.join(NUMBERS)})\b(?!-)", re.I)


def amounts(text: str) -> Iterator[tuple[str, tuple[str, ...], int, int]]:
    """Kind (`figure`, `share` or `number`), digits, start and end of every amount."""
    for one in _FIGURE.finditer(text):
        digits = one["figure"].replace(",", "") + (one["part"] or "")
        kind = "share" if one["percent"] else "figure"
        yield kind, (digits,), one.start(), one.end()
    for one in _SPELT.finditer(text):
        yield "number", (str(NUMBERS.index(one[0].lower())),), one.start(), one.end()
