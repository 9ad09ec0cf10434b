"""Where and when a person stood or sat: what makes it likelier, or less, that a name in a source is theirs."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.dates import written

LONG_AGO = 20
"""Years after which the same name in another body may well be another person's."""

VERY_LONG_AGO = 40
"""Years after which it may be in the same body."""


class Setting(NamedTuple):
    """Where a name stands in a source: ids of the contest, the section and the body, and the date, as far as known."""

    contest: int | None = None
    section: int | None = None
    body: int | None = None
    date: str | None = None


class Standing(NamedTuple):
    """What a person has to do with a setting."""

    words: str
    """`stood for this section in 2012`; blank where nothing is known of the person."""
    weight: float
    """What it adds to the likeness of the name, in percent; below nought where it speaks against it."""
    here: bool
    """Whether in this section."""
    in_body: bool
    elsewhere_long_ago: bool
    """Whether all that is known of the person lies decades away: in other bodies, or very long ago in this one."""


class _Active(NamedTuple):
    """One candidacy or term of a person."""

    date: str | None
    contest: int | None
    section: int | None
    body: int | None
    body_name: str | None
    deed: str


NOTHING_KNOWN = Standing("", 0.0, here=False, in_body=False, elsewhere_long_ago=False)

_ACTIVE = """
SELECT candidacy.date, candidacy.contest_id, candidacy.section_id, candidacy.body_id, body.short, 'stood for'
FROM candidacy LEFT JOIN body ON body.id = candidacy.body_id WHERE person_id = ?1
UNION ALL
SELECT term.since, NULL, term.section_id, section.body_id, body.short, 'sat on'
FROM term JOIN section ON section.id = term.section_id JOIN body ON body.id = section.body_id WHERE person_id = ?1
"""


def in_full(connection: sqlite3.Connection, setting: Setting) -> Setting:
    """A setting with what follows from its contest or section."""
    contest, section, body, date = setting
    if contest is not None:
        query = "SELECT section_id, body_id, date FROM contest WHERE id = ?"
        found = connection.execute(query, [contest]).fetchone() or (None, None, None)
        section, body, date = section or found[0], body or found[1], date or found[2]
    if body is None and section is not None:
        (body,) = connection.execute("SELECT body_id FROM section WHERE id = ?", [section]).fetchone() or (
            None,
        )
    return Setting(contest, section, body, date)


def last_setting(connection: sqlite3.Connection, person: int) -> Setting:
    """Where and when a person stood last; nothing where never."""
    query = "SELECT section_id, body_id, date FROM candidacy WHERE person_id = ? ORDER BY date DESC LIMIT 1"
    row = connection.execute(query, [person]).fetchone()
    return Setting(None, *row) if row else Setting()


def standing(connection: sqlite3.Connection, person: int, setting: Setting) -> Standing:
    """What a person has to do with a setting."""
    active = [_Active(*row) for row in connection.execute(_ACTIVE, [person])]
    if not active:
        return NOTHING_KNOWN
    year = _year(setting.date)

    def closeness(one: _Active) -> tuple[bool, bool, bool, bool, int]:
        same = [
            there is not None and there == here for there, here in zip(one[1:4], setting[:3], strict=True)
        ]
        away = -abs((_year(one.date) or 0) - year) if year else (_year(one.date) or 0)
        return (same[0], same[1], same[2], one.deed == "stood for", away)

    nearest = max(active, key=closeness)
    in_contest, here, in_body, _, _ = closeness(nearest)
    years = [abs(found - year) for one in active if year and (found := _year(one.date))]
    away = min(years, default=0)
    weight = 9.0 if in_contest else 6.0 if here else 4.0 if in_body else 0.0
    weight += 1.0 if years and away <= 10 else -3.0 if away >= LONG_AGO else 0.0
    far = bool(years) and away >= (VERY_LONG_AGO if in_body else LONG_AGO)
    return Standing(_words(nearest, in_contest, here), weight, here, in_body, far)


def _words(one: _Active, in_contest: bool, here: bool) -> str:
    where = "this section" if here else one.body_name or "a body"
    said = f"{one.deed} {where} in {written(one.date[:4])}" if one.date else f"{one.deed} {where}"
    return f"{said}, in this contest" if in_contest else said


def _year(date: str | None) -> int | None:
    return int(date[:4]) if date and date[:4].isdigit() else None
