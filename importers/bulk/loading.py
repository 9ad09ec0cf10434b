"""Loading a large table: all of it in one transaction, or nothing."""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import Any, Final

from db.errors import Unusable
from db.indexes import set_aside
from db.keys import free_key
from db.ledger import Ledger, importing
from importers.bulk.apart import AT, Line, Pipes, pays, read_apart
from importers.bulk.batches import Batches
from importers.bulk.contests import Contests
from importers.bulk.factions import Labels
from importers.bulk.finishing import finish
from importers.bulk.headings import Layout
from importers.bulk.persons import Persons
from importers.bulk.planning import lacking, scheme_of, understood
from importers.bulk.report import BulkReport, Cancelled, Doubts, Given
from importers.bulk.runs import Runs
from importers.bulk.standing import Reader
from importers.bulk.table import Table, looked_through
from importers.bulk.writing import Writing
from importers.documents.document import BadFile
from importers.origin import Origin

STEP: Final = 1_000
"""Rows after which progress is told, and whether the user broke off is asked."""

BATCH: Final = 1_000
"""Candidacies that wait at the most: so few that what is sent to the other process always finds room in the pipe."""

CACHE: Final = 64_000
"""Kilobytes of pages in memory while loading."""

INSTRUCTIONS: Final = 1_000_000
"""Of SQLite, after which a long statement lets itself be interrupted."""


KEPT: Final = {
    "batches": ("next",),
    "persons": ("unnumbered",),
    "doubts": ("first", "rows", "remarks", "_example"),
    "writing": (
        "counts", "scattered", "unsettled", "completed", "later", "_first_line", "_last_line", "_elected", "_beaten",
    ),
}  # fmt: skip
"""What is to be known of the reading when all rows are read."""

Known = dict[str, list[Any]]


class _NothingNew(Exception):
    """The record has all of it already."""


def load(
    connection: sqlite3.Connection,
    path: Path,
    progress: Callable[[int, int], None] = lambda done, total: None,
    cancelled: Callable[[], bool] = lambda: False,
    given: Given = Given(),  # noqa: B008
    origin: Origin | None = None,
) -> BulkReport:
    """Store the candidacies of a table.

    Args:
        connection: to the record, made by `db.ledger.writable`.
        path: of the file.
        progress: is told how many rows are done, and of how many; the last call has both the same.
        cancelled: whether the user broke off.
        given: what the user says of all rows.
        origin: the file as it is to be cited.

    Raises:
        BadFile: it is no table of candidacies, or more than one row in ten is bad.
        Cancelled: the user broke off.
        Unusable: the database cannot be written.
    """
    table = looked_through(path)
    found = understood(table)
    if missing := lacking(found, given):
        words = " and ".join(missing)
        raise BadFile(f"{path.name}, line 1: found no column for the {words}, expected one, or to be told.")
    if not table.rows:
        raise BadFile(f"{path.name}, line 2: found no row below the headings, expected candidacies.")
    origin = origin or Origin(path.name, digest=table.digest)
    loading: _Loading | None = None
    try:
        with (
            _quickly(connection, path.name, cancelled),
            importing(connection, path.name, table.digest, "") as ledger,
        ):
            loading = _Loading(ledger, table, found, given, origin)
            loading.read(progress, cancelled)
            report = finish(loading.writing, ledger, table.rows, _check(cancelled))
            if report.number is None:
                raise _NothingNew
    except _NothingNew:
        pass
    progress(table.rows, table.rows)
    return report


def _check(cancelled: Callable[[], bool]) -> Callable[[], None]:
    def check() -> None:
        if cancelled():
            raise Cancelled("The import was broken off; nothing was stored.")

    return check


@contextmanager
def _quickly(connection: sqlite3.Connection, name: str, cancelled: Callable[[], bool]) -> Iterator[None]:
    """A larger cache, and long statements that can be broken off.

    Raises:
        Cancelled: the user broke off.
        Unusable: SQLite could not write.
    """
    (before,) = connection.execute("PRAGMA cache_size").fetchone()
    connection.execute(f"PRAGMA cache_size = -{CACHE}")
    connection.execute(
        "PRAGMA foreign_keys = OFF"
    )  # every id is given by us, and looking each up takes a tenth of the time
    connection.execute("PRAGMA ignore_check_constraints = ON")  # every word is one of ours
    connection.set_progress_handler(cancelled, INSTRUCTIONS)
    collecting = gc.isenabled()
    gc.disable()  # a million small values without a circle among them: looking for one takes a tenth of the time
    try:
        yield
    except sqlite3.Error as problem:
        _check(cancelled)()
        raise Unusable(f"{name} cannot be stored ({problem}); the database was left as it was.") from None
    finally:
        connection.set_progress_handler(None, 0)
        connection.execute(f"PRAGMA cache_size = {before}")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA ignore_check_constraints = OFF")
        if collecting:
            gc.enable()


class _Loading:
    """One table on its way."""

    def __init__(self, ledger: Ledger, table: Table, found: Layout, given: Given, origin: Origin) -> None:
        self.line, connection = Line.to(ledger.connection)
        self.ledger, self.table, self.layout = Ledger(connection, ledger.number), table, found
        title = origin.title or origin.name
        values = {"key": free_key(connection, "source", title), "publisher": origin.publisher, "title": title}
        source = self.ledger.insert("source", values | {"address": origin.address, "date": origin.date})
        self.batches = Batches(connection)
        scheme = scheme_of(found, given, table.path.name)
        vouched = bool(given.scheme) or found.scheme not in ("", "?")
        self.persons = Persons(self.batches, scheme, vouched=vouched)
        self.contests = Contests(self.batches, found, given)
        self.doubts = Doubts(table.path.name, table.rows)
        self.writing = Writing(self.ledger, self.batches, self.persons, self.doubts)
        self.writing.unit = given.unit
        self.writing.comparing.source = source
        reader = Reader(found, Labels(self.batches))
        self.runs = Runs(table, found, self.contests, reader, self.doubts, self.writing.write)
        self.aside = ExitStack()

    def read(self, progress: Callable[[int, int], None], cancelled: Callable[[], bool]) -> None:
        """Read all rows and write what they say; indexes that were set aside are made again at the end."""
        check = _check(cancelled)

        def at(done: int) -> None:
            progress(done, self.table.rows)
            check()

        with self.aside:
            runs = self.runs.read(STEP)
            for done in runs:
                at(done)
                self._pause(done)
                apart = done == STEP and self._is_mostly_new(done) and pays(self.table.rows - done)
                if apart and self._read_apart(runs, at):
                    break
            self.batches.flush()
            self.persons.forget()
            self.contests.forget()

    def _is_mostly_new(self, done: int) -> bool:
        """Whether little will be asked of the record."""
        return self.batches.made("candidacy") * 2 > done

    def _read_apart(self, runs: Iterator[int], at: Callable[[int], None]) -> bool:
        """Read the rest in another process, and write here what it sends; False where there can be none."""

        def read(pipes: Pipes) -> Known:
            self.batches.apart = pipes.send
            for done in runs:
                pipes.send(AT, done)
                self._pause(done)
            self.batches.flush()
            return {owner: [getattr(getattr(self, owner), name) for name in KEPT[owner]] for owner in KEPT}

        batches = self.batches
        known = read_apart(self.line, self.table.path.name, read, batches.write, batches.name_twice, at)
        for owner, values in (known or {}).items():
            for name, value in zip(KEPT[owner], values, strict=True):
                setattr(getattr(self, owner), name, value)
        return known is not None

    def _pause(self, done: int) -> None:
        """Write what waits; the first time, set indexes aside if most of what comes will be new."""
        if len(self.batches.lines) < BATCH and done > STEP:
            return
        self.batches.flush()
        if done == STEP:
            coming = self.batches.made("candidacy") * self.table.rows // done
            connection = self.ledger.connection
            tables = ["candidacy"] if self.persons.numbers_on_record else ["candidacy", "identifier"]
            self.aside.enter_context(set_aside(connection, tables, coming))
