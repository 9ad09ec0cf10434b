"""One contest of two candidates, and what a paper and a blog state of it: for tests of where sources differ."""

from __future__ import annotations

import sqlite3
from typing import Any

from records import Rows, tiny

SOURCES: Rows = [
    {"source": "press", "publisher": "Press"},
    {"source": "blog", "publisher": "Blog"},
    {"source": "derived", "kind": "derived"},
]

CONTEST = {
    "contest": "c",
    "body": "b",
    "section": "s",
    "date": "2014-08-20",
    "seats": 1,
    "unit": "votes",
    "figures": "complete",
}


def poll(*citations: dict[str, Any], **files: Rows) -> sqlite3.Connection:
    """The contest: Ann of the left is elected with 60 votes, Bob of the right is not with 40."""
    both = {"contest": "c", "sources": "press"}
    ann = {"person": "ann", "votes": 60, "outcome": "elected", "slate": "left", "slate_label": "Left"}
    bob = {"person": "bob", "votes": 40, "outcome": "not elected", "slate": "right"}
    candidacies: Rows = [both | ann, both | bob]
    return tiny(
        **({"candidacies": candidacies} | files),
        sources=SOURCES,
        contests=[CONTEST],
        citations=list(citations),
    )


def cited(
    field: str, value: str, source: str = "blog", chosen: int = 0, row: str = "c/ann", **more: str
) -> dict[str, Any]:
    """That a source gives a value for a field of a candidacy, or of the contest."""
    table = "candidacies" if "/" in row else "contests"
    stated = {"table": table, "row": row, "field": field, "value": value, "source": source, "chosen": chosen}
    return stated | more
