"""One row of a table as a candidate, by the roles of its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from importers.documents.document import Cell
from importers.results.casing import is_shouted
from importers.results.columns import Columns
from importers.results.figures import BLANKS, LIMITS, measured, paired
from importers.results.marks import FOOTNOTE
from importers.results.printed import candidate, parted
from importers.results.result import Backing, Doubt, Found
from importers.results.said import gender, is_sitting, outcome_by_flag, outcome_in_column, sitting, stage
from importers.results.totals import is_total

Row = Sequence[Cell]
LONGEST = 200
"""Signs; a longer cell holds prose and no name."""


def found(row: Row, columns: Columns) -> tuple[Found | None, tuple[Doubt, ...]]:
    """The candidate of a row and what is doubtful; None for a row that is no candidate's."""
    cell = _name(row, columns)
    if cell is None or is_total(cell.text) or len(cell.text) > LONGEST or not _is_worded(cell.text):
        return _nobody(row, columns)
    if len({one.text for one in row if one.text}) < 2:
        return None, (
            (cell.origin, f"Found {cell.text[:80]!r} alone in its row, expected figures; it was left out."),
        )
    person, doubts = candidate(parted(cell.text), cell.origin)
    doubts = (*doubts, *_unsaid(row, columns))
    if not person.name:
        return _nobody(row, columns)
    values, problems = _figures(row, columns)
    said = _words(row, columns, person)
    return person._replace(**values, **said), (*doubts, *problems)


def _name(row: Row, columns: Columns) -> Cell | None:
    """The cell with the name; a surname and forenames in two columns become one."""
    name, last, first = (columns.cell(row, role) for role in ("name", "surname", "forenames"))
    turned = columns.cell(row, "reversed")
    if turned is not None and turned.text:
        return Cell(_with_comma(turned.text), turned.origin)
    if name is not None and name.text:
        return name
    if last is None or not last.text:
        return first
    return last if first is None or not first.text else Cell(f"{last.text}, {first.text}", last.origin)


def _with_comma(text: str) -> str:
    """A name with its surname first as lists have it; a surname of two words is not told from forenames."""
    surname, _, forenames = text.partition(" ")
    clear = "," in text or not forenames or any(map(is_shouted, text.split()))
    return text if clear else f"{surname}, {forenames}"


def _nobody(row: Row, columns: Columns) -> tuple[None, tuple[Doubt, ...]]:
    """Figures without a name are told, unless the row is one of totals."""
    texts = [cell for cell in row if cell.text]
    votes = columns.cell(row, "votes")
    if votes is None or not votes.text or votes.text.casefold() in BLANKS:
        return None, ()
    if any(is_total(cell.text) for cell in texts):
        return None, ()
    name = _name(row, columns)
    if not (name and name.text.strip(" .-–—")) and not any(_is_worded(cell.text) for cell in texts):
        return None, ()
    return None, (
        (
            votes.origin,
            f"Found {votes.text[:40]!r} votes, expected a name beside them; the row was left out.",
        ),
    )


def _is_worded(text: str) -> bool:
    return any(sign.isalpha() for sign in text)


def _figures(row: Row, columns: Columns) -> tuple[dict[str, Any], tuple[Doubt, ...]]:
    values: dict[str, Any] = {}
    doubts: list[Doubt] = []
    for role in LIMITS:
        cell = columns.cell(row, role)
        if cell is None:
            continue
        text = FOOTNOTE.sub("", cell.text)
        both = paired(text) if role.endswith("votes") else None
        if both and columns.at(role.replace("votes", "share")) is None:
            values[role.replace("votes", "share")] = measured(both[1], "share")[0]
        value, problem = measured(both[0] if both else text, role)
        if value is not None:
            values[role] = value
        if problem and not _says_outcome(cell.text):
            doubts.append((cell.origin, problem))
    return values, tuple(doubts)


def _says_outcome(text: str) -> bool:
    """Whether a word such as `Withdrawn` stands where a figure would."""
    return bool(outcome_in_column(text))


def _words(row: Row, columns: Columns, person: Found) -> dict[str, Any]:
    """What the cells of words say, each only where it says something."""
    said: dict[str, Any] = {}
    texts = {role: cell.text for role in columns.roles if (cell := columns.cell(row, role)) and cell.text}
    if (slate := texts.get("slate", "")) and slate.casefold() not in BLANKS:
        said["slate"] = slate
    beside = [
        cell.text for role, cell in zip(columns.roles, row, strict=False) if role == "words" and cell.text
    ]
    if beside := [text for text in beside if text.casefold() not in BLANKS]:
        said["words"] = ", ".join(text for text in (person.words, *beside) if text)
    if (end := outcome_by_flag(texts.get("outcome", ""))) or (end := _misplaced(texts)):
        said["outcome"] = end
    if (at := stage(texts.get("outcome", ""))) is not None:
        said["stage"] = at
    if (sits := sitting(texts.get("sitting", ""))) is not None or is_sitting(texts.get("outcome", "")):
        said["sitting"] = True if sits is None else sits
    if backing := _backing(row, columns):
        said["endorsements"] = backing
    if stated := gender(texts.get("gender", "")):
        said["gender"] = stated
    return said


def _unsaid(row: Row, columns: Columns) -> tuple[Doubt, ...]:
    """Words in a column of outcomes that state none."""
    cell = columns.cell(row, "outcome")
    if cell is None or cell.text.casefold() in BLANKS or outcome_by_flag(cell.text) or is_sitting(cell.text):
        return ()
    return (
        (cell.origin, f"Found {cell.text[:60]!r}, expected an outcome such as elected; it was left out."),
    )


def _backing(row: Row, columns: Columns) -> tuple[Backing, ...]:
    """Who backs a candidate, one by one, as the cell lists them."""
    cell = columns.cell(row, "endorsements")
    if cell is None or cell.text.casefold() in BLANKS:
        return ()
    names = (name.strip(" .") for name in re.split(r"[,;/]|\s[&+]\s", cell.text))
    return tuple(Backing(name, cell.origin) for name in names if name and _is_worded(name))


def _misplaced(texts: dict[str, str]) -> str:
    """An outcome in words that stands in the place of the votes or the rank, as `Withdrawn` does."""
    return next((end for role in ("votes", "rank") if (end := outcome_in_column(texts.get(role, "")))), "")
