"""What a drawing is made of: runs of text with the colour they ask for, not yet the colour that they get.

A drawing does not know the theme.  It names the faction's own colour, and the widget that places it makes the colour legible
against whatever background it stands on.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, TypeAlias

from rich.cells import cell_len


class Ink(NamedTuple):
    """A run of text in one style."""

    text: str
    colour: str | None = None
    """`#rrggbb` of the faction, or None for the colour of ordinary text."""
    under: str | None = None
    """`#rrggbb` behind the text, where one cell shows two parts."""
    faint: bool = False
    strong: bool = False


Line: TypeAlias = list[Ink]


def words(line: Iterable[Ink]) -> str:
    """The text of a line without its styles."""
    return "".join(ink.text for ink in line)


def width(line: Iterable[Ink]) -> int:
    """How many cells of a terminal a line takes."""
    return sum(cell_len(ink.text) for ink in line)


def merged(line: Iterable[Ink]) -> Line:
    """The same line with neighbours of one style joined, so that a row of seats is not a hundred segments."""
    runs: Line = []
    for ink in line:
        if runs and runs[-1][1:] == ink[1:]:
            runs[-1] = ink._replace(text=runs[-1].text + ink.text)
        elif ink.text:
            runs.append(ink)
    return runs
