"""What a row says of one who stands: everything but the contest."""

from __future__ import annotations

from operator import itemgetter
from typing import Final, NamedTuple

from importers.bulk.factions import Labels, Meant
from importers.bulk.figures import SHOWN, BadCell, Remembered, number, outcome, seated, stated_gender
from importers.bulk.headings import Layout
from importers.bulk.names import Named, named, named_in_two
from importers.results.text import clean

LONGEST = 200
FIELDS: Final = ("name", "number", "gender", "votes", "share", "rank", "elected", "sitting", "faction")
"""Columns that tell of who stands, in this order."""

new = tuple.__new__  # of a named tuple, past the function that puts names to its values: in half the time


class Standing(NamedTuple):
    """One candidacy as its row has it."""

    line: int
    name: Named
    number: str
    """What the source calls the person; empty where it says nothing."""
    gender: str | None
    votes: float | int | None
    share: float | int | None
    rank: int | None
    outcome: str
    sitting: int | None
    slate: int | None
    label: str | None
    """The label where it is not the name of the faction."""


class Reader:
    """Reads rows of one layout."""

    def __init__(self, layout: Layout, labels: Labels) -> None:
        self.labels = labels
        self.surname, self.forenames = map(layout.at, ("surname", "forenames"))
        self.in_two = self.surname >= 0 and self.forenames >= 0
        self.cells = itemgetter(*map(layout.at, FIELDS))
        self.outcomes = Remembered(outcome)
        self.seated = Remembered(seated)
        self.genders = Remembered(stated_gender)

    def read(self, line: int, fields: list[str]) -> Standing:
        """The row.

        Args:
            line: where it begins.
            fields: its cells, and an empty one at the end for columns that the table does not have.

        Raises:
            BadCell: a cell is not what its column holds.
        """
        cell, own, gender, votes, share, rank, elected, sitting, faction = self.cells(fields)
        name = self._in_two(fields) if self.in_two else named(cell)
        if name is None:
            found = clean((fields[self.surname] if self.in_two else cell)[:LONGEST])[:SHOWN]
            raise BadCell(f"Found {found!r}, expected the name of a person.")
        place = number(rank, "rank") if rank else None
        standing = (
            line,
            name,
            own.strip(),
            self.genders[gender],
            number(votes, "votes"),
            number(share, "share") if share else None,
            None if place is None else int(place),
            self.outcomes[elected],
            self.seated[sitting],
            *(self.labels.meant.get(faction) or self._faction(faction)),
        )
        return new(Standing, standing)

    def _in_two(self, fields: list[str]) -> Named | None:
        return named_in_two(fields[self.forenames], fields[self.surname])

    def _faction(self, cell: str) -> Meant:
        """What a label means that was not met yet."""
        if len(cell) > LONGEST:
            raise BadCell(
                f"Found {clean(cell[:SHOWN])!r} and more, expected a label of at most {LONGEST} signs."
            )
        return self.labels.of(cell)
