"""Whether a file is a large table, and what is understood of it before anything is stored."""

from __future__ import annotations

import re
from itertools import islice
from pathlib import Path, PurePath
from typing import Final

from importers.bulk.contests import KINDS
from importers.bulk.headings import Layout, layout
from importers.bulk.report import BulkPlan, Given
from importers.bulk.table import Table, header, looked_through, rows
from importers.results.text import clean

FIRST: Final = 10
LOOKED_AT: Final = 1_000
LETTERS: Final = re.compile(r"[^\W\d_]+")


def is_bulk(path: Path) -> bool:
    """Whether the headings of a file say that each row belongs to a contest of its own; only its start is read."""
    return layout(header(path)).is_of_contests


def plan(path: Path, given: Given = Given()) -> BulkPlan:  # noqa: B008
    """What is understood of a table; nothing is written.

    Raises:
        BadFile: it is no text, no table, or cannot be read.
    """
    table = looked_through(path)
    found = understood(table)
    columns = tuple((clean(one), field) for one, field in zip(found.headings, found.fields, strict=True))
    first = tuple(tuple(map(clean, fields)) for _, fields in islice(rows(table), FIRST))
    scheme = scheme_of(found, given, path.name)
    return BulkPlan(path.name, table.rows, columns, first, lacking(found, given), scheme)


def understood(table: Table) -> Layout:
    """The layout of a table; a column headed `kind` that never tells of a kind of contest is not understood."""
    found = layout(table.header)
    at = found.at("kind")
    if at < 0:
        return found
    cells = {
        fields[at].strip().casefold() for _, fields in islice(rows(table), LOOKED_AT) if at < len(fields)
    }
    if not cells - {""} or cells & KINDS.keys():
        return found
    return found._replace(fields=tuple("" if one == "kind" else one for one in found.fields))


def lacking(found: Layout, given: Given) -> tuple[str, ...]:
    """What neither the headings nor the user say, and without which no row can be placed."""
    own = set(found.fields)
    missing = [] if found.has_name else ["name"]
    if "body" not in own and not (given.body or found.body):
        missing.append("body")
    if not own & {"date", "contest"} and not given.date:
        missing.append("date")
    return tuple(missing)


def scheme_of(found: Layout, given: Given, name: str) -> str:
    """Whose the numbers of persons are: a data set, else the file, by the letters of its name (`results-2024.csv`: `results`)."""
    if not found.scheme:
        return ""
    if given.scheme or found.scheme != "?":
        return given.scheme or found.scheme
    words = "-".join(LETTERS.findall(PurePath(name).stem.casefold()))
    return f"numbers of {words or 'a table'}"
