"""What is worked out of a row of the record when it is stored, and by which rule, with the figures.

The rules themselves are in `db.derivation`: shares of the votes of a contest, and from when to when a term counts.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from typing import Final, NamedTuple

from db.dates import written
from db.measures import share, turnout
from db.view import Fact
from db.wording import as_percent, plain_number

SAME = 0.001
"""Points within which a share is the one that the votes give."""
DIGITS = 4
"""Of a percentage that is worked out."""


class Made(NamedTuple):
    """A value that no source need state."""

    value: str
    how: str


def made_of(connection: sqlite3.Connection, fact: Fact) -> dict[str, Made]:
    """The fields of a row that are worked out, by their names; none where all is as sources state it."""
    making = MAKING.get(fact.table)
    return making(connection, fact.id) if making else {}


def _percentage(value: float, part: float, whole: float, of: str) -> Made:
    how = f"100 × {plain_number(part):,} ÷ {plain_number(whole):,} {of}"
    return Made(as_percent(value), f"{how} = {value:.{DIGITS}g}%")


def _candidacy(connection: sqlite3.Connection, row: int) -> dict[str, Made]:
    query = """
        SELECT candidacy.votes, contest.total, contest.valid_votes IS NOT NULL, coalesce(contest.unit, ''), candidacy.share
        FROM candidacy JOIN contest ON contest.id = contest_id WHERE candidacy.id = ?
    """
    votes, total, stated, unit, shown = connection.execute(query, [row]).fetchone()
    if unit == "percent" and votes is not None:
        how = "the figures of this contest are percentages: its votes are shares"
        return {"share": Made(f"{plain_number(votes):,}%", how)}
    percent = share(votes, total)
    if percent is None or shown is None or abs(shown - percent) > SAME:
        return {}  # a printed share was taken instead
    of = "votes cast" if stated else "votes, which is our sum of the figures"
    return {"share": _percentage(percent, votes, total, of)}


def _contest(connection: sqlite3.Connection, row: int) -> dict[str, Made]:
    query = "SELECT ballots, electorate, turnout, total, valid_votes FROM contest WHERE id = ?"
    ballots, electorate, printed, total, stated = connection.execute(query, [row]).fetchone()
    made = {}
    if total is not None and stated is None:
        how = "the sum of the figures of all candidates"
        made["valid_votes"] = Made(f"{plain_number(total):,}", how)
    value = turnout(ballots, electorate)
    if value is not None and printed is None:
        made["turnout"] = _percentage(value, ballots, electorate, "electors")
    return made


def _term(connection: sqlite3.Connection, row: int) -> dict[str, Made]:
    query = """
        SELECT term.start, term."end", since, until, won.date, won.key, lost.key FROM term
        LEFT JOIN contest AS won ON won.id = term.contest_id LEFT JOIN contest AS lost ON lost.id = term.ended_by
        WHERE term.id = ?
    """
    start, end, since, until, won, contest, ending = connection.execute(query, [row]).fetchone()
    made = {}
    if since is not None and since != start:
        if since == won:
            how = f"the day of the contest at which the seat was won ({contest})"
        elif start is None:
            how = "the date of the earliest source that attests it"
        else:
            how = "the day of the contest by which the seats were filled anew"
        made["start"] = Made(written(since), how)
    if until is not None and until != end:
        how = (
            f"the day of the contest at which the seat passed on ({ending})"
            if ending
            else "no source states the end: until the next regular election, or as long as the rule and the sources have it"
        )
        made["end"] = Made(written(until), how)
    return made


MAKING: Final[dict[str, Callable[[sqlite3.Connection, int], dict[str, Made]]]] = {
    "candidacy": _candidacy,
    "contest": _contest,
    "term": _term,
}
"""The tables of which something is worked out."""
