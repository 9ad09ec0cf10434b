"""Rows of preferences as ballot papers, read as what they are, and what is doubtful about that."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from importers.documents.document import ROWS, BadFile
from importers.formats.ballot_result import PAPERS
from importers.formats.preferences.orders import (
    Meaning,
    Row,
    by_order,
    by_ranks,
    is_order,
    is_ranks,
    meaning,
)
from importers.results.ballots import Order, Weight, papers
from importers.results.result import Doubt, Papers
from importers.results.telling import few

WORDS: Final = {
    Meaning.ORDER: "candidates in their order of preference",
    Meaning.RANKS: "the rank of each candidate",
}


class Read(NamedTuple):
    """The papers, whether their meaning is certain, and doubts."""

    papers: tuple[Papers, ...]
    certain: bool
    doubts: tuple[Doubt, ...]


def read(name: str, rows: Sequence[Row], candidates: int, usual: Meaning) -> Read:
    """The papers of rows.

    Args:
        name: of the file.
        rows: as they stand there.
        candidates: how many stood.
        usual: what the numbers are in files of this kind, for rows that do not tell.

    Raises:
        BadFile: a number is neither a candidate nor a rank, or there are more different orders than are taken.
    """
    for row in rows:
        _check(name, row, candidates)
    found = meaning(rows, candidates)
    used = found if found in WORDS else usual
    orders: dict[Order, Weight] = {}
    for row in rows:
        if used is Meaning.RANKS and len(row.marks) != candidates:
            raise BadFile(
                f"{name}, line {row.line}: found {len(row.marks)} ranks, expected {candidates}, one for each candidate."
            )
        order = by_ranks(row.marks) if used is Meaning.RANKS else by_order(row.marks)
        orders[order] = orders.get(order, 0) + row.papers
    if len(orders) > ROWS:
        raise BadFile(f"{name}: found {len(orders):,} orders of preference, expected at most {ROWS:,}.")
    certain = found in (usual, Meaning.SAME)
    return Read(papers(orders), certain, tuple(_doubts(rows, candidates, found, usual)))


def _check(name: str, row: Row, candidates: int) -> None:
    worst = max(row.marks, default=0)
    if worst > candidates or len(row.marks) > candidates + 1:
        found = str(worst) if worst > candidates else f"{len(row.marks)} preferences"
        raise BadFile(
            f"{name}, line {row.line}: found {found[:40]}, expected candidates or ranks from 1 to {candidates}."
        )
    if not 0 < row.papers <= PAPERS:
        raise BadFile(
            f"{name}, line {row.line}: found {str(row.papers)[:40]} papers, expected from 1 to {PAPERS:,}."
        )


def _doubts(rows: Sequence[Row], candidates: int, found: Meaning, usual: Meaning) -> Iterator[Doubt]:
    if not rows:
        return
    place = f"lines {rows[0].line} to {rows[-1].line}"
    if found is Meaning.EITHER:
        yield (
            place,
            f"Found numbers that can be candidates in their order as well as ranks of candidates; read as {WORDS[usual]}, "
            "as is usual in such files. Expected rows that tell, or somebody who knows.",
        )
    elif found in WORDS and found is not usual:
        yield place, f"Found {WORDS[found]}, expected {WORDS[usual]}; read as what was found."
    elif found is Meaning.NEITHER:
        fits = is_ranks if usual is Meaning.RANKS else is_order
        yield from few(
            (f"line {row.line}", f"Found numbers that are not {WORDS[usual]} each once, expected these.")
            for row in rows
            if not fits(row.marks, candidates)
        )
