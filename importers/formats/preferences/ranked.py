"""The file of ranks: a title; seats, candidates, lines and electors; `Name, Party`; rows of the rank of each candidate."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO
from itertools import islice
from typing import Final

from importers.documents.document import CELL_CHARACTERS, ROWS, BadFile
from importers.file import File
from importers.formats.ballot_result import MOST, Ballots, lines, result, ward
from importers.formats.persons import person
from importers.formats.preferences.orders import Meaning, Row
from importers.formats.preferences.papers import read
from importers.results.result import Doubt, Fact, Found, Result
from importers.results.text import clean

_HEAD: Final = re.compile(r"\s*\d{1,5}\s+\d{1,5}\s+\d{1,7}\s+\d{1,9}\s*", re.A)
_NAME: Final = re.compile(r"[^\d,]*[^\W\d_][^,]*,.*")
_ROW: Final = re.compile(r"\s*\d{1,11}(?:\s+\d{1,5})+\s*", re.A)
LOOKED_AT: Final = 20_000


def is_ranked(start: str) -> bool:
    """Whether a text is of this kind: words, four numbers, a line for each candidate, a row of papers and as many ranks."""
    head = [line for _, line in islice(_filled(start[:LOOKED_AT]), 300)]
    if len(head) < 4 or not _HEAD.fullmatch(head[1]) or not any(map(str.isalpha, head[0])):
        return False
    count = int(head[1].split()[1])
    if not 1 <= count <= len(head) - 3:
        return False
    row = head[2 + count]
    return (
        all(map(_NAME.match, head[2 : 2 + count]))
        and bool(_ROW.fullmatch(row))
        and len(row.split()) == count + 1
    )


def _filled(text: str) -> Iterator[tuple[int, str]]:
    """The lines that say something, with their numbers."""
    return ((at, line.strip()) for at, line in enumerate(StringIO(text, newline=None), 1) if line.strip())


def contest(file: File) -> Result:
    """The contest of a file that is of this kind.

    Raises:
        BadFile: a number or a row is not what stands there in such files.
    """
    filled = _filled(file.text)
    (first, title), (second, numbers) = islice(filled, 2)
    seats, count, rows, electors = map(int, numbers.split())
    if not (1 <= seats <= MOST and count <= MOST):
        raise BadFile(
            f"{file.name}, line {second}: found {numbers!r}, expected seats and candidates from 1 to {MOST:,}."
        )
    candidates = tuple(_candidate(file.name, line, words) for line, words in islice(filled, count))
    ballots = list(_rows(file.name, filled))
    found = read(file.name, ballots, count, Meaning.RANKS)
    if not found.certain:
        candidates = tuple(one._replace(certain=False) for one in candidates)
    header = f"line {second}"
    place = lines(ballots[0].line, ballots[-1].line) if ballots else header
    held = Ballots(clean(title), candidates, found.papers, seats, header, place)
    facts = (
        *((Fact("electorate", electors, header),) if electors else ()),
        *ward(clean(title), f"line {first}"),
    )
    return result(held, facts, (*found.doubts, *_missing(rows, ballots, header)))


def _missing(stated: int, ballots: list[Row], header: str) -> Iterator[Doubt]:
    if stated != len(ballots):
        yield (
            header,
            f"Found {len(ballots):,} rows of papers, expected the {stated:,} that the header states.",
        )


def _candidate(name: str, line: int, text: str) -> Found:
    if len(text) > CELL_CHARACTERS:
        raise BadFile(
            f"{name}, line {line}: found a line of {len(text):,} characters, expected at most {CELL_CHARACTERS:,}."
        )
    printed, _, party = text.rpartition(",")
    found = person(printed, f"line {line}")
    if found is None:
        raise BadFile(f"{name}, line {line}: found {clean(text)[:80]!r}, expected a name and a party.")
    return found._replace(slate=clean(party))


def _rows(name: str, filled: Iterator[tuple[int, str]]) -> Iterator[Row]:
    for number, (line, text) in enumerate(filled):
        if not _ROW.fullmatch(text) or number >= ROWS:
            raise BadFile(
                f"{name}, line {line}: found {clean(text)[:40]!r}, expected a number of papers and the ranks on them, in at "
                f"most {ROWS:,} rows."
            )
        papers, *marks = map(int, text.split())
        yield Row(line, papers, tuple(marks))
