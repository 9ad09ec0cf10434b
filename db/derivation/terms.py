"""From when to when each term counts, and the terms of elected members that no source states.

The rules, in their order:

- A seat changes hands on the day of the result that decides it: a term won at a contest counts from that contest's date, and a
  seat lost at a contest is lost on its date, also where the handover follows weeks later.
- Whoever was elected, and of whose term nothing is stated, holds the seat until the section's next regular contest: derived.
- An open term of which neither a contest nor a beginning is known counts only while sources attest it, by their dates.
- An open term ends when the section's whole membership is elected anew, whether or not that result is known.
- Where the rule gives a length of term, an open term counts for that long, or as long as a source attests it.
- An imprecise date that contains the day of the contest (`2010`, won on 2010-09-26) means a day after it.
"""

from __future__ import annotations

import sqlite3
from bisect import bisect_right
from collections import defaultdict
from typing import NamedTuple

from db.dates import after, includes, years_later


class Held(NamedTuple):
    """A regular contest of a section: when, and whether all its seats were up."""

    date: str
    contest: int
    whole: bool


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


STATED = """
SELECT term.id, term.section_id, term.person_id, term.start, term."end", term.contest_id, won.date, lost.date,
       min(source.date), max(source.date), term.how_gained
FROM term
LEFT JOIN contest AS won ON won.id = term.contest_id
LEFT JOIN contest AS lost ON lost.id = term.ended_by
LEFT JOIN citation ON citation.entity = 'term' AND citation.entity_id = term.id AND citation.field IS NULL
LEFT JOIN source ON source.id = citation.source_id AND source.date IS NOT NULL
WHERE coalesce(term.basis, '') <> 'derived' OR term.start IS NOT NULL OR term."end" IS NOT NULL OR term.ended_by IS NOT NULL
GROUP BY term.id
"""

ELECTED = """
SELECT candidacy.id, candidacy.section_id, candidacy.person_id, candidacy.contest_id, candidacy.date, contest.kind
FROM candidacy JOIN contest ON contest.id = candidacy.contest_id
WHERE candidacy.outcome = 'elected' AND candidacy.date IS NOT NULL AND contest.kind <> 'composite'
ORDER BY candidacy.date
"""


def derive_terms(connection: sqlite3.Connection) -> None:
    """Fill `since`, `until`, `last_known` and `candidacy_id`, and add the derived terms."""
    connection.execute(
        "DELETE FROM term WHERE basis = 'derived' AND start IS NULL AND \"end\" IS NULL AND ended_by IS NULL AND note IS NULL"
    )
    regular = _regular_contests(connection)
    lengths = dict(connection.execute("SELECT section_id, max(term_years) FROM rule GROUP BY section_id").fetchall())
    stated = [Stated(*row) for row in connection.execute(STATED)]
    spans: dict[tuple[int, int], list[tuple[str, str | None, int | None]]] = defaultdict(list)
    counted = []
    for term in stated:
        since, until = _span(term, regular[term.section], lengths.get(term.section))
        counted.append((since, until, term.last_source, term.id))
        spans[term.section, term.person].append((since or "", until, term.contest))
    connection.executemany("UPDATE term SET since = ?, until = ?, last_known = ? WHERE id = ?", counted)
    _add_derived(connection, regular, spans, lengths)
    connection.execute(STOOD_ON)


STOOD_ON = """
UPDATE term SET candidacy_id = coalesce(
    (SELECT id FROM candidacy WHERE candidacy.contest_id = term.contest_id AND candidacy.person_id = term.person_id),
    (SELECT id FROM candidacy WHERE candidacy.person_id = term.person_id AND candidacy.section_id = term.section_id
        AND candidacy.outcome = 'elected' AND substr(candidacy.date, 1, length(term.since)) = term.since
      ORDER BY candidacy.date DESC LIMIT 1))
WHERE candidacy_id IS NULL
"""


def _regular_contests(connection: sqlite3.Connection) -> dict[int, list[Held]]:
    contests: dict[int, list[Held]] = defaultdict(list)
    query = """
        SELECT section_id, date, id,
               seats IS NULL OR seats >= coalesce((SELECT max(seats) FROM rule WHERE rule.section_id = contest.section_id
                   AND (valid_from IS NULL OR valid_from <= date) AND (valid_to IS NULL OR date < valid_to)), 0)
        FROM contest WHERE kind = 'regular' AND date IS NOT NULL AND status = 'declared' ORDER BY date
    """
    for section, date, contest, whole in connection.execute(query):
        contests[section].append(Held(date, contest, bool(whole)))
    return contests


def _next(contests: list[Held], date: str, *, whole: bool = False) -> Held | None:
    position = bisect_right(contests, date, key=lambda held: held.date)
    return next((held for held in contests[position:] if held.whole or not whole), None)


def _span(term: Stated, contests: list[Held], years: float | None) -> tuple[str | None, str | None]:
    """From and to (exclusive) when a stated term counts."""
    since = term.won or term.start
    if since is None:
        since = term.first_source if term.end is None and term.lost is None else None
        attested_only = True
    else:
        attested_only = False
    if term.start and not term.won:
        filled = next((held.date for held in contests if includes(term.start, held.date)), None)
        replaced = term.how_gained in ("replacement", "co-opted")
        since = after(filled) if filled and replaced else since
    until = term.lost or term.end
    if until is None:
        until = _open_end(term, since, contests, years, attested_only)
    elif since and includes(until, since):
        until = after(since)
    return since, until


def _open_end(term: Stated, since: str | None, contests: list[Held], years: float | None, attested_only: bool) -> str | None:
    """Until when an open term counts; None where nothing says that it ended."""
    attested = after(term.last_source) if term.last_source else None
    if attested_only:
        return attested
    if since is None:
        return None
    if years:
        return max(years_later(since, years), attested or "")
    following = _next(contests, since, whole=True)
    return max(following.date, attested or "") if following else None


def _add_derived(
    connection: sqlite3.Connection,
    regular: dict[int, list[Held]],
    spans: dict[tuple[int, int], list[tuple[str, str | None, int | None]]],
    lengths: dict[int, float | None],
) -> None:
    """Store a term for everybody elected whom no stated term covers."""
    derived = []
    for candidacy, section, person, contest, date, kind in connection.execute(ELECTED).fetchall():
        if any(won == contest or since <= date and (end is None or date < end) for since, end, won in spans[section, person]):
            continue
        following = _next(regular[section], date, whole=True)
        until = following.date if following else None
        if until is None and (years := lengths.get(section)):
            until = years_later(date, years)
        gained = {"by-election": "by-election", "additional": "elected to a new seat"}.get(kind, "elected")
        derived.append((section, person, contest, gained, candidacy, date, until))
    connection.executemany(
        "INSERT INTO term (section_id, person_id, contest_id, how_gained, candidacy_id, since, until, basis) "
        "VALUES (?, ?, ?, ?, ?, ?, ?, 'derived')",
        derived,
    )
