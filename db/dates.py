"""Dates as precise as they are known: `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, compared as text.

A shorter date stands for the beginning of its year or month, so that half-open intervals of such dates neither overlap nor gap.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import MAXYEAR, date, timedelta

_SHAPE = re.compile(r"[0-9]{4}(-[0-9]{2}(-[0-9]{2})?)?")
MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip


def is_date(text: str) -> bool:
    """Whether a text is a date of one of the three shapes, in the calendar, and not in its last year (nothing comes after it)."""
    if not _SHAPE.fullmatch(text):
        return False
    year, month, day = (*text.split("-"), "01", "01")[:3]
    try:
        return date(int(year), int(month), int(day)).year < MAXYEAR
    except ValueError:
        return False


def written(text: str | None, *, short: bool = False) -> str:
    """A date in words: `20 August 2014`, `August 2014`, `2014`; short: `20 Aug 2014`.  Anything else stays as it is."""
    if not text or not is_date(text):
        return text or ""
    parts = text.split("-")
    if len(parts) == 1:
        return parts[0]
    month = MONTHS[int(parts[1]) - 1]
    month = month[:3] if short else month
    return f"{int(parts[2])} {month} {parts[0]}" if len(parts) == 3 else f"{month} {parts[0]}"


def on_day(text: str) -> str:
    """A date as a sentence has it: `on 20 August 2014`, `in August 2014`, `in 2014`."""
    return f"{'on' if len(text) == 10 else 'in'} {written(text)}"


def after(text: str) -> str:
    """The first date after a day, month or year: the exclusive end of an interval that includes it."""
    parts = [int(part) for part in text.split("-")]
    if len(parts) == 1:
        return f"{parts[0] + 1:04}"
    if len(parts) == 2:
        year, month = (parts[0], parts[1] + 1) if parts[1] < 12 else (parts[0] + 1, 1)
        return f"{year:04}-{month:02}"
    return (date(*parts) + timedelta(days=1)).isoformat()


def eve(text: str) -> str:
    """The day before a day, a month or a year begins; the first day of the calendar is its own eve."""
    year, month, day = (*map(int, text.split("-")), 1, 1)[:3]
    begins = date(year, month, day)
    return (begins if begins == date.min else begins - timedelta(days=1)).isoformat()


def years_later(text: str, years: float) -> str:
    """The same day (month, year) some years later; months count in halves and the like (`2.5`).

    Beyond the calendar it is its last year, which is after every date.
    """
    parts = text.split("-")
    if len(parts) == 1:
        return f"{min(int(parts[0]) + round(years), MAXYEAR):04}"
    months = int(parts[0]) * 12 + int(parts[1]) - 1 + round(years * 12)
    year, month = months // 12, months % 12 + 1
    if year >= MAXYEAR:
        return f"{MAXYEAR}"
    day = [f"{min(int(parts[2]), monthrange(year, month)[1]):02}"] if len(parts) == 3 else []
    return "-".join([f"{year:04}", f"{month:02}", *day])


def within(day: str, since: str | None, until: str | None) -> bool:
    """Whether a day lies in a half-open interval, either end of which may be open."""
    return (since is None or since <= day) and (until is None or day < until)


def includes(wide: str, narrow: str) -> bool:
    """Whether a less precise date contains a more precise one: `2010` contains `2010-09-26`."""
    return len(wide) < len(narrow) and narrow.startswith(wide)


def agree(one: str, other: str) -> bool:
    """Whether two dates may be of one day: the same, or one within the other, as `2010` and `2010-09-26`."""
    return one.startswith(other) or other.startswith(one)
