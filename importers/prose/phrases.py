"""Phrases found among the words of a text, the longest first, whatever their case, accents and hyphens."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from db.matching import folded

_WORD = re.compile(r"[^\W_]+")
_BETWEEN = frozenset(" \u00a0-‐‑–'’()/&+")
_WIDEST = 3
"""Signs between two words of a phrase."""


class Word(NamedTuple):
    """A word of a text, folded, and where it stands."""

    plain: str
    start: int
    end: int


class Phrases:
    """Phrases and what each may mean."""

    def __init__(self, forms: Mapping[str, tuple[str, ...]]) -> None:
        """Takes folded phrases with the keys of what they may mean."""
        self._by_first: dict[str, list[tuple[tuple[str, ...], tuple[str, ...]]]] = defaultdict(list)
        for form, keys in forms.items():
            words = tuple(form.split())
            self._by_first[words[0]].append((words, keys))
        for phrases in self._by_first.values():
            phrases.sort(key=lambda one: -len(one[0]))

    def longest(self, text: str, words: Sequence[Word], at: int) -> tuple[int, tuple[str, ...]]:
        """How many words the longest phrase has that begins at a word, and what it may mean; 0 where none does."""
        for phrase, keys in self._by_first.get(words[at].plain, ()):
            found = words[at : at + len(phrase)]
            if tuple(word.plain for word in found) == phrase and all(
                joined(text, one, other) for one, other in pairwise(found)
            ):
                return len(phrase), keys
        return 0, ()


def words_in(text: str) -> list[Word]:
    """The words of a text."""
    return [Word(_plain(one[0]), one.start(), one.end()) for one in _WORD.finditer(text)]


def joined(text: str, one: Word, other: Word) -> bool:
    """Whether two words may belong to one phrase: no comma, full stop or the like stands between them."""
    between = text[one.end : other.start]
    return len(between) <= _WIDEST and _BETWEEN.issuperset(between)


def _plain(word: str) -> str:
    return word.lower() if word.isascii() else folded(word)
