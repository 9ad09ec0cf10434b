"""How far a long import is, and how it is stopped."""

from __future__ import annotations

from collections.abc import Callable

Progress = Callable[[str, int, int], None]
"""Told what is being done, how much of it is done and of how many; raises `Cancelled` to stop it."""

OPERATIONS = 20_000
"""Steps of the database's own machine after which a long statement asks whether it is to go on."""


class Cancelled(Exception):
    """Whoever wanted it wants it no more."""


def untold(words: str, done: int, total: int) -> None:
    """Tells nobody."""
