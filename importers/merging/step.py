"""What becomes of one row of a folder."""

from __future__ import annotations

from typing import NamedTuple

from importers.review.proposal import Difference


class Step(NamedTuple):
    """One row beside what is on record."""

    file: str
    line: int
    kind: str
    """`NEW`, `SAME`, `CHANGED` (a gap is filled, or a source added) or `CONFLICT` of `importers.review.proposal`."""
    differences: tuple[Difference, ...] = ()
    """Values that fill a gap, and those that are kept beside the record's."""
