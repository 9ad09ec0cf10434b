"""Many ids in one query: so many at a time as any SQLite takes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

from db.view import Fact

Id = TypeVar("Id", int, str, Fact)

MOST = 500
"""Far below the 999 values that may be bound at the least: <https://www.sqlite.org/limits.html>."""


def in_parts(ids: Iterable[Id]) -> Iterator[list[Id]]:
    """The ids in their order, so many at a time; nothing for none."""
    every = list(ids)
    return (every[start : start + MOST] for start in range(0, len(every), MOST))


def marks(number: int) -> str:
    """What stands for so many values in a query: `?,?,?`."""
    return ",".join("?" * number)
