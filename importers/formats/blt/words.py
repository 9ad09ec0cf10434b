"""The statements in the numbers of a BLT file: comments taken off, several to a line or one, each with its line."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from fractions import Fraction
from typing import NamedTuple

from importers.documents.document import BadFile
from importers.results.ballots import Weight
from importers.results.figures import LONGEST


class Ballot(NamedTuple):
    """Papers of one order."""

    weight: Weight
    preferences: tuple[str, ...]
    """`3`, `2=4` where equal, `-` where one is left out."""
    closed: bool = True
    """Whether the 0 at the end was there."""


class Withdrawn(NamedTuple):
    """A candidate who withdrew before the count."""

    candidate: str


class Option(NamedTuple):
    """Words in square brackets."""

    name: str
    words: tuple[str, ...]


class End(NamedTuple):
    """The nought behind the ballots, and what follows on its line."""

    behind: str


Statement = list[str] | Ballot | Withdrawn | Option | End
"""The two words of the header come as a list."""

_PLAIN = re.compile(r"\s*(\d{1,10})((?:\s+[1-9]\d{0,4})+)\s+0\s*")
_WORD = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|[^\s()\[\]]+|[()\[\]]")
_EQUAL = re.compile(r"(?<!\s)\s*=\s*")
_WEIGHT = re.compile(r"(?:\d+(?:\.\d*)?|\.\d+)(?:/\d+)?", re.A)


def statements(name: str, lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, Statement]]:
    """All statements with their lines; none is asked for behind the end, so that names are not touched.

    Raises:
        BadFile: a word stands where a weight, a withdrawal or an option would.
    """
    header = True
    for line, text in _bare(lines):
        if not header and (plain := _PLAIN.fullmatch(text)):
            yield line, Ballot(int(plain[1]), tuple(plain[2].split()))
            continue
        if header:
            words = text.split(None, 2)
            yield line, words[:2]
            header, text = False, words[2] if len(words) > 2 else ""
        for said in _said(name, line, text):
            yield line, said


def _bare(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """The lines without comments, which run to the end of the line or from `/*` to `*/`."""
    inside = False
    for line, text in lines:
        bare = text
        if inside or "#" in text or "/*" in text:
            bare, inside = _uncommented(text, inside=inside)
        if bare.strip():
            yield line, bare


def _uncommented(text: str, *, inside: bool) -> tuple[str, bool]:
    """A line without comments, and whether the next begins inside one; each sign is looked at once."""
    kept: list[str] = []
    at, end = 0, text.find("#")
    while True:
        if inside:
            closing = text.find("*/", at)
            if closing < 0:
                return "".join(kept), True
            at, inside = closing + 2, False
        if 0 <= end < at:
            end = text.find("#", at)
        opening = text.find("/*", at, end if end >= 0 else len(text))
        if opening < 0:
            return "".join([*kept, text[at : end if end >= 0 else len(text)]]), False
        kept.append(text[at:opening] + " ")
        at, inside = opening + 2, True


def _said(name: str, line: int, text: str) -> Iterator[Statement]:
    words = _WORD.finditer(_EQUAL.sub("=", text))
    for word in words:
        if word[0] == "0":
            yield End(word.string[word.end() :])
            return
        if word[0].startswith("[") and len(word[0]) > 1:
            option, *rest = word[0].strip("[]").split() or [""]
            yield Option(option.casefold(), tuple(rest))
        elif word[0].startswith("-") and word[0][1:].isdecimal():
            yield Withdrawn(word[0][1:])
        elif not word[0].startswith("(") or len(word[0]) == 1:  # the id of a ballot says nothing about it
            yield _ballot(name, line, word[0], words)


def _ballot(name: str, line: int, first: str, words: Iterator[re.Match[str]]) -> Ballot:
    """The ballot of a weight and the words up to a nought or the end of the line."""
    weight = _weight(first)
    if weight is None:
        raise BadFile(
            f"{name}, line {line}: found {first[:LONGEST]!r}, expected the weight of a ballot, a candidate who withdrew "
            "such as -2, or the 0 that ends the ballots."
        )
    preferences: list[str] = []
    for word in words:
        if word[0] == "0":
            return Ballot(weight, tuple(preferences))
        shared = word[0].startswith("(") and word[0].endswith(")")
        preferences.append("=".join(word[0][1:-1].split()) if shared else word[0])
    return Ballot(weight, tuple(preferences), closed=False)


def _weight(word: str) -> Weight | None:
    if len(word) > LONGEST or not _WEIGHT.fullmatch(word):
        return None
    above, _, below = word.partition("/")
    if below and not int(below):
        return None
    value = Fraction(above.rstrip(".") or "0") / int(below or 1)
    return int(value) if value.denominator == 1 else value
