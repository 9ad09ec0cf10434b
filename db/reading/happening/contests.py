"""Contests declared, with whom they elected."""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import NamedTuple

from db.reading.facts import facts
from db.reading.happening.scope import Scope
from db.reading.happening.value import ADDITIONAL, BY_ELECTION, CONTEST
from db.reading.held import Held, held
from db.reading.here import HERE
from db.view import NO_SLATE, Fact, Faction
from db.wording import listed, number_word

KINDS = {"by-election": BY_ELECTION, "additional": ADDITIONAL}

FEW, NAMED = 2, 4
"""Winners up to which names are said, and up to which they are where no slate is known; of more, the slates."""

WINNERS = f"""
SELECT contest.id, candidacy.id, person.id, person.name, candidacy.slate_id
FROM section CROSS JOIN contest ON contest.section_id = section.id
CROSS JOIN candidacy ON candidacy.contest_id = contest.id CROSS JOIN person ON person.id = candidacy.person_id
WHERE {HERE} AND contest.status = 'declared' AND substr(contest.date, 1, 4) BETWEEN :from AND :to
  AND candidacy.outcome = 'elected'
ORDER BY contest.id, candidacy.rank IS NULL, candidacy.rank, person.sort_name
"""


class Winner(NamedTuple):
    """Who was elected."""

    candidacy: int
    person: int
    name: str
    slate: Faction


class Contest(NamedTuple):
    """A contest that was declared."""

    held: Held
    kind: str
    """What it is told as."""
    winners: tuple[Winner, ...]

    @property
    def facts(self) -> tuple[Fact, ...]:
        """The contest and the candidacies that it elected."""
        return self.held.fact, *facts("candidacy", (one.candidacy for one in self.winners))

    @property
    def words(self) -> str:
        """Who was elected: by name where they are few, else by slate."""
        head = "Elected" if self.kind == CONTEST else self.kind.capitalize()
        if not self.winners:
            return f"{head}: who was elected is not on record"
        if len(self.winners) <= (FEW if self.slates else NAMED):
            return f"{head}: {listed([_named(one) for one in self.winners])}"
        elected = f"{number_word(len(self.winners))} elected"
        head = elected.capitalize() if self.kind == CONTEST else f"{head}, {elected}"
        return f"{head}: {self.slates}" if self.slates else f"{head}, of no known slate"

    @property
    def slates(self) -> str:
        """How many each slate won; blank where none is known."""
        held = Counter(one.slate for one in self.winners)
        if set(held) <= {NO_SLATE}:
            return ""
        return ", ".join(
            f"{'no slate known' if slate is NO_SLATE else slate.short} {number}"
            for slate, number in held.most_common()
        )


def contests(scope: Scope) -> list[Contest]:
    """The contests declared in the years of a span."""
    elected: dict[int, list[Winner]] = defaultdict(list)
    for contest, candidacy, person, name, slate in scope.connection.execute(WINNERS, scope.bound):
        elected[contest].append(Winner(candidacy, person, name, scope.factions.get(slate)))
    return [
        Contest(one, KINDS.get(one.kind, CONTEST), tuple(elected[one.id]))
        for one in held(scope.connection, scope.place, scope.first[:4], f"{scope.last[:4]}~")
    ]


def _named(winner: Winner) -> str:
    return winner.name if winner.slate is NO_SLATE else f"{winner.name} ({winner.slate.short})"
