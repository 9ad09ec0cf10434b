"""Claims, and what explains findings, on their way into their tables."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from db import records
from db.loading.rows import Values, fields_of, named_row
from db.loading.views import bloc_of

if TYPE_CHECKING:
    from db.loading import Keyed

KEYED = (
    ("contest_id", "contest", "contest"), ("against_id", "contest", "against"), ("round_id", "round", "round"),
    ("division_id", "division", "division"), ("faction_id", "faction", "faction"), ("other_id", "faction", "other"),
    ("person_id", "person", "person"), ("rival_id", "person", "rival"), ("of_id", "claim", "of"), ("than_id", "claim", "than"),
)  # fmt: skip
"""Columns of the table, what they refer to, and the columns of the file."""


def claim_values(loading: Keyed, row: records.Claim) -> Values:
    """The columns of a claim but for its note.

    Raises:
        BadRecord: it refers to something that is not there.
    """
    values: Values = {"key": row.claim, "section_id": loading.section(row.body, row.section)}
    values |= {column: loading.maybe(table, getattr(row, name), name) for column, table, name in KEYED}
    values |= {
        column: None if bloc is None else bloc_of(loading, row.scheme or "", bloc)
        for column, bloc in (("bloc_id", row.bloc), ("other_bloc_id", row.other_bloc))
    }
    plain = (
        "words",
        "measure",
        "counting",
        "kinds",
        "sense",
        "stated",
        "decimals",
        "whole",
        "versus",
        "least",
        "since",
    )
    return values | fields_of(row, *plain)


def _claim(loading: Keyed, row: records.Claim) -> None:
    loading.put("claim", row, claim_values(loading, row))


def _explanation(loading: Keyed, row: records.Explanation) -> None:
    entity, number = named_row(loading, row.table, row.row)
    values: Values = {"entity": entity, "entity_id": number}
    loading.put("explanation", row, values | fields_of(row, "kind", "reason"))


STORING: dict[type[records.Record], Callable[[Keyed, Any], None]] = {
    records.Claim: _claim, records.Explanation: _explanation,
}  # fmt: skip
"""How each kind is stored."""
