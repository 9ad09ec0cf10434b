"""What a source says of an election, each piece with its place: candidates, the contest, stages of the count, ballots, seats."""

from __future__ import annotations

from typing import Final, NamedTuple

Doubt = tuple[str, str]
"""Where something was found, and a sentence: what it is and what was expected."""


class Backing(NamedTuple):
    """Somebody's backing of a candidate, as the source words it."""

    label: str
    """The words for who backs: `Open Labour`."""
    origin: str
    sought: bool | None = None
    """Whether the candidate asked for it; None where the source does not say."""
    rests_on: str = ""
    """The words of the source, where they are prose."""


class Found(NamedTuple):
    """One candidate as the source prints it; None and the empty text mean that the source does not say."""

    name: str
    sort_name: str
    origin: str
    printed: str = ""
    words: str = ""
    votes: int | float | None = None
    share: float | None = None
    previous_votes: int | None = None
    previous_share: float | None = None
    rank: int | None = None
    nominations: int | None = None
    slate: str = ""
    outcome: str = ""
    """`elected`, `not elected`, `withdrawn` or `pending`."""
    sitting: bool | None = None
    gender: str = ""
    stage: int | None = None
    """The stage of an STV count at which the candidate was elected."""
    endorsements: tuple[Backing, ...] = ()
    identifiers: tuple[tuple[str, str], ...] = ()
    """What the source calls the person: scheme and value, `("democracyclub", "1234")`."""
    rests_on: str = ""
    """The words of the source that the row rests on, where they are prose."""
    certain: bool = True
    """False for a reading of prose or of a layout that may be wrong: proposed, and stored only when accepted."""
    previous_rank: int | None = None
    """The place at the election before; `importers.results.previous.earlier` makes a result of these."""
    other_names: tuple[str, ...] = ()
    """Other names of the person that the source tells of."""


class Fact(NamedTuple):
    """One thing that the source says of the contest itself."""

    field: str
    """One of `FIELDS`."""
    value: str | int | float
    origin: str
    rests_on: str = ""
    certain: bool = True


FIELDS: Final = (
    "body", "section", "contest", "kind", "date", "nominations_open", "nominations_close", "ballot_open", "ballot_close",
    "method", "seats", "quota_rule", "nominations_needed", "unit", "electorate", "electorate_words", "ballots",
    "valid_votes", "quota", "turnout", "votes_per_ballot",
)  # fmt: skip
"""What a fact may tell.  `body` and `section` are names or keys as the source words them, `contest` is an identifier
`scheme:value`; all others are columns of `db.records.Contest`, with its words, units and limits."""


COUNTS: Final = ("total", "spoilt", "issued", "nobody")
"""Figures printed beside candidates that are no column of a contest and serve checks: the sum of the votes above it,
papers that did not count, papers given out, votes for nobody who stands (to re-open nominations, none of the above)."""


class Stage(NamedTuple):
    """What happened to a candidate, or to the papers that went to nobody, at one stage of a count."""

    stage: int
    action: str
    """`count` for a total that only stands there, `surplus` or `exclusion` of a candidate, `elected`, `excluded`,
    `non-transferable`."""
    candidate: int | None
    """Index into the candidates of the result; None for non-transferable papers."""
    votes: float | None
    """The total after the stage."""
    transfer: float | None
    """Votes gained (or lost, negative) at the stage."""
    origin: str


class Papers(NamedTuple):
    """Ballot papers that bear the same preferences."""

    papers: float
    preferences: tuple[tuple[int, ...], ...]
    """Indexes into the candidates of the result: a group for each preference in its order, of several where they are equal."""


class Seat(NamedTuple):
    """A seat held from a date to a date, as the source prints it."""

    name: str
    sort_name: str
    origin: str
    body: str = ""
    section: str = ""
    start: str = ""
    end: str = ""
    how_gained: str = ""
    why_ended: str = ""
    represents: str = ""
    faction: str = ""
    """The faction on whose behalf the seat is held, as worded."""
    gender: str = ""
    identifiers: tuple[tuple[str, str], ...] = ()
    other_names: tuple[str, ...] = ()
    """Other names of the person that the source tells of."""


class Result(NamedTuple):
    """One election; `columns` are the roles of a table's columns, `headings` what is printed above them."""

    title: str
    candidates: tuple[Found, ...]
    doubts: tuple[Doubt, ...]
    columns: tuple[str, ...] = ()
    headings: tuple[str, ...] = ()
    facts: tuple[Fact, ...] = ()
    stages: tuple[Stage, ...] = ()
    papers: tuple[Papers, ...] = ()
    seats: tuple[Seat, ...] = ()
    counts: tuple[Fact, ...] = ()
    """Figures of `COUNTS`."""
    previous_date: str = ""
    """When the election was held whose figures stand beside these, as far as the source says."""
    previous: tuple[Fact, ...] = ()
    """What the source says of that election: facts and counts."""

    above: tuple[str, ...] = ()
    """Titles and lines right above, the nearest first."""

    heads: tuple[str, ...] = ()
    """The first short lines of the document, which may title all of it."""

    def fact(self, field: str) -> str | int | float | None:
        """The value of the first fact of a field, if the source has one."""
        return next((one.value for one in self.facts if one.field == field), None)

    @property
    def identifiers(self) -> tuple[tuple[str, str], ...]:
        """What the source calls the contest: scheme and value."""
        parted = (str(one.value).partition(":") for one in self.facts if one.field == "contest")
        return tuple((scheme, value) for scheme, colon, value in parted if colon)
