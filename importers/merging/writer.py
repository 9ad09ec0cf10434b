"""Where merged rows go: through the ledger of an import, or nowhere while it is only asked what would happen."""

from __future__ import annotations

from typing import Any, Protocol

from db.ledger import Ledger

Values = dict[str, Any]


class Writer(Protocol):
    """What takes rows."""

    def insert(self, table: str, values: Values) -> int:
        """Write a new row and give its id."""

    def update(self, table: str, row: int, values: Values) -> None:
        """Change a row."""


class Sketch:
    """Takes rows and writes none; their ids are negative, so that they are nobody's."""

    def __init__(self) -> None:
        self.last = 0

    def insert(self, table: str, values: Values) -> int:
        """Give the next number."""
        self.last -= 1
        return self.last

    def update(self, table: str, row: int, values: Values) -> None:
        """Change nothing."""


class Runs:
    """Writes through a ledger; new rows are told to it in runs of ids, when all are written."""

    def __init__(self, ledger: Ledger) -> None:
        self.ledger = ledger
        self.runs: list[tuple[str, int, int]] = []
        self.open: dict[str, tuple[int, int]] = {}
        """By table, the first and the last id of the run that goes on."""
        self.statements: dict[tuple[str, ...], str] = {}

    def insert(self, table: str, values: Values) -> int:
        """Write a new row and give its id."""
        kind = (table, *values)
        if kind not in self.statements:
            names = ", ".join(f'"{name}"' for name in values)
            marks = ", ".join("?" * len(values))
            self.statements[kind] = f'INSERT INTO "{table}" ({names}) VALUES ({marks})'
        cursor = self.ledger.connection.execute(self.statements[kind], list(values.values()))
        made = int(cursor.lastrowid or 0)
        first, last = self.open.get(table, (made, made - 1))
        if made != last + 1:
            self.runs.append((table, first, last))
            first = made
        self.open[table] = (first, made)
        return made

    def update(self, table: str, row: int, values: Values) -> None:
        """Change a row on record."""
        self.ledger.update(table, row, values)

    def tell(self) -> None:
        """Tell the ledger of all new rows."""
        for table, first, last in (*self.runs, *((name, *run) for name, run in self.open.items())):
            self.ledger.made(table, first, last)
        self.runs, self.open = [], {}
