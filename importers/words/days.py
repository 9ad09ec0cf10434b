"""Dates where they stand in a text, as precise as they are said; a day without its year keeps the year open: `--01-12`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from db.dates import MONTHS, is_date

_MONTH = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|"
    r"Nov(?:ember)?|Dec(?:ember)?)\b(?:\.(?=\s\d))?"
)
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?!\d)(?:st|nd|rd|th)?"
_YEAR = r"(?:19|20)\d\d(?!\w|[,.]\d|\s?%)"
_DATE = re.compile(
    rf"(?<![\w£$€.,/-])(?:(?P<iso>{_YEAR}-(?:0[1-9]|1[0-2])(?:-[0-3]\d)?(?!\d))|"
    rf"(?P<d1>{_DAY})\s(?:of\s)?(?P<m1>{_MONTH})(?:,?\s(?P<y1>{_YEAR}))?|"
    rf"(?P<m2>{_MONTH})\s(?P<d2>{_DAY})(?:,?\s(?P<y2>{_YEAR}))?|(?P<m3>{_MONTH})\s?[/–-]\s?(?P<m4>{_MONTH})"
    rf"(?:,?\s(?P<y3>{_YEAR}))?|(?P<m5>{_MONTH}),?\s(?P<y4>{_YEAR})|(?P<m6>{_MONTH})|(?P<y5>{_YEAR})(?!\svotes\b)"
    r")(?![\w-]\d)",
    re.A,
)
_BEFORE_MONTH = re.compile(
    r"\b(?:in|by|of|until|till|from|since|during|last|next|early|late|mid|for)[\s-]$", re.I
)


def dates(text: str) -> Iterator[tuple[str, tuple[str, ...], int, int]]:
    """The word `date`, the date or the two dates it says, start and end of every date."""
    for one in _DATE.finditer(text):
        if one["m6"] and not _BEFORE_MONTH.search(text[max(0, one.start() - 12) : one.start()]):
            continue
        keys = tuple(key for key in _keys(one) if is_date(key if key[0] != "-" else f"2000{key[1:]}"))
        if keys:
            yield "date", keys, one.start(), one.end()


def _keys(one: re.Match[str]) -> tuple[str, ...]:
    if one["iso"]:
        return (one["iso"],)
    if one["y5"]:
        return (one["y5"],)
    year = one["y1"] or one["y2"] or one["y3"] or one["y4"] or "-"
    months = [_number(text) for name in ("m1", "m2", "m3", "m4", "m5", "m6") if (text := one[name])]
    day = re.sub(r"\D", "", one["d1"] or one["d2"] or "")
    return tuple(f"{year}-{month:02}" + (f"-{int(day):02}" if day else "") for month in months)


def _number(month: str) -> int:
    return next(at for at, name in enumerate(MONTHS, 1) if name.startswith(month[:3]))
