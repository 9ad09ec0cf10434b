"""How much two names are alike, and by what: the same words, an initial, a short form, half a surname, a slip of spelling."""

from __future__ import annotations

import re
from typing import NamedTuple

from db.identity.parts import PARTICLES, Parts, joined
from db.identity.short_forms import interchangeable, unlike

LEAST = 70.0
"""Likeness in percent below which two names are of two persons."""

SURNAME_ALONE = 60.0
"""Likeness of a surname to a whole name: of use only where nothing but the surname is printed."""


class Likeness(NamedTuple):
    """How much, and in words by what."""

    percent: float
    words: str


class _Fit(NamedTuple):
    """One part beside the other: 1 for the same."""

    share: float
    words: str = ""


_SAME = _Fit(1.0)
_DOUBLED = re.compile(r"(.)\1+")


def alike(one: Parts, other: Parts) -> Likeness | None:
    """How much a printed name is like one on record; None where they are of two persons.

    Args:
        one: as printed.
        other: on record.
    """
    if one.words == other.words:
        return Likeness(100.0, "same name")
    if len(one.words) > 1 and sorted(one.words) == sorted(other.words):
        return Likeness(97.0, "the same words in another order")
    surname = _surname(one.surname, other.surname)
    if surname is None:
        return _within(one, other)
    if not one.given or not other.given:
        return Likeness(SURNAME_ALONE * surname.share, "same surname")
    given = _given(one.given, other.given)
    if given is None:
        return _within(one, other)
    percent = 100.0 * surname.share * given.share
    said = [words for words in (given.words, surname.words) if words]
    return Likeness(percent, ", ".join(said) or "same name") if percent >= LEAST else None


def _within(one: Parts, other: Parts) -> Likeness | None:
    """One name is part of the other: `Gurinder Singh` of `Gurinder Singh Josan`."""
    few, many = sorted((one.words, other.words), key=len)
    if len(few) < 2 or few[0] != many[0] or not set(few) <= set(many) or min(map(len, few)) < 2:
        return None
    return Likeness(82.0, "part of the name")


def _surname(one: tuple[str, ...], other: tuple[str, ...]) -> _Fit | None:
    if one == other:
        return _SAME
    if joined(one) == joined(other):
        return _Fit(0.98, "the surname written otherwise")
    ours, theirs = set(one) - PARTICLES, set(other) - PARTICLES
    if ours and theirs and ours == theirs:
        return _Fit(0.97, "the surname written otherwise")
    if ours and theirs and (ours < theirs or theirs < ours):
        return _Fit(0.9, "one half of the surname")
    slips = spelt_alike(joined(one), joined(other))
    return _Fit(0.95 - 0.05 * (slips - 1), "the surname spelt much alike") if slips else None


def _given(one: tuple[str, ...], other: tuple[str, ...]) -> _Fit | None:
    if "".join(one) == "".join(other):
        return _SAME
    first = _first(one[0], other[0])
    if first is None:
        middle = (one[0] in other[1:] or other[0] in one[1:]) and min(len(one[0]), len(other[0])) > 2
        return _Fit(0.85, "known by a middle name") if middle else None
    if len(one) == 1 or len(other) == 1:
        rest = _Fit(0.99, "" if len(one) == len(other) else "but for middle names")
    elif all(_first(ours, theirs) for ours, theirs in zip(one[1:], other[1:], strict=False)):
        rest = _Fit(0.99)
    else:
        rest = _Fit(0.78, "another middle name")
    if len(one) == len(other) == 1:
        rest = _SAME
    return _Fit(first.share * rest.share, ", ".join(filter(None, (first.words or "same name", rest.words))))


def _first(one: str, other: str) -> _Fit | None:
    """One given name beside another."""
    if one == other:
        return _SAME
    if not one or not other:
        return None
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return _Fit(0.9, "same surname, the initial fits") if long[0] == short else None
    if interchangeable(one, other):
        return _Fit(0.95, f"{one.title()} may stand for {other.title()}")
    if unlike(one, other):
        return None
    if len(short) > 2 and long.startswith(short):
        return _Fit(0.93, f"{short.title()} may be short for {long.title()}")
    slips = spelt_alike(one, other)
    return _Fit(0.92 - 0.06 * (slips - 1), "the given name spelt much alike") if slips else None


def spelt_alike(one: str, other: str) -> int:
    """Slips of spelling between two words: one, or two in long words; 0 where they are not alike.

    A slip is a letter left out, put in, put for another, or two that changed places (optimal string alignment).
    """
    shorter = min(len(one), len(other))
    if shorter > 2 and _DOUBLED.sub(r"\1", one) == _DOUBLED.sub(r"\1", other):
        return 1
    if shorter < 4 or abs(len(one) - len(other)) > 2:
        return 0
    from rapidfuzz.distance import OSA

    slips = int(OSA.distance(one, other, score_cutoff=2))
    return slips if slips == 1 or (slips == 2 and shorter >= 7) else 0
