"""Where the tables of a sheet begin: rows of titles, rows of headings, headings in two rows."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.documents.document import Cell
from importers.results.figures import figure
from importers.results.groups import group
from importers.results.headings import heading, is_header
from importers.results.layouts import Layouts, layout_key
from importers.results.totals import counted

Row = tuple[Cell, ...]
Rows = Sequence[Row]
_LABELS = re.compile(
    r"section|body|committee|method|voting (?:system|method)|quota rule|election date|polling day|closing date"
    r"|date(?: of (?:the )?(?:election|result|declaration|count))?",
    re.I,
)
_YEAR = re.compile(r"(?:19|20)\d\d(?:\s+\w+)?")


class Part(NamedTuple):
    """One table of a sheet: titles above, headings if there are any, the rows below."""

    titles: tuple[Cell, ...]
    header: Row | None
    body: Rows
    labelled: tuple[Cell, ...] = ()
    """Labels with what they say of the contest, above the headings."""


def parts(rows: Rows, layouts: Layouts) -> Iterator[Part]:
    """The tables that stand one above the other; the last titles of one may belong to the next."""
    heads = list(_heads(rows, layouts))
    if not heads:
        start = _titled(rows)
        yield Part(_titles(rows[:start]), None, rows[start:], _pairs(rows[:start]))
        return
    starts = [_title_start(rows, first) for first, _, _ in heads]
    ends = [*starts[1:], len(rows)]
    for (first, after, header), start, end in zip(heads, starts, ends, strict=True):
        own = rows[start:first]
        yield Part(_titles(own), header, rows[after:end], _pairs(own))


def _heads(rows: Rows, layouts: Layouts) -> Iterator[tuple[int, int, Row]]:
    """First row, row after, and the cells of all headings; those in two rows as one."""
    at = 0
    while at < len(rows):
        two = _two(rows, at)
        if two is not None:
            yield at, at + 2, two
            at += 2
            continue
        if _is_header(rows[at], layouts) or (at == _titled(rows) and _is_plain(rows, at)):
            yield at, at + 1, rows[at]
        at += 1


def _is_header(row: Row, layouts: Layouts) -> bool:
    key = layout_key([cell.text for cell in row])
    return is_header([cell.text for cell in row]) or (any(key) and key in layouts)


def _is_plain(rows: Rows, at: int) -> bool:
    """Whether the first row of a table names its candidates' column and has words above figures, whatever they mean."""
    if at + 1 >= len(rows) or not _is_worded(rows[at]):
        return False
    below = rows[at + 1]
    named = any(heading(cell.text).role in ("name", "surname") for cell in rows[at])
    return named and any(
        cell.text and figure(other.text) for cell, other in zip(rows[at], below, strict=False)
    )


def _two(rows: Rows, at: int) -> Row | None:
    """Two rows of headings as one: the first spans columns of the second with years or kinds of figures."""
    if at + 2 >= len(rows):
        return None
    upper, lower = rows[at], rows[at + 1]
    if len(upper) != len(lower):
        return None
    if not _is_worded(upper) or not _is_worded(lower):
        return None
    above = _spread(upper, lower)
    joined = tuple(_joined(one, other) for one, other in zip(above, lower, strict=True))
    spans = len({cell.text for cell in above if cell.text}) < sum(bool(cell.text) for cell in above)
    empty = any(not cell.text for cell in lower)
    below = {heading(cell.text).role for cell in lower} - {""}
    named = any(heading(cell.text).role in ("name", "surname") for cell in lower)
    upper_named = any(heading(cell.text).role in ("name", "surname") for cell in upper)
    telling = len(below & {"votes", "share", "rank", "outcome", "stage", "forenames", "surname"}) > 0
    fitting = telling and (named or (upper_named and (empty or spans)))
    return joined if fitting and (spans or empty) and is_header([cell.text for cell in joined]) else None


def _is_worded(row: Row) -> bool:
    """Whether a row may be one of headings: several of them, short, and no figures but years."""
    texts = [cell.text for cell in row if cell.text]
    return len(set(texts)) > 1 and all(
        len(text) <= 60 and (figure(text) is None or _YEAR.fullmatch(text)) for text in texts
    )


def _spread(upper: Row, lower: Row) -> list[Cell]:
    """The upper row with words over a blank carried on to the right, as far as headings stand below."""
    spread: list[Cell] = []
    for at, cell in enumerate(upper):
        last = spread[-1] if spread else None
        blank = not cell.text and lower[at].text and last is not None
        carries = blank and last and last.text and heading(last.text).role not in ("name", "surname", "slate")
        spread.append(last if carries and last else cell)
    return spread


def _joined(one: Cell, other: Cell) -> Cell:
    if not other.text or one.text == other.text:
        return one
    return other if not one.text else Cell(f"{one.text} {other.text}", other.origin)


def _filled(row: Sequence[Cell]) -> int:
    return len({cell.text for cell in row if cell.text})


def _is_title(row: Row) -> bool:
    """Whether a row has one text, or a label and what it says of the contest."""
    texts = [cell.text for cell in row if cell.text]
    return (
        len(set(texts)) == 1
        or (len(texts) == 2 and _LABELS.fullmatch(texts[0].rstrip(" :")) is not None)
        or (len(texts) == 2 and bool(counted(texts[0])) and counted(texts[0]) not in ("total", "nobody"))
    )


def _titled(rows: Rows) -> int:
    """How many rows at the top of a table without headings are titles; words that head a group are none."""
    count = next((at for at, row in enumerate(rows) if _filled(row) > 1 and not _is_title(row)), len(rows))
    while count and (last := _text(rows[count - 1])) and group(last.text, last.origin) is not None:
        count -= 1
    return count


def _title_start(rows: Rows, header: int) -> int:
    """Where the title rows right above a row of headings begin."""
    start = header
    while (
        start and _is_title(rows[start - 1]) and (_filled(rows[start - 1]) == 1 or _is_first(rows, start - 1))
    ):
        start -= 1
    return start


def _is_first(rows: Rows, at: int) -> bool:
    """Whether nothing but titles stands above a row: labels below a table are its totals."""
    return all(_is_title(row) for row in rows[:at])


def _titles(rows: Rows) -> tuple[Cell, ...]:
    """The titles, the nearest to the table first."""
    return tuple(cell for row in reversed(rows) if _filled(row) == 1 for cell in [_text(row)] if cell)


def _pairs(rows: Rows) -> tuple[Cell, ...]:
    """Labels with their values as `Seats: 3`."""
    pairs = ([cell for cell in row if cell.text] for row in rows if _filled(row) == 2)
    return tuple(Cell(f"{label.text.rstrip(' :')}: {value.text}", value.origin) for label, value in pairs)


def _text(row: Sequence[Cell]) -> Cell | None:
    return next((cell for cell in row if cell.text), None)
