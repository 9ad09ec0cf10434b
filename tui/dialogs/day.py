"""Days as people type them, as precise as known: `2014`, `aug 2014`, `20/8/2014`, `20 August 2014`."""

from __future__ import annotations

import re
from datetime import date

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")

FORMS = (
    re.compile(r"(?P<y>[12]\d{3})(?:-(?P<m>\d{1,2})(?:-(?P<d>\d{1,2}))?)?"),
    re.compile(r"(?:(?P<d>\d{1,2})(?:st|nd|rd|th)?\s+)?(?P<w>[a-z]{3,9})\.?,?\s+(?P<y>\d{4})"),
    re.compile(r"(?P<d>\d{1,2})[./](?P<m>\d{1,2})[./](?P<y>\d{4})"),
)


def day(text: str) -> str | None:
    """The day, month or year that a text names (`YYYY-MM-DD`, `YYYY-MM`, `YYYY`), or None."""
    for form in FORMS:
        if found := form.fullmatch(text.strip().casefold()):
            return _written({"m": None, "d": None, "w": None, **found.groupdict()})
    return None


def _written(parts: dict[str, str | None]) -> str | None:
    word, month = parts["w"], parts["m"]
    if word is not None:
        fitting = [n for n, name in enumerate(MONTHS, 1) if word.startswith(name)]
        if not fitting:
            return None
        month = str(fitting[0])
    if month is None:
        return parts["y"]
    try:
        checked = date(int(parts["y"] or 0), int(month), int(parts["d"] or 1))
    except ValueError:
        return None
    return checked.isoformat() if parts["d"] else checked.isoformat()[:7]
