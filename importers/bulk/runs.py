"""The rows of a table gathered into runs, each of one contest.

Rows are read by the block, column by column.  Where anything in a block is unusual it is read again in two halves, and so on
down to the one row that is meant: so that a row is told of as if each had been read by itself, in its place and order.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Final

from importers.bulk.contests import FIELDS, Contest, Contests, Told
from importers.bulk.figures import BadCell
from importers.bulk.headings import Layout
from importers.bulk.report import Doubts
from importers.bulk.standing import Reader, Standings
from importers.bulk.table import Table, blocks

LONGEST: Final = 5_000
"""Rows of one contest that are held at once."""

Cells = tuple[str, ...]
Found = tuple[Contest, Told]
Piece = tuple[Cells, Found, Standings]


class _Ragged(BadCell):
    """A row of another width than the headings, of which no cell can be told."""


class Runs:
    """Reads a table and hands over run after run."""

    def __init__(
        self,
        table: Table,
        layout: Layout,
        contests: Contests,
        reader: Reader,
        doubts: Doubts,
        write: Callable[[Contest, Told, Standings], None],
    ) -> None:
        self.table, self.contests, self.reader, self.doubts, self.write = (
            table,
            contests,
            reader,
            doubts,
            write,
        )
        self.width = len(table.header)
        self.cells_of = itemgetter(*map(layout.at, FIELDS))
        self.telling = [at for at in map(layout.at, FIELDS) if at >= 0] or [0]
        self.last: Cells | None = None
        self.contest: Found | None = None
        self.run: Standings | None = None

    def read(self, step: int) -> Iterator[int]:
        """Read all rows, so many at a time; gives how many are done after each time."""
        done = 0
        for lines, fields in blocks(self.table, step):
            self._take(lines, fields)
            done += len(lines)
            if len(lines) == step:
                yield done
        self._end()

    def _take(self, lines: Sequence[int], block: Sequence[list[str]]) -> None:
        """Take rows together, or where that cannot be each half by itself."""
        try:
            pieces = self._pieces(lines, block)
        except BadCell as slip:
            half = len(block) // 2
            if half:
                self._take(lines[:half], block[:half])
                self._take(lines[half:], block[half:])
            else:
                self._leave(lines[0], block[0], slip)
            return
        for piece in pieces:
            self._add(*piece)

    def _pieces(self, lines: Sequence[int], block: Sequence[list[str]]) -> list[Piece]:
        """What rows say, cut where the contest is another.

        Raises:
            BadCell: one of them is bad.
        """
        _fit(block, self.width)
        columns = tuple(zip(*block, strict=True))
        contests, at = [], 0
        for _, same in groupby(zip(*(columns[one] for one in self.telling), strict=True)):
            cells = self.cells_of([*block[at], ""])
            contests.append((cells, self.contests.of(cells), at))
            at += len(list(same))
        standing = self.reader.read(lines, columns)
        ends = [*(first for _, _, first in contests[1:]), at]
        return [
            (cells, contest, standing.part(first, end))
            for (cells, contest, first), end in zip(contests, ends, strict=True)
        ]

    def _add(self, cells: Cells, contest: Found, standing: Standings) -> None:
        if cells != self.last or self.contest is None:
            self._begin(cells, contest)
        if self.run is not None:
            standing = self.run.and_then(standing)
        while len(standing.line) > LONGEST:
            self.write(*contest, standing.part(0, LONGEST))
            standing = standing.part(LONGEST, len(standing.line))
        self.run = standing

    def _begin(self, cells: Cells, contest: Found | None) -> None:
        self._end()
        self.last, self.contest = cells, contest

    def _end(self) -> None:
        """Hand over the run, if there is one."""
        if self.contest is not None and self.run is not None:
            self.write(*self.contest, self.run)
        self.run = None

    def _leave(self, line: int, fields: list[str], slip: BadCell) -> None:
        """Tell of a row that is bad; where it is of another contest than the rows before, it ends their run."""
        if not isinstance(slip, _Ragged):
            cells = self.cells_of([*fields, ""])
            if cells != self.last:
                self._begin(cells, None)
        self.doubts.row(f"line {line}", str(slip))


def _fit(block: Sequence[list[str]], width: int) -> None:
    """Take empty cells beyond the headings off.

    Raises:
        _Ragged: a row has more than those, or less than all.
    """
    if {*map(len, block)} == {width}:
        return
    for fields in block:
        if not any(fields[width:]):
            del fields[width:]
        if len(fields) != width:
            raise _Ragged(f"Found {len(fields)} fields, expected the {width} of the headings.")
