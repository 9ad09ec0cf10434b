"""What commands have in common that write to a record: a connection for it, and how they say what was done."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sqlite3 import Connection


@contextmanager
def writing(db: str | None) -> Iterator[Connection]:
    """A connection for writing to a database; to one's own where none is named."""
    from db import ledger
    from tui.commands.opening import database

    with closing(ledger.writable(database(db))) as connection:
        yield connection


def done(words: str, number: int | None) -> None:
    """Say what was done, and how it is taken back; without a number nothing was."""
    from tui.commands.telling import report

    if number is None:
        report(f"{words}.")
        return
    report(f"{words} (import {number}; `slatewatch undo {number}` takes it back).")
