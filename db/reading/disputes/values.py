"""Two values of one field held against each other: the same, one less exact than the other, other words, or a contradiction."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Final

from db.dates import after, is_date
from db.matching import words_of
from db.reading.fields import exactly


class Kind(StrEnum):
    """What the values of a field are, and so how far apart they can be."""

    FIGURE = "figure"
    DATE = "date"
    WORDS = "words"
    WORDING = "wording"
    """Words that sources choose freely: two ways of saying it contradict nobody."""
    METHOD = "method"
    """Words on how votes are counted: a contradiction where they name methods that are not the same."""


class Relation(StrEnum):
    """How another value stands to the one that it is held against."""

    SAME = "same"
    LESS_EXACT = "less exact"
    """One of the two says what the other says, less exactly."""
    WORDING = "other words"
    OTHER = "other"
    """Both cannot be right."""


WORDINGS: Final = frozenset(
    {"name_as_printed", "description", "subject", "slate_label", "electorate_words", "note"}
)
"""Fields of free words."""

METHODS: Final = (
    re.compile(r"\b(plurality|fptp|first past the post|most votes|block vote)\b", re.IGNORECASE),
    re.compile(r"\b(stv|single transferable|preferential|alternative vote|ranked)\b", re.IGNORECASE),
    re.compile(r"\belectoral college\b", re.IGNORECASE),
    re.compile(r"\b(omov|one member,? one vote)\b", re.IGNORECASE),
)
"""Ways of voting and counting that a text may name."""


def relation(kind: Kind, one: str, other: str) -> Relation:
    """How two values of a field, as files or sources write them, stand to each other."""
    if _same(kind, one, other):
        return Relation.SAME
    if kind is Kind.WORDING or (kind is Kind.METHOD and not _contradict(one, other)):
        return Relation.WORDING
    if kind is Kind.DATE and (one.startswith(other) or other.startswith(one)):
        return Relation.LESS_EXACT
    if kind is Kind.FIGURE and (_rounds(one, other) or _rounds(other, one)):
        return Relation.LESS_EXACT
    return Relation.OTHER


def distance(kind: Kind, one: str, other: str) -> float | None:
    """How far two values are apart: figures in percent of the larger, dates in days at the least; None for words.

    Days are counted between the last day that the earlier date can mean and the first that the later one can.
    """
    if kind is Kind.FIGURE:
        first, second = exactly(one), exactly(other)
        if first is None or second is None:
            return None
        larger = max(abs(first), abs(second))
        return float(abs(first - second) / larger * 100) if larger else 0.0
    if kind is Kind.DATE and is_date(one) and is_date(other):
        early, late = sorted((one, other))
        return float(max((_day(late) - _day(after(early))).days + 1, 0))
    return None


def _same(kind: Kind, one: str, other: str) -> bool:
    if kind is Kind.FIGURE:
        first, second = exactly(one), exactly(other)
        if first is not None and second is not None:
            return first == second
    if kind is Kind.DATE:
        return one == other
    return one == other or (words_of(one) == words_of(other) != [])


def _rounds(exact: str, rough: str) -> bool:
    """Whether one figure, rounded to the decimals that the other has, is that; whole numbers round nothing away."""
    first, second = exactly(exact), exactly(rough)
    if first is None or second is None:
        return False
    more, less = _decimals(first), _decimals(second)
    return more > less and abs(first - second) * 2 <= Decimal(1).scaleb(-less)


def _decimals(number: Decimal) -> int:
    return max(-int(number.as_tuple().exponent), 0)


def _contradict(one: str, other: str) -> bool:
    """Whether both name ways of voting and counting, and none that is the other's."""
    first, second = (
        {number for number, way in enumerate(METHODS) if way.search(text)} for text in (one, other)
    )
    return bool(first) and bool(second) and not first & second


def _day(text: str) -> date:
    parts = [int(part) for part in text.split("-")]
    return date(*[*parts, 1, 1][:3])
