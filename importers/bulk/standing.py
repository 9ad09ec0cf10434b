"""What rows say of those who stand: everything but the contest.  Rows are read by the block, column by column."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from operator import add
from typing import Any, Final, NamedTuple

from importers.bulk.factions import Labels
from importers.bulk.figures import SHOWN, BadCell, Remembered, number, outcome, seated, stated_gender
from importers.bulk.headings import Layout
from importers.bulk.names import Named, named, named_in_two
from importers.results.text import clean

LONGEST = 200
MOST_DIGITS: Final = 18
MANY: Final = 20_000
"""Cells of a column of many different ones that are remembered."""

new = tuple.__new__  # of a named tuple, past the function that puts names to its values: in half the time


class Standing(NamedTuple):
    """One candidacy as its row has it."""

    line: int
    name: Named
    number: int | str
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


made = partial(new, Standing)


class Standings(NamedTuple):
    """Several candidacies, column by column, as their rows have them: so they are read and written, in half the time."""

    line: list[int]
    name: list[Named]
    number: list[int | str]
    gender: list[str | None]
    votes: list[float | int | None]
    share: list[float | int | None]
    rank: list[int | None]
    outcome: list[str]
    sitting: list[int | None]
    slate: list[int | None]
    label: list[str | None]

    @classmethod
    def of(cls, rows: Iterable[Standing]) -> Standings:
        """Those of some rows, at least one."""
        return cls._make(map(list, zip(*rows, strict=True)))

    def rows(self) -> Iterator[Standing]:
        """One by one."""
        return map(made, zip(*self, strict=True))

    def part(self, first: int, last: int) -> Standings:
        """Those from one place to before another."""
        return Standings._make([column[first:last] for column in self])

    def and_then(self, others: Standings) -> Standings:
        """These with others behind them."""
        return Standings._make(map(add, self, others))

    def without(self, places: Iterable[int]) -> Standings:
        """All but some."""
        left = sorted({*range(len(self.line))} - {*places})
        return Standings._make([column[at] for at in left] for column in self)


class Reader:
    """Reads rows of one layout, each kind of cell in one way."""

    def __init__(self, layout: Layout, labels: Labels) -> None:
        self.surname, self.forenames = map(layout.at, ("surname", "forenames"))
        self.in_two = self.surname >= 0 and self.forenames >= 0
        columns: dict[str, Callable[[Sequence[str]], list[Any]]] = {
            "name": Remembered(_named, MANY).column,
            "number": _numbers,
            "rank": Remembered(_rank).column,
            "gender": Remembered(stated_gender).column,
            "votes": Remembered(partial(number, role="votes"), MANY).column,
            "share": Remembered(partial(number, role="share"), MANY).column,
            "elected": Remembered(outcome).column,
            "sitting": Remembered(seated).column,
            "faction": Remembered(labels.of).column,
        }
        self.columns = {field: (layout.at(field), read) for field, read in columns.items()}

    def read(self, lines: Sequence[int], columns: Sequence[Sequence[str]]) -> Standings:
        """Rows of one width.

        Args:
            lines: where each begins.
            columns: their cells.

        Raises:
            BadCell: a cell is not what its column holds; of several in a row the first in the order below is told.
        """
        named = self._in_two(columns) if self.in_two else self._column("name", columns)
        rank, gender, votes, share, elected, sitting, faction = (
            self._column(field, columns)
            for field in ("rank", "gender", "votes", "share", "elected", "sitting", "faction")
        )
        numbers = self._column("number", columns)
        slate, label = map(list, zip(*faction, strict=True))
        return Standings(
            list(lines), named, numbers, gender, votes, share, rank, elected, sitting, slate, label
        )

    def _column(self, field: str, columns: Sequence[Sequence[str]]) -> list[Any]:
        """What the cells of a column say."""
        at, read = self.columns[field]
        return read([""]) * len(columns[0]) if at < 0 else read(columns[at])

    def _in_two(self, columns: Sequence[Sequence[str]]) -> list[Named]:
        return list(map(_named_in_two, columns[self.forenames], columns[self.surname]))


def _named(cell: str) -> Named:
    """The name of a cell.

    Raises:
        BadCell: it holds none.
    """
    return _found(named(cell), cell)


def _named_in_two(forenames: str, surname: str) -> Named:
    return _found(named_in_two(forenames, surname), surname)


def _found(name: Named | None, cell: str) -> Named:
    if name is None:
        raise BadCell(f"Found {clean(cell[:LONGEST])[:SHOWN]!r}, expected the name of a person.")
    return name


def _numbers(cells: Sequence[str]) -> list[int | str]:
    """Numbers of persons: those that are printed as numbers always are take less memory as such."""
    return [
        int(cell)
        if cell.isdigit() and cell.isascii() and cell[0] != "0" and len(cell) < MOST_DIGITS
        else cell.strip()
        for cell in cells
    ]


def _rank(cell: str) -> int | None:
    place = number(cell, "rank")
    return None if place is None else int(place)
