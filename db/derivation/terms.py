"""From when to when each term counts, and the terms of elected members that no source states.

The rules, in their order:

- A seat changes hands on the day of the result that decides it: a term won at a contest counts from that contest's date, and a
  seat lost at a contest is lost on its date, also where the handover follows weeks later.
- Whoever was elected, and of whose term nothing is stated, holds the seat until the section's next regular contest: derived.
- An open term of which neither a contest nor a beginning is known counts only while sources attest it, by their dates.
- An open term ends when the section's whole membership is elected anew, whether or not that result is known.
- Where the rule gives a length of term, an open term counts for that long, or as long as a source attests it.
- Where a section would hold more people than it has seats, the open term that was attested longest ago has ended.
- An imprecise date that contains the day of the contest (`2010`, won on 2010-09-26) means a day after it.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from operator import itemgetter
from typing import NamedTuple

from db.dates import after, includes, years_later
from db.derivation.touched import Touched


class Held(NamedTuple):
    """A regular contest of a section: when, and whether all its seats were up."""

    date: str
    contest: int
    whole: bool


Elected = tuple[int, int, int, int, str, str]
"""A candidacy that was elected: its id, section, person, contest, date and the kind of the contest."""


class Stated(NamedTuple):
    """A term as stored."""

    id: int
    section: int
    person: int
    start: str | None
    end: str | None
    contest: int | None
    won: str | None
    lost: str | None
    first_source: str | None
    last_source: str | None
    how_gained: str | None


HANDOVER_YEARS = 0.25
"""A term that is stated to begin within three months of the result was won by it; a later beginning is another event."""

DELAY_YEARS = 1.0
"""How late the next contest may be and still be the one that ends a term: contests in between may be missing from the record."""

STATED = """
SELECT term.id, term.section_id, term.person_id, term.start, term."end", term.contest_id, won.date, lost.date,
       min(source.date), max(source.date), term.how_gained
FROM temp.deriving CROSS JOIN term ON term.section_id = deriving.id
LEFT JOIN contest AS won ON won.id = term.contest_id
LEFT JOIN contest AS lost ON lost.id = term.ended_by
LEFT JOIN citation ON citation.entity = 'term' AND citation.entity_id = term.id AND citation.field IS NULL
LEFT JOIN source ON source.id = citation.source_id AND source.date IS NOT NULL
WHERE coalesce(term.basis, '') <> 'derived' OR term.start IS NOT NULL OR term."end" IS NOT NULL OR term.ended_by IS NOT NULL
GROUP BY term.id
"""

ELECTED = """
SELECT candidacy.id, contest.section_id, candidacy.person_id, contest.id, contest.date, contest.kind
FROM temp.deriving CROSS JOIN contest ON contest.section_id = deriving.id
CROSS JOIN candidacy ON candidacy.contest_id = contest.id
WHERE candidacy.outcome = 'elected' AND contest.date IS NOT NULL AND contest.kind <> 'composite'
ORDER BY contest.date
"""

GROUP = 1_000
"""Sections that are derived at a time, so that memory does not grow with the record."""

DERIVED = """(basis IS 'derived' AND start IS NULL AND "end" IS NULL AND ended_by IS NULL AND note IS NULL)"""
"""Terms that nobody stated: ours to take away and to make again."""

HERE = "section_id IN (SELECT id FROM temp.deriving)"

Spans = dict[tuple[int, int], list[tuple[str, str | None, int | None]]]
"""Of a section and a person the stated terms: from, until, and the contest."""


def derive_terms(connection: sqlite3.Connection, touched: Touched | None = None) -> None:
    """Fill `since`, `until`, `last_known` and `candidacy_id`, and add the derived terms, in all sections or those touched."""
    for _ in _groups(connection, touched):
        _forget(connection)
        _derive_group(connection)


def forget_terms(connection: sqlite3.Connection, touched: Touched | None = None) -> None:
    """Take away what was derived before, and what holds stated terms to candidacies."""
    for _ in _groups(connection, touched):
        _forget(connection)


def _groups(connection: sqlite3.Connection, touched: Touched | None) -> Iterator[None]:
    """The sections, so many at a time, in the table `deriving`."""
    connection.execute("CREATE TEMP TABLE IF NOT EXISTS deriving (id INTEGER PRIMARY KEY)")
    sections = "section" if touched is None else "temp.touched_section"
    last = -1
    while True:
        connection.execute("DELETE FROM temp.deriving")
        connection.execute(
            f"INSERT INTO temp.deriving SELECT id FROM {sections} WHERE id > ? ORDER BY id LIMIT ?",
            [last, GROUP],
        )
        (last,) = connection.execute("SELECT max(id) FROM temp.deriving").fetchone()
        if last is None:
            return
        yield


def _forget(connection: sqlite3.Connection) -> None:
    connection.execute(f"DELETE FROM term WHERE {DERIVED} AND {HERE}")
    connection.execute(f"UPDATE term SET candidacy_id = NULL WHERE candidacy_id IS NOT NULL AND {HERE}")


def _derive_group(connection: sqlite3.Connection) -> None:
    regular = _regular_contests(connection)
    lengths = dict(
        connection.execute(
            f"SELECT section_id, max(term_years) FROM rule WHERE {HERE} GROUP BY section_id"
        ).fetchall()
    )
    elected = connection.execute(ELECTED).fetchall()
    spans = _count_stated(connection, regular, lengths, elected)
    _add_derived(connection, regular, spans, lengths, elected)
    _end_outnumbered(connection)
    connection.execute(STOOD_ON)


def _count_stated(
    connection: sqlite3.Connection,
    regular: dict[int, list[Held]],
    lengths: dict[int, float | None],
    elected: list[Elected],
) -> Spans:
    """Say of the stated terms from when to when they count."""
    stated = [Stated(*row) for row in connection.execute(STATED)]
    spans: Spans = defaultdict(list)
    if not stated:
        return spans
    wins: dict[tuple[int, int], list[str]] = defaultdict(list)
    for _, section, person, _, date, _ in elected:
        wins[section, person].append(date)
    ends = {(term.section, term.person, term.end) for term in stated if term.end}
    counted = []
    for term in stated:
        continued = (term.section, term.person, term.start) in ends
        since = term.start if continued else _beginning(term, regular[term.section])
        renewed = max(
            (date for date in wins[term.section, term.person] if date >= (since or "")), default=None
        )
        until = _end(term, since, renewed, regular[term.section], lengths.get(term.section))
        counted.append((since, until, term.last_source, term.id))
        spans[term.section, term.person].append((since or "", until, term.contest))
    connection.executemany("UPDATE term SET since = ?, until = ?, last_known = ? WHERE id = ?", counted)
    return spans


STOOD_ON = """
UPDATE term SET candidacy_id = coalesce(
    (SELECT id FROM candidacy WHERE candidacy.contest_id = term.contest_id AND candidacy.person_id = term.person_id),
    (SELECT id FROM candidacy WHERE candidacy.person_id = term.person_id AND +candidacy.section_id = term.section_id
        AND candidacy.outcome = 'elected' AND substr(candidacy.date, 1, length(term.since)) = term.since
      ORDER BY candidacy.date DESC, id LIMIT 1))
WHERE candidacy_id IS NULL AND section_id IN (SELECT id FROM temp.deriving)
"""


def _regular_contests(connection: sqlite3.Connection) -> dict[int, list[Held]]:
    contests: dict[int, list[Held]] = defaultdict(list)
    query = f"""
        SELECT section_id, date, id,
               coalesce(seats, 0) >= coalesce((SELECT max(seats) FROM rule WHERE rule.section_id = contest.section_id
                   AND (valid_from IS NULL OR valid_from <= date) AND (valid_to IS NULL OR date < valid_to)), 0)
        FROM contest WHERE kind = 'regular' AND date IS NOT NULL AND status = 'declared' AND {HERE} ORDER BY date, id
    """
    for section, date, contest, whole in connection.execute(query):
        contests[section].append(Held(date, contest, bool(whole)))
    return contests


def _next(contests: list[Held], date: str, *, whole: bool = False) -> Held | None:
    position = bisect_right(contests, date, key=lambda held: held.date)
    return next((held for held in contests[position:] if held.whole or not whole), None)


def _end(
    term: Stated, since: str | None, renewed: str | None, contests: list[Held], years: float | None
) -> str | None:
    """Until when (exclusive) a stated term counts; None where nothing says that it ended."""
    until = term.lost or term.end
    if until is None:
        return _open_end(term, since, renewed, contests, years)
    return after(since) if since and includes(until, since) else until


def _beginning(term: Stated, contests: list[Held]) -> str | None:
    if term.start is None:
        return term.won or term.first_source
    if term.won and term.start <= years_later(term.won, HANDOVER_YEARS):
        return term.won
    filled = next((held.date for held in contests if includes(str(term.start), held.date)), None)
    replaced = (term.how_gained or "").startswith(("replacement", "co-opted"))
    return after(filled) if filled and replaced else term.start


def _open_end(
    term: Stated, since: str | None, renewed: str | None, contests: list[Held], years: float | None
) -> str | None:
    """Until when an open term counts: its own beginning, or the last contest at which it was renewed, tells how long."""
    attested = after(term.last_source) if term.last_source else None
    if since is None or (term.start is None and term.won is None and renewed is None):
        return attested
    expected = _expected_end(renewed or since, contests, years)
    return max(expected, attested or "") if expected else None


def _expected_end(base: str, contests: list[Held], years: float | None) -> str | None:
    """When a term that began at a contest runs out: at the next one, unless that is far beyond the rule's length of term."""
    following = _next(contests, base, whole=True)
    if not years:
        return following.date if following else None
    if following and following.date <= years_later(base, years + DELAY_YEARS):
        return following.date
    return years_later(base, years)


GAINED = {"by-election": "by-election", "additional": "elected to a new seat"}


def _add_derived(
    connection: sqlite3.Connection,
    regular: dict[int, list[Held]],
    spans: Spans,
    lengths: dict[int, float | None],
    elected: list[Elected],
) -> None:
    """Store a term for everybody elected whom no stated term covers."""
    derived = []
    expected: dict[tuple[int, str], str | None] = {}
    for candidacy, section, person, contest, date, kind in elected:
        if any(
            won == contest or (since <= date and (end is None or date < end))
            for since, end, won in spans.get((section, person), ())
        ):
            continue
        if (section, date) not in expected:
            expected[section, date] = _expected_end(date, regular[section], lengths.get(section))
        until = expected[section, date]
        gained = GAINED.get(kind, "elected")
        derived.append((section, person, contest, gained, candidacy, date, until))
    derived.sort(key=itemgetter(4))  # rows that stand together are neighbours in every index
    connection.executemany(
        "INSERT INTO term (section_id, person_id, contest_id, how_gained, candidacy_id, since, until, basis) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 'derived')",
        derived,
    )


SEATS_THEN = """
SELECT seats FROM rule WHERE section_id = ? AND (valid_from IS NULL OR valid_from <= ?) AND (valid_to IS NULL OR ? < valid_to)
"""


def _end_outnumbered(connection: sqlite3.Connection) -> None:
    """End open terms where a newcomer would make more holders than seats."""
    query = f"""
        SELECT section_id, since, until, coalesce(last_known, since), id FROM term
        WHERE since IS NOT NULL AND {HERE} AND EXISTS (SELECT 1 FROM rule WHERE rule.section_id = term.section_id)
        ORDER BY section_id, since, {DERIVED}, CASE WHEN {DERIVED} THEN person_id ELSE id END, contest_id
    """
    sections: dict[int, list[tuple[str, str | None, str, int]]] = defaultdict(list)
    for section, *term in connection.execute(query):
        sections[section].append((term[0], term[1], term[2], term[3]))
    for section, terms in sections.items():
        if not any(until is None for _, until, _, _ in terms):
            continue
        for ended, on in _outnumbered(connection, section, terms):
            connection.execute("UPDATE term SET until = ? WHERE id = ?", [on, ended])


def _outnumbered(
    connection: sqlite3.Connection, section: int, terms: list[tuple[str, str | None, str, int]]
) -> list[tuple[int, str]]:
    """Open terms that ended, each with the beginning of the term that shows it."""
    ended: dict[int, str] = {}
    for date in sorted({since for since, _, _, _ in terms}):
        rule = connection.execute(SEATS_THEN, [section, date, date]).fetchone()
        if rule is None or rule[0] is None:
            continue
        there = [
            one
            for one in terms
            if one[0] <= date and one[3] not in ended and (one[1] is None or date < one[1])
        ]
        leaving = sorted(
            (one for one in there if one[1] is None and one[0] < date and one[2] < date),
            key=lambda one: one[2],
        )
        for one in leaving[: max(0, len(there) - rule[0])]:
            ended[one[3]] = date
    return list(ended.items())
