"""A contest that is on record beside the rows of a table: the same, gaps that are filled, values that differ, newcomers."""

from __future__ import annotations

from typing import Any, Final

from db.ledger import Ledger
from importers.bulk.batches import Batches
from importers.bulk.standing import Standing
from importers.review.comparing import UNKNOWN, equal, in_files

COMPARED: Final = ("votes", "published_share", "rank", "sitting", "slate_id", "outcome")
NEW, SAME, CHANGED, CONFLICT = "new", "same", "changed", "conflict"


class Comparing:
    """Compares row by row and writes what a row adds."""

    def __init__(self, ledger: Ledger, batches: Batches) -> None:
        self.ledger, self.batches, self.connection = ledger, batches, ledger.connection
        self.source = 0
        """Id of the source that is cited."""
        self._first_new = batches.first["candidacy"]
        self._met = bytearray(self._first_new // 8 + 1)

    def is_first(self, candidacy: int) -> bool:
        """Whether a candidacy that was on record is met for the first time; one that the table itself brought never is."""
        if candidacy >= self._first_new:
            return False
        at, bit = candidacy >> 3, 1 << (candidacy & 7)
        if self._met[at] & bit:
            return False
        self._met[at] |= bit
        return True

    def on_record(self, contest: int) -> dict[int, tuple[Any, ...]]:
        """The candidacies of a contest: by person the id and the values compared."""
        query = f"SELECT person_id, id, {', '.join(COMPARED)} FROM candidacy WHERE contest_id = ?"
        return {row[0]: row[1:] for row in self.connection.execute(query, [contest])}

    def compare(self, stored: tuple[Any, ...], row: Standing) -> str:
        """Complete what is on record by what a row says, and keep beside it what the row says otherwise."""
        said = (row.votes, row.share, row.rank, row.sitting, row.slate, row.outcome)
        number, *had = stored
        fills: dict[str, Any] = {}
        others: list[tuple[str, Any]] = []
        for field, old, new in zip(COMPARED, had, said, strict=True):
            if new in UNKNOWN or equal(old, new):
                continue
            if old in UNKNOWN:
                fills[field] = new
            else:
                others.append((field, new))
        kind = SAME
        if fills:
            self.batches.flush()
            self.ledger.update("candidacy", number, fills)
            self.cite("candidacy", number, row.line)
            kind = CHANGED
        if self.differ("candidacy", number, others, row.line):
            kind = CONFLICT
        return kind

    def differ(self, entity: str, number: int, others: list[tuple[str, Any]], line: int) -> bool:
        """Keep values beside those of the record; whether any of them was not kept yet."""
        if not others:
            return False
        self.batches.flush()
        new = False
        for field, value in others:
            name = field.removesuffix("_id").removeprefix("published_")
            words = in_files(self.connection, field, value)
            if not self._is_kept(entity, number, name, words):
                self.cite(entity, number, line, name, words)
                new = True
        return new

    def cite(
        self, entity: str, number: int, line: int, field: str | None = None, value: str | None = None
    ) -> None:
        """Say that a line supports a row, or gives another value of it."""
        chosen = None if field is None else 0
        self.batches.add("citation", self.source, entity, number, field, value, f"line {line}", chosen)

    def _is_kept(self, entity: str, number: int, field: str, value: str) -> bool:
        query = "SELECT 1 FROM citation WHERE entity = ? AND entity_id = ? AND field = ? AND value = ?"
        return self.connection.execute(query, [entity, number, field, value]).fetchone() is not None
