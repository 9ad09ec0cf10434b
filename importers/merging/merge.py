"""Planning a merge, and doing it."""

from __future__ import annotations

import hashlib
import sqlite3
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from db.ledger import Ledger
from importers.folder import read
from importers.merging.merging import Merging
from importers.merging.step import Step
from importers.merging.writer import Runs, Sketch
from importers.review.proposal import CHANGED, CONFLICT, NEW, SAME


class Counts(NamedTuple):
    """How many rows of a folder, by file and by what became of them."""

    rows: Counter[tuple[str, str]]
    """By name of the file and kind of the step."""

    def count(self, kind: str) -> int:
        """How many rows are of a kind, of all files."""
        return sum(number for (_, one), number in self.rows.items() if one == kind)

    @property
    def changes(self) -> bool:
        """Whether anything is not on record as the folder has it."""
        return any(self.count(kind) for kind in (NEW, CHANGED, CONFLICT))

    @property
    def words(self) -> str:
        """A summary in a line."""
        told = ((NEW, "new"), (CHANGED, "filled"), (CONFLICT, "in conflict"), (SAME, "the same"))
        parts = [f"{self.count(kind):,} {word}" for kind, word in told if self.count(kind)]
        return f"{', '.join(parts) or 'no'} rows"


def counted(steps: Iterator[Step]) -> Counts:
    """The counts of steps."""
    return Counts(Counter((step.file, step.kind) for step in steps))


def plan(connection: sqlite3.Connection, folder: Path) -> Iterator[Step]:
    """What a merge would do, row by row in the order of the files; nothing is written.

    Args:
        connection: to the database; reading is enough.
        folder: of CSV files; what its rows refer to may be in it or on record.

    Raises:
        BadRecord: the folder cannot be taken, with file, line, what was found and what was expected.
    """
    merging = Merging(connection, Sketch(), folder.resolve().name)
    for placed in read(folder):
        yield merging.take(placed)


def merge(ledger: Ledger, folder: Path) -> Counts:
    """Take a folder into the record.

    A row whose key is on record fills what is blank there; where it says something else, both values are kept, the record's
    shown.  Rows without a key are the same when they are equal in all fields.

    Args:
        ledger: of the import, which is one transaction: nothing is kept when this fails.
        folder: of CSV files.

    Raises:
        BadRecord: as for `plan`.
    """
    runs = Runs(ledger)
    merging = Merging(ledger.connection, runs, folder.resolve().name)
    counts = counted(merging.take(placed) for placed in read(folder))
    runs.tell()
    return counts


def digest(folder: Path) -> str:
    """SHA-256 over the names and the bytes of a folder's CSV files."""
    whole = hashlib.sha256()
    for path in sorted(folder.glob("*.csv")):
        whole.update(f"{path.name}\n".encode())
        whole.update(hashlib.sha256(path.read_bytes()).digest())
    return whole.hexdigest()
