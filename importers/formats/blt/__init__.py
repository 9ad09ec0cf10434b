"""BLT: ballot papers as numbers of candidates, then the names and a title.

Source: I. D. Hill, B. A. Wichmann and D. R. Woodall, "Algorithm 123: Single Transferable Vote by Meek's method", The Computer
Journal 30 (1987), and what counting programs have added since: comments, ids of ballots, equal and left out preferences,
weights that are fractions, options in square brackets; councils print names without quotation marks.
"""

from __future__ import annotations

import re
from io import StringIO
from pathlib import PurePath
from typing import Final

from importers.file import START, File
from importers.formats.ballot_result import Ballots, lines, result, ward
from importers.formats.blt.names import named
from importers.formats.blt.papers import Section, section
from importers.formats.format import Reading
from importers.formats.named import facts_of_name
from importers.results.ballots import papers
from importers.results.telling import few

NAME: Final = "blt"
TITLE: Final = "BLT ballots"

_COMMENT = re.compile(r"/\*.*?\*/|#.*", re.S)
_HEADER = re.compile(r"\s*\d{1,5}\s+\d{1,5}\s*")
_BALLOT = re.compile(r"\s*(?:(?:\([^()]*\)\s*)?\d[\d./]*(?:\s+[\w=()-]+)*\s+0|-\d+(?:\s+-\d+)*|\[.*\]|0)\s*")
_END = re.compile(r"[\r\n][ \t]*0[ \t]*(?:#|[\r\n]|$)")


def sure(file: File) -> float:
    """Sure by the two numbers at the head, the ballots below them, and the nought that ends these."""
    head = _head(file.start)
    if not head or not _HEADER.fullmatch(head[0]):
        return 0.0
    if len(head) > 1 and _BALLOT.fullmatch(head[1]) and (_END.search(file.start) or len(file.start) >= START):
        return 0.95
    return 0.85 if PurePath(file.name).suffix.lower() == ".blt" else 0.0


def _head(start: str) -> list[str]:
    """The first two lines that say something."""
    bare = (_COMMENT.sub("", line) for line in StringIO(start[:5_000], newline=None))
    return [line for line in bare if line.strip()][:2]


def read(file: File) -> Reading:
    """The one contest of a file, with its ballots.

    Raises:
        BadFile: a number, a weight or a name stands where none can, or the file ends before the names.
    """
    ballots = section(file)
    candidates, title, doubts = named(file.name, ballots)
    withdrawn = frozenset(ballots.withdrawn)
    place = lines(ballots.first, ballots.last)
    held = Ballots(
        title, candidates, papers(ballots.orders), ballots.seats, f"line {ballots.header}", place, withdrawn
    )
    told = (*few(ballots.doubts), *doubts)
    facts = (*ward(title, _origin(ballots)), *facts_of_name(file.name))
    return Reading(NAME, (result(held, facts, told),))


def _origin(ballots: Section) -> str:
    return f"line {ballots.rest[-1][0]}" if ballots.rest else f"line {ballots.last}"
