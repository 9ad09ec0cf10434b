"""Reads the research from which the packaged record was made, where it stands beside this repository."""

from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

from .tables import Row, keyed, rows_of

RESEARCH = Path(__file__).parents[2].parent / "shared" / "record"
ACCOUNTS = Path(__file__).parent / "accounts.csv"
FILES = sorted((path.parent.name, path.name) for path in RESEARCH.glob("*/*.csv"))
FOLDERS = sorted({folder for folder, _ in FILES})
MAIN_TABLE = {"sections.csv": "rules", "aliases.csv": "faction_aliases", "snapshots.csv": "division_votes"}
MAIN_TABLE |= {"balances.csv": "divisions"}
NEEDS_RESEARCH = pytest.mark.skipif(not FILES, reason="the research is not beside this repository")


@cache
def accounts() -> dict[tuple[str, str, int], list[Row]]:
    """Where each row of the research went."""
    found: dict[tuple[str, str, int], list[Row]] = defaultdict(list)
    for row in rows_of(ACCOUNTS):
        found[row["folder"], row["file"], int(row["line"])].append(row)
    return found


def researched(folder: str, file: str) -> list[tuple[int, Row]]:
    """The rows of one researched file with their line numbers."""
    return list(enumerate(rows_of(RESEARCH / folder / file), start=2))


def stored(folder: str, file: str, line: int) -> tuple[str, str, Row]:
    """The table, key and row in which a researched row is kept first of all."""
    main = MAIN_TABLE.get(file, file.removesuffix(".csv"))
    account = next(row for row in accounts()[folder, file, line] if row["stored_table"] == main)
    return main, account["stored_row"], keyed(main)[account["stored_row"]]
