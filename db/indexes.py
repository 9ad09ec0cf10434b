"""Indexes set aside while very many rows are written or deleted: made anew afterwards they cost half as much."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager

FEW = 5_000
"""Rows for which indexes always stay."""

PART = 0.3
"""The part of a table's rows from which on making its indexes anew is quicker than keeping them up."""

SORTING = {"threads": 1, "cache_size": -2_000}
"""Threads of the sorter beside this one, and kilobytes (negative) of a piece that it sorts."""

INDEXES = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND sql IS NOT NULL AND tbl_name = ?"


@contextmanager
def set_aside(connection: sqlite3.Connection, tables: Iterable[str], rows: int) -> Iterator[bool]:
    """Drop the indexes of tables until the end of the block, inside the transaction that is open, where that pays.

    Args:
        connection: with an open transaction, which brings back the indexes too if it is rolled back.
        tables: whose indexes are meant; those that see to uniqueness stay.
        rows: how many are about to be written or deleted in each of them.

    Yields:
        Whether any index was set aside.
    """
    dropped = [
        index
        for table in tables
        if _pays(connection, table, rows)
        for index in connection.execute(INDEXES, [table]).fetchall()
    ]
    for name, _ in dropped:
        connection.execute(f'DROP INDEX "{name}"')
    yield bool(dropped)
    if dropped:
        with _sorting(connection):
            for _, sql in dropped:
                connection.execute(sql)


@contextmanager
def _sorting(connection: sqlite3.Connection) -> Iterator[None]:
    """Small pieces to sort, and a thread that sorts one while the rows of the next are read: a tenth less time."""
    before = [(name, connection.execute(f"PRAGMA {name}").fetchone()[0]) for name in SORTING]
    for name, value in SORTING.items():
        connection.execute(f"PRAGMA {name} = {value}")
    try:
        yield
    finally:
        for name, value in before:
            connection.execute(f"PRAGMA {name} = {value}")


def _pays(connection: sqlite3.Connection, table: str, rows: int) -> bool:
    """Whether it does; never where rows of a table refer to each other, and so are looked up when one goes."""
    if rows < FEW:
        return False
    referred = connection.execute('SELECT "table" FROM pragma_foreign_key_list(?)', [table]).fetchall()
    if (table,) in referred:
        return False
    (stored,) = connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()
    return bool(rows >= PART * stored)
