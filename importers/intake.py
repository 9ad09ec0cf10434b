"""What several files say, before it is held against the record: their results one after the other, each with its file."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from importers.documents.document import BadFile, Cell
from importers.file import File
from importers.formats import Reading, read
from importers.known import Known
from importers.origin import Origin
from importers.results.layouts import NONE, Layouts
from importers.results.marks import in_brackets
from importers.results.names import is_name
from importers.results.order import TITLE
from importers.results.place import row_of
from importers.results.previous import earlier
from importers.results.result import Doubt, Result

NOTHING = "no results were found; names of candidates with figures were expected."
"""What is said of files without results, behind their names."""


class Sourced(NamedTuple):
    """A result and the file that it was read in."""

    file: int
    """Number of the file, from nought."""
    result: Result
    prose: bool = False
    """Whether it was read in running text."""
    later: int | None = None
    """Number of the result beside which it was printed, where it is the election before that."""


class Intake(NamedTuple):
    """All that was read."""

    origins: tuple[Origin, ...]
    results: tuple[Sourced, ...]
    doubts: tuple[Doubt, ...] = ()
    """What is wrong with a file as a whole."""

    @property
    def tables(self) -> tuple[Sourced, ...]:
        """The results that stand by themselves: none read in running text, none of an election before."""
        return tuple(one for one in self.results if not one.prose and one.later is None)

    @property
    def name(self) -> str:
        """The files, for people."""
        names = [one.name for one in self.origins]
        return ", ".join(names) if len(names) <= 3 else f"{names[0]} and {len(names) - 1} more"

    @property
    def digest(self) -> str:
        """SHA-256 of the bytes of the file, or of the digests of several."""
        digests = [one.digest for one in self.origins]
        return digests[0] if len(digests) == 1 else sha256("".join(digests).encode()).hexdigest()


ROW = re.compile(r"\s*(?:\d+[.)]?\s+)?([^\W\d_][^\d,:;]{2,60}?)[\s:,(–—-]*\d[\d,. ]*")
"""A name and the figure behind it."""

Prose = Callable[[Reading], tuple[Result, ...]]
"""Reads what running text tells beside the tables."""


def no_prose(reading: Reading) -> tuple[Result, ...]:
    """Reads nothing in running text."""
    return ()


def prose_of(known: Callable[[], Known]) -> Prose:
    """Reads running text with the names on record, and with whom the tables beside it name.

    Args:
        known: gives the names on record; asked only where there is running text.
    """

    def told(reading: Reading) -> tuple[Result, ...]:
        if not reading.lines:
            return ()
        from importers import prose

        return prose.read(reading.lines, known(), reading.results)

    return told


def gather(
    files: Iterable[File], form: str | None = None, prose: Prose = no_prose, layouts: Layouts = NONE
) -> Intake:
    """Read files.

    Args:
        files: one or several.
        form: the name of their format when the user says so.
        prose: how running text is read.
        layouts: the roles of columns that a user has explained, by headings.

    Raises:
        BadFile: one of them cannot be read; of those of a folder it is left out and told.
    """
    origins: list[Origin] = []
    results: list[Sourced] = []
    doubts: list[Doubt] = []
    for file in files:
        try:
            reading = read(file, form, layouts)
        except BadFile as problem:
            if not file.among:
                raise
            doubts.append((file.name, f"left out: {problem}"))
            continue
        number = len(origins)
        origins.append(Origin(file.name, digest=sha256(file.data).hexdigest(), format=reading.format))
        _add(results, number, reading, prose)
        doubts += (*reading.doubts, *_passed_over(reading))
    return Intake(tuple(origins), tuple(results), tuple(doubts))


def _add(results: list[Sourced], number: int, reading: Reading, prose: Prose) -> None:
    """Add the results of a file: each table with the election before it, then what running text tells."""
    for result in reading.results:
        results.append(Sourced(number, result))
        if (before := earlier(result)) is not None:
            results.append(Sourced(number, before, later=len(results) - 1))
    left = reading._replace(lines=_running_text(reading))
    results += (Sourced(number, told, prose=True) for told in prose(left))


def _running_text(reading: Reading) -> tuple[Cell, ...]:
    """The lines that are no rows of a list and explain no signs in it: what was read there is not told a second time."""
    rows = _rows(reading)
    return tuple(
        line for line in reading.lines if line.origin not in rows and not in_brackets(line.text[:TITLE])
    )


def _rows(reading: Reading) -> set[str]:
    """Where the rows of lists stand."""
    found = (one for result in reading.results for one in result.candidates)
    return {row_of(one.origin) for one in found}


def _passed_over(reading: Reading) -> Iterator[Doubt]:
    """Lines beside a row of a list that begin with a name and a figure as rows do, and were not read as one."""
    rows, lines = _rows(reading), reading.lines
    titles = {one for result in reading.results for one in (result.title, *result.above)}
    for before, line, after in zip((None, *lines[:-1]), lines, (*lines[1:], None), strict=False):
        beside = any(one is not None and one.origin in rows for one in (before, after))
        left = beside and line.origin not in rows and line.text.strip(" :#*=") not in titles
        begins = ROW.match(line.text) if left else None
        if begins and is_name(begins[1]):
            yield (
                line.origin,
                f"found {line.text[:60]!r}, expected a row like those beside it; it was not read",
            )
