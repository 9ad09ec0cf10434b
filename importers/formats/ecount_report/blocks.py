"""The lines of a report of stages as blocks: the number of the stage, whose votes move, and the rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from importers.formats.stage_rows import STAGES, decimal
from importers.results.count_sheet import ELECTED, EXCLUDED

_STAGE: Final = re.compile(r"stage\s+(\d{1,4})\b[\s:|.-]*(.*)", re.I | re.A)
_MOVED: Final = re.compile(r"(surplus|exclusion)\s+of\s+(.+)", re.I)
_PRINTED: Final = re.compile(r"-?(?:\d[\d,]*)?\.\d{2,5}", re.A)
_FIGURE: Final = re.compile(r"-?(?:\d[\d,]*)?\.?\d+|-?\d+\.", re.A)
_NOBODY: Final = re.compile(r"non.?transferable\b.*", re.I)
_TOTAL: Final = re.compile(r"totals?\b.*", re.I)
_COLUMNS: Final = re.compile(r"candidate name\b.*|.*\btransfer value\b.*", re.I)
_STATUSES: Final = {"elected": ELECTED, "excluded": EXCLUDED, "eliminated": EXCLUDED}


class Row(NamedTuple):
    """One row of a stage."""

    line: int
    head: str
    """The name, and behind it the affiliation where no stroke parts them."""
    affiliation: str
    above: str
    """The line of words above, where an affiliation may begin."""
    transfer: Decimal | None
    total: Decimal | None
    status: str

    @property
    def is_nobody(self) -> bool:
        """Whether it tells of votes that were transferred to nobody."""
        return _NOBODY.fullmatch(self.head) is not None

    @property
    def is_total(self) -> bool:
        """Whether it is the sum of the rows above it."""
        return _TOTAL.fullmatch(self.head) is not None


class Block(NamedTuple):
    """One stage."""

    stage: int
    excluded: str
    """Who is excluded by the heading; empty for a surplus and for the first stage."""
    rows: list[Row]


def blocks(lines: Sequence[tuple[int, str]]) -> tuple[list[tuple[int, str]], list[Block]]:
    """The lines above the first stage, and the stages; a heading that is repeated on a new page goes on with its stage."""
    head: list[tuple[int, str]] = []
    found: list[Block] = []
    above = ""
    for line, text in lines:
        heading = _STAGE.match(text)
        if heading and 1 <= int(heading[1]) <= STAGES:
            if not found or found[-1].stage != int(heading[1]):
                found.append(Block(int(heading[1]), "", []))
            text = heading[2]
        elif not found:
            head.append((line, text))
            continue
        if moved := _MOVED.match(text):
            excluded = moved[2].strip(" |") if moved[1].casefold() == "exclusion" else ""
            found[-1] = found[-1]._replace(excluded=excluded)
        elif row := _row(line, text, above):
            found[-1].rows.append(row)
        above = (
            "" if heading or moved or row or _COLUMNS.fullmatch(text) or any(map(str.isdigit, text)) else text
        )
    return head, found


def _row(line: int, text: str, above: str) -> Row | None:
    """The row of a line; None for one without figures."""
    if "|" in text:
        return _parted(line, [cell.strip() for cell in text.strip("|").split("|")])
    words = text.split()
    end = len(words)
    while end and not _PRINTED.fullmatch(words[end - 1]):
        end -= 1
    start = end - 2 if end > 1 and _PRINTED.fullmatch(words[end - 2]) else end - 1
    if start < 1:
        return None
    figures = [decimal(one) for one in words[start:end]]
    transfer = figures[0] if len(figures) > 1 else None
    status = _STATUSES.get(" ".join(words[end:]).casefold(), "")
    return Row(line, " ".join(words[:start]), "", above, transfer, figures[-1], status)


def _parted(line: int, cells: list[str]) -> Row | None:
    """The row of cells: the name, the affiliation if it is there, one or two figures, the status if it is there."""
    places = [at for at, cell in enumerate(cells) if _FIGURE.fullmatch(cell)][:2]
    if not places or not places[0] or not cells[0]:
        return None
    figures = [decimal(cells[at]) for at in places]
    affiliation = cells[1] if places[0] > 1 else ""
    behind = [_STATUSES.get(cell.casefold(), "") for cell in cells[places[-1] + 1 :]]
    transfer = figures[0] if len(figures) > 1 else None
    return Row(line, cells[0], affiliation, "", transfer, figures[-1], next(filter(None, behind), ""))
