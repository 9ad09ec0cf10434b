"""The rows below the headings of a table: candidates, words that head several of them, totals, legends."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from importers.documents.document import Cell
from importers.results.columns import Columns
from importers.results.figures import figure
from importers.results.groups import Group, group
from importers.results.marks import BOLD, Marked, is_legend, signs_at
from importers.results.names import is_name
from importers.results.result import Doubt
from importers.results.rows import found
from importers.results.stated import counts_said, is_of_counts, said
from importers.results.tallies import NOTHING, Told, told
from importers.results.totals import counted, is_total

Row = tuple[Cell, ...]
CONSTANT = ("date", "seats", "electorate", "ballots", "valid_votes", "turnout")
"""Roles of columns that say the same of the contest in every row."""


class Body(NamedTuple):
    """What the rows say; `previous` is said of the election before."""

    marked: tuple[Marked, ...]
    told: Told
    previous: Told
    doubts: tuple[Doubt, ...]


def read(rows: Sequence[Row], columns: Columns) -> Body:
    """The rows of one table, in their order."""
    marked: list[Marked] = []
    said, before = NOTHING, NOTHING
    doubts: list[Doubt] = []
    head: Group | None = None
    for row in rows:
        person, problems = found(row, columns)
        lone = _lone(row)
        if person is not None:
            marked.append(Marked(head.joined(person) if head else person, _signs(row, columns)))
            doubts += problems
        elif _is_count(row):
            here, earlier = _counts(row, columns)
            said, before = said.beside(here), before.beside(earlier)
        elif lone and is_of_counts(lone.text):
            said = said.beside(counts_said(lone.text, lone.origin))
        elif lone and (heads := _heading(lone, row, first=not marked)):
            head = heads
            doubts += _unsure(heads)
        elif not (lone and is_legend(lone.text)):
            doubts += problems
    return Body(tuple(marked), said, before, tuple(doubts))


def _lone(row: Row) -> Cell | None:
    """The one text of a row that has no other."""
    texts = {cell.text for cell in row if cell.text}
    return next(cell for cell in row if cell.text) if len(texts) == 1 else None


def _heading(lone: Cell, row: Row, *, first: bool) -> Group | None:
    """The group that a lone text heads; a name in one cell is that of a candidate without figures."""
    spanning = len(row) > 1 and all(cell.text == lone.text for cell in row)
    return group(lone.text, lone.origin, spanning=spanning or first or not is_name(lone.text))


def _unsure(heads: Group) -> Iterator[Doubt]:
    if not heads.certain:
        yield (
            heads.origin,
            f"Found {heads.text!r} above candidates, read as the slate they stood on; it may be a mere sub-title.",
        )


def _signs(row: Row, columns: Columns) -> frozenset[str]:
    """The signs at the name and at the votes; bold where the name is printed so."""
    cells = [columns.cell(row, role) for role in ("name", "reversed", "surname", "votes")]
    texts = [cell.text for cell in cells if cell]
    strong = any(cell.strong for cell in cells if cell)
    return frozenset((*signs_at(*texts), *([BOLD] if strong else [])))


def _is_count(row: Row) -> bool:
    """Whether a row has a total's label before its figures."""
    return _label(row) is not None and len({cell.text for cell in row if cell.text}) > 1


def _label(row: Row) -> int | None:
    """The column with the label of a total, before which only a rank or a contest may stand."""
    filled = [at for at, cell in enumerate(row) if cell.text][:3]
    return next((at for at in filled if is_total(row[at].text) or counted(row[at].text)), None)


def _counts(row: Row, columns: Columns) -> tuple[Told, Told]:
    """What a row of totals counts, for the election at hand and for the one before."""
    start = _label(row) or 0
    sort = counted(row[start].text)
    here, earlier = NOTHING, NOTHING
    if not sort:
        return here, earlier
    for at, cell in enumerate(row[start + 1 :], start + 1):
        value = figure(cell.text)
        role = columns.roles[at] if at < len(columns.roles) else ""
        if value is None or row[at - 1].text == cell.text or (value.percent and sort != "turnout"):
            continue
        if role.endswith("share") and sort != "turnout":
            continue
        one = told(sort, value._replace(percent=value.percent or _is_part(role, sort)), cell.origin)
        if role.startswith("previous"):
            earlier = earlier.beside(one)
        elif role == "votes" or not _has(here, sort):
            here = here.beside(one)
    return here, earlier


def _is_part(role: str, sort: str) -> bool:
    return role.endswith("share") and sort == "turnout"


def _has(said: Told, sort: str) -> bool:
    return any(one.field == sort for one in (*said.facts, *said.counts))


def constants(rows: Sequence[Row], columns: Columns) -> Told:
    """Facts of columns that say the same in every row; where they differ they say nothing of this contest."""
    found = NOTHING
    for role in CONSTANT:
        at = columns.at(role)
        cells = [row[at] for row in rows if at is not None and at < len(row) and row[at].text]
        if cells and len({cell.text for cell in cells}) == 1:
            found = found.beside(_constant(role, cells[0]))
    return found


def _constant(role: str, cell: Cell) -> Told:
    if role == "date":
        return Told(tuple(one for one in said(cell.text, cell.origin).facts if one.field == "date"))
    value = figure(cell.text)
    return told(role, value, cell.origin) if value else NOTHING
