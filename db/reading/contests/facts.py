"""What is known of a contest itself, fact by fact, in words."""

from __future__ import annotations

import sqlite3

from db.dates import written
from db.measures import growth, turnout
from db.reading.contests.poll import Contest, Poll
from db.wording import plain_number, signed

HELD_WITH = "Held with"
"""The fact that names the round."""


def facts_of(connection: sqlite3.Connection, poll: Poll) -> list[tuple[str, str]]:
    """Each known fact with its value, in a fixed order."""
    every = (*_facts(poll), ("Ballot papers on record", _papers(connection, poll.contest)))
    return [(fact, value) for fact, value in every if value]


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


def _papers(connection: sqlite3.Connection, contest: Contest) -> str | None:
    """How many ballots are stored, and how many different ones."""
    query = "SELECT total(papers), count(*) FROM ballot WHERE contest_id = ?"
    papers, different = connection.execute(query, [contest.id]).fetchone()
    return f"{plain_number(papers):,}, {different:,} different" if different else None


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
        return f"{contest.turnout:.1f}%"
    computed = turnout(contest.ballots, contest.electorate)
    return None if computed is None else f"{computed:.1f}% (ballots of the electorate)"
