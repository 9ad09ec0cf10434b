"""What is said of a contest before its result."""

from __future__ import annotations

from db.dates import on_day, written
from db.reading.contests.poll import Contest, Poll
from db.reading.contests.slates import by_slate
from db.view import NO_SLATE, Faction
from db.wording import INDEPENDENT, count, listed, the

SLATES = 4
"""Slates whose candidates are counted in a sentence."""

STATUS = {
    "announced": "the contest is announced",
    "nominating": "nominations are open",
    "voting": "voting is open",
}


def before_the_result(poll: Poll) -> list[str]:
    """How many stand and what comes next, for whom they stand, and which of them sit already."""
    contest = poll.contest
    standing = [one for one in poll.candidates if one.outcome != "withdrawn"]
    seats = f" for {count(contest.seats, 'seat')}" if contest.seats is not None else ""
    stand = count(len(standing), "candidate stands", "candidates stand")
    said = [f"{stand}{seats}; {_status(contest)}{_expected(contest)}"]
    slates = {slate: members for slate, members in by_slate(standing).items() if slate is not NO_SLATE}
    if slates:
        largest = sorted(slates.items(), key=lambda pair: -len(pair[1]))[:SLATES]
        words = [_standing(slate, len(members)) for slate, members in largest]
        if more := len(slates) - len(largest):
            words.append(f"others for {count(more, 'more slate')}")
        said.append(f"there {'is' if len(largest[0][1]) == 1 else 'are'} {listed(words)}")
    if sitting := [one.name for one in standing if one.sitting]:
        said.append(
            f"of the sitting members {listed(sitting)} {'stands' if len(sitting) == 1 else 'stand'} again"
        )
    return said


def _standing(slate: Faction, number: int) -> str:
    """`three candidates for Momentum`, `two independents`."""
    if slate.name.casefold() == INDEPENDENT:
        return count(number, INDEPENDENT)
    return f"{count(number, 'candidate')} for {the(slate.name)}"


def _status(contest: Contest) -> str:
    closes = {"nominating": contest.nominations_close, "voting": contest.ballot_close}.get(contest.status)
    opens = contest.nominations_open if contest.status == "announced" else None
    until = f" until {written(closes)}" if closes else ""
    return f"{STATUS[contest.status]}{until}" + (f", and nominations open {on_day(opens)}" if opens else "")


def _expected(contest: Contest) -> str:
    return f"; the result is expected {on_day(contest.date)}" if contest.date else ""
