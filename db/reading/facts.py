"""Rows of the record by their names, as the rows of answers rest on them.

The nearest comes first: what a cell shows is that of the first row of its table.  What is counted stands together, before
what it is held against.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from itertools import chain, islice, repeat

from db.view import Fact

MOST = 200
"""So many rows of the record an aggregate names at the most: beyond them nobody looks one by one."""


def facts(table: str, ids: Iterable[int | None]) -> tuple[Fact, ...]:
    """Rows of one table; None and 0, which stand for no row, name none."""
    return tuple(Fact(table, one) for one in ids if one)


def listed(table: str, ids: str | None) -> tuple[Fact, ...]:
    """Rows of one table by their ids as `group_concat` joins them, in whatever order: the lowest, `MOST` at the most."""
    return tuple(map(Fact, repeat(table), sorted(map(int, ids.split(",")))[:MOST])) if ids else ()


def together(*several: Iterable[Fact]) -> tuple[Fact, ...]:
    """Rows of the record in the order given, none twice, `MOST` at the most."""
    return tuple(islice(dict.fromkeys(chain.from_iterable(several)), MOST))


def by_table(rows: Iterable[Fact]) -> dict[str, list[int]]:
    """The ids of rows by their tables, none twice, in the order given: a query reads those of one table."""
    ids: dict[str, list[int]] = defaultdict(list)
    for fact in dict.fromkeys(rows):
        ids[fact.table].append(fact.id)
    return ids
