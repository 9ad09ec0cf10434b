"""The CSV of orders: `candidates,seats`, a row for each order, the candidates with their parties, the ward."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO
from typing import Final, NamedTuple

from importers.documents.document import CELL_CHARACTERS, ROWS, BadFile
from importers.file import START, File
from importers.formats.ballot_result import MOST, Ballots, lines, result
from importers.formats.named import facts_of_name
from importers.formats.persons import person
from importers.formats.preferences.orders import Meaning, Row
from importers.formats.preferences.papers import read
from importers.results.result import Doubt, Fact, Found, Result
from importers.results.telling import few
from importers.results.text import clean

_HEADER: Final = re.compile(r"\s*(\d{1,5}),\s*(\d{1,5}),*\s*", re.A)
_NUMBERS: Final = re.compile(r"\s*\d{1,11}(?:\s*,\s*\d{1,5})*[,\s]*", re.A)
_CANDIDATE: Final = re.compile(r'(?:^|[\r\n])[ \t]*"?Candidate 1"?,')
_END: Final = re.compile(r"[\r\n][ \t]*0[, \t]*(?:[\r\n]|$)")
_NUMBERED: Final = re.compile(r"candidate\s+(\d{1,5})", re.I | re.A)
_INITIAL: Final = re.compile(r".*\s[^\W\d_]")


class _Parts(NamedTuple):
    """The lines of a file by what they are."""

    header: tuple[int, int, int]
    """Line, candidates, seats."""
    rows: list[Row]
    words: list[tuple[int, str]]


def is_headed(start: str) -> bool:
    """Whether a text begins with two numbers in a row of their own and a row of numbers below."""
    head = [line for line in StringIO(start[:5_000], newline=None) if line.strip()][:2]
    return len(head) == 2 and bool(_HEADER.fullmatch(head[0]) and _NUMBERS.fullmatch(head[1]))


def is_profile(start: str) -> bool:
    """Whether a text is of this kind: the numbers at the head, and candidates behind the rows or a line of nought."""
    return is_headed(start) and (len(start) >= START or bool(_CANDIDATE.search(start) or _END.search(start)))


def contest(file: File) -> Result:
    """The contest of a file.

    Raises:
        BadFile: a row or a number is not what stands there in such files, or candidates are missing.
    """
    parts = _parts(file)
    line, count, seats = parts.header
    candidates, title = _names(file.name, parts)
    found = read(file.name, parts.rows, count, Meaning.ORDER)
    place = lines(parts.rows[0].line, parts.rows[-1].line) if parts.rows else f"line {line}"
    candidates = tuple(
        one._replace(certain=found.certain and not _is_cut_off(one.printed)) for one in candidates
    )
    held = Ballots(clean(title[1]), candidates, found.papers, seats, f"line {line}", place)
    section = (Fact("section", clean(title[1]), f"line {title[0]}"),) if clean(title[1]) else ()
    doubts = (*found.doubts, *_behind(parts, count), *_cut_off(candidates))
    return result(held, (*section, *facts_of_name(file.name)), doubts)


def _parts(file: File) -> _Parts:
    found = _Parts((0, 0, 0), [], [])
    for line, text in enumerate(StringIO(file.text.removeprefix("\ufeff"), newline=None), 1):
        bare = text.strip()
        if not bare:
            continue
        if not found.header[0]:
            found = found._replace(header=_header(file.name, line, bare))
        elif not found.words and _NUMBERS.fullmatch(bare):
            numbers = [int(one) for one in bare.rstrip(", ").split(",") if one.strip()]
            if numbers != [0]:  # a line of nought ends the rows in councils' own files
                found.rows.append(Row(line, numbers[0], tuple(numbers[1:])))
        else:
            found.words.append((line, bare))
        if len(found.rows) > ROWS or len(found.words) > MOST + 1_000:
            raise BadFile(
                f"{file.name}, line {line}: found more rows than {ROWS:,}, expected at most as many."
            )
    return found


def _header(name: str, line: int, text: str) -> tuple[int, int, int]:
    found = _HEADER.fullmatch(text)
    if not found or not (1 <= int(found[1]) <= MOST and 1 <= int(found[2]) <= MOST):
        raise BadFile(
            f"{name}, line {line}: found {clean(text)[:40]!r}, expected the numbers of candidates and seats, "
            f"from 1 to {MOST:,}."
        )
    return line, int(found[1]), int(found[2])


def _names(name: str, parts: _Parts) -> tuple[tuple[Found, ...], tuple[int, str]]:
    """The candidates, and the ward with its line."""
    _, count, _ = parts.header
    if len(parts.words) < count:
        last = parts.words[-1][0] if parts.words else parts.rows[-1].line if parts.rows else 1
        raise BadFile(
            f"{name}, line {last}: found {len(parts.words)} lines of candidates, expected {count} and the ward."
        )
    candidates = tuple(
        _candidate(name, line, text, at) for at, (line, text) in enumerate(parts.words[:count], 1)
    )
    if len(parts.words) == count:
        return candidates, (parts.words[-1][0], "")
    line, text = parts.words[count]
    return candidates, (line, text.rstrip(", ").strip('"'))


def _candidate(name: str, line: int, text: str, number: int) -> Found:
    fields = _fields(name, line, text)
    numbered = _NUMBERED.fullmatch(fields[0])
    if numbered and int(numbered[1]) != number:
        raise BadFile(f"{name}, line {line}: found {fields[0]!r}, expected candidate {number}.")
    said = [one for one in fields[1:] if one] if numbered else [one for one in fields if one]
    found = person(said[0], f"line {line}") if said else None
    if found is None:
        raise BadFile(
            f"{name}, line {line}: found {clean(text)[:80]!r}, expected the name of candidate {number}."
        )
    return found._replace(slate=clean(said[1]) if len(said) > 1 else "")


def _fields(name: str, line: int, text: str) -> list[str]:
    if len(text) > CELL_CHARACTERS:
        raise BadFile(
            f"{name}, line {line}: found a line of {len(text):,} characters, expected at most {CELL_CHARACTERS:,}."
        )
    try:
        return [one.strip() for one in next(csv.reader([text]))]
    except csv.Error as problem:
        raise BadFile(
            f"{name}, line {line}: found no row of values ({problem}), expected a candidate."
        ) from None


def _behind(parts: _Parts, count: int) -> Iterator[Doubt]:
    if len(parts.words) == count:
        yield (
            f"line {parts.words[-1][0]}",
            f"Found {count} candidates and nothing behind them, expected the ward there.",
        )
    yield from few(
        ((f"line {line}", f"Found {clean(text)[:80]!r} behind the ward, expected nothing; it was left out.")
         for line, text in parts.words[count + 1 :]), 5,
    )  # fmt: skip


def _cut_off(candidates: tuple[Found, ...]) -> Iterator[Doubt]:
    """Names such as `Terry O`: some files lose what stands from an apostrophe on."""
    for one in candidates:
        if _is_cut_off(one.printed):
            yield (
                one.origin,
                f"Found the name {one.printed[:80]!r}, expected a forename and a surname; it may have been cut off.",
            )


def _is_cut_off(printed: str) -> bool:
    return len(printed.split()) < 2 or _INITIAL.fullmatch(printed) is not None
