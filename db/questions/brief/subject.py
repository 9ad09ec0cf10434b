"""What a brief is about: one contest, or the contests of a round, each beside the one before it and with its seats."""

from __future__ import annotations

import sqlite3
from functools import cached_property

from db.dates import eve, is_date
from db.errors import Missing
from db.lens import Lens
from db.questions.brief.careers import Career
from db.reading.contests.career import career, terms
from db.reading.contests.poll import Candidate, Poll, contests, read_poll
from db.reading.contests.round import Round, is_round, read_round
from db.reading.factions import Factions
from db.reading.passing.comparison import Comparison, compare


class Subject:
    """Reads what the parts of a brief need, each thing once."""

    def __init__(self, connection: sqlite3.Connection, key: str) -> None:
        """A contest or a round by its key.

        Raises:
            Missing: there is neither of that key.
        """
        self.connection, self.key = connection, key
        self.factions = Factions(connection)
        self.round: Round | None = None
        if is_round(connection, key):
            self.round = read_round(connection, self.factions, key)
        held = self.round.held if self.round else contests(connection, "contest.key = ?", [key])
        if not held and not self.round:
            raise Missing(f"There is no contest {key!r} in this record.")
        self.polls = [read_poll(connection, self.factions, contest) for contest in held]

    @property
    def stood(self) -> list[tuple[Poll, Candidate]]:
        """Everybody who stood, with the contest."""
        return [(poll, one) for poll in self.polls for one in poll.candidates]

    @property
    def positions(self) -> int:
        """How many seats are filled, as far as that is on record."""
        return sum(poll.contest.seats or 0 for poll in self.polls)

    @property
    def declared(self) -> bool:
        """Whether a result has come: of one contest at least."""
        return any(poll.contest.status == "declared" for poll in self.polls)

    @cached_property
    def seats(self) -> list[tuple[Poll, Comparison]]:
        """The seats of each contest that elected somebody, from its eve to its day."""
        return [(poll, self._compared(poll)) for poll in self.polls if _filled(poll)]

    def _compared(self, poll: Poll) -> Comparison:
        contest = poll.contest
        place = Lens(body=contest.body, section=contest.section)
        day = contest.date or ""
        return compare(self.connection, place, eve(day), day)

    def career(self, person: int) -> Career:
        """All candidacies and terms of somebody."""
        stood = career(self.connection, self.factions, person)
        return Career(tuple(stood), tuple(terms(self.connection, person)))


def _filled(poll: Poll) -> bool:
    """Whether a contest filled seats of one section on a day that is known."""
    contest = poll.contest
    dated = contest.date is not None and is_date(contest.date)
    return (
        dated
        and contest.status == "declared"
        and contest.kind != "composite"
        and any(one.elected for one in poll.candidates)
    )
