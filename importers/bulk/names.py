"""The names of a large table, quickly: most are two plain words, and those need no second look."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.matching import words_of
from importers.results.names import split
from importers.results.text import clean

PLAIN = re.compile(r"([A-Z][a-zß-öø-ÿ]+(?:-[A-Z][a-zß-öø-ÿ]+)?) ((?:Mc|Mac|[OD]['’])?[A-Z][a-zß-öø-ÿ]+)")
SIMPLE = re.compile(r"[A-Za-z -]+")
"""Letters and signs that need no folding."""
LONGEST = 200
"""Signs of a name; more is a cell that holds something else."""


LONGEST_KEY = 60


class Named(NamedTuple):
    """A name in the usual order, in that of lists, and as the lists sort it."""

    name: str
    sort_name: str
    sorted: str
    key: str
    """The name as a key."""


def named(cell: str) -> Named | None:
    """The name of a cell; None where it holds no letter, or too many."""
    plain = PLAIN.fullmatch(cell)
    if plain and len(cell) <= LONGEST:
        given, family = plain.groups()
        ordered = f"{family}, {given}"
        if not SIMPLE.fullmatch(cell):
            return _whole(cell, ordered)
        key = cell.lower().replace(" ", "-")
        return Named(cell, ordered, ordered.lower().replace(",", "").replace("-", " "), key)
    words = clean(cell)
    if len(words) > LONGEST or not any(map(str.isalpha, words)):
        return None
    name = split(words)
    return _whole(name.name, name.sort_name)


def named_in_two(forenames: str, surname: str) -> Named | None:
    """The name whose parts stand in two columns."""
    first, last = clean(forenames), clean(surname)
    if not first or not last:
        return named(first or last)
    if len(first) + len(last) > LONGEST or not any(map(str.isalpha, last)):
        return None
    return _whole(f"{first} {last}", f"{last}, {first}")


def _whole(name: str, sort_name: str) -> Named:
    key = "-".join(words_of(name)).encode("ascii", "ignore").decode()[:LONGEST_KEY].strip("-")
    return Named(name, sort_name, " ".join(words_of(sort_name)), key or "person")
