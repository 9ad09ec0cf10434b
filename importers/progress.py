"""How far a long import is, and how it is stopped."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done and of how many; raises `Cancelled` to stop it."""

OPERATIONS = 20_000
"""Steps of the database's own machine after which a long statement asks whether it is to go on."""


class Cancelled(Exception):
    """Whoever wanted it wants it no more."""


def untold(words: str, done: int, total: int) -> None:
    """Tells nobody."""


class Watch:
    """Tells how much is stored, and stops long statements for whoever wants them no more."""

    def __init__(self, progress: Progress, total: int = 0) -> None:
        """Nothing is stored yet.

        Args:
            progress: told how much is stored.
            total: how many there are to store, as far as known.
        """
        self.progress, self.done, self.total = progress, 0, total

    def one_more(self) -> None:
        """One more is stored."""
        self.tell(min(self.done + 1, self.total), self.total)

    def tell(self, done: int, total: int) -> None:
        """So many are stored."""
        self.done, self.total = done, total
        self.progress("Storing", done, total)

    def stopped(self) -> bool:
        """Whether it is to stop."""
        try:
            self.tell(self.done, self.total)
        except Cancelled:
            return True
        return False

    @contextmanager
    def watching(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Ask now and then, while statements run, whether to go on.

        Raises:
            Cancelled: it is not to go on.
        """
        asked: list[bool] = []

        def stopped() -> bool:
            if self.stopped():
                asked.append(True)
            return bool(asked)

        connection.set_progress_handler(stopped, OPERATIONS)
        try:
            yield
        except sqlite3.OperationalError:
            if asked:
                raise Cancelled from None
            raise
