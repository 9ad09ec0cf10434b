"""What a column is for by its cells, where no heading says so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import NamedTuple

from importers.results.casing import is_shouted
from importers.results.figures import BLANKS, LABELLED, Figure, figure, of_role, paired
from importers.results.marks import FOOTNOTE
from importers.results.names import is_name
from importers.results.printed import parted
from importers.results.said import outcome_in_column
from importers.results.totals import is_total


class Contents(NamedTuple):
    """How much of a column's filled cells is what, as parts of one; `distinct` is low where cells repeat each other."""

    filled: int
    names: float
    figures: float
    percents: float
    outcomes: float
    distinct: float
    values: tuple[int | float, ...]
    pairs: float = 0.0
    """Cells that print votes and their share."""
    words: float = 0.0
    """Cells of one word that may be a forename or a surname."""
    shouted: float = 0.0
    """Cells in capitals."""

    @classmethod
    def of(cls, cells: Sequence[str]) -> Contents:
        """The contents of a column; blanks and what stands for them do not count."""
        filled = [cell for cell in cells if cell.casefold() not in BLANKS and not is_total(cell)]
        numbers = [one for cell in filled if (one := _number(cell)) is not None]

        def part(count: int) -> float:
            return count / len(filled) if filled else 0.0

        return cls(
            len(filled),
            part(sum(is_name(parted(cell).name) for cell in filled)),
            part(len(numbers)),
            part(sum(one.percent for one in numbers)),
            part(sum(bool(outcome_in_column(cell)) for cell in filled)),
            part(len(set(filled))),
            tuple(one.value for one in numbers),
            part(sum(paired(cell) is not None for cell in filled)),
            part(sum(_WORD.fullmatch(cell) is not None and not outcome_in_column(cell) for cell in filled)),
            part(sum(is_shouted(cell) for cell in filled)),
        )

    def is_share(self) -> bool:
        """Percent signs, or decimals that come to about a hundred."""
        decimals = any(isinstance(value, float) for value in self.values)
        return self.percents > 0.5 or (self.figures > 0.8 and decimals and 97 <= sum(self.values) <= 103)

    def is_rank(self) -> bool:
        """The numbers from 1 on, in their order."""
        count = len(self.values)
        return count > 1 and self.figures > 0.8 and list(self.values) == list(range(1, count + 1))


_WORD = re.compile(r"[^\W\d_a-z][^\W\d_]*(?:[-'’.][^\W\d_]+)*")
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}", re.A)


def _number(cell: str) -> Figure | None:
    """The figure of a cell, of votes beside their share, and behind a label."""
    bare = LABELLED.sub("", FOOTNOTE.sub("", cell))
    if _DOTTED.fullmatch(bare):
        bare = bare.replace(".", "")
    both = paired(bare)
    plain = figure(both[0] if both else bare)
    return plain or next((one for role in ("rank", "share") if (one := of_role(bare, role))), None)


def guessed(
    known: Sequence[str], contents: Sequence[Contents], *, freely: bool
) -> tuple[list[str], list[str]]:
    """The roles with those not known filled in by what the cells hold, and doubts; `freely` where there is no heading."""
    found, doubts = list(known), list[str]()
    if "name" not in found and "surname" not in found:
        _take(found, contents, "name", lambda one: one.names >= 0.6 and one.distinct > 0.7)
    if freely and "name" not in found and (doubt := _take_two(found, contents)):
        doubts.append(doubt)
    if freely:
        _take(found, contents, "rank", Contents.is_rank)
    for role in ("share", "previous_share") if freely else ("share",):
        _take(found, contents, role, Contents.is_share)
    _take(found, contents, "outcome", lambda one: one.outcomes == 1)
    for role in ("votes", "previous_votes") if freely else ("votes",):
        if _take(found, contents, role, lambda one: one.figures > 0.8 and not one.percents):
            at = found.index(role) + 1
            if role == "previous_votes" or not freely:
                doubts.append(
                    f"Column {at} has no heading that says what it is; its numbers were read as {_words(role)}."
                )
    if freely:
        _take(found, contents, "words", lambda one: not one.figures)
    return found, doubts


def _take_two(found: list[str], contents: Sequence[Contents]) -> str:
    """Give two neighbouring columns of single words to surnames, in capitals, and forenames; what was done, or nothing."""
    for at, (one, other) in enumerate(pairwise(contents)):
        alike = min(one.words, other.words) == 1 and min(one.filled, other.filled) > 1
        first, last = one.shouted == 1 and not other.shouted, other.shouted == 1 and not one.shouted
        apart = max(one.distinct, other.distinct) > 0.7 and (one if first else other).distinct > 0.7
        if alike and (first or last) and apart and one.filled == other.filled:
            found[at : at + 2] = ["surname", "forenames"] if first else ["forenames", "surname"]
            told = "surnames and forenames" if first else "forenames and surnames"
            return f"Columns {at + 1} and {at + 2} have no headings that say what they are; they were read as {told}."
    return ""


def _words(role: str) -> str:
    return "votes of the election before" if role == "previous_votes" else "votes"


def _take(
    found: list[str], contents: Sequence[Contents], role: str, fits: Callable[[Contents], bool]
) -> bool:
    """Give a role to the first column without one whose cells fit, unless the role is taken."""
    if role in found:
        return False
    for at, held in enumerate(contents):
        if not found[at] and held.filled and fits(held):
            found[at] = role
            return True
    return False
