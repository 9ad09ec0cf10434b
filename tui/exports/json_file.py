"""A view as JSON, for programs: every value as stored, keyed by column, with its sources by number."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from math import isfinite
from typing import TypeAlias

from db.lens import Lens
from db.view import Cell, Chart, Column, Faction, Holder, Kind, Row, View
from tui.exports.disputed import DISPUTED, disputed_keys, marks_apart

Json: TypeAlias = str | int | float | bool | list["Json"] | dict[str, "Json"] | None

_UNSAFE = re.compile("[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
"""What the `json` module lets through although it drives a terminal, turns the line or is no UTF-8."""


def write(view: View) -> str:
    """Write the view as one object, in a stable order, indented by two."""
    text = json.dumps(_view(view), ensure_ascii=False, indent=2, allow_nan=False)
    return _UNSAFE.sub(lambda unsafe: f"\\u{ord(unsafe[0]):04x}", text)


def _view(view: View) -> dict[str, Json]:
    """The whole answer."""
    tables: list[Json] = [
        {
            "key": table.key,
            "title": table.title,
            "columns": [column.key for column in table.columns],
            "rows": _rows(table.columns, table.rows),
        }
        for table in view.tables
    ]
    return {
        "title": view.title,
        "lens": {"words": view.words, **_lens(view.seen)},
        "findings": list(view.findings),
        "columns": [column.key for column in view.columns],
        "rows": _rows(view.columns, view.rows),
        "total": view.total,
        "notes": list(view.notes),
        **({"chart": _chart(view.chart)} if view.chart else {}),
        "sources": [{"number": n, **source._asdict()} for n, source in enumerate(view.sources, 1)],
        "tables": tables,
    }


def _chart(chart: Chart) -> dict[str, Json]:
    """The figures of a chart."""
    series: list[Json] = [
        {
            "name": one.name,
            "unit": one.unit,
            "points": [{"date": date, "value": _value(value, one.kind)} for date, value in one.points],
        }
        for one in chart.series
    ]
    return {"title": chart.title, "series": series}


def _lens(lens: Lens) -> dict[str, Json]:
    """The fields of the lens that are set."""
    values = {name: getattr(lens, name) for name in lens._fields}
    return {
        name: sorted(value) if isinstance(value, frozenset) else value
        for name, value in values.items()
        if value
    }


def _rows(columns: Sequence[Column], rows: Sequence[Row]) -> list[Json]:
    """Rows as objects keyed by column."""
    return [
        {
            **{
                column.key: _value(cell, column.kind) for column, cell in zip(columns, row.cells, strict=True)
            },
            "sources": list(row.sources),
            **({DISPUTED: [*disputed_keys(columns, row)]} if marks_apart(columns) else {}),
        }
        for row in rows
    ]


def _value(cell: Cell, kind: Kind) -> Json:
    """One cell; a share has two decimals, and what is no number is null."""
    if isinstance(cell, float):
        if not isfinite(cell):
            return None
        return round(cell, 2) + 0.0 if kind in {Kind.SHARE, Kind.POINTS} else cell
    if isinstance(cell, Faction):
        return cell.label
    if isinstance(cell, tuple):
        return [_item(item) for item in cell]
    return cell


def _item(item: Faction | Holder | str) -> Json:
    """One of a list: a holder in full, others by name."""
    if isinstance(item, Faction):
        return item.label
    if isinstance(item, Holder):
        return {
            "person": item.person,
            "section": item.section,
            "since": item.since,
            "gained": item.gained,
            "represents": item.represents,
            "voting": item.voting,
            "basis": item.basis,
        }
    return item
