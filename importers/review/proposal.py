"""What an import would store, contest by contest and item by item, before anything is stored."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from db.identity import Suggestion
from importers.results.result import Backing, Doubt, Fact, Found, Papers, Seat, Stage

if TYPE_CHECKING:
    from importers.intake import Intake

NEW, SAME, CHANGED, CONFLICT, DOUBTFUL = "new", "same", "changed", "in conflict", "doubtful"
"""Something that is not on record; that is, as the source has it; that has a gap which the source fills; of which the source
says something else; of which something is a question."""

KINDS = (NEW, SAME, CHANGED, CONFLICT, DOUBTFUL)


class Target(NamedTuple):
    """The contest that the results belong to."""

    key: str
    section: int | None
    contest: int | None
    """Its id; None where it is to be made."""
    date: str | None
    seats: int | None
    words: str
    """Body, section and date for people."""
    body: int | None = None
    new_body: str = ""
    """The name of a body that is to be made."""
    new_section: str = ""
    """The name of a section that is to be made."""
    unit: str | None = None

    @property
    def identity(self) -> tuple[object, ...]:
        """Equal for two results of the same contest, also where it is to be made."""
        return (self.contest,) if self.contest is not None else (self.key, self.section, self.date)


class Difference(NamedTuple):
    """One value of which record and source differ."""

    field: str
    stored: str | int | float | None
    found: str | int | float | None
    fills: bool
    """Whether the record had no value."""

    @property
    def name(self) -> str:
        """The field as the files of a record call it."""
        return self.field.removesuffix("_id").removeprefix("published_")


class Backed(NamedTuple):
    """An endorsement as it would be stored."""

    backing: Backing
    faction: int | None
    """Id; None where the label is no faction on record."""
    made: bool = False
    """Whether a faction is made for the label."""
    known: bool = False
    """Whether it is on record already."""


class Proposed(NamedTuple):
    """One candidacy as it would be stored, or more of one that stands above it."""

    found: Found
    kind: str
    person: int | None = None
    """Id of the person on record; None for somebody new, and where it is a question."""
    reason: str = ""
    """Why this person."""
    suggestions: tuple[Suggestion, ...] = ()
    candidacy: int | None = None
    slate: int | None = None
    outcome: str = "unknown"
    differences: tuple[Difference, ...] = ()
    key: str = ""
    """What decisions name the item by: number of the result, number of the candidate."""
    ticked: bool = True
    """Whether it is to be stored."""
    asked: str = ""
    """What has to be answered before it can be stored: `person` or `twice`."""
    backed: tuple[Backed, ...] = ()
    makes_slate: bool = False
    """Whether a faction is made for the label of the slate."""
    further: bool = False
    """Whether it only says more of a candidacy that stands above it."""
    doubts: tuple[Doubt, ...] = ()
    """What does not add up at its place."""
    prose: bool = False
    shown: bool = False
    """Whether values in conflict are shown from now on instead of those of the record."""

    @property
    def stored(self) -> bool:
        """Whether storing the proposal would store it."""
        return self.ticked and not self.asked and self.kind != SAME


class ProposedFact(NamedTuple):
    """One fact of a contest as it would be stored."""

    fact: Fact
    kind: str
    on_record: str | int | float | None
    key: str
    ticked: bool
    prose: bool = False
    shown: bool = False

    @property
    def stored(self) -> bool:
        """Whether storing the proposal would store it."""
        return self.ticked and self.kind != SAME


class ProposedCount(NamedTuple):
    """The stages of a count, its ballots, or the outcomes that follow from its votes, all together."""

    kind: str
    key: str
    ticked: bool
    words: str
    origin: str
    candidates: tuple[Found, ...]
    stages: tuple[Stage, ...] = ()
    papers: tuple[Papers, ...] = ()
    outcomes: tuple[str, ...] = ()
    """Of each candidate, derived: no source states them."""
    waits: str = ""
    """Why it is doubtful."""

    @property
    def stored(self) -> bool:
        """Whether storing the proposal would store it."""
        return self.ticked and self.kind == NEW


class ProposedSeat(NamedTuple):
    """A term as it would be stored."""

    seat: Seat
    kind: str
    key: str
    ticked: bool
    section: int | None = None
    person: int | None = None
    reason: str = ""
    suggestions: tuple[Suggestion, ...] = ()
    faction: int | None = None
    asked: str = ""

    @property
    def stored(self) -> bool:
        """Whether storing the proposal would store it."""
        return self.ticked and not self.asked and self.kind == NEW


Item = Proposed | ProposedFact | ProposedCount | ProposedSeat


class Proposal(NamedTuple):
    """All that would be stored of one contest."""

    target: Target | None
    """None where it is a question which contest it is."""
    rows: tuple[Proposed, ...]
    doubts: tuple[Doubt, ...]
    """What does not add up in the source, all of it."""
    facts: tuple[ProposedFact, ...] = ()
    counts: tuple[ProposedCount, ...] = ()
    seats: tuple[ProposedSeat, ...] = ()
    results: tuple[int, ...] = ()
    """Numbers of the results that it was made of."""
    file: int = 0
    title: str = ""
    question: str = ""
    """Why there is no target."""
    unsure: str = ""
    """Why it is likely this contest, where somebody has to say yes to that before anything is stored."""
    identifiers: tuple[tuple[str, str], ...] = ()
    """What the source calls the contest."""

    @property
    def items(self) -> Iterator[Item]:
        """Everything that is new, the same, different or a question."""
        yield from self.facts
        yield from self.rows
        yield from self.counts
        yield from self.seats

    @property
    def words(self) -> str:
        """The contest for people."""
        return self.target.words if self.target else self.title or "a result without a title"

    def count(self, kind: str) -> int:
        """How many candidacies and seats are of a kind."""
        rows = sum(row.kind == kind for row in self.rows)
        return rows + sum(seat.kind == kind for seat in self.seats)

    @property
    def changes(self) -> bool:
        """Whether storing it would change anything."""
        return self.target is not None and not self.unsure and any(item.stored for item in self.items)


class Plan(NamedTuple):
    """All that an import would store."""

    intake: Intake
    proposals: tuple[Proposal, ...]

    @property
    def changes(self) -> bool:
        """Whether storing it would change anything."""
        return any(one.changes for one in self.proposals)

    def count(self, kind: str) -> int:
        """How many candidacies and seats are of a kind."""
        return sum(one.count(kind) for one in self.proposals)

    @property
    def open(self) -> int:
        """How many questions are left."""
        without = sum(one.target is None or bool(one.unsure) for one in self.proposals)
        return without + sum(item.kind == DOUBTFUL for one in self.proposals for item in one.items)
