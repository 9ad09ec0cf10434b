"""Votes of somebody over counties and precincts: parts are added up, a total that is given is never added to its parts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from importers.formats.csv_rows import Line
from importers.formats.openelections_words import is_total
from importers.results.figures import measured
from importers.results.result import Doubt

COUNTIES = ("county", "parish", "jurisdiction")
PLACES = ("municipality", "town", "city", "ward", "precinct")
MOST = 10_000_000_000

Number = int | float


class Spot(NamedTuple):
    """Where a row's votes were cast: a county and a place in it; whether they are a total of the county or of everything."""

    county: str
    place: str
    of_county: bool = False
    of_all: bool = False


def spot(line: Line, *, placed: bool) -> Spot:
    """The place of a row; where a file is `placed`, by town or precinct, a row of a county alone is a total of it."""
    county = next((text for name in COUNTIES if (text := line.get(name))), "")
    places = [text for name in PLACES if (text := line.get(name))]
    total = any(map(is_total, places)) or (placed and not places)
    everywhere = is_total(county) or (total and not county)
    return Spot(county, ", ".join(places), total and not everywhere, everywhere)


@dataclass
class Tally:
    """The votes of one name in one contest; `first` is the place of its first row."""

    first: str
    rows: int = 0
    parties: dict[str, None] = field(default_factory=dict)
    winner: str = ""
    parts: dict[str, Number] = field(default_factory=dict)
    totals: dict[str, Number] = field(default_factory=dict)
    whole: Number | None = None
    spots: set[Spot] = field(default_factory=set)
    twice: str = ""
    unread: Doubt | None = None

    def add(self, line: Line, where: Spot, votes: str) -> None:
        """Take in a row; a blank is nought in a part and says nothing in a total."""
        self.rows += 1
        value, problem = measured(votes, "votes")
        if problem:
            self.unread = self.unread or (line.place, problem)
        elif where.of_all or where.of_county:
            self._take_total(where, value)
        elif value is not None or votes == "":
            if where in self.spots:
                self.twice = self.twice or line.place
            self.spots.add(where)
            if value is not None:
                self.parts[where.county] = self.parts.get(where.county, 0) + value

    def _take_total(self, where: Spot, value: Number | None) -> None:
        if value is None:
            return
        if where.of_all:
            self.whole = value
        else:
            self.totals[where.county] = value

    @property
    def is_sum(self) -> bool:
        """Whether the votes are parts that were added up here."""
        return self.whole is None and len(self.spots) + len(self.totals) > 1

    def votes(self) -> Number | None:
        """The votes: the total of all, else totals of counties and the parts of the others; None where a row was unreadable."""
        if self.unread or not (self.parts or self.totals or self.whole is not None):
            return None
        sums = {**self.parts, **self.totals}
        votes = sum(sums.values()) if self.whole is None else self.whole
        return votes if votes <= MOST else None

    def origin(self) -> str:
        """The place of the first row and how many more there are."""
        return self.first if self.rows == 1 else f"{self.first} and {self.rows - 1:,} more"

    def doubts(self, name: str) -> Iterator[Doubt]:
        """Rows that could not be read, that come twice, and totals that their parts do not add up to."""
        if self.unread:
            place, problem = self.unread
            yield place, f"{problem} The votes of {name} were not added up."
        if self.twice:
            yield (
                self.twice,
                f"Found a second row for {name} in the same place, expected one; both were added.",
            )
        for county, total in self.totals.items():
            parts = self.parts.get(county)
            if parts is not None and parts != total:
                yield self.first, _differs(name, f" in {county}", total, parts)
                return
        sums = {**self.parts, **self.totals}
        if self.whole is not None and sums and sum(sums.values()) != self.whole:
            yield self.first, _differs(name, "", self.whole, sum(sums.values()))


def _differs(name: str, where: str, total: Number, parts: Number) -> str:
    return f"Found a total of {total:,} votes for {name}{where}, expected the {parts:,} of its parts; the total was taken."
