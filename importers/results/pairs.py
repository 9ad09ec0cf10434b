"""Lists that stand one word below the other, as pages copied from a phone have them: name, perhaps a label, then votes."""

from __future__ import annotations

import re
from collections.abc import Sequence

from importers.documents.document import Cell
from importers.results.figures import NUMBER
from importers.results.names import is_name
from importers.results.printed import parted
from importers.words.amounts import PERCENT

FEWEST = 2
"""Candidates; one name above one number may be anything."""

_FIGURES = re.compile(
    rf"(?:{NUMBER}|{NUMBER}\s?{PERCENT})(?:\s?votes?)?(?:\s?[(,;]?\s?{NUMBER}\s?{PERCENT}\)?)?", re.I | re.A
)
_OPEN = re.compile(r"\([^()\d]{1,60}$")
_CLOSING = re.compile(r"[^()\d]{1,60}\)")
_LABEL = re.compile(r"[^\W\d_][^\d:.]{0,39}")


def closed(cells: Sequence[Cell]) -> list[Cell]:
    """The lines with those joined between which a bracket is broken, as copies from narrow columns have it."""
    whole: list[Cell] = []
    for cell in cells:
        before = whole[-1] if whole else None
        broken = before and _OPEN.search(before.text) and _CLOSING.match(cell.text)
        if before and broken and is_name(parted(before.text.partition("(")[0]).name):
            whole[-1] = before._replace(text=f"{before.text} {cell.text}")
        else:
            whole.append(cell)
    return whole


def paired(cells: Sequence[Cell]) -> list[Cell]:
    """The lines with names and the figures below them joined, each at the place of its name; as they are where there are none."""
    joined: list[Cell] = []
    at = pairs = 0
    while at < len(cells):
        found = _joined(cells, at)
        if found is None:
            joined.append(cells[at])
            at += 1
        else:
            joined.append(found[0])
            at += found[1]
            pairs += 1
    return joined if pairs >= FEWEST else list(cells)


def _joined(cells: Sequence[Cell], at: int) -> tuple[Cell, int] | None:
    """A candidate's line made of two or three, and of how many."""
    texts = [cell.text for cell in cells[at : at + 3]]
    if len(texts) < 2 or not is_name(parted(texts[0]).name) or re.search(r"\d{2}", texts[0]):
        return None
    if _FIGURES.fullmatch(texts[1]):
        return cells[at]._replace(text=f"{texts[0]} {texts[1]}"), 2
    if len(texts) == 3 and _LABEL.fullmatch(texts[1]) and _FIGURES.fullmatch(texts[2]):
        return cells[at]._replace(text=f"{texts[0]} ({texts[1]}) {texts[2]}"), 3
    return None
