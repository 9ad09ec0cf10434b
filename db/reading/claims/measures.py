"""The measures that claims are held against: what each means, how it is worked out, what a claim on it has to name.

`docs/claims.md` says the same for whoever writes claims.
"""

from __future__ import annotations

from typing import NamedTuple

from db.reading.claims import seats, since, votes
from db.reading.claims.reading import Formula

WHO = "faction, bloc or person"
"""What a claim names one of."""

SWING = "http://www.politicsresources.net/area/uk/swing.htm"


class Measure(NamedTuple):
    """One measure."""

    name: str
    unit: str
    """What `stated` is in."""
    formula: str
    read: Formula
    needs: tuple[str, ...]
    """Columns of a claim that it cannot do without; `WHO` for one of faction, bloc and person."""
    shown: int
    """Decimals with which it is written."""
    definition: str
    source: str = ""
    """Of the formula; blank for plain arithmetic."""


MEASURES = {
    one.name: one
    for one in (
        Measure(
            "share", "percent", "100 × votes / all votes", votes.share, ("contest", WHO), 1,
            "Votes of a slate, a bloc or a person in percent of all votes of the contest; with other, of the two alone.",
        ),
        Measure(
            "change of share", "points", "share now − share before", votes.change_of_share, ("contest", "against", WHO), 1,
            "The share in the contest less that in the one compared with.",
        ),
        Measure(
            "Butler swing", "points", "((one now − one before) + (other before − other now)) / 2", votes.butler_swing,
            ("contest", "against", WHO), 1,
            "The mean of what one side gained and the other lost, in points of all votes; without other, against everybody else.",
            SWING,
        ),
        Measure(
            "Steed swing", "points", "100 × one / (one + other), now less before", votes.steed_swing,
            ("contest", "against", WHO, "other"), 1, "How the share of one side in the votes of the two alone moved.", SWING,
        ),
        Measure(
            "total", "votes", "as published, else the sum", votes.total, ("contest",), 0,
            "All votes of the contest, in its unit.",
        ),
        Measure(
            "ratio of totals", "percent", "100 × (votes now / votes before − 1)", votes.ratio_of_totals,
            ("contest", "against"), 1,
            "By how much all votes grew on those of the contest compared with; where they fell it is below nought.",
        ),
        Measure(
            "seats", "seats", "those elected", seats.seats, ("contest or round", WHO), 0,
            "Seats won in the contest, or in all contests of the round; counting endorsement, also by those whom the faction "
            "backed.  whole is of how many, versus how many other won.",
        ),
        Measure(
            "votes", "votes", "as published, slates summed", votes.votes, ("contest", WHO), 0,
            "Votes of a slate, a bloc or a person.",
        ),
        Measure(
            "margin", "votes", "votes − votes of the other", votes.margin, ("contest", "person"), 0,
            "Votes of a person ahead of rival; without rival, short of the last seat, or ahead of the best who missed one.",
        ),
        Measure(
            "turnout", "percent", "100 × ballots / electorate", seats.turnout, ("contest",), 1,
            "Ballots in percent of the electorate; the published turnout where either is not on record.",
        ),
        Measure(
            "votes per seat", "votes", "votes / seats", seats.votes_per_seat, ("contest",), 0,
            "Votes for each seat won; without a slate or bloc, all votes for each seat.",
        ),
        Measure(
            "quota", "percent", "100 / (seats + 1)", seats.quota, ("contest",), 1,
            "The share of the vote with which a seat is sure, where votes are transferred.",
            "H R Droop, On Methods of Electing Representatives (1868)",
        ),
        Measure(
            "rank", "place", "1 + how many have more votes", votes.rank, ("contest", "person"), 0,
            "The place of a person by votes; the published place where the table is incomplete.",
        ),
        Measure(
            "division", "votes", "as published", seats.division, ("division",), 0,
            "Votes for in a division inside the body, and versus those against.",
        ),
        Measure(
            "first since", "years", "year of the last earlier contest in which it was so", since.first_since,
            ("contest", WHO), 0,
            "When it was last so before: at least `least` seats, or more than other.  since is the year of that contest, "
            "stated how many years have passed; kinds leaves out contests of other kinds.",
        ),
        Measure(
            "ratio of claims", "percent", "100 × (stated of one / stated of the other − 1)", seats.ratio_of_claims,
            ("of", "than"), 1, "By how much the figure that one claim states is above that of another.",
        ),
    )
}  # fmt: skip
"""By name, in the order in which they are offered."""

GROWTH = Measure(
    "growth of votes", "percent", "100 × (votes now / votes before − 1)", votes.growth_of_votes,
    ("contest", "against", WHO), 1, "By how much the votes of one side grew.",
)  # fmt: skip
"""Tried where somebody speaks of a swing; no claim names it."""
