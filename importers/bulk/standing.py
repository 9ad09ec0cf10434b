"""What a row says of one who stands: everything but the contest."""

from __future__ import annotations

from typing import NamedTuple

from importers.bulk.factions import Labels
from importers.bulk.figures import SHOWN, BadCell, Remembered, number, outcome, seated, stated_gender
from importers.bulk.headings import Layout
from importers.bulk.names import Named, named, named_in_two
from importers.results.text import clean

LONGEST = 200


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
        self.name, self.surname, self.forenames = map(layout.at, ("name", "surname", "forenames"))
        self.in_two = self.surname >= 0 and self.forenames >= 0
        self.number, self.votes, self.share, self.rank = map(layout.at, ("number", "votes", "share", "rank"))
        self.elected, self.sitting, self.faction, self.gender = map(
            layout.at, ("elected", "sitting", "faction", "gender")
        )
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
        name = self._in_two(fields) if self.in_two else named(fields[self.name])
        if name is None:
            found = clean(fields[self.surname if self.in_two else self.name][:LONGEST])[:SHOWN]
            raise BadCell(f"Found {found!r}, expected the name of a person.")
        rank = fields[self.rank]
        share = fields[self.share]
        place = number(rank, "rank") if rank else None
        return Standing(
            line,
            name,
            fields[self.number].strip(),
            self.genders[fields[self.gender]],
            number(fields[self.votes], "votes"),
            number(share, "share") if share else None,
            None if place is None else int(place),
            self.outcomes[fields[self.elected]],
            self.seated[fields[self.sitting]],
            *self._faction(fields[self.faction]),
        )  # fmt: skip

    def _in_two(self, fields: list[str]) -> Named | None:
        return named_in_two(fields[self.forenames], fields[self.surname])

    def _faction(self, cell: str) -> tuple[int | None, str | None]:
        meant = self.labels.meant.get(cell)
        if meant is not None:
            return meant
        if len(cell) > LONGEST:
            raise BadCell(
                f"Found {clean(cell[:SHOWN])!r} and more, expected a label of at most {LONGEST} signs."
            )
        return self.labels.of(cell)
