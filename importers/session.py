"""One import from its files to the record, for whoever shows it: read once, planned at every decision, stored in one step."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

from db import ledger
from db.errors import SlatewatchError, Unusable
from db.identity import Names, Suggestion
from db.lens import Lens
from db.reading.factions import Factions
from db.store import connect
from db.view import Faction
from importers import documents
from importers.explaining import Layout, explained
from importers.file import File
from importers.files import opened, paths
from importers.formats import Reading
from importers.intake import Intake, Origin, gather
from importers.progress import OPERATIONS, Cancelled, Progress, untold
from importers.results.headings import OTHER
from importers.results.layouts import NONE, Layouts, layout_key
from importers.results.result import Result
from importers.review.decisions import Decisions
from importers.review.onrecord import OnRecord
from importers.review.planning import plan
from importers.review.proposal import Plan
from importers.review.summary import summary
from importers.storage import Making, store
from importers.storage.layouts import known_layouts

NOTHING = "no results were found; names of candidates with figures were expected."


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


class _Remembering(Names):
    """Names of which what was asked once is remembered: a plan is made anew at every key."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        super().__init__(connection)
        self._told: dict[tuple[object, ...], tuple[Suggestion, ...]] = {}

    def suggest(
        self,
        name: str,
        section: int | None = None,
        *,
        body: int | None = None,
        date: str | None = None,
        contest: int | None = None,
    ) -> tuple[Suggestion, ...]:
        """Persons of this name, as they were found the first time."""
        asked = (name, section, body, date, contest)
        if asked not in self._told:
            self._told[asked] = super().suggest(name, section, body=body, date=date, contest=contest)
        return self._told[asked]


class _Record(OnRecord):
    """The record, looked up once for all plans of a session."""

    @cached_property
    def names(self) -> Names:
        """The names of persons."""
        return _Remembering(self.connection)


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
        return _Record(connect(self.path))

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
        found = gather(_each(sources, progress), form, self._told, {**known, **layouts})
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
        if len(files) != 1:
            return None
        file = files[0] if isinstance(files[0], File) else opened(files[0])
        sheets = documents.read(file.name, file.data).sheets
        rows = (row for sheet in sheets for row in sheet.rows if sum(bool(cell.text) for cell in row) > 1)
        first = next(rows, None)
        if first is None:
            return None
        return Result("", (), (), columns=(OTHER,) * len(first), headings=tuple(cell.text for cell in first))

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
        one = _flat(sources)[0]
        file = one if isinstance(one, File) else opened(one)
        return explained([file], None, Intake((Origin(file.name),), ()), 1, roles)

    def _told(self, reading: Reading) -> tuple[Result, ...]:
        """What running text tells, with the names on record."""
        from importers.prose import read

        return read(reading.lines, self.record.known, reading.results) if reading.lines else ()

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
        counted = _Counted(progress, total)
        with closing(ledger.writable(self.path)) as connection, counted.watching(connection):
            words = summary(shown)
            with ledger.importing(connection, shown.intake.name, shown.intake.digest, words) as writing:
                if plan(OnRecord(connection), shown.intake, decisions) != shown:
                    self.forget()
                    raise Unusable("the record has changed since this was looked at; nothing was stored.")
                store(writing, shown, decisions, origins, making, counted.one_more)
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


class _Counted:
    """Counts what is stored, and lets long statements be stopped."""

    def __init__(self, progress: Progress, total: int) -> None:
        self.progress, self.total, self.done = progress, total, 0

    def one_more(self) -> None:
        """One item is stored."""
        self.done += 1
        self.tell()

    def tell(self) -> None:
        """Say how far it is."""
        self.progress("Storing", min(self.done, self.total), self.total)

    @contextmanager
    def watching(self, connection: sqlite3.Connection) -> Iterator[None]:
        """Ask now and then whether to go on.

        Raises:
            Cancelled: it is not to go on.
        """
        stopped: list[Cancelled] = []

        def stop() -> bool:
            try:
                self.tell()
            except Cancelled as wish:
                stopped.append(wish)
            return bool(stopped)

        connection.set_progress_handler(stop, OPERATIONS)
        try:
            yield
        except sqlite3.OperationalError:
            if stopped:
                raise stopped[0] from None
            raise


def _each(sources: Sequence[Path | File], progress: Progress) -> Iterator[File]:
    found = _flat(sources)
    for number, one in enumerate(found):
        progress(f"Reading {one.name}", number, len(found))
        yield one if isinstance(one, File) else opened(one)
    progress("Comparing with the record", len(found), len(found))


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
