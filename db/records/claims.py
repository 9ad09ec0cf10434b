"""What others have published of the figures, to be held against them; and what explains a finding of a check."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from msgspec import Meta

from db.records.record import Key, Record, Words

Figure = Annotated[float, Meta(ge=-10_000_000_000, le=10_000_000_000)]

Measure = Literal[
    "share", "change of share", "Butler swing", "Steed swing", "total", "ratio of totals", "seats", "votes", "margin", "turnout",
    "votes per seat", "quota", "rank", "division", "first since", "ratio of claims",
]  # fmt: skip
"""What reproduces a claim; `db.reading.claims` documents each."""

Sense = Literal["exactly", "about", "almost", "over", "under", "at least", "at most"]
"""How the stated figure is meant."""


class Claim(Record, kw_only=True, frozen=True):
    """A figure or finding that a source published, with the measure that should reproduce it.

    `contest`, or `round`, is what it speaks of, else the contests of a `section`; `against` the contest compared with. Its
    subject is a `faction`, a `bloc` of a `scheme`, a `person`, or nobody; `other`, `other_bloc` and `rival` are whom that is
    compared with. `stated` is the figure in the unit of the measure, `decimals` how many were printed where it does not show
    them (20.0), `whole` the figure of which it is a part (four of `6`), `versus` the one that it is set against (17 to `14`).
    `least` and `since` belong to "first since". `of` and `than` are claims whose stated figures are set against each other.
    """

    FILE = "claims"
    DATES: ClassVar[tuple[str, ...]] = ("since",)
    NAME = ("claim",)
    claim: Key
    words: Words
    measure: Measure
    body: Key | None = None
    section: Key | None = None
    contest: Key | None = None
    against: Key | None = None
    round: Key | None = None
    division: Key | None = None
    faction: Key | None = None
    other: Key | None = None
    scheme: Key | None = None
    bloc: Key | None = None
    other_bloc: Key | None = None
    person: Key | None = None
    rival: Key | None = None
    counting: Literal["slate", "endorsement"] | None = None
    kinds: Literal["regular", "by-election", "additional", "composite"] | None = None
    of: Key | None = None
    than: Key | None = None
    sense: Sense = "exactly"
    stated: Figure | None = None
    decimals: Annotated[int, Meta(ge=0, le=9)] | None = None
    whole: Figure | None = None
    versus: Figure | None = None
    least: Figure | None = None
    since: str | None = None


class Explanation(Record, kw_only=True, frozen=True):
    """Why what a check finds of a row is as it is."""

    FILE = "explanations"
    NAME = ("kind", "table", "row")
    kind: Words
    table: Words
    row: Words
    reason: Words
