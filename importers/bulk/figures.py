"""The figures and flags of a row: read for what they say, or said to be no such thing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, TypeVar

from importers.results.figures import BLANKS, figure, measured
from importers.results.said import gender, outcome_by_flag, sitting
from importers.results.text import clean

SHOWN: Final = 40
LONGEST: Final = 200
"""Signs of a cell that is remembered."""
MOST_DIGITS: Final = 10
TRUE: Final = frozenset({"true", "t", "yes", "y", "1"})
FALSE: Final = frozenset({"", "false", "f", "no", "n", "0"})


class BadCell(Exception):
    """A cell of a row that is not what its column holds; the text says what was found and what was expected."""


def number(cell: str, role: str) -> float | int | None:
    """A number of votes, a share or a rank.

    Raises:
        BadCell: it is none, negative, or larger than any.
    """
    if cell.isdigit() and len(cell) < MOST_DIGITS and cell.isascii() and role == "votes":
        return int(cell)
    text = clean(cell) if len(cell) <= SHOWN * 2 else cell[: SHOWN * 2]
    value, problem = measured(text, role)
    if problem:
        raise BadCell(problem)
    return value


def whole(cell: str, words: str, most: int) -> int | None:
    """A whole number of at least nought.

    Raises:
        BadCell: it is none.
    """
    text = clean(cell[: SHOWN * 2])
    if text.casefold() in BLANKS:
        return None
    found = figure(text)
    if found is None or found.percent or not isinstance(found.value, int) or not 0 <= found.value <= most:
        raise BadCell(f"Found {text[:SHOWN]!r}, expected {words} from 0 to {most:,}.")
    return found.value


def outcome(cell: str) -> str:
    """The outcome that a cell states; `unknown` where it states none.

    Raises:
        BadCell: it holds something else.
    """
    text = clean(cell[: SHOWN * 2])
    if text.casefold() in BLANKS:
        return "unknown"
    if text.casefold() in TRUE | FALSE:
        return "elected" if text.casefold() in TRUE else "not elected"
    found = outcome_by_flag(text)
    if not found:
        raise BadCell(f"Found {text[:SHOWN]!r}, expected whether elected, such as 1 or 0.")
    return found


def seated(cell: str) -> int | None:
    """Whether somebody sat already; a word that says neither says nothing."""
    said = sitting(clean(cell[: SHOWN * 2]))
    return None if said is None else int(said)


def stated_gender(cell: str) -> str | None:
    """`f` or `m` where a cell states it."""
    return gender(clean(cell[: SHOWN * 2])) or None


def flag(cell: str) -> bool:
    """Whether a cell says yes."""
    return cell.strip().casefold() in TRUE


T = TypeVar("T")


class Remembered(dict[str, T]):
    """What cells of few different texts say, each read once; at most so many are kept, and no long ones."""

    def __init__(self, read: Callable[[str], T], most: int = 1_000) -> None:
        super().__init__()
        self.read, self.most = read, most

    def __missing__(self, cell: str) -> T:
        value = self.read(cell)
        if len(self) >= self.most:
            self.clear()
        if len(cell) <= LONGEST:
            self[cell] = value
        return value

    def column(self, cells: Iterable[str]) -> list[T]:
        """What the cells of a column say."""
        return list(map(self.__getitem__, cells))
