"""Tables of the markup as sheets, with the cells that are bold: what is bold in a table of results was elected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.documents.document import ROWS, BadFile, Cell, Sheet
from importers.documents.grid import Row, check_size, sheet
from importers.documents.spans import WIDEST_SPAN, Held, Spanned, span, spread
from importers.formats.wikitext.markup import is_bold, plain
from importers.results.said import outcome
from importers.results.text import clean

_SPAN = re.compile(r"\b(colspan|rowspan)\s*=\s*[\"']?\s*(\d{1,9})", re.I | re.A)
_ATTRIBUTES = re.compile(r"^(?:[^|\[\]{}]|\{\{[^{}\[\]]{0,200}\}\}){0,2000}\|(?!\|)")
_NAMED = re.compile(r"^\{\{\s*party name with colou?r\s*\|([^{}|]{0,200})[^{}]{0,200}\}\}", re.I)
_COLOURED = re.compile(r"^\{\{\s*party colou?r cell\s*\|[^{}]{0,400}\}\}", re.I)
"""Templates that are cells themselves: a party's colour with its name, and the colour alone."""

_NOTES = re.compile(r"notes?|remarks?|comments?", re.I)
LONGEST_CELL = 20_000


class Raw(NamedTuple):
    """A cell as written."""

    text: str
    line: int
    head: bool


class Table(NamedTuple):
    """A table: its sheet, its caption, and the places of the cells that are bold."""

    sheet: Sheet
    caption: str
    line: int
    bold: frozenset[str]


def table(name: str, title: str, lines: Sequence[tuple[int, str]]) -> Table | None:
    """The table in lines from `{|` to `|}`; None where it has no cells.

    Raises:
        BadFile: it is larger than is taken, or a cell is longer than any of a result.
    """
    caption, raw = _raw(name, lines)
    held: dict[int, Held] = {}
    rows: list[Row] = []
    bold: set[str] = set()
    cells = 0
    for cells_of_row in raw:
        place = f"line {cells_of_row[0].line}"
        spanned = [_spanned(one, at) for at, one in enumerate(cells_of_row, 1)]
        bold |= {
            one.origin
            for one, cell in zip(spanned, cells_of_row, strict=True)
            if not cell.head and is_bold(_inner(cell.text))
        }
        rows.append(Row(place, spread(name, place, spanned, held)))
        cells += len(rows[-1].cells)
        check_size(name, place, len(rows), cells)
    if not rows:
        return None
    made = sheet(name, title, rows)
    return Table(_told(_without_colours(made)), caption, lines[0][0], frozenset(bold))


def _raw(name: str, lines: Sequence[tuple[int, str]]) -> tuple[str, list[list[Raw]]]:
    """The caption and the cells of each row; lines that begin no cell go on with the last."""
    caption: list[str] = []
    rows: list[list[Raw]] = [[]]
    in_caption = False
    for number, line in lines[1:]:
        bare = _COLOURED.sub("| ", _NAMED.sub(r"| || \1", line.strip()))
        if bare.startswith("|}"):
            break
        if bare.startswith("|-"):
            rows.append([])
            in_caption = False
        elif bare.startswith("|+"):
            in_caption, caption = True, [bare[2:]]
        elif bare.startswith(("|", "!")):
            in_caption = False
            rows[-1] += _cells(bare, number)
        elif in_caption:
            caption.append(bare)
        elif rows[-1] and bare:
            last = rows[-1][-1]
            if len(last.text) > LONGEST_CELL:
                raise BadFile(
                    f"{name}, line {number}: found a cell of more than {LONGEST_CELL:,} characters, expected at most as many."
                )
            rows[-1][-1] = last._replace(text=f"{last.text}\n{bare}")
    return plain(_inner(" ".join(caption))[:LONGEST_CELL]), [row for row in rows if row]


def _cells(bare: str, number: int) -> Iterator[Raw]:
    """The cells of a line, parted by `||`, or by `!!` in a line of headings, and not inside of brackets."""
    head = bare.startswith("!")
    depth, start = 0, 1
    for found in re.finditer(r"\{\{|\}\}|\[\[|\]\]|\|\||!!", bare):
        sign = found[0]
        if sign in ("{{", "[["):
            depth += 1
        elif sign in ("}}", "]]"):
            depth = max(depth - 1, 0)
        elif not depth and found.start() >= start and (head or sign == "||"):
            yield Raw(bare[start : found.start()], number, head)
            start = found.end()
    yield Raw(bare[start:], number, head)


def _inner(text: str) -> str:
    """A cell without its attributes."""
    return _ATTRIBUTES.sub("", text, count=1)


def _spanned(one: Raw, at: int) -> Spanned:
    attributes = _ATTRIBUTES.match(one.text)
    spans = {key.casefold(): number for key, number in _SPAN.findall(attributes[0] if attributes else "")}
    return Spanned(
        plain(_inner(one.text)),
        span(spans.get("colspan", ""), WIDEST_SPAN),
        span(spans.get("rowspan", ""), ROWS),
        f"line {one.line}, cell {at}",
    )


def _without_colours(made: Sheet) -> Sheet:
    """The sheet without columns that hold nothing below their heading: cells that only show a party's colour."""
    width = len(made.rows[0]) if made.rows else 0
    kept = [at for at in range(width) if any(row[at].text for row in made.rows[1:])]
    return made._replace(rows=tuple(tuple(row[at] for at in kept) for row in made.rows)) if kept else made


def _told(made: Sheet) -> Sheet:
    """The sheet with a column of notes headed as outcomes, where these are all that it holds."""
    header, *body = made.rows
    for at, head in enumerate(header):
        filled = [text for row in body if (text := clean(row[at].text))]
        if _NOTES.fullmatch(clean(head.text)) and filled and all(map(outcome, filled)):
            renamed = (*header[:at], Cell("Result", head.origin), *header[at + 1 :])
            return made._replace(rows=(renamed, *body))
    return made
