"""The names of a large table, quickly: most are two plain words, and those need no second look."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.matching import searchable, words_of
from importers.results.names import split
from importers.results.text import clean

USUAL = re.compile(r"([A-Z][a-z]+(?:-[A-Z][a-z]+)?) ((?:Mc|Mac)?[A-Z][a-z]+)")
"""A name of plain letters, which need no folding."""
PLAIN = re.compile(r"([A-Z][a-zß-öø-ÿ]+(?:-[A-Z][a-zß-öø-ÿ]+)?) ((?:Mc|Mac|[OD]['’])?[A-Z][a-zß-öø-ÿ]+)")
LONGEST = 200
"""Signs of a name; more is a cell that holds something else."""


LONGEST_KEY = 60
new = tuple.__new__  # of a named tuple, past the function that puts names to its values: in half the time
PLAIN_KEY = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


class Named(NamedTuple):
    """A name in the usual order, in that of lists, as the lists sort it, as a key, and the words by which it is found."""

    name: str
    sort_name: str
    sorted: str
    key: str
    words: str


def name_as_key(name: str) -> str:
    """The name of a person as a key."""
    plain = name.lower().replace(" ", "-")
    if PLAIN_KEY.fullmatch(plain) and len(plain) <= LONGEST_KEY:
        return plain
    words = "-".join(words_of(name)).encode("ascii", "ignore").decode()
    return words[:LONGEST_KEY].strip("-") or "person"


def named(cell: str) -> Named | None:
    """The name of a cell; None where it holds no letter, or too many."""
    if len(cell) <= LONGEST:
        if usual := USUAL.fullmatch(cell):
            given, family = usual.groups()
            if "-" in cell or len(cell) > LONGEST_KEY or given.lower() == family.lower():
                return _whole(cell, f"{family}, {given}")
            plain = cell.lower()
            sort = f"{family} {given}".lower()
            return new(Named, (cell, f"{family}, {given}", sort, plain.replace(" ", "-"), plain))
        if foreign := PLAIN.fullmatch(cell):
            given, family = foreign.groups()
            return _whole(cell, f"{family}, {given}")
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
    return Named(name, sort_name, " ".join(words_of(sort_name)), name_as_key(name), searchable(name))
