"""How the formats made for programs name the columns of a row in which sources state something else."""

from __future__ import annotations

from collections.abc import Sequence

from db.view import Column, Row

DISPUTED = "disputed"
"""Name of what is added to each row."""


def marks_apart(columns: Sequence[Column]) -> bool:
    """Whether it is added: not to tables with a column of that name, which says itself what else is stated."""
    return all(column.key != DISPUTED for column in columns)


def disputed_keys(columns: Sequence[Column], row: Row) -> list[str]:
    """The keys of the disputed columns, in the order of the table."""
    return [column.key for column in columns if column.key in row.disputed]
