"""Names of persons in running text: those on record, those that look like one, and surnames of persons named in full.

Nobody is made up: what is no name on record counts only where two to four words begin with capitals and none of them
is a word of places and organisations, and it becomes a candidate only where the text says so of it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from db.identity import plain_name
from importers.known import Known
from importers.prose.common import NO_NAMES, OPENING
from importers.results.casing import PARTICLES
from importers.results.names import LETTERS_AFTER, TITLES

_WORD = re.compile(r"[^\W\d_]\w*(?:['’‐‑-][^\W\d_]\w*)*")
_POSSESSIVE = re.compile(r"['’]s?$")

Span = tuple[int, int]


class _Part(NamedTuple):
    """A word of a run of capitalised words."""

    word: str
    start: int
    end: int


class People:
    """The persons that a document names in full, and the surnames that mean one of them only."""

    def __init__(self, known: Known, lower: frozenset[str]) -> None:
        self.known, self._lower = known, lower
        self._printed: dict[str, str] = {}
        self._by_surname: dict[str, set[str]] = defaultdict(set)

    def note(self, name: str) -> str:
        """Takes a full name down; returns the name as the document printed it first."""
        who = self._who(name)
        if who not in self._printed:
            self._printed[who] = name
            words = plain_name(name).split()
            last = plain_name(name.split()[-1])
            self._by_surname[last].add(who)
            for size in range(2, len(words)):
                self._by_surname[" ".join(words[-size:])].add(who)
        return self._printed[who]

    def on_record(self, name: str) -> bool:
        """Whether somebody of this name is on record."""
        return plain_name(name) in self.known.persons

    def named(self, text: str, taken: Sequence[Span]) -> Iterator[tuple[str, int, int]]:
        """Full name as first printed, start and end of every person in a text, outside what is taken by other mentions."""
        for piece in self._pieces(text, taken):
            name = " ".join(part.word for part in piece)
            full = self._surname(name) if not self._is_full(piece) else self.note(name)
            if full:
                yield full, piece[0].start, piece[-1].end

    def read(self, text: str, taken: Sequence[Span]) -> None:
        """Takes down the full names of a text."""
        for piece in self._pieces(text, taken):
            if self._is_full(piece):
                self.note(" ".join(part.word for part in piece))

    def _who(self, name: str) -> str:
        plain = plain_name(name)
        keys = self.known.persons.get(plain, ())
        return keys[0] if len(keys) == 1 else f" {plain}"

    def _surname(self, name: str) -> str | None:
        found = self._by_surname.get(plain_name(name), set())
        return self._printed[next(iter(found))] if len(found) == 1 else None

    def _is_full(self, piece: Sequence[_Part]) -> bool:
        name = " ".join(part.word for part in piece)
        if self.on_record(name):
            return True
        weighty = [part.word for part in piece if part.word.casefold() not in PARTICLES]
        return (
            2 <= len(weighty) <= 4
            and plain_name(name) not in self._by_surname
            and len(name) <= 60
            and not all(word.isupper() for word in weighty)
            and all(len(word) > 1 for word in weighty[-1:])
        )

    def _pieces(self, text: str, taken: Sequence[Span]) -> Iterator[list[_Part]]:
        """Runs of capitalised words, cut at words that are no part of a name."""
        for run in _runs(text, taken):
            piece: list[_Part] = []
            for at, part in enumerate(run):
                if not piece and self._opens(text, run, at):
                    continue
                if _is_no_name(part.word) and not self._ends_name(piece, part):
                    yield from _cut(piece)
                    piece = []
                else:
                    piece.append(part)
            yield from _cut(piece)

    def _ends_name(self, piece: list[_Part], part: _Part) -> bool:
        """Whether a word of places ends the name of somebody on record: `Emily North`."""
        return bool(piece) and self.on_record(" ".join(one.word for one in (*piece, part)))

    def _opens(self, text: str, run: Sequence[_Part], at: int) -> bool:
        """Whether a word is capitalised only because it opens a sentence, or is a title."""
        word = run[at].word.casefold().rstrip(".")
        if word in TITLES or word in PARTICLES - {"al", "de", "van", "von", "st", "la", "le"}:
            return True
        rest = " ".join(part.word for part in run[at : at + 2])
        return (
            word in OPENING or (at == 0 and word in self._lower and _starts(text, run[0].start))
        ) and not (len(run) > 1 and self.on_record(rest))


def people_of(texts: Iterable[tuple[str, Sequence[Span]]], known: Known) -> People:
    """The persons of a document.

    Args:
        texts: its lines, with the places that other mentions take up.
        known: the record.
    """
    lines = list(texts)
    lower = frozenset(
        word for text, _ in lines for word in re.findall(r"(?<![\w'’-])[a-z]{2,20}(?![\w'’-])", text)
    )
    people = People(known, lower)
    for text, taken in lines:
        people.read(text, taken)
    return people


def _runs(text: str, taken: Sequence[Span]) -> Iterator[list[_Part]]:
    """Capitalised words that follow each other with a blank between; particles may be small."""
    spans = sorted(taken)
    starts = [start for start, _ in spans]
    run: list[_Part] = []
    for one in _WORD.finditer(text):
        word = _POSSESSIVE.sub("", one[0])
        part = _Part(word, one.start(), one.start() + len(word))
        fits = word and not _is_taken(spans, starts, one.start(), one.end())
        if run and not (fits and _follows(text, run[-1], part)):
            yield _trimmed(run)
            run = []
        if fits and (word[0].isupper() or (run and word.casefold() in PARTICLES)):
            run.append(part)
        elif run:
            yield _trimmed(run)
            run = []
    yield _trimmed(run)


def _trimmed(run: list[_Part]) -> list[_Part]:
    """Without particles and letters such as `MP` at its end."""
    end = len(run)
    while end and (run[end - 1].word[0].islower() or run[end - 1].word in LETTERS_AFTER):
        end -= 1
    return run[:end]


def _follows(text: str, one: _Part, other: _Part) -> bool:
    between = text[one.end : other.start]
    dotted = between[:1] == "." and (len(one.word) == 1 or one.word.casefold() in TITLES)
    return (between[1:] if dotted else between) in (" ", "\u00a0", "  ")


def _is_taken(spans: Sequence[Span], starts: Sequence[int], start: int, end: int) -> bool:
    at = bisect_left(starts, end)
    return at > 0 and spans[at - 1][1] > start


def _is_no_name(word: str) -> bool:
    return word.casefold() in NO_NAMES or word in LETTERS_AFTER


def _cut(piece: list[_Part]) -> Iterator[list[_Part]]:
    while piece and piece[-1].word.casefold() in OPENING:
        piece = piece[:-1]
    if piece:
        yield piece


def _starts(text: str, at: int) -> bool:
    """Whether a sentence may start at a place."""
    before = text[max(0, at - 3) : at].rstrip(" \u00a0\"'“‘(")
    return not before or before[-1] in '.!?:;•*–—-“”"’'
