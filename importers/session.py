"""One import from its files to the record, for whoever shows it: read once, planned at every decision, stored in one step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from db import ledger
from db.errors import SlatewatchError, Unusable
from db.lens import Lens
from db.reading.factions import Factions
from db.store import connect
from db.view import Faction
from importers.explaining import explained_by_first_row, unread
from importers.file import File
from importers.files import opened, paths
from importers.intake import NOTHING, Intake, gather, prose_of
from importers.origin import Origin
from importers.progress import Progress, Watch, untold
from importers.results.layouts import NONE, Layout, Layouts, layout_key
from importers.results.result import Result
from importers.review.decisions import Decisions
from importers.review.onrecord import OnRecord
from importers.review.planning import plan
from importers.review.proposal import Plan
from importers.review.summary import summary
from importers.storage.layouts import known_layouts
from importers.storage.storing import Making, store


class NothingFound(SlatewatchError):
    """There are no results in what was read."""


UNSAID = Making()
"""Nothing is said of contests that are made but what the decisions say."""


class Stored(NamedTuple):
    """What came of an import."""

    number: int
    summary: str
    contests: tuple[Lens, ...]
    """Body, section and contest of each contest that was written to."""


class Session:
    """One import.  All of it has to be used in the thread that used it first, as its connection has."""

    def __init__(self, path: Path) -> None:
        """An import into a database, which is opened when it is first looked at."""
        self.path = path

    @cached_property
    def record(self) -> OnRecord:
        """What is on record.

        Raises:
            Unusable: the database cannot be read.
        """
        return OnRecord(connect(self.path))

    @cached_property
    def factions(self) -> dict[int, Faction]:
        """Factions on record by their ids."""
        return Factions(self.record.connection).by_id

    def read(
        self,
        sources: Sequence[Path | File],
        form: str | None = None,
        progress: Progress = untold,
        layouts: Layouts = NONE,
    ) -> Intake:
        """What files say.

        Args:
            sources: files and folders, and what was pasted.
            form: the name of their format when the user says so.
            progress: told how many files are read.
            layouts: what was said of columns in this session, beside what is known from earlier ones.

        Raises:
            NothingFound: there are no results in them.
            SlatewatchError: one of them is not there or cannot be read.
            Cancelled: it was not wanted any more.
        """
        known = known_layouts(self.record.connection)
        prose = prose_of(lambda: self.record.known)
        found = gather(_each(sources, progress), form, prose, {**known, **layouts})
        if not found.results:
            words = "; ".join(f"{place}: {words}" for place, words in found.doubts[:1])
            raise NothingFound(words or f"{found.name}: {NOTHING}")
        return found

    def unread(self, sources: Sequence[Path | File]) -> Result | None:
        """The first table of a file in which no results were found, for somebody to say what its columns are.

        Returns:
            A result of which only the headings are known; None where there is no table, or more than one file.
        """
        files = _flat(sources)
        return unread(_read(files[0])) if len(files) == 1 else None

    def explained(
        self, sources: Sequence[Path | File], intake: Intake, number: int, roles: Sequence[str]
    ) -> Mapping[Layout, Layout]:
        """What was said of the columns of a table, for its layout.

        Args:
            sources: what was read.
            intake: what was found in it.
            number: of the result whose columns are meant.
            roles: of its columns, in their order.

        Raises:
            SlatewatchError: the table is not found again.
        """
        sourced = intake.results[number]
        headings = sourced.result.headings
        if headings:
            return {layout_key(headings): tuple(roles)}
        return self.explained_first([_flat(sources)[sourced.file]], roles)

    def explained_first(
        self, sources: Sequence[Path | File], roles: Sequence[str]
    ) -> Mapping[Layout, Layout]:
        """What was said of the columns of the first table of a file.

        Raises:
            SlatewatchError: there is no table of so many columns.
        """
        return explained_by_first_row([_read(_flat(sources)[0])], roles)

    def plan(self, intake: Intake, decisions: Decisions) -> Plan:
        """What would be stored.

        Raises:
            SlatewatchError: what the user says cannot be.
        """
        return plan(self.record, intake, decisions)

    def store(
        self,
        shown: Plan,
        decisions: Decisions,
        origins: Sequence[Origin],
        making: Making = UNSAID,
        progress: Progress = untold,
    ) -> Stored:
        """Store what is ticked, all of it or nothing.

        Args:
            shown: the plan as the user saw it.
            decisions: those that it was made with.
            origins: the files as they are to be cited.
            making: of contests that are made.
            progress: told how many items are stored.

        Raises:
            Unusable: the database cannot be written, or has changed since the plan was made.
            Cancelled: it was not wanted any more; the database is as it was.
        """
        total = sum(item.stored for one in shown.proposals for item in one.items)
        watch = Watch(progress, total)
        with closing(ledger.writable(self.path)) as connection, watch.watching(connection):
            words = summary(shown)
            with ledger.importing(connection, shown.intake.name, shown.intake.digest, words) as writing:
                if plan(OnRecord(connection), shown.intake, decisions) != shown:
                    self.forget()
                    raise Unusable("the record has changed since this was looked at; nothing was stored.")
                store(writing, shown, decisions, origins, making, watch.one_more)
            return Stored(writing.number, words, _contests(connection, shown, writing.number))

    def forget(self) -> None:
        """Look at the record anew."""
        self.close()
        for name in ("record", "factions"):
            self.__dict__.pop(name, None)

    def close(self) -> None:
        """Let go of the database."""
        if "record" in self.__dict__:
            self.record.connection.close()


def _each(sources: Sequence[Path | File], progress: Progress) -> Iterator[File]:
    found = _flat(sources)
    folders = [one for one in sources if isinstance(one, Path) and one.is_dir()]
    for number, one in enumerate(found):
        progress(f"Reading {one.name}", number, len(found))
        file = _read(one)
        file.among |= isinstance(one, Path) and any(one.is_relative_to(folder) for folder in folders)
        yield file
    progress("Comparing with the record", len(found), len(found))


def _read(source: Path | File) -> File:
    return source if isinstance(source, File) else opened(source)


def _flat(sources: Sequence[Path | File]) -> list[Path | File]:
    """The files, with those of folders in their place."""
    return [one for source in sources for one in ([source] if isinstance(source, File) else paths(source))]


def _contests(connection: sqlite3.Connection, shown: Plan, number: int) -> tuple[Lens, ...]:
    """The contests that an import has written to, those that were on record first."""
    known = [
        one.target.contest
        for one in shown.proposals
        if one.changes and one.target and one.target.contest is not None
    ]
    query = "SELECT entity_id FROM change WHERE import_id = ? AND entity = 'contest' ORDER BY entity_id"
    made = [int(row[0]) for row in connection.execute(query, [number])]
    query = """
        SELECT body.key, section.key, contest.key FROM contest
        JOIN section ON section.id = section_id JOIN body ON body.id = contest.body_id WHERE contest.id = ?
    """
    rows = (connection.execute(query, [one]).fetchone() for one in dict.fromkeys([*known, *made]))
    return tuple(Lens(*row) for row in rows)
