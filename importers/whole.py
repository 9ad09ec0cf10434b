"""Sources that are taken as a whole, since nobody looks through a hundred thousand rows: large tables, and folders of records."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import NamedTuple, Protocol

from db import ledger
from db.errors import SlatewatchError
from importers import bulk, merging
from importers.bulk import BulkPlan, BulkReport, Given
from importers.file import File
from importers.folder import is_record
from importers.merging import Step
from importers.origin import Origin
from importers.progress import Cancelled, Progress, Watch, untold

MANY = 1_000
"""Rows from which a table is taken as a whole."""

SHOWN = 40
"""Rows that are told one by one."""


class Taken(NamedTuple):
    """What came of it."""

    number: int | None
    """Of the import; None where the record had all of it."""
    summary: str
    doubts: tuple[str, ...] = ()
    """What was not stored, or is odd; the first of them."""


class Take(Protocol):
    """Stores what is offered, in one transaction."""

    def __call__(self, given: Given, progress: Progress, origin: Origin | None = None) -> Taken:
        """Store it.

        Args:
            given: what the source lacks.
            progress: told how far it is.
            origin: the source as it is to be cited.

        Raises:
            Cancelled: it was not wanted any more; nothing was stored.
            SlatewatchError: it could not be stored, and nothing was.
        """
        ...


class Offer(NamedTuple):
    """A source as it is understood, before anything is stored."""

    name: str
    lines: tuple[str, ...]
    """What is understood, a sentence or a row each."""
    lacking: tuple[str, ...]
    """What has to be said before it can be stored: `body`, `section`, `date`."""
    changes: bool
    take: Take


def offer(
    path: Path, connection: sqlite3.Connection, sources: Sequence[Path | File], progress: Progress = untold
) -> Offer | None:
    """What is offered of a source that is taken as a whole; None for all others.

    Args:
        path: of the database.
        connection: to it, for reading.
        sources: what is to be imported.
        progress: told what is being done.

    Raises:
        SlatewatchError: it cannot be read.
    """
    one = sources[0] if len(sources) == 1 else None
    if not isinstance(one, Path):
        return None
    if one.is_dir():
        return _of_record(path, connection, one, progress) if is_record(one) else None
    if not one.is_file() or not bulk.is_bulk(one):
        return None
    progress(f"Looking through {one.name}", 0, 0)
    found = bulk.plan(one)
    return _of_table(path, one, found) if found.rows > MANY and "name" not in found.lacking else None


def _of_table(path: Path, table: Path, found: BulkPlan) -> Offer:
    lines = [f"{found.rows:,} rows, too many to be looked through one by one. The columns are taken for:"]
    lines += [f"  {heading}: {field or 'nothing that is needed'}" for heading, field in found.columns]
    lines += ["The first rows:", *("  " + ", ".join(filter(None, cells)) for cells in found.first)]

    def take(given: Given, progress: Progress, origin: Origin | None = None) -> Taken:
        return _load(path, table, given, progress, origin)

    return Offer(found.name, tuple(lines), found.lacking, True, take)


def _load(path: Path, table: Path, given: Given, told: Progress, origin: Origin | None) -> Taken:
    watch = Watch(told)
    with closing(ledger.writable(path)) as connection:
        try:
            report = bulk.load(connection, table, watch.tell, watch.stopped, given, origin)
        except bulk.Cancelled:
            raise Cancelled from None
    return Taken(report.number, _words(report), tuple(f"{place}: {words}" for place, words in report.doubts))


def _words(report: BulkReport) -> str:
    made = (
        ("body", "bodies", report.bodies), ("contest", "contests", report.contests),
        ("person", "persons", report.persons), ("faction", "factions", report.factions),
    )  # fmt: skip
    parts = [f"{count:,} {one if count == 1 else several}" for one, several, count in made if count]
    return f"{report.summary}; made {', '.join(parts)}" if parts else report.summary


def _of_record(path: Path, connection: sqlite3.Connection, folder: Path, progress: Progress) -> Offer:
    progress("Comparing with the record", 0, 0)
    steps = list(merging.plan(connection, folder))
    counts = merging.counted(iter(steps))
    differing = [step for step in steps if step.differences]
    lines = [f"A folder of records: {counts.words}.", *map(_told, differing[:SHOWN])]
    if len(differing) > SHOWN:
        lines.append(f"and {len(differing) - SHOWN:,} more rows that differ")
    name = folder.resolve().name

    def take(given: Given, progress: Progress, origin: Origin | None = None) -> Taken:
        return _merge(path, folder, progress)

    return Offer(name, tuple(lines), (), counts.changes, take)


def _told(step: Step) -> str:
    said = ", ".join(
        f"{one.name} {one.found}" + ("" if one.fills else f", on record {one.stored}")
        for one in step.differences
    )
    return f"{step.file}, line {step.line}: {said}"


def _merge(path: Path, folder: Path, told: Progress) -> Taken:
    name, digest = folder.resolve().name, merging.digest(folder)
    with closing(ledger.writable(path)) as connection:
        words = merging.counted(merging.plan(connection, folder)).words
        try:
            with (
                Watch(told).watching(connection),
                ledger.importing(connection, name, digest, words) as writing,
            ):
                merging.merge(writing, folder)
        except sqlite3.OperationalError as problem:
            raise SlatewatchError(f"the folder could not be stored ({problem}).") from None
    return Taken(writing.number, words)
