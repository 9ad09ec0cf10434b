"""The dates on which a body or section changed: results, beginnings and ends of terms, rules, vacancies, other events."""

from __future__ import annotations

import sqlite3
from bisect import bisect_left, bisect_right

from db.dates import includes, on_day, written
from db.lens import Lens
from db.reading.events import alone
from db.reading.here import HERE
from db.reading.place import Where, where

_CHANGES = f"""
WITH here (id) AS (SELECT id FROM section WHERE {HERE})
SELECT since AS date FROM term WHERE section_id IN here AND (start IS NOT NULL OR contest_id IS NOT NULL) AND since IS NOT NULL
UNION SELECT until FROM term WHERE section_id IN here AND ("end" IS NOT NULL OR ended_by IS NOT NULL) AND until IS NOT NULL
UNION SELECT valid_from FROM rule WHERE section_id IN here AND valid_from IS NOT NULL
UNION SELECT valid_to FROM rule WHERE section_id IN here AND valid_to IS NOT NULL
UNION SELECT date FROM contest WHERE section_id IN here AND status = 'declared' AND date IS NOT NULL
UNION SELECT start FROM vacancy WHERE section_id IN here
UNION SELECT "end" FROM vacancy WHERE section_id IN here AND "end" IS NOT NULL
"""

_LAST = f"""
SELECT max(since) FROM section CROSS JOIN term ON term.section_id = section.id
WHERE {HERE}
"""


def steps(connection: sqlite3.Connection, lens: Lens) -> tuple[str, ...]:
    """Dates of change of the body (the first one where the lens names none) or section, ascending.

    Where holders are grouped by more than the slate, the days are among them on which they are said to lean elsewhere.
    Of a faction they are the days of its contests.
    """
    if lens.faction is not None:
        return _contests_of(connection, lens)
    lens = with_body(connection, lens)
    place = where(connection, lens)
    rows = connection.execute(_CHANGES, {"body": place.body, "section": place.section})
    found = tuple(sorted({date for (date,) in rows} | {one.date for one in alone(connection, place)}))
    if lens.scheme is None and lens.grouping not in ("alignment", "bloc"):
        return found
    return tuple(sorted({*found, *_leanings(connection, lens, place)}))


def _leanings(connection: sqlite3.Connection, lens: Lens, place: Where) -> set[str]:
    """The days on which holders lean elsewhere without a contest: by statements, memberships, entries of the scheme."""
    from db.reading.happening import leanings
    from db.reading.schemes import scheme_of

    if lens.grouping == "alignment":
        found = leanings(connection, place)
        return {one.date for one in found if one.facts[0][0] == "alignment"}
    return {one.date for one in leanings(connection, place, scheme=scheme_of(connection, lens.scheme))}


def _contests_of(connection: sqlite3.Connection, lens: Lens) -> tuple[str, ...]:
    """The days on which a faction had candidates."""
    from db.reading.factions import Factions
    from db.reading.standing import Standing

    factions = Factions(connection)
    if lens.faction not in factions.ids:
        return ()
    faction = factions.named(lens.faction)
    return Standing(connection, lens.at(date=None), factions, where(connection, lens), faction).dates()


def with_body(connection: sqlite3.Connection, lens: Lens) -> Lens:
    """The lens with its body named: the first of the record where it is open."""
    if lens.body is not None:
        return lens
    first = connection.execute("SELECT key FROM body ORDER BY id LIMIT 1").fetchone()
    return lens.at(body=first[0]) if first else lens


def step(connection: sqlite3.Connection, lens: Lens, direction: int) -> Lens:
    """The lens at the next (`+1`) or previous (`-1`) date of change; the same where there is none.

    A contest stands for its day, and gives way to the date.
    """
    dates = steps(connection, lens)
    if not dates:
        return lens
    here = day_of(connection, lens.date or lens.contest) or dates[-1]
    position = bisect_right(dates, here) if direction > 0 else bisect_left(dates, here) - 1
    return lens.at(date=dates[position], against=None, contest=None) if 0 <= position < len(dates) else lens


def too_early(name: str, date: str, dates: tuple[str, ...]) -> str:
    """What is said of a day before the first one on record; blank of any other, and where there is no record."""
    if not dates or date >= dates[0]:
        return ""
    stands = "the beginning of " if includes(date, dates[0]) else ""
    return f"The record of {name} begins {on_day(dates[0])}; {stands}{written(date)} is before it."


def dates_of(connection: sqlite3.Connection, lens: Lens) -> tuple[str, str]:
    """The day looked at and the day compared with: those of the lens, else the last change and the one before it.

    A date may be given as the key of a contest, which stands for its day.  An open day of comparison is the day of the
    section's contest before the date, or else the change before it.
    """
    dates = steps(connection, lens)
    date = day_of(connection, lens.contest) if lens.contest and lens.date is None else None
    date = date or day_looked_at(connection, lens, dates)
    against = day_of(connection, lens.against)
    if against is None and lens.section is not None:
        against = _contest_before(connection, lens, date)
    if against is None:
        position = bisect_left(dates, date)
        against = dates[position - 1] if position else date
    return date, against


def day_looked_at(connection: sqlite3.Connection, lens: Lens, dates: tuple[str, ...]) -> str:
    """The day of a lens that names its body: where it is open the last of the dates of change.

    Where there is none of these it is the last day on which a source attests a holder; blank where nothing is dated.
    """
    if date := day_of(connection, lens.date):
        return date
    if dates:
        return dates[-1]
    place = where(connection, lens)
    (last,) = connection.execute(_LAST, {"body": place.body, "section": place.section}).fetchone()
    return str(last or "")


def day_of(connection: sqlite3.Connection, text: str | None) -> str | None:
    """A date as it is, or the day of the contest of that key."""
    if text is None:
        return None
    found = connection.execute("SELECT date FROM contest WHERE key = ?", [text]).fetchone()
    return found[0] if found else text


def _contest_before(connection: sqlite3.Connection, lens: Lens, date: str) -> str | None:
    place = where(connection, lens)
    query = """
        SELECT max(date) FROM contest WHERE section_id = ? AND status = 'declared' AND date <
            coalesce((SELECT max(date) FROM contest WHERE section_id = ? AND status = 'declared' AND date <= ?), ?)
    """
    (found,) = connection.execute(query, [place.section, place.section, date, date]).fetchone()
    return str(found) if found else None
