"""What several files say, before it is held against the record: their results one after the other, each with its file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from hashlib import sha256
from typing import NamedTuple

from importers.file import File
from importers.formats import Reading, read
from importers.results.result import Doubt, Result


class Sourced(NamedTuple):
    """A result and the file that it was read in."""

    file: int
    """Number of the file, from nought."""
    result: Result
    prose: bool = False
    """Whether it was read in running text."""


class Origin(NamedTuple):
    """A file as it is to be cited."""

    name: str
    publisher: str | None = None
    title: str | None = None
    address: str | None = None
    date: str | None = None
    digest: str = ""
    """SHA-256 of its bytes: which of several files of one name it is."""
    format: str = ""


class Intake(NamedTuple):
    """All that was read."""

    origins: tuple[Origin, ...]
    results: tuple[Sourced, ...]
    doubts: tuple[Doubt, ...] = ()
    """What is wrong with a file as a whole."""

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


Prose = Callable[[Reading], tuple[Result, ...]]
"""Reads what running text tells beside the tables."""


def no_prose(reading: Reading) -> tuple[Result, ...]:
    """Reads nothing in running text."""
    return ()


def gather(files: Iterable[File], form: str | None = None, prose: Prose = no_prose) -> Intake:
    """Read files.

    Args:
        files: one or several.
        form: the name of their format when the user says so.
        prose: how running text is read.

    Raises:
        BadFile: one of them cannot be read.
    """
    origins: list[Origin] = []
    results: list[Sourced] = []
    doubts: list[Doubt] = []
    for number, file in enumerate(files):
        reading = read(file, form)
        origins.append(Origin(file.name, digest=sha256(file.data).hexdigest(), format=reading.format))
        results += _results(number, reading, prose)
        doubts += reading.doubts
    return Intake(tuple(origins), tuple(results), tuple(doubts))


def _results(number: int, reading: Reading, prose: Prose) -> Iterator[Sourced]:
    for result in reading.results:
        yield Sourced(number, result)
    for told in prose(reading):
        yield Sourced(number, told, prose=True)
