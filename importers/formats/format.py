"""What every format offers: how sure it is that a file is its own, and what it reads in it."""

from __future__ import annotations

from typing import NamedTuple, Protocol

from importers.documents.document import Cell
from importers.file import File
from importers.results.result import Doubt, Result


class Reading(NamedTuple):
    """All that was read in a file."""

    format: str
    results: tuple[Result, ...]
    doubts: tuple[Doubt, ...] = ()
    """What is wrong with the file as a whole."""
    lines: tuple[Cell, ...] = ()
    """Running text, in which an article may tell more."""


class Format(Protocol):
    """A module that reads one format.  Third parties add theirs through the entry points `slatewatch.importers`.

    One whose contests are spread over several files of a folder reads all of them with the chief one, gives a reading without
    results for each other that stands beside it, and offers `belongs_to(file) -> Path | None`, which names the chief one.
    """

    NAME: str
    """For `--as`: one word."""
    TITLE: str
    """For people."""

    def sure(self, file: File) -> float:
        """How sure it is, from 0 to 1, that the file is its own; looks at the content first, and never fails.

        Above 0.5 only where the content says so: whatever is a table, a page or plain text has a reader anyway.
        """
        ...

    def read(self, file: File) -> Reading:
        """What the file says.

        Raises:
            BadFile: it cannot be read; names the file, the place, what was found and what was expected.
        """
        ...
