"""The part of a BLT file that is words: the names of the candidates, with their parties or without, and the title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from importers.documents.document import CELL_CHARACTERS, BadFile
from importers.formats.blt.papers import Section
from importers.formats.persons import person
from importers.results.result import Doubt, Found
from importers.results.said import outcome
from importers.results.telling import few
from importers.results.text import clean

_TEXT = r'"[^"]*(?:""[^"]*)*"'
_QUOTED = re.compile(rf"\s*({_TEXT}(?:\s+{_TEXT})*)\s*(?:#.*)?", re.S)
_PIECE = re.compile(_TEXT)
_QUOTED_PARTY = re.compile(r'(.*\S)\s*"([^"]*)"')
_BRACKET = re.compile(r"(.*\S)\s*\(([^()]*)\)")


class Named(NamedTuple):
    """Who stood, and what the election is called."""

    candidates: tuple[Found, ...]
    title: str
    doubts: tuple[Doubt, ...]


def named(name: str, section: Section) -> Named:
    """The candidates in the order of their numbers, and the title.

    Raises:
        BadFile: there are fewer names than candidates, or one that is no name.
    """
    entries = list(_entries(name, section))
    count = section.candidates
    if len(entries) < count:
        place = entries[-1][0] if entries else f"line {section.last or section.header}"
        raise BadFile(
            f"{name}, {place}: found {len(entries)} names, expected {count}, one for each candidate."
        )
    candidates = tuple(_candidate(name, place, text) for place, text in entries[:count])
    title = clean(entries[count][1]) if len(entries) > count else ""
    doubts = (*_problems(entries, count), *_open_marks(section), *_outcomes(candidates))
    return Named(candidates, title, doubts)


def _problems(entries: list[tuple[str, str]], count: int) -> tuple[Doubt, ...]:
    if len(entries) == count:
        place = entries[-1][0]
        return (
            (
                place,
                f"Found {count} names and nothing behind them, expected a title there; one name may be missing.",
            ),
        )
    return few(
        ((place, f"Found {clean(text)[:80]!r} behind the title, expected nothing; it was left out.")
         for place, text in entries[count + 1 :]), 5,
    )  # fmt: skip


def _open_marks(section: Section) -> tuple[Doubt, ...]:
    return few(
        ((f"line {line}", "Found a quotation mark without its other one, expected both or neither.")
         for line, text in section.rest if not text.lstrip().startswith("#") and text.count('"') % 2), 5,
    )  # fmt: skip


def _outcomes(candidates: tuple[Found, ...]) -> Iterator[Doubt]:
    """An outcome printed behind a name is kept as a word only: it is no part of this format."""
    for one in candidates:
        if outcome(one.slate):
            yield one.origin, f"Found {one.slate!r} behind the name of {one.name}, expected a party."


def _entries(name: str, section: Section) -> Iterator[tuple[str, str]]:
    """Names and title with their places: several on a line where they are quoted, else a line each."""
    for line, text in section.rest:
        if text.lstrip().startswith("#"):
            continue
        if len(text) > CELL_CHARACTERS:
            raise BadFile(
                f"{name}, line {line}: found a line of {len(text):,} characters, expected a name of at most {CELL_CHARACTERS:,}."
            )
        quoted = _QUOTED.fullmatch(text)
        pieces = [one[1:-1] for one in _PIECE.findall(quoted[1])] if quoted else [text.strip().strip('"')]
        for piece in pieces:
            yield f"line {line}", piece.replace('""', '"').strip()


def _candidate(name: str, place: str, text: str) -> Found:
    party = _QUOTED_PARTY.fullmatch(text) or _BRACKET.fullmatch(text)
    found = person(party[1] if party else text, place)
    if found is None:
        raise BadFile(f"{name}, {place}: found {clean(text)[:80]!r}, expected the name of a candidate.")
    return found._replace(slate=clean(party[2])) if party else found
