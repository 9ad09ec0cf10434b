"""An import and the one thread that it works in, so that no key waits for files or the database."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple, TypeVar

from db.errors import Missing
from db.lens import Lens
from db.reading.place import where
from importers.file import File
from importers.intake import Intake
from importers.progress import Progress
from importers.results.layouts import Layout
from importers.results.result import Result
from importers.review.decisions import Decisions
from importers.review.standing import seen_from
from importers.session import NothingFound, Session
from importers.whole import Offer, offer
from tui.review.items import Shown, shown

T = TypeVar("T")


class Unread(NamedTuple):
    """A table in which no results were found, as nothing tells what its columns are."""

    table: Result
    problem: str
    """The sentence that says so."""


class Desk:
    """What the screens of an import share."""

    def __init__(self, path: Path, lens: Lens) -> None:
        """A desk for one import.

        Args:
            path: the database.
            lens: what was looked at when the import began.
        """
        self.lens = lens
        self.here = lens
        """Body and section on view by their names instead of their keys."""
        self.session = Session(path)
        self.sources: tuple[Path | File, ...] = ()
        self._hand = ThreadPoolExecutor(max_workers=1, thread_name_prefix="import")

    async def done(self, job: Callable[[], T]) -> T:
        """What a job gives, which waits for those before it."""
        return await asyncio.wrap_future(self._hand.submit(job))

    def waited(self, job: Callable[[], T]) -> T:
        """The same, for threads that may wait."""
        return self._hand.submit(job).result()

    def opened(self, sources: tuple[Path | File, ...], progress: Progress) -> Shown | Offer | Unread:
        """What files say, beside the record, or what is offered of one taken as a whole; runs in the thread.

        Raises:
            SlatewatchError: one of them cannot be read.
            Cancelled: it was not wanted any more.
        """
        self.sources = sources
        whole = offer(self.session.path, self.session.record.connection, sources, progress)
        if whole is not None:
            return whole
        try:
            return self.first(progress, {})
        except NothingFound as nothing:
            table = self.session.unread(sources)
            if table is None:
                raise
            return Unread(table, str(nothing))

    def said(self, roles: tuple[str, ...], progress: Progress) -> Shown:
        """What the same files say once the columns of their first table are explained; runs in the thread.

        Raises:
            SlatewatchError: there are no results in them even so.
            Cancelled: it was not wanted any more.
        """
        return self.first(progress, self.session.explained_first(self.sources, roles))

    def first(self, progress: Progress, layouts: Mapping[Layout, Layout]) -> Shown:
        """The review as it begins."""
        self.look_round()
        intake = self.session.read(self.sources, progress=progress, layouts=layouts)
        decisions = seen_from(self.session.record, intake, self.lens)._replace(layouts=layouts)
        return self.planned(intake, decisions)

    def look_round(self) -> None:
        """Learn the names of the place on view; what has gone from the record meanwhile is no place."""
        try:
            place = where(self.session.record.connection, self.lens)
        except Missing:
            self.lens = self.here = Lens()
        else:
            self.here = Lens(place.body_short or None, place.section_name or None)

    def reread(
        self, intake: Intake, decisions: Decisions, number: int, roles: tuple[str, ...], progress: Progress
    ) -> Shown:
        """The same files with other roles of columns; runs in the thread.

        What was decided of items is forgotten, as they are others now; names, labels and places stay.

        Raises:
            SlatewatchError: they cannot be read so.
            Cancelled: it was not wanted any more.
        """
        said = self.session.explained(self.sources, intake, number, roles)
        layouts = {**decisions.layouts, **said}
        again = self.session.read(self.sources, progress=progress, layouts=layouts)
        decisions = decisions._replace(layouts=layouts, values={}, ticks={}, shown={})
        if len(again.results) != len(intake.results):
            decisions = decisions._replace(contests=seen_from(self.session.record, again, self.lens).contests)
        return self.planned(again, decisions)

    def planned(self, intake: Intake, decisions: Decisions) -> Shown:
        """What would be stored; runs in the thread.

        Raises:
            SlatewatchError: what the user says cannot be.
        """
        return shown(self.session.plan(intake, decisions), decisions, self.session.factions)

    def close(self) -> None:
        """Let go of the database when all is done; waits for nothing."""
        self._hand.submit(self.session.close)
        self._hand.shutdown(wait=False)
