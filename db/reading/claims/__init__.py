"""Published claims, read and worked out anew from the record on every look.

`claim` reads them, `book` the figures that they rest on, `subjects` whom they speak of; `votes`, `seats` and `since` are the
formulas that `measures` documents; `judging` puts it together.  Nothing of a verdict is stored.
"""

from __future__ import annotations

from db.reading.claims.book import Book, Figure
from db.reading.claims.claim import (
    Claim,
    claim_of_key,
    claims_of_contest,
    claims_of_place,
    claims_of_round,
    sources_of,
)
from db.reading.claims.judging import Judged, Reading, judged

__all__ = [
    "Book", "Claim", "Figure", "Judged", "Reading", "claim_of_key", "claims_of_contest", "claims_of_place", "claims_of_round",
    "judged", "sources_of",
]  # fmt: skip
