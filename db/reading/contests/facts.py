"""What is known of a contest itself, fact by fact, in words."""

from __future__ import annotations

import sqlite3
from typing import NamedTuple

from db.dates import written
from db.measures import growth, turnout
from db.reading.contests.poll import Contest, Poll
from db.reading.facts import facts, together
from db.view import Fact
from db.wording import as_percent, plain_number, signed

HELD_WITH = "Held with"
"""The fact that names the round."""
PAPERS = "Ballot papers on record"


class Known(NamedTuple):
    """One fact of a contest."""

    name: str
    value: str
    beside: tuple[Fact, ...] = ()
    """What it rests on beside the contest itself."""


def facts_of(connection: sqlite3.Connection, poll: Poll) -> list[Known]:
    """Each known fact with its value, in a fixed order."""
    papers, ballots = _papers(connection, poll.contest)
    beside = {
        "Votes": _summed(poll),
        HELD_WITH: facts("round", [poll.contest.round_id]),
        PAPERS: ballots,
    }
    every = (*_facts(poll), (PAPERS, papers))
    return [Known(name, value, beside.get(name, ())) for name, value in every if value]


def _facts(poll: Poll) -> list[tuple[str, str | None]]:
    contest = poll.contest
    return [
        ("Status", None if contest.status == "declared" else contest.status),
        ("Nominations", _span(contest.nominations_open, contest.nominations_close)),
        ("Nominations needed", contest.nominations_needed),
        ("Ballot", _span(contest.ballot_open, contest.ballot_close)),
        ("Declared", written(contest.date) if contest.status == "declared" else None),
        ("Expected", written(contest.date) if contest.status != "declared" else None),
        ("Seats", _number(contest.seats)),
        ("Method", contest.method),
        ("Rule on who is elected", contest.quota_rule),
        ("Figures are", contest.unit),
        ("Votes", _votes(poll)),
        ("Ballots", _number(contest.ballots)),
        ("Electorate", _number(contest.electorate) or contest.electorate_words),
        ("Turnout", _turnout(contest)),
        ("Quota", _number(contest.quota)),
        (HELD_WITH, contest.round_name),
    ]


def _papers(connection: sqlite3.Connection, contest: Contest) -> tuple[str | None, tuple[Fact, ...]]:
    """How many ballots are stored, and how many different ones; with these."""
    query = "SELECT id, papers FROM ballot WHERE contest_id = ? ORDER BY id"
    stored = connection.execute(query, [contest.id]).fetchall()
    papers = plain_number(sum(number for _, number in stored))
    words = f"{papers:,}, {len(stored):,} different" if stored else None
    return words, together(facts("ballot", (ballot for ballot, _ in stored)))


def _summed(poll: Poll) -> tuple[Fact, ...]:
    """What the votes are summed of where no source states them, and the contest on which they have grown."""
    summed = poll.candidates if poll.contest.valid_votes is None else []
    grown = [poll.earlier.fact] if poll.alike and poll.earlier is not None else []
    return together((one.fact for one in summed), grown)


def _span(first: str | None, last: str | None) -> str | None:
    if first and last:
        return f"{written(first)} to {written(last)}"
    return f"from {written(first)}" if first else f"until {written(last)}" if last else None


def _number(value: float | None) -> str | None:
    number = plain_number(value)
    return None if number is None else f"{number:,}"


def _votes(poll: Poll) -> str | None:
    contest = poll.contest
    if contest.total is None:
        return None
    words = f"{plain_number(contest.total):,}" + (
        "" if contest.valid_votes is not None else " (our sum of the figures)"
    )
    grown = growth(contest.total, poll.earlier.total) if poll.alike and poll.earlier else None
    if grown is not None and poll.earlier:
        words += f"; {signed(grown, 1)}% on {written(poll.earlier.date)}"
    return words


def _turnout(contest: Contest) -> str | None:
    if contest.turnout is not None:
        return as_percent(contest.turnout)
    computed = turnout(contest.ballots, contest.electorate)
    return None if computed is None else f"{as_percent(computed)} (ballots of the electorate)"
