"""When an article was written, and when its contest was held: as the text says, or as the persons named tell."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from db.dates import is_date
from db.identity import plain_name
from importers.documents.document import Cell
from importers.known import Contest, Known
from importers.prose.mentions import Finder, Mention

HEAD = 6
"""Lines at the beginning among which an article has its date."""

ENOUGH = 3
"""Persons who must have stood in a contest on record before it is taken for the one that an article without date tells of."""

_BYLINE = re.compile(
    r"\W*(?:(?:date|published|posted|updated|written|on|by|[a-z]+day)\b[^.!?\d]{0,60})?\W*", re.I
)
_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def stated(lines: Sequence[Cell], finder: Finder) -> tuple[str, Cell]:
    """The date of an article as it stands above it or in its title, and where; blank where it has none."""
    for cell in lines[:HEAD]:
        text = cell.text[:300]
        found = [one for one in finder.things(text) if one.kind == "date" and not one.keys[0].startswith("-")]
        if found and _BYLINE.fullmatch(text[: found[0].start]) and _is_alone(found[0], text):
            return found[0].keys[0], Cell(found[0].words, cell.origin)
        if found and cell is lines[0] and len(text) < 200 and len({one.keys[0][:4] for one in found}) == 1:
            return found[0].keys[0], Cell(found[0].words, cell.origin)
    return "", Cell("", "")


def _is_alone(one: Mention, text: str) -> bool:
    """Whether a date is that of a head: to the day, or the whole line."""
    return len(one.keys[0]) == 10 or not text[one.end :].strip(" .|–-")


def said_day(text: str, written: str) -> str:
    """The day that `today` or `over the weekend` means in an article of a date; blank where nothing of the kind is said."""
    if len(written) != 10:
        return ""
    day = date.fromisoformat(written)
    words = text.casefold()
    if re.search(r"\b(?:today|this (?:morning|afternoon|evening)|tonight)\b", words):
        return written
    if re.search(r"\byesterday\b|\blast night\b", words):
        return (day - timedelta(days=1)).isoformat()
    if re.search(r"\b(?:over|at) the weekend\b", words):
        saturday = day - timedelta(days=(day.weekday() - 5) % 7)
        return (
            saturday.isoformat()[:7]
            if saturday.month == (saturday + timedelta(days=1)).month
            else written[:4]
        )
    named = re.search(rf"\bon ({'|'.join(_DAYS)})\b", words)
    back = (day.weekday() - _DAYS.index(named[1])) % 7 if named else 0
    return (day - timedelta(days=back)).isoformat() if named else ""


def by_persons(people: Iterable[str], held: Iterable[Contest], known: Known) -> Contest | None:
    """The contest on record in which all these persons stood, where they are several and no other contest fits as well."""
    keys = {found[0] for name in people if len(found := known.persons.get(plain_name(name), ())) == 1}
    if len(keys) < ENOUGH:
        return None
    wanted = {one.key: one for one in held if one.date}
    stood = Counter(contest for key in keys for contest in set(known.stood(key)) if contest in wanted)
    best = [key for key, count in stood.most_common() if count == len(keys)]
    return wanted[best[0]] if len(best) == 1 else None


def by_days(opens: str, closes: str, held: Iterable[Contest]) -> str:
    """The year in which nominations on record opened and closed on the days that an article gives without a year."""
    years = {
        one.nominations_open[:4]
        for one in held
        if one.nominations_open
        and one.nominations_close
        and one.nominations_open[4:] == opens[1:]
        and one.nominations_close[4:] == closes[1:]
    }
    return years.pop() if len(years) == 1 else ""


def dated(key: str, year: str) -> str:
    """A date whose year was left open, with a year; blank where there is no such day."""
    made = f"{year[:4]}{key[1:]}" if key.startswith("-") else key
    return made if is_date(made) else ""
