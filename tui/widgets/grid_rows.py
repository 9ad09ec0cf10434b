"""The rows that a grid holds: all of them, or a few windows of a list too long to hold."""

from __future__ import annotations

from collections.abc import Sequence

from db.view import Row

CHUNK = 64
"""Rows asked for at a time: a screen and a bit, since what is asked for is waited for."""

KEPT = 128
"""Chunks held at most: some eight thousand rows, whatever the length of the list."""


class Rows:
    """Rows by position.  What is not held is None, and can be asked for."""

    def __init__(self, rows: Sequence[Row], total: int, first: int = 0) -> None:
        self.total = total
        self.whole = len(rows) >= total
        """Whether every row is held, so that nothing need ever be asked for."""
        self._all = tuple(rows) if self.whole else ()
        self._chunks: dict[int, list[Row | None]] = {}
        if not self.whole:
            self.add(rows, first, total)

    def at(self, position: int) -> Row | None:
        """The row at a position, if it is held."""
        if self.whole:
            return self._all[position] if 0 <= position < len(self._all) else None
        chunk = self._chunks.get(position // CHUNK)
        return chunk[position % CHUNK] if chunk is not None and position >= 0 else None

    def add(self, rows: Sequence[Row], first: int, total: int) -> None:
        """Hold one more window, and let go of the chunks used longest ago.

        Args:
            rows: neighbours in the order of the list.
            first: position of the first of them, from 0.
            total: length of the list as it is known now; a count can be completed after the first rows are shown.
        """
        self.total = total
        for position, row in enumerate(rows, first):
            number, place = divmod(position, CHUNK)
            chunk = self._chunks.pop(number, None) or [None] * CHUNK
            chunk[place] = row
            self._chunks[number] = chunk
        while len(self._chunks) > KEPT:
            del self._chunks[next(iter(self._chunks))]

    def missing(self, first: int, last: int) -> tuple[int, int] | None:
        """What to ask for so that `first` up to but not including `last` can be shown: position and number, in whole chunks."""
        if self.whole:
            return None
        first, last = max(0, first), min(last, self.total)
        wanted = [
            number for number in range(first // CHUNK, -(-last // CHUNK)) if self._lacks(number, first, last)
        ]
        if not wanted:
            return None
        return wanted[0] * CHUNK, (wanted[-1] - wanted[0] + 1) * CHUNK

    def where(self, key: str) -> int | None:
        """The position of the row of a key, among those held."""
        if self.whole:
            return next((position for position, row in enumerate(self._all) if row.key == key), None)
        for number, chunk in self._chunks.items():
            for place, row in enumerate(chunk):
                if row is not None and row.key == key:
                    return number * CHUNK + place
        return None

    @property
    def held(self) -> int:
        """How many chunks are held."""
        return len(self._chunks)

    def _lacks(self, number: int, first: int, last: int) -> bool:
        chunk = self._chunks.pop(number, None)
        if chunk is None:
            return True
        self._chunks[number] = chunk  # used just now: the last to be let go
        start = max(first - number * CHUNK, 0)
        return None in chunk[start : min(last - number * CHUNK, CHUNK)]
