"""What is known of a contest while a result is checked: on record, else as the source itself says."""

from __future__ import annotations

from typing import NamedTuple

from db.measures.papers import votes_of_a_paper
from importers.results.result import Fact, Result

Standing = tuple[str, float | None]
"""Name and votes of somebody who stands in the contest on record."""


class Stored(NamedTuple):
    """A contest on record; None and the empty text where nothing is on record."""

    seats: int | None = None
    method: str = ""
    quota_rule: str = ""
    unit: str = ""
    electorate: int | None = None
    ballots: int | None = None
    valid_votes: float | None = None
    quota: float | None = None
    turnout: float | None = None
    votes_per_ballot: int | None = None
    standing: tuple[Standing, ...] = ()
    """All candidates on record."""
    complete: bool = False
    """Whether they are known to be all who stood."""


class Values:
    """Values for a check, each with the place that says it; what the source says comes before the record."""

    def __init__(self, result: Result, stored: Stored | None) -> None:
        self.result, self.stored = result, stored or Stored()

    def number(self, field: str) -> tuple[float, str] | None:
        """A number of the contest and where it is said; a fact that is not certain does not count."""
        fact = self.fact(field)
        if fact is not None and isinstance(fact.value, int | float):
            return float(fact.value), fact.origin
        value = getattr(self.stored, field, None)
        return None if value is None else (float(value), self.place)

    def fact(self, field: str) -> Fact | None:
        """The first certain fact or count of a field."""
        told = (*self.result.facts, *self.result.counts)
        return next((one for one in told if one.field == field and one.certain), None)

    def words(self, field: str) -> str:
        """Words of the contest."""
        fact = next((one for one in self.result.facts if one.field == field), None)
        return str(fact.value) if fact else str(getattr(self.stored, field, "") or "")

    @property
    def place(self) -> str:
        """Where the result as a whole stands, for values of the record."""
        first = self.result.candidates[0].origin if self.result.candidates else "the source"
        return f"the result from {first} on"

    @property
    def votes(self) -> list[int | float]:
        """The votes that are known."""
        return [one.votes for one in self.result.candidates if one.votes is not None]

    @property
    def together(self) -> float:
        """All votes that are known, those for nobody among them."""
        return sum(self.votes) + sum(float(one.value) for one in self.result.counts if one.field == "nobody")

    @property
    def is_complete(self) -> bool:
        """Whether all candidates have votes."""
        return bool(self.votes) and len(self.votes) == sum(
            one.outcome != "withdrawn" or one.votes is not None for one in self.result.candidates
        )

    @property
    def per_ballot(self) -> int | None:
        """How many votes a paper may carry."""
        said, seats = self.number("votes_per_ballot"), self.number("seats")
        return votes_of_a_paper(
            said and said[0], self.words("method"), self.words("unit"), seats and seats[0]
        )
